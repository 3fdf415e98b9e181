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
  const level = room === null || room === 'unknown' ? null : roomLeft(room);
  const failsLong = state?.copiesFailAtMs != null && platform.now() - state.copiesFailAtMs >= COPIES_FAIL_MS;
  const [text, action] =
    level === 'full'
      ? [t('roomFull'), t('safetyLook')]
      : state?.failure != null
        ? [t('safetyWeeklyFails'), t('safetyLook')]
        : failsLong
          ? [t('safetyCopiesFail'), t('safetyLook')]
          : level === 'near' && room !== null && room !== 'unknown'
            ? [t('roomNear', formatBytes(room.quotaBytes - room.usedBytes, locale)), t('safetyLook')]
            : reminds && state?.remind
              ? [n('safetyRemind', state.changesSince), t('safetyRemindDo')]
              : [null, ''];
  if (text === null) return null;
  return (
    <p class="filter-note safety-note" role={level === 'full' ? 'alert' : undefined}>
      <span>{text}</span>
      <button type="button" class="text-button" onClick={() => platform.openLibrary('data')}>
        {action}
      </button>
    </p>
  );
}
