import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import type { Result } from '../../lib/core/result.ts';
import type { SearchAnswer } from '../../lib/core/search-answer.ts';
import { failureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinActions } from '../hooks/use-report-actions.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { SearchNotices } from '../SearchNotices.tsx';
import { CiteSearch } from './CiteSearch.tsx';
import { RESULTS_BLOCK, SearchResults } from './SearchResults.tsx';

/** Props of {@link LivingItems}. */
export interface LivingItemsProps {
  query: string;
  pins: PinActions;
  /** Reports that became known: for the keys of the list they stand in. */
  onRows(rows: ArticleRow[]): void;
  /** The search was changed by the reader. */
  onQuery(query: string): void;
}

/** Reports that a collection's search finds now, all of them, and the search itself, to be changed. */
export function LivingItems({ query, pins, onRows, onQuery }: LivingItemsProps) {
  const { client } = useSurface();
  const { t, n } = useMessages();
  const [answer, setAnswer] = useState<Result<SearchAnswer> | null>(null);
  useEffect(() => {
    let dropped = false;
    setAnswer(null);
    void client.search({ query, limit: RESULTS_BLOCK, patient: true }).then((found) => {
      if (dropped) return;
      setAnswer(found);
      if (found.ok) onRows(found.value.hits.map(({ article }) => article));
    });
    return () => {
      dropped = true;
    };
  }, [client, query, onRows]);
  const onMore = useCallback(({ hits }: SearchAnswer) => onRows(hits.map(({ article }) => article)), [onRows]);
  const found = answer?.ok ? answer.value : null;
  return (
    <section aria-label={t('collectionLiving', query)}>
      <h2 class="visually-hidden">{t('searchResults')}</h2>
      <label class="collection-query">
        {t('collectionQueryNow')}{' '}
        <input
          type="text"
          dir="auto"
          maxLength={1000}
          value={query}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          onChange={(event) => {
            const typed = event.currentTarget.value.trim();
            if (typed === '') event.currentTarget.value = query;
            else if (typed !== query) onQuery(typed);
          }}
        />
      </label>
      {answer === null && <ReportSkeleton rows={3} />}
      {answer?.ok === false && <p role="alert">{t(failureText(answer.error, 'searchFailed'))}</p>}
      {found !== null && (
        <>
          <p class="meta" role="status">
            {found.atLeast ? t('searchAtLeast', n('collectionCount', found.total)) : n('collectionCount', found.total)}
          </p>
          <SearchNotices notices={found.notices} />
          {found.hits.length === 0 && <p class="none">{t('searchNone')}</p>}
          {found.hits.length > 0 && <CiteSearch answer={found} order="best" />}
          <SearchResults key={query} answer={found} order="best" pins={pins} onAnswer={onMore} />
        </>
      )}
    </section>
  );
}
