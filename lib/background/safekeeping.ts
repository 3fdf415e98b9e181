import { ok, type Result } from '../core/result.ts';
import type { PageHandlers } from '../messaging/router.ts';
import { awakeDuring, onAlarm, setAlarm } from '../platform/background-events.ts';
import { mayDownload, saveCopyAsFile } from '../platform/downloads.ts';
import { loadSafekeeping, saveSafekeeping } from '../platform/safekeeping.ts';
import { oncePerSession } from '../platform/session.ts';
import { loadSalt, loadSettings } from '../platform/settings.ts';
import { noteCopyOutside, type SafekeepingDeps, safekeepingState, setWeeklyFile, tendSafekeeping } from '../services/safekeeping.ts';
import { openCopies } from '../store/indexed-db/copies.ts';
import { openStore } from '../store/indexed-db/open-store.ts';
import { attempt } from '../store/indexed-db/storage-failure.ts';
import type { App } from './app.ts';

const ALARM = 'safekeeping';
/** The session's note that the alarm was set in it. */
const SCHEDULED = 'safekeeping:scheduled';
/** Work is done where something changed; else the alarm costs the reading of two records. */
const EVERY_MINUTES = 60;

/** The messages about copies. */
export type SafekeepingHandlers = Pick<PageHandlers, 'getSafekeeping' | 'setWeeklyFile' | 'noteCopyOutside'>;

const kept = {
  load: loadSafekeeping,
  save: saveSafekeeping,
  mayDownload,
  nowMs: () => Date.now(),
  settings: loadSettings,
  salt: loadSalt,
  saveFile: saveCopyAsFile,
};

/** Keeps rolling copies and the weekly file. One piece of work at a time. */
export function createSafekeeping({ withPlace }: App) {
  let working: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = working.then(() => awakeDuring(work()));
    working = next.catch(() => {});
    return next;
  }

  async function tend(): Promise<void> {
    await setAlarm(ALARM, EVERY_MINUTES);
    await inTurn(() => tendSafekeeping(withStores, kept)).catch(logFailure);
  }

  const handlers: SafekeepingHandlers = {
    // What is kept outside is to be known above all where the index cannot be read.
    getSafekeeping: async () => {
      const made = await withPlace(({ store }) => attempt(() => store.made()));
      return ok(await safekeepingState(made.ok ? made.value : null, kept));
    },
    setWeeklyFile: ({ weekly }) => inTurn(() => withStores((deps) => setWeeklyFile(weekly, deps))),
    noteCopyOutside: async ({ changes }) => {
      await inTurn(() => noteCopyOutside(changes, kept));
      return handlers.getSafekeeping({});
    },
  };

  /** Adds the listeners; called synchronously at start. */
  function serve(): void {
    onAlarm(ALARM, () => void tend());
    // The first copy of a session waits for its turn like any other.
    void oncePerSession(SCHEDULED, () => setAlarm(ALARM, FIRST_MINUTES)).catch(logFailure);
  }

  return { handlers, serve };
}

function logFailure(error: unknown): void {
  console.error('Sidelight: keeping copies failed', error instanceof Error ? error.stack : 'unknown');
}

/** Opens what is copied and the copies, without the lists of topics: an alarm that finds nothing to do costs little. */
async function withStores<T>(work: (deps: SafekeepingDeps) => Promise<Result<T>>): Promise<Result<T>> {
  const store = await openStore({
    derive: () => {
      throw new Error('Copying derives nothing.');
    },
    nowMs: () => Date.now(),
  });
  if (!store.ok) return store;
  const copies = await openCopies();
  try {
    return copies.ok ? await work({ ...kept, store: store.value, copies: copies.value }) : copies;
  } finally {
    store.value.close();
    if (copies.ok) copies.value.close();
  }
}

/** After the start, when the browser has other things to do. */
const FIRST_MINUTES = 2;
