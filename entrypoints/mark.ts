import { idleThread } from '../lib/extract/idle-thread.ts';
import { markPage } from '../lib/page-marks/mark-page.ts';

/** Injected where the user wants topics marked; what to mark was put beside it (`lib/platform/page-marks.ts`). */
export default {
  async main() {
    const given = (globalThis as { sidelightMarks?: Parameters<typeof markPage>[1] }).sidelightMarks;
    return given === undefined || typeof Highlight === 'undefined' ? 0 : markPage(document, given, idleThread());
  },
};
