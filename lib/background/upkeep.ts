import { onAlarm, setAlarm } from '../platform/background-events.ts';
import { finishUpkeep } from '../services/upkeep.ts';
import type { App } from './app.ts';

const ALARM = 'upkeep';
/** The background may be stopped at any time: the alarm takes up what was left, at the browser's shortest interval. */
const RETRY_MINUTES = 1;

/** Does the upkeep that is due. The alarm is set first, so that a stop in between is taken up. */
export async function runUpkeep(app: App): Promise<void> {
  const place = await app.workplace();
  if (!place.ok) return;
  if ((await place.value.store.upkeep()).done) return;
  await setAlarm(ALARM, RETRY_MINUTES);
  await finishUpkeep(place.value.store);
}

/** Takes up unfinished upkeep when the alarm says so. */
export function serveUpkeep(app: App): void {
  onAlarm(ALARM, () => void runUpkeep(app));
}
