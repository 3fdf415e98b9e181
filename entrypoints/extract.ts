import { copyInSlices } from '../lib/extract/copy-in-slices.ts';
import { idleThread } from '../lib/extract/idle-thread.ts';

/** Injected into one page: copies what it says and hands the copy back as the injection's result. Draws and changes nothing. */
export default {
  async main() {
    if (document.contentType === 'application/pdf') return { contentType: document.contentType };
    return copyInSlices(document, idleThread());
  },
};
