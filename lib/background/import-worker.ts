import { askJobs } from '../messaging/job-port.ts';
import type { PackImports } from '../services/pack-imports.ts';
import type { ImportJobs, StartedThread } from './import-thread.ts';

/** Where the thread's code is in the extension. */
const FILE = '/pack-worker.js';

/** Firefox ends a thread that nobody refers to, also one whose answer is waited for: what waits is known to the thread's own listener only. */
const running = new Set<Worker>();

/** Starts a thread that imports, or helps to. */
export function startImportThread(): StartedThread {
  const worker = new Worker(FILE);
  running.add(worker);
  return {
    channel: worker,
    end: () => {
      worker.terminate();
      running.delete(worker);
    },
  };
}

/** Imports packs in a thread of their own, so that the page stays responsive. It is started when it is first asked. `onRebuildDue`: see `StoreOptions`. */
export function importsInThread(onRebuildDue: () => void): PackImports {
  let asking: ReturnType<typeof askJobs<ImportJobs>> | null = null;
  const ask = () => {
    if (asking === null) {
      const { channel } = startImportThread();
      channel.addEventListener('message', ({ data }) => {
        // It has no part of the browser's API to tell the background with.
        if ('rebuildDue' in (data as object)) onRebuildDue();
      });
      asking = askJobs<ImportJobs>(channel, ['preview', 'apply', 'resume']);
    }
    return asking;
  };
  return {
    preview: (file, url, control) => ask().preview({ file, url }, control),
    apply: (previewId, control) => ask().apply({ previewId }, control),
    resume: (control) => ask().resume(null, control),
  };
}
