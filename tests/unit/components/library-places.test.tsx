// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GO_KEYS } from '../../../components/hooks/use-library-keys.ts';
import { LibraryView } from '../../../components/views/LibraryView.tsx';
import { newPin } from '../../../lib/core/new-pin.ts';
import { expectNoAxeFindings } from './support/check-axe.ts';
import { createFakePins } from './support/fake-pins.ts';
import { createFakeCatalogue, createFakeClient, createFakeLibrary, createFakePlatform } from './support/fakes.ts';
import { NOW, PINS } from './support/samples.ts';

afterEach(cleanup);
beforeEach(() => window.history.replaceState(null, ''));

function mount(hash: string, pins = PINS) {
  window.location.hash = hash;
  const platform = createFakePlatform({ surface: 'page' });
  const fake = createFakePins(pins);
  render(
    <LibraryView
      platform={platform}
      client={createFakeClient()}
      data={createFakeLibrary({ pins: fake.data })}
      catalogue={createFakeCatalogue()}
    />,
  );
  return { platform, fake };
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

describe('places of the library', () => {
  it.each([
    ['pins', 'Pins'],
    ['collections', 'Collections'],
    ['trash', 'Trash'],
    ['nowhere', 'Pins'],
    ['pins/%zz', 'Pins'],
    ['collections/none', 'Collections'],
  ])('#%s is %s', async (hash, name) => {
    mount(hash);
    await heading(name);
  });

  it('are gone to by g and a letter, and back', async () => {
    mount('pins');
    await heading('Pins');
    press('g');
    press('t');
    await heading('Trash');
    press('g');
    press('c');
    await heading('Collections');
    expect(window.location.hash).toBe('#collections');
    act(() => window.history.back());
    await heading('Trash');
    const field = document.createElement('input');
    document.body.append(field);
    press('g', field);
    press('p', field);
    field.remove();
    expect(window.location.hash).toBe('#trash');
  });

  it('do nothing to a pin where the letter is a place', async () => {
    const { fake } = mount('pins');
    await screen.findByText('5 pins');
    press('j');
    press('g', document.activeElement!);
    press('p', document.activeElement!);
    await heading('Pins');
    expect(fake.calls).not.toContain('trashPins');
  });

  it('are opened by other surfaces, with a report or reporter', async () => {
    const { platform } = mount('pins');
    await heading('Pins');
    act(() => platform.askSection('collections/none'));
    await heading('Collections');
    expect(window.location.hash).toBe('#collections/none');
    act(() => platform.askSection('javascript:alert(1)'));
    await heading('Pins');
  });

  it('begin at their top when gone to', async () => {
    mount('pins');
    await heading('Pins');
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
    press('g');
    press('c');
    await heading('Collections');
    expect(scrolled.mock.calls).toEqual([[0, 0]]);
    scrolled.mockRestore();
  });

  it('are scrolled to where they were', async () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      newPin({ ...PINS[0]!, id: `p${at}`, article: { ...PINS[0]!.article, id: `p${at}` }, pinnedAtMs: NOW - at * 1000 }),
    );
    const scrolled = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
    mount('pins', many);
    await screen.findByText('120 pins', {}, { timeout: 15_000 });
    fireEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    Object.defineProperty(window, 'scrollY', { value: 4321, configurable: true });
    fireEvent.scroll(window);
    await waitFor(() => expect(window.history.state).toMatchObject({ scrollY: 4321 }));
    cleanup();
    mount('pins', many);
    await screen.findByText('120 pins', {}, { timeout: 15_000 });
    expect(document.querySelectorAll('[data-pin]')).toHaveLength(100);
    await waitFor(() => expect(scrolled).toHaveBeenCalledWith(0, 4321));
    Object.defineProperty(window, 'scrollY', { value: 0, configurable: true });
    scrolled.mockRestore();
  });
});

describe('the sheet of keys', () => {
  it('opens with ?, lists the keys and keeps them from acting, and gives the focus back', async () => {
    const { fake } = mount('pins');
    await screen.findByText('5 pins');
    press('j');
    const before = document.activeElement as HTMLElement;
    press('?', before);
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(sheet.textContent).toContain('Write a note');
    await expectNoAxeFindings();
    press('e', sheet);
    press('p', sheet);
    expect(fake.calls.filter((name) => /change|trash/.test(name))).toEqual([]);
    press('Escape', sheet);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(before);
  });

  it('names a key for every place, and / leads to the search from each', async () => {
    mount('pins');
    await screen.findByText('5 pins');
    const places = GO_KEYS.map(([, place]) => place);
    expect([new Set(places).size, new Set(GO_KEYS.map(([key]) => key)).size]).toEqual([places.length, places.length]);
    for (const link of screen.getByRole('navigation', { name: 'Library' }).querySelectorAll('a'))
      expect(places).toContain(link.getAttribute('href')?.slice(1));
    for (const [key, place] of GO_KEYS) {
      press('g', document.body);
      press(key, document.body);
      await waitFor(() => expect(window.location.hash).toBe(`#${place}`));
    }
    await screen.findByText('The trash is empty');
    press('/', document.body);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search your index' })));
  });
});
