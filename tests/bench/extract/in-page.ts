import { copyInSlices } from '../../../lib/extract/copy-in-slices.ts';
import { idleThread } from '../../../lib/extract/idle-thread.ts';
import type { PageCopy } from '../../../lib/extract/page-parts.ts';
import { lookSteps } from '../../../lib/extract/page-type.ts';

/** Parts one piece of work from the next in the trace. */
function mark(): void {
  performance.mark('sidelight');
}

/**
 * Runs in a page what the extension's two scripts run in idle tasks: the gate's look, the copy, and a structured clone of it (as it leaves
 * the page's process). Marks stand between them; the tasks are timed from outside.
 */
async function work(sliceMs: number): Promise<PageCopy> {
  const thread = idleThread(sliceMs);
  await thread.nextSlice();
  for (const steps = lookSteps(document, location.href); !steps.next().done; ) if (thread.spent()) await thread.nextSlice();
  mark();
  const copy = await copyInSlices(document, thread);
  mark();
  await thread.nextSlice();
  structuredClone(copy);
  mark();
  await thread.nextSlice();
  return copy;
}

(globalThis as unknown as { readThisPage: typeof work }).readThisPage = work;
