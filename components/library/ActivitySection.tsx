import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import type { ActivityEntry } from '../../lib/core/user-data.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData } from '../library-data.ts';
import { PageNotice } from '../PageNotice.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';

const LIMIT = 500;

/** Every network request there ever was, newest first; says so plainly when there was none. */
export function ActivitySection({ data }: { data: LibraryData }) {
  const { t, locale } = useMessages();
  const [answer, setAnswer] = useState<Result<ActivityEntry[]> | null>(null);
  useEffect(() => {
    void data.listActivity(LIMIT).then(setAnswer);
  }, [data]);
  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <PageNotice icon="warning" urgent title={t('titleError')} text={answer.error.message} />;
  if (answer.value.length === 0) return <PageNotice icon="check" title={t('activityEmpty')} text={t('activityEmptyText')} />;
  return (
    <>
      <p class="intro">{t('activityIntro')}</p>
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
                <bdi>{entry.url}</bdi>
              </td>
              <td dir="auto">{entry.why}</td>
              <td>{entry.status === null ? t('activityNoAnswer') : `${entry.status} · ${formatBytes(entry.bytes, locale)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
