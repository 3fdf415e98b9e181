// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onPageChange, tellBackground } from '../../../lib/messaging/content-port.ts';

interface World {
  chrome?: unknown;
  navigation?: EventTarget | undefined;
  sidelightGate?: AbortController;
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
  world.sidelightGate?.abort();
  world.chrome = undefined;
  world.navigation = undefined;
  vi.useRealTimers();
});

function navigate(path: string): void {
  history.replaceState(null, '', path);
  world.navigation?.dispatchEvent(new Event('navigatesuccess'));
}

/** A gate at work in a page that was idle once. */
function begin(look: () => unknown): void {
  onPageChange(look);
  vi.advanceTimersByTime(0);
}

function show(persisted: boolean): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  vi.advanceTimersByTime(1000);
}

describe('the gate’s port', () => {
  it('looks once when idle, and again after a navigation inside the page has settled', () => {
    const look = vi.fn();
    begin(look);
    expect(look).toHaveBeenCalledTimes(1);
    navigate('/b');
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(400);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('calls again what has more to do, and no longer once it is done', () => {
    const look = vi.fn().mockReturnValueOnce('more').mockReturnValueOnce('more');
    begin(look);
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('ignores fragments, and looks once for a burst of navigations', () => {
    const look = vi.fn();
    begin(look);
    navigate('/a#part');
    vi.advanceTimersByTime(1000);
    expect(look).toHaveBeenCalledTimes(1);
    for (const path of ['/b', '/c', '/d']) navigate(path);
    vi.advanceTimersByTime(1000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('looks again where an application names its pages behind the "#"', () => {
    const look = vi.fn();
    begin(look);
    for (const path of ['/a#/story/2', '/a#!story/3']) {
      navigate(path);
      vi.advanceTimersByTime(1000);
    }
    expect(look).toHaveBeenCalledTimes(3);
  });

  it('is replaced by a second gate, such as that of an updated extension', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    begin(first);
    begin(second);
    navigate('/b');
    vi.advanceTimersByTime(1000);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 2]);
  });

  it('looks again at a page that was kept and is shown again, and not when a page is merely shown', () => {
    const look = vi.fn();
    begin(look);
    show(false);
    expect(look).toHaveBeenCalledTimes(1);
    show(true);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('waits until a page that is loaded ahead is shown, whatever happens in it before', () => {
    const look = vi.fn();
    const prerendering = vi.fn(() => true);
    Object.defineProperty(document, 'prerendering', { get: prerendering, configurable: true });
    begin(look);
    navigate('/b');
    vi.advanceTimersByTime(5000);
    expect(look).not.toHaveBeenCalled();
    prerendering.mockReturnValue(false);
    document.dispatchEvent(new Event('prerenderingchange'));
    vi.advanceTimersByTime(0);
    expect(look).toHaveBeenCalledTimes(1);
    Reflect.deleteProperty(document, 'prerendering');
  });

  it('sees going back where the browser has no Navigation API', () => {
    world.navigation = undefined;
    const look = vi.fn();
    begin(look);
    history.replaceState(null, '', '/b');
    window.dispatchEvent(new Event('popstate'));
    vi.advanceTimersByTime(1000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('says what it saw, and stops for good once the extension was reloaded', async () => {
    const sendMessage = vi.fn(async () => undefined);
    world.chrome = { runtime: { sendMessage } };
    const look = vi.fn();
    begin(look);
    tellBackground(true);
    expect(sendMessage).toHaveBeenCalledWith({ kind: 'pageSeen', args: { isArticle: true } });
    sendMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    tellBackground(true);
    navigate('/b');
    show(true);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('goes on where a message got no answer, as when the page was put aside meanwhile', async () => {
    world.chrome = { runtime: { sendMessage: () => Promise.reject(new Error('The message channel is closed.')) } };
    const look = vi.fn();
    begin(look);
    tellBackground(false);
    await vi.advanceTimersByTimeAsync(1);
    show(true);
    expect(look).toHaveBeenCalledTimes(2);
  });
});
