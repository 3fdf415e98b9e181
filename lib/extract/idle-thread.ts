import type { PageThread } from './copy-in-slices.ts';

/** Milliseconds of a slice: what the last steps and the browser itself add must fit into 2 ms as well. */
export const SLICE_MS = 0.4;
/** A page that is never idle is read all the same, later. */
const TIMEOUT_MS = 200;

/**
 * A page's thread in slices while the page is idle. An idle period of the browser holds several slices, each a task of its own: what
 * the page has to do comes between them.
 */
export function idleThread(sliceMs = SLICE_MS): PageThread {
  let idleUntil = 0;
  let until = 0;
  const start = (): void => {
    until = performance.now() + sliceMs;
  };
  return {
    address: () => location.href,
    spent: () => performance.now() > until,
    nextSlice: async () => {
      if (performance.now() + 2 * sliceMs < idleUntil) await scheduler.postTask(start, { priority: 'background' });
      else
        await new Promise<void>((resolve) =>
          requestIdleCallback(
            (deadline) => {
              start();
              idleUntil = performance.now() + deadline.timeRemaining();
              resolve();
            },
            { timeout: TIMEOUT_MS },
          ),
        );
    },
  };
}
