import type { TopicMarks } from '../lib/core/topic-marks.ts';
import { idleThread } from '../lib/extract/idle-thread.ts';
import { markPage } from '../lib/page-marks/mark-page.ts';

/** Injected where the user wants topics marked; what to mark was put beside it (`lib/platform/page-marks.ts`). */
export default {
  async main() {
    const world = globalThis as { sidelightMarks?: TopicMarks };
    const given = world.sidelightMarks;
    return given && markPage(document, given, idleThread(), () => world.sidelightMarks === given);
  },
};
