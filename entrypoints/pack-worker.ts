import { serveImportThread } from '../lib/background/import-thread.ts';
import { startImportThread } from '../lib/background/import-worker.ts';

/** A worker of the library page, and of itself: imports packs. */
export default {
  main() {
    serveImportThread(globalThis, startImportThread);
  },
};
