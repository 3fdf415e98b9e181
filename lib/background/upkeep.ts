import { onAlarm, setAlarm } from '../platform/background-events.ts';
import type { App } from './app.ts';

const ALARM = 'upkeep';
/** The background may be stopped at any time: the alarm takes up what was left, at the browser's shortest interval. */
const RETRY_MINUTES = 1;

/** Seals, merges and rebuilds in short steps until nothing is left; a stop in between loses nothing. */
export async function runUpkeep(app: App): Promise<void> {
  const place = await app.workplace();
  if (!place.ok) return;
  await setAlarm(ALARM, RETRY_MINUTES);
  for (;;) {
    const step = await place.value.store.upkeep();
    if (step.done) return;
    // Requests waiting in line go first.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Takes up unfinished upkeep when the alarm says so. */
export function serveUpkeep(app: App): void {
  onAlarm(ALARM, () => void resume(app));
}

async function resume(app: App): Promise<void> {
  const place = await app.workplace();
  if (!place.ok) return;
  const step = await place.value.store.upkeep();
  if (!step.done) await runUpkeep(app);
}
