// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PopupView } from '../../../components/views/PopupView.tsx';
import { createFakeClient, createFakePlatform } from './support/fakes.ts';
import { readyState, topic } from './support/samples.ts';

afterEach(cleanup);

describe('topics in a panel that is made wider or narrower', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('are as many as fit into two lines now', async () => {
    let perLine = 4;
    const observers = new Set<() => void>();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly tell: () => void;
        constructor(tell: () => void) {
          this.tell = tell;
        }
        observe = () => observers.add(this.tell);
        disconnect = () => observers.delete(this.tell);
      },
    );
    vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(() => perLine * 100);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
      return 28 * (this.tagName === 'UL' ? Math.ceil(this.children.length / perLine) : 1);
    });
    const client = createFakeClient(
      readyState({ topics: Array.from({ length: 10 }, (_, index) => topic(`t${index}`, `T${index}`, false, 1)) }),
    );
    render(<PopupView platform={createFakePlatform()} client={client} />);
    const resize = (next: number) => {
      perLine = next;
      for (const tell of observers) tell();
    };
    await screen.findByRole('button', { name: '4 more' });
    resize(2);
    await screen.findByRole('button', { name: '7 more' });
    resize(3);
    await screen.findByRole('button', { name: '5 more' });
    cleanup();
    expect(observers.size).toBe(0);
  });
});
