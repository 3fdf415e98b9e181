import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { IndexStatus } from '../lib/core/coverage.ts';
import type { SearchAnswer } from '../lib/core/search-answer.ts';
import { useMessages } from './hooks/use-messages.ts';
import type { PinActions } from './hooks/use-report-actions.ts';
import type { Search } from './hooks/use-search.ts';
import { ReportRow } from './ReportRow.tsx';
import { ReportSkeleton } from './ReportSkeleton.tsx';
import { SearchNotices } from './SearchNotices.tsx';
import { StoreFailure } from './StoreFailure.tsx';

/** Props of {@link SearchPanel}. */
export interface SearchPanelProps {
  search: Search;
  index: IndexStatus | null;
  pins: PinActions;
  /** Draws the reports, all of them; without it the best few that were answered are shown. */
  list?: (answer: SearchAnswer) => ComponentChildren;
}

/** Answers of the search box, as rows like all others. */
export function SearchPanel({ search, index, pins, list }: SearchPanelProps) {
  const { t, n, count, locale } = useMessages();
  const headingId = useId();
  const { answer, error, pending } = search;
  if (error !== null) return <StoreFailure error={error} />;
  if (search.query.trim() === '') return <p class="search-note">{t('searchHint', count(index?.articles ?? 0))}</p>;
  if (answer === null) return <ReportSkeleton rows={3} />;
  return (
    <section aria-labelledby={headingId} aria-busy={pending}>
      <h2 id={headingId} class="visually-hidden">
        {t('searchResults')}
      </h2>
      <p class="search-note" role="status">
        {answer.corrected !== null && <span dir="auto">{t('searchCorrected', answer.query.trim(), answer.corrected.trim())} </span>}
        <span dir="auto">
          {n(
            'searchCount',
            index?.articles ?? answer.total,
            answer.atLeast ? t('searchAtLeast', count(answer.total)) : count(answer.total),
          )}
          {list === undefined && answer.total > answer.hits.length && ` ${t('searchShown', count(answer.hits.length))}`}
        </span>
      </p>
      <SearchNotices notices={answer.notices} {...(list === undefined ? { typedTo: answer.query.length } : {})} />
      {answer.hits.length === 0 && (
        <div class="notice">
          <h3>{t('searchNone')}</h3>
          <p>{t('searchNoneDetail')}</p>
        </div>
      )}
      {list?.(answer) ??
        answer.hits.map((hit) => (
          <ReportRow
            key={hit.article.id}
            article={hit.article}
            highlights={hit.highlights}
            snippet={hit.snippet}
            snippetHighlights={hit.snippetHighlights}
            inNote={hit.inNote}
            homeLanguage={locale}
            pinned={pins.isPinned(hit.article.id)}
            onPin={pins.toggle}
          />
        ))}
    </section>
  );
}
