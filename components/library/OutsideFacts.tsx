import type { SafekeepingState } from '../../lib/messaging/protocol.ts';
import { formatSince } from '../../lib/text/format/dates.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** When the last copy outside the browser was made, and what has changed since. */
export function OutsideFacts({ state }: { state: SafekeepingState }) {
  const { platform } = useSurface();
  const { t, n, locale } = useMessages();
  const { outside, changesSince } = state;
  if (outside === null) return <p class={state.remind ? 'failed' : 'quiet'}>{t('outsideNever')}</p>;
  return (
    <p class={state.remind ? 'failed' : 'quiet'}>
      {t(`outsideBy_${outside.by}`, formatSince(outside.atMs, platform.now(), locale))}{' '}
      {changesSince !== null && (changesSince === 0 ? t('outsideSame') : n('outsideChanges', changesSince))}
    </p>
  );
}
