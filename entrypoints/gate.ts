import { lookSteps } from '../lib/extract/page-type.ts';
import { onPageChange, tellBackground } from '../lib/messaging/content-port.ts';

/** The page's main thread is held no longer than this at once, ms. */
const SLICE_MS = 0.4;

/** The gate: looks once when the page is shown and idle, in slices, and again when another page may be there (see `onPageChange`). Draws and changes nothing. */
export default {
  main() {
    let steps: ReturnType<typeof lookSteps> | undefined;
    onPageChange(() => {
      steps ??= lookSteps(document, location.href);
      for (const until = performance.now() + SLICE_MS; performance.now() < until; ) {
        const step = steps.next();
        if (step.done) {
          steps = undefined;
          return tellBackground(step.value[0] >= 0);
        }
      }
      return steps;
    });
  },
};
