// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onPageChange, tellBackground } from '../../../lib/messaging/content-port.ts';

interface World {
  chrome?: unknown;
  browser?: unknown;
  navigation?: EventTarget | undefined;
  sidelightStop?: (() => void) | undefined;
  requestIdleCallback?: (callback: () => void) => number;
}
const world = globalThis as unknown as World;

beforeEach(() => {
  vi.useFakeTimers();
  world.requestIdleCallback = (callback) => (callback(), 1);
  world.navigation = new EventTarget();
  history.replaceState(null, '', '/a');
});
afterEach(() => {
  world.sidelightStop?.();
  world.chrome = undefined;
  world.navigation = undefined;
  vi.useRealTimers();
});

function navigate(path: string): void {
  history.replaceState(null, '', path);
  world.navigation?.dispatchEvent(new Event('navigatesuccess'));
}

describe('the gate’s port', () => {
  it('looks once when idle, and again after a navigation inside the page has settled', () => {
    const look = vi.fn();
    onPageChange(look);
    expect(look).toHaveBeenCalledTimes(1);
    navigate('/b');
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(400);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('calls again what has more to do, and no longer once it is done', () => {
    const look = vi.fn().mockReturnValueOnce('more').mockReturnValueOnce('more');
    onPageChange(look);
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('ignores fragments, and looks once for a burst of navigations', () => {
    const look = vi.fn();
    onPageChange(look);
    navigate('/a#part');
    vi.advanceTimersByTime(1000);
    expect(look).toHaveBeenCalledTimes(1);
    for (const path of ['/b', '/c', '/d']) navigate(path);
    vi.advanceTimersByTime(1000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('is replaced by a second gate, such as that of an updated extension', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    onPageChange(first);
    onPageChange(second);
    navigate('/b');
    vi.advanceTimersByTime(1000);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  it('says what it saw, and stops for good once the extension was reloaded', async () => {
    const sendMessage = vi.fn(async () => undefined);
    world.chrome = { runtime: { id: 'x', sendMessage } };
    const look = vi.fn();
    onPageChange(look);
    tellBackground(true);
    expect(sendMessage).toHaveBeenCalledWith({ kind: 'pageSeen', args: { isArticle: true } });
    world.chrome = { runtime: {} };
    tellBackground(true);
    navigate('/b');
    vi.advanceTimersByTime(1000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('stops when the background refuses or the call throws', async () => {
    world.chrome = {
      runtime: {
        id: 'x',
        sendMessage: () => {
          throw new Error('Extension context invalidated.');
        },
      },
    };
    onPageChange(() => {});
    tellBackground(true);
    expect(world.sidelightStop).toBeUndefined();
    world.chrome = { runtime: { id: 'x', sendMessage: async () => Promise.reject(new Error('gone')) } };
    onPageChange(() => {});
    tellBackground(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(world.sidelightStop).toBeUndefined();
  });
});
