import { readPageInSteps } from '../lib/extract/read-page.ts';

/** The page's main thread is held no longer than this at once, ms, where the work can be cut. */
const SLICE_MS = 1.5;

/** Injected into one page: reads it and hands what it read back as the injection's result. Draws and changes nothing. */
export default {
  async main() {
    if (document.contentType === 'application/pdf') return { contentType: document.contentType };
    let since = performance.now();
    return readPageInSteps(document, location.href, () => {
      if (performance.now() - since < SLICE_MS) return undefined;
      return nextIdle().then(() => {
        since = performance.now();
      });
    });
  },
};

/** Lets the page work between two steps. */
function nextIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 200 }));
}
