import { useRef } from 'preact/hooks';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import type { Result } from '../../lib/core/result.ts';
import { REPORTS_A_PAGE } from '../hooks/use-course-reports.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePins } from '../hooks/use-report-actions.ts';
import { useRowKeys } from '../hooks/use-row-keys.ts';
import { ReportRow } from '../ReportRow.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';

/** Props of {@link CourseReports}. */
export interface CourseReportsProps {
  answer: Result<{ rows: ArticleRow[]; total: number }> | null;
  /** The time that only is shown, as people read it; null for all. */
  within: string | null;
  onAll(): void;
  onMore(): void;
}

/** Reports newest first, with the rows and keys of the search. */
export function CourseReports({ answer, within, onAll, onMore }: CourseReportsProps) {
  const { t, n, count, locale } = useMessages();
  const pins = usePins();
  const root = useRef<HTMLElement>(null);
  useRowKeys(root, answer?.ok ? answer.value.rows : [], pins, () => {
    if (within !== null) onAll();
    return within !== null;
  });
  const more = answer?.ok ? Math.min(REPORTS_A_PAGE, answer.value.total - answer.value.rows.length) : 0;
  return (
    <section ref={root} class="course-reports" aria-busy={answer === null}>
      <h2>
        {within === null ? t('courseReports') : t('courseReportsOf', within)}{' '}
        {answer?.ok && <span class="group-count">{count(answer.value.total)}</span>}
      </h2>
      {within !== null && (
        <button type="button" class="text-button" onClick={onAll}>
          {t('courseAllReports')}
        </button>
      )}
      {answer === null && <ReportSkeleton rows={4} />}
      {answer?.ok === false && <StoreFailure error={answer.error} />}
      {answer?.ok &&
        answer.value.rows.map((row) => (
          <ReportRow key={row.id} article={row} homeLanguage={locale} pinned={pins.isPinned(row.id)} onPin={pins.toggle} />
        ))}
      {more > 0 && (
        <p class="pins-more">
          <button type="button" class="button" onClick={onMore}>
            {n('courseMore', more)}
          </button>
        </p>
      )}
    </section>
  );
}
