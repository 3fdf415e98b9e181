import { useCallback, useEffect, useState } from 'preact/hooks';
import { isoMoment } from '../../lib/core/date.ts';
import type { Result } from '../../lib/core/result.ts';
import type { ActivityEntry } from '../../lib/core/user-data.ts';
import { toCsv } from '../../lib/text/format/csv.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useLatest } from '../hooks/use-latest.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';
import { PageNotice } from '../PageNotice.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';

/** Requests shown; the file holds them all. */
const LIMIT = 500;

/** Every network request there ever was, newest first; says so plainly when there was none. */
export function ActivitySection({ data }: { data: LibraryData }) {
  const { platform, feedback } = useSurface();
  const { t, n, locale } = useMessages();
  const [answer, setAnswer] = useState<Result<ActivityEntry[]> | null>(null);
  const load = useLatest(useCallback(async () => setAnswer(await data.listActivity(LIMIT)), [data]));
  useEffect(() => {
    void load();
    return platform.onSourcesChanged(() => void load());
  }, [load, platform]);

  /** The reason in words; what an earlier version wrote stands as it is. */
  const reason = ({ why }: ActivityEntry): string => t(`activityWhy_${why}` as MessageName) || why;

  async function save(): Promise<void> {
    const all = await data.listActivity(Number.MAX_SAFE_INTEGER);
    if (!all.ok) return feedback.tell(t('actionFailed'));
    const head = ['time', 'source', 'address', 'reason', 'status', 'bytes', 'answered by'];
    const rows = all.value.map((entry) => [
      isoMoment(entry.atMs),
      entry.source ?? null,
      entry.url,
      entry.why,
      entry.status,
      entry.bytes,
      entry.finalUrl ?? null,
    ]);
    const name = `sidelight-activity-${new Date(platform.now()).toISOString().slice(0, 10)}.csv`;
    const saved = await platform.saveFile(name, new Blob(['\ufeff', toCsv([head, ...rows])], { type: 'text/csv' }));
    feedback.tell(saved ? t('fileSaved', name) : t('actionFailed'));
  }

  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  if (answer.value.length === 0) return <PageNotice icon="check" title={t('activityEmpty')} text={t('activityEmptyText')} />;
  return (
    <>
      <p class="intro">{t('activityIntro')}</p>
      <div class="tools">
        <p>{answer.value.length < LIMIT ? n('activityCount', answer.value.length) : n('activityLatest', LIMIT)}</p>
        <button type="button" class="button" onClick={() => void save()}>
          <Icon name="download" />
          {t('activitySave')}
        </button>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('activityWhen')}</th>
            <th scope="col">{t('activityWhat')}</th>
            <th scope="col">{t('activityWhy')}</th>
            <th scope="col">{t('activityAnswer')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.value.map((entry) => (
            <tr key={entry.id}>
              <td>{formatMoment(entry.atMs, locale)}</td>
              <td class="address">
                {entry.source !== undefined && (
                  <>
                    <bdi>{entry.source}</bdi>
                    <br />
                  </>
                )}
                <bdi class="meta">{entry.url}</bdi>
                {entry.finalUrl !== undefined && (
                  <>
                    <br />
                    <bdi class="meta">{t('activityLedTo', entry.finalUrl)}</bdi>
                  </>
                )}
              </td>
              <td dir="auto">{reason(entry)}</td>
              <td>{entry.status === null ? t('activityNoAnswer') : `${entry.status} · ${formatBytes(entry.bytes, locale)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
