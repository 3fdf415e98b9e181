import { roomLeft } from '../lib/core/safekeeping.ts';
import { formatBytes } from '../lib/text/format/numbers.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { useSafekeeping, useStorageRoom } from './hooks/use-safekeeping.ts';

/** A copy that fails once is made an hour later; what lasts a day is to be said. */
const COPIES_FAIL_MS = 86_400_000;

/**
 * The one thing that matters most for what is kept: no room, a file or copies that fail; with `reminds`, also that much is in this browser only. Nothing
 * where all is well.
 */
export function SafetyNotice({ reminds }: { reminds: boolean }) {
  const { platform } = useSurface();
  const { t, n, locale } = useMessages();
  const { state } = useSafekeeping();
  const { room } = useStorageRoom();
  const notice = worst();
  if (notice === null) return null;
  const { text, action = t('safetyLook'), urgent = false } = notice;
  return (
    <p class="filter-note safety-note" role={urgent ? 'alert' : undefined}>
      <span>{text}</span>
      <button type="button" class="text-button" onClick={() => platform.openLibrary('data')}>
        {action}
      </button>
    </p>
  );

  function worst(): { text: string; action?: string; urgent?: boolean } | null {
    const known = room === 'unknown' ? null : room;
    const level = known && roomLeft(known);
    if (level === 'full') return { text: t('roomFull'), urgent: true };
    if (state?.failure) return { text: t('safetyWeeklyFails') };
    const failsSinceMs = state?.copiesFailAtMs ?? null;
    if (failsSinceMs !== null && platform.now() - failsSinceMs >= COPIES_FAIL_MS) return { text: t('safetyCopiesFail') };
    if (known && level === 'near') return { text: t('roomNear', formatBytes(known.quotaBytes - known.usedBytes, locale)) };
    const changes = state?.changesSince ?? null;
    return reminds && state?.remind && changes !== null ? { text: n('safetyRemind', changes), action: t('safetyRemindDo') } : null;
  }
}
