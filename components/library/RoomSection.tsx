import { useEffect, useState } from 'preact/hooks';
import type { IndexStatus } from '../../lib/core/coverage.ts';
import { roomLeft } from '../../lib/core/safekeeping.ts';
import { formatBytes, formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { useStorageRoom } from '../hooks/use-safekeeping.ts';
import type { LibraryData } from '../library-data.ts';
import type { StorageRoom } from '../surface-platform.ts';

const KEPT = { kept: 'roomKept', exempt: 'roomExempt', not: 'roomNotKept' } as const satisfies Record<StorageRoom['kept'], MessageName>;

/** How much room there is, whether the browser keeps it, what takes it, and, where it runs out, what to do. */
export function RoomSection({ data, status }: { data: LibraryData; status: IndexStatus | null }) {
  const { feedback, platform } = useSurface();
  const { t, n, locale } = useMessages();
  const { room, reload } = useStorageRoom();
  const [copies, setCopies] = useState(0);
  const [ofPacks, setOfPacks] = useState(0);
  useEffect(() => {
    void data.listCopies().then((answer) => answer.ok && setCopies(answer.value.reduce((sum, { bytes }) => sum + bytes, 0)));
    void data.listPacks().then((answer) => answer.ok && setOfPacks(answer.value.reduce((sum, { articles }) => sum + articles, 0)));
  }, [data]);
  if (room === null) return null;
  const level = room === 'unknown' ? null : roomLeft(room);
  return (
    <section>
      <h2>{t('roomTitle')}</h2>
      {room === 'unknown' ? (
        <p class="quiet">{t('roomUnknown')}</p>
      ) : (
        <>
          {level !== null && (
            <p class="failed" role="alert">
              {level === 'full' ? t('roomFull') : t('roomNear', formatBytes(room.quotaBytes - room.usedBytes, locale))}
            </p>
          )}
          <p class="rebuilding">
            <meter min={0} max={1} high={0.8} value={share(room)} aria-label={formatShare(share(room), locale)} />
            {t('roomUsed', formatBytes(room.usedBytes, locale), formatBytes(room.quotaBytes, locale))}
          </p>
          <p class="quiet">
            {t(KEPT[room.kept])}{' '}
            {room.kept === 'not' && (
              <button
                type="button"
                class="text-button"
                onClick={async () => {
                  feedback.tell(t((await platform.keepStorage()) ? 'roomAsked' : 'roomNotAsked'));
                  await reload();
                }}
              >
                {t('roomAsk')}
              </button>
            )}
          </p>
        </>
      )}
      <h3>{t('roomTaken')}</h3>
      <ul class="room-taken">
        {status !== null && (
          <li>
            {n('takenArticles', status.articles)}
            {ofPacks > 0 && `, ${n('takenOfPacks', Math.min(ofPacks, status.articles))}`}
          </li>
        )}
        <li>{t('takenCopies', formatBytes(copies, locale))}</li>
      </ul>
      {level !== null && (
        <>
          <h3>{t('roomAdviceTitle')}</h3>
          <ul class="room-taken">
            <li>{t('roomAdviceCopy')}</li>
            <li>{t('roomAdvicePacks')}</li>
            <li>
              <a href="#sources">{t('roomAdviceSources')}</a>
            </li>
          </ul>
        </>
      )}
    </section>
  );
}

function share({ usedBytes, quotaBytes }: StorageRoom): number {
  return quotaBytes > 0 ? Math.min(1, usedBytes / quotaBytes) : 0;
}
