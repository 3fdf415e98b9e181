import { useEffect, useState } from 'preact/hooks';
import type { FollowedList, FollowedRow } from '../../lib/core/followed.ts';
import type { Result } from '../../lib/core/result.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { type PinActions, usePins } from '../hooks/use-report-actions.ts';
import { PageNotice } from '../PageNotice.tsx';
import { PinButton } from '../PinButton.tsx';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';

/** Whom and what the reader follows, with what came since the last look. Looking is noted: what is shown here once is not new the next time. */
export function FollowedSection() {
  const { client, feedback, setFollows } = useSurface();
  const { t } = useMessages();
  const pins = usePins();
  const [answer, setAnswer] = useState<Result<FollowedList> | null>(null);
  useEffect(() => {
    void client.listFollowed({}).then((listed) => {
      setAnswer(listed);
      if (listed.ok) void client.seeFollowed({ atMs: listed.value.atMs });
    });
  }, [client]);
  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  if (answer.value.rows.length === 0) return <PageNotice icon="check" title={t('followedEmpty')} text={t('followedEmptyText')} />;

  const change = (edit: (rows: FollowedRow[]) => FollowedRow[]): void =>
    setAnswer((before) => (before?.ok ? { ok: true, value: { ...before.value, rows: edit(before.value.rows) } } : before));

  async function unfollow(row: FollowedRow, at: number): Promise<void> {
    const left = await client.follow({ id: row.id, followed: false });
    if (!left.ok) return feedback.tell(t(actionFailureText(left.error, 'actionFailed')));
    setFollows(row.id, false);
    change((rows) => rows.filter((other) => other !== row));
    feedback.tell(t('unfollowDone', row.name ?? t('followedGone')), async () => {
      const restored = await client.restoreFollows({ follows: left.value.removed });
      if (!restored.ok) return false;
      setFollows(row.id, true);
      change((rows) => [...rows.slice(0, at), row, ...rows.slice(at)]);
      return true;
    });
  }

  return (
    <>
      <p class="intro">{t('followedIntro')}</p>
      <ul class="pins">
        {answer.value.rows.map((row, at) => (
          <Followed key={row.id} row={row} pins={pins} indexSize={answer.value.indexSize} onUnfollow={() => unfollow(row, at)} />
        ))}
      </ul>
    </>
  );
}

function Followed({ row, pins, indexSize, onUnfollow }: { row: FollowedRow; pins: PinActions; indexSize: number; onUnfollow(): void }) {
  const { showReporter } = useSurface();
  const { t, n, count, locale } = useMessages();
  const name = row.name ?? t('followedGone');
  const isReporter = row.id.startsWith('@');
  const fresh =
    row.freshCount === 0
      ? t('followedNoNew')
      : row.atLeast
        ? t('followedNewAtLeast', count(row.freshCount))
        : n('followedNew', row.freshCount);
  const more = row.freshCount - row.fresh.length;
  return (
    <li class="correction followed">
      <div>
        <h2>
          {isReporter && row.name !== null ? (
            <button type="button" class="name-button" aria-haspopup="dialog" onClick={() => showReporter(row.id.slice(1))}>
              <bdi>{name}</bdi>
            </button>
          ) : (
            <bdi>{name}</bdi>
          )}
        </h2>
        <p class="meta">
          {[row.outletName, fresh, n(isReporter ? 'followedBy' : 'followedNaming', row.reports, count(indexSize))]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {row.name !== null && (
          <a
            class="meta"
            href={`#${isReporter ? 'reporter' : 'topic'}/${encodeURIComponent(row.id.slice(1))}`}
            aria-label={t('courseOpenFor', name)}
          >
            {t('courseOpen')}
          </a>
        )}
        {row.fresh.length > 0 && (
          <ul class="followed-news">
            {row.fresh.map((report) => (
              <li key={report.id}>
                <div>
                  <ReportLink article={report} />
                  <ReportMeta article={report} homeLanguage={locale} />
                </div>
                <PinButton article={report} pinned={pins.isPinned(report.id)} onPin={pins.toggle} />
              </li>
            ))}
          </ul>
        )}
        {more > 0 && <p class="meta">{n('followedMore', more)}</p>}
      </div>
      <button type="button" class="button" aria-label={t('unfollowReporter', name)} onClick={onUnfollow}>
        {t('unfollow')}
      </button>
    </li>
  );
}
