import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ArticleRow, IndexStatus } from '../../lib/core/coverage.ts';
import type { SearchAnswer, SearchOrder } from '../../lib/core/search-answer.ts';
import { withWholeWords } from '../../lib/core/whole-words.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePins } from '../hooks/use-report-actions.ts';
import { useReportKeys } from '../hooks/use-report-keys.ts';
import type { Search } from '../hooks/use-search.ts';
import type { LibraryData } from '../library-data.ts';
import { PageNotice } from '../PageNotice.tsx';
import { SearchField } from '../SearchField.tsx';
import { SearchPanel } from '../SearchPanel.tsx';
import { CiteSearch } from './CiteSearch.tsx';
import { Facets } from './Facets.tsx';
import { searchHash } from './route.ts';
import { SearchHelp } from './SearchHelp.tsx';
import { SearchResults } from './SearchResults.tsx';
import { SavedSearches, SaveSearch } from './SearchSaved.tsx';

/** The search box over the whole index, with its help, facets and all results; the same rows and keys as in the popup. */
export function SearchSection({ search, data }: { search: Search; data: LibraryData }) {
  const { client, platform } = useSurface();
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState<IndexStatus | null>(null);
  const [help, setHelp] = useState<boolean | null>(null);
  const [later, setLater] = useState<SearchAnswer | null>(null);
  const pins = usePins();
  const rows = useRef(new Map<string, ArticleRow>());
  const onAnswer = useCallback((found: SearchAnswer) => {
    for (const { article } of found.hits) rows.current.set(article.id, article);
    setLater(found);
  }, []);
  const { query, answer, order } = search;
  const helpOpen = help ?? query === '';

  useEffect(() => {
    void client.getIndexStatus({}).then((status) => {
      if (status.ok) setIndex(status.value);
    });
  }, [client]);

  /** Puts a search into the address, so that it can be gone back to. */
  function commit(words: string, by: SearchOrder): void {
    if (search.isOwn && words.trim() !== '') window.location.hash = searchHash(withWholeWords(words), by === 'newest');
  }

  function narrow(next: string): void {
    search.setQuery(next);
    commit(next, order);
  }

  const nothing = (): void => undefined;
  useReportKeys(root, {
    onSearch: () => root.current?.querySelector<HTMLInputElement>('input[type="search"]')?.select(),
    onHelp: () => setHelp(!helpOpen),
    onPin(id) {
      const row = answer?.hits.find(({ article }) => article.id === id)?.article ?? rows.current.get(id);
      if (row) void pins.toggle(row);
    },
    onHide: nothing,
    onWhy: nothing,
    onEscape: () => false,
  });

  if (index?.articles === 0) {
    return (
      <div ref={root} class="search-section">
        <SearchField query={query} onQuery={search.setQuery} />
        <SearchHelp open={helpOpen} onToggle={(open) => open !== helpOpen && setHelp(open)} />
        <PageNotice icon="file" title={t('emptyTitleNone')} text={t('searchNothingYet')}>
          <button type="button" class="button" onClick={() => platform.openLibrary('data')}>
            {t('addPack')}
          </button>
        </PageNotice>
      </div>
    );
  }
  const more = later?.query === answer?.query && later !== null && answer !== null && later.total > answer.total;
  const shown = more ? { ...search, answer: { ...answer, total: later.total, atLeast: later.atLeast } } : search;
  return (
    <div ref={root} class="search-section">
      <SearchField query={query} onQuery={search.setQuery} onCommit={() => commit(query, order)} />
      <SearchHelp open={helpOpen} onToggle={(open) => open !== helpOpen && setHelp(open)} />
      {query.trim() === '' && <SavedSearches data={data.pins} />}
      <div class="search-found">
        {answer !== null && answer.total > 0 && (
          <div class="search-narrow">
            <label class="search-order">
              {t('searchOrder')}{' '}
              <select
                value={order}
                onChange={(event) => {
                  const next = event.currentTarget.value === 'newest' ? 'newest' : 'best';
                  search.setOrder(next);
                  commit(query, next);
                }}
              >
                <option value="best">{t('searchOrderBest')}</option>
                <option value="newest">{t('searchOrderNewest')}</option>
              </select>
            </label>
            <SaveSearch data={data.pins} query={query} />
            <Facets query={answer.query} onQuery={narrow} />
          </div>
        )}
        <div class="search-answers">
          {answer !== null && answer.hits.length > 0 && <CiteSearch answer={answer} order={order} />}
          <SearchPanel
            search={shown}
            index={index}
            pins={pins}
            list={(found) =>
              found.hits.length > 0 && (
                <SearchResults key={`${order} ${found.query}`} answer={found} order={order} pins={pins} onAnswer={onAnswer} />
              )
            }
          />
        </div>
      </div>
    </div>
  );
}
