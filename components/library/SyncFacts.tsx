import type { SyncStatus } from '../../lib/core/sync-status.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** With which server sync is on, and how it went last. */
export function SyncFacts({ on, last }: { on: NonNullable<SyncStatus['on']>; last: SyncStatus['last'] }) {
  const { t, n, locale } = useMessages();
  return (
    <>
      <p>
        <bdi dir="ltr">{on.user === '' ? on.url : t('syncWith', on.url, on.user)}</bdi>
      </p>
      {last !== null && (
        <p class="meta">
          {t('syncLast', formatMoment(last.atMs, locale) ?? '', n('syncChanged', last.changed), n('syncSent', last.sent))}{' '}
          {last.unreadable > 0 && n('syncUnreadable', last.unreadable)}
        </p>
      )}
    </>
  );
}
