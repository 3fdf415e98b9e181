import { onAlarm, setAlarm } from '../platform/background-events.ts';
import { finishUpkeep } from '../services/upkeep.ts';
import type { App } from './app.ts';

const ALARM = 'upkeep';
/** The background may be stopped at any time: the alarm takes up what was left, at the browser's shortest interval. */
const RETRY_MINUTES = 1;

/**
 * Does the upkeep that is due. The alarm is set first, so that a stop in between is taken up. A rebuild is said on the pages that are
 * open, and their results are brought up to date once it is done.
 */
export async function runUpkeep(app: App): Promise<void> {
  const place = await app.workplace();
  if (!place.ok) return;
  const { store } = place.value;
  const rebuilding = (await store.status()).rebuilding !== null;
  if (rebuilding) await app.pages.refreshAll();
  if ((await store.upkeep()).done && !rebuilding) return;
  await setAlarm(ALARM, RETRY_MINUTES);
  await finishUpkeep(store);
  if (rebuilding) await app.pages.refreshAll();
}

/** Takes up unfinished upkeep when the alarm says so. */
export function serveUpkeep(app: App): void {
  onAlarm(ALARM, () => void runUpkeep(app));
}
