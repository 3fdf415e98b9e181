import { copyInSlices } from '../lib/extract/copy-in-slices.ts';
import { idleThread } from '../lib/extract/idle-thread.ts';

/** Injected into one page: copies what it says and hands the copy back as the injection's result. Draws and changes nothing. */
export default {
  async main() {
    if (document.contentType === 'application/pdf') return { contentType: document.contentType };
    const copy = await copyInSlices(document, idleThread());
    // Read at the end: what the page still says of another page is judged by it.
    return { ...copy, loadedAt: performance.getEntriesByType('navigation')[0]?.name, openedAtMs: performance.timeOrigin };
  },
};
