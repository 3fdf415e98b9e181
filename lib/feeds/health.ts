import type { FetchState, SourceHealth } from '../core/source.ts';
import { movedAddress } from './schedule.ts';

const QUIET_AFTER_MS = 90 * 86_400_000;
/** About three weeks with the back-off of `schedule.ts`. */
const SILENT_AFTER_FAILURES = 12;

/** How a source is. `newestMs`: its newest entry's date, null where unknown. */
export function sourceHealth(state: FetchState, url: string, newestMs: number | null, nowMs: number): SourceHealth {
  if (state.gone) return { code: 'gone' };
  const moved = movedAddress(state, url);
  if (moved?.offered) return { code: 'moved', url: moved.url };
  const { failures, nextAtMs, succeededAtMs } = state;
  if (failures >= SILENT_AFTER_FAILURES) return { code: 'silent', sinceMs: succeededAtMs, nextAtMs };
  if (failures > 0) return { code: 'failing', failures, nextAtMs };
  if (succeededAtMs === null) return { code: 'new' };
  if (newestMs !== null && nowMs - newestMs > QUIET_AFTER_MS) return { code: 'quiet', newestMs };
  return { code: 'fine', sinceMs: succeededAtMs };
}
