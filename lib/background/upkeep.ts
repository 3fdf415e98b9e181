import { clearAlarm, onAlarm, onStartup, setAlarm } from '../platform/background-events.ts';
import { broadcast } from '../platform/messages.ts';
import { oncePerSession } from '../platform/session.ts';
import { loadUnfinished, saveUnfinished } from '../platform/settings.ts';
import type { SettingsService } from '../services/settings.ts';
import { type EmptyingStore, emptyDueTrash } from '../services/trash.ts';
import { createUnfinishedWork } from '../services/unfinished.ts';
import { applyRestoredSettings, finishUpkeep } from '../services/upkeep.ts';
import type { App } from './app.ts';

const ALARM = 'upkeep';
const TRASH_ALARM = 'trash';
/** The session's note that the alarms were set in it. */
const SCHEDULED = 'upkeep:scheduled';
const MINUTE_MS = 60_000;
/** The background may be stopped at any time: the alarm takes up what was left, at the browser's shortest interval. */
const RETRY_MINUTES = 1;

const unfinished = createUnfinishedWork({ save: saveUnfinished, comeBack: () => setAlarm(ALARM, RETRY_MINUTES) });

/**
 * Does the upkeep that is due. The alarm is set first, so that a stop or a failure in between is taken up, and taken back when all is done. A rebuild is
 * said on the pages that are open, and their results are brought up to date once it is done.
 */
export async function runUpkeep(app: App, settings: SettingsService): Promise<void> {
  const place = await app.workplace();
  if (!place.ok) return;
  const wasLeft = await loadUnfinished();
  const since = await unfinished.note();
  const { store } = place.value;
  await applyRestoredSettings(store, settings);
  await place.value.refreshTopics();
  const rebuilding = (await store.status()).rebuilding !== null;
  if (rebuilding) await app.pages.refreshAll();
  const isDone =
    (await store.restoreLeft()) === null &&
    !(await store.isRemoving()) &&
    (await store.upkeep()).done &&
    (await store.retopicSome(place.value.layerId));
  const isFinished = isDone || (await finishUpkeep(place.value));
  if (rebuilding) await app.pages.refreshAll();
  // The alarm would wake the background for nothing, unless it was set for more than this.
  if (isFinished && (await unfinished.done(since)) && !wasLeft) await clearAlarm(ALARM);
}

let isRebuilding = false;

/** A page wrote to the store and goes on with its work there: applies what is the background's, and comes back in case the page went away. */
export async function noteChange(app: App, settings: SettingsService): Promise<void> {
  await unfinished.note();
  const place = await app.workplace();
  if (!place.ok) return;
  await place.value.refreshTopics();
  await applyRestoredSettings(place.value.store, settings);
  await tendTrash(place.value.store);
  // Found damaged by a page: until it is rebuilt, the index answers little.
  const isDamaged = (await place.value.store.status()).rebuilding !== null;
  if (isDamaged && !isRebuilding) {
    isRebuilding = true;
    void runUpkeep(app, settings).finally(() => {
      isRebuilding = false;
    });
  }
  // The library pins and unpins by itself, imports and restores: panels beside it mark their rows anew.
  broadcast({ type: 'pins-changed' });
}

/** Deletes what has been in the trash for 30 days and a day, and comes back when there is something to look at next. */
export async function tendTrash(store: EmptyingStore): Promise<void> {
  const next = await emptyDueTrash({ store, nowMs: Date.now });
  // Never early: the browser may round a delay down.
  if (next.ok && next.value !== null)
    await setAlarm(TRASH_ALARM, Math.max(RETRY_MINUTES, Math.ceil((next.value - Date.now()) / MINUTE_MS) + 1));
}

/** Takes up unfinished work when the alarm says so, when the browser starts again, and when the extension is switched on again. */
export function serveUpkeep(app: App, settings: SettingsService, startSources: () => Promise<void>): void {
  const trash = async (): Promise<void> => {
    const place = await app.workplace();
    if (place.ok) await tendTrash(place.value.store);
  };
  // A restore that was cut off may have brought sources.
  onAlarm(ALARM, () => void runUpkeep(app, settings).then(startSources));
  onAlarm(TRASH_ALARM, () => void trash());
  onStartup(async () => {
    if (await loadUnfinished()) await runUpkeep(app, settings);
  });
  void oncePerSession(SCHEDULED, async () => {
    if (await loadUnfinished()) await setAlarm(ALARM, RETRY_MINUTES);
    await setAlarm(TRASH_ALARM, RETRY_MINUTES);
  }).catch((error: unknown) => console.error('Sidelight: upkeep was not scheduled', error instanceof Error ? error.stack : 'unknown'));
}
