import { useEffect, useRef, useState } from 'preact/hooks';
import type { IndexStatus } from '../../lib/core/coverage.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePins } from '../hooks/use-report-actions.ts';
import { useReportKeys } from '../hooks/use-report-keys.ts';
import type { Search } from '../hooks/use-search.ts';
import type { LibraryData } from '../library-data.ts';
import { PageNotice } from '../PageNotice.tsx';
import { SearchField } from '../SearchField.tsx';
import { SearchPanel } from '../SearchPanel.tsx';
import { CiteButton } from './CiteButton.tsx';
import { SearchHelp } from './SearchHelp.tsx';

/** The search box over the whole index, with its help; the same rows and keys as in the popup. */
export function SearchSection({ search, data }: { search: Search; data: LibraryData }) {
  const { client, platform } = useSurface();
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState<IndexStatus | null>(null);
  const [help, setHelp] = useState<boolean | null>(null);
  const pins = usePins([], true);
  const helpOpen = help ?? search.query === '';

  useEffect(() => {
    void client.getIndexStatus({}).then((answer) => {
      if (answer.ok) setIndex(answer.value);
    });
  }, [client]);

  const { answer } = search;
  const nothing = (): void => undefined;
  useReportKeys(root, {
    onSearch: () => root.current?.querySelector<HTMLInputElement>('input[type="search"]')?.select(),
    onHelp: () => setHelp(!helpOpen),
    onPin(id) {
      const hit = search.answer?.hits.find(({ article }) => article.id === id);
      if (hit) void pins.toggle(hit.article);
    },
    onHide: nothing,
    onWhy: nothing,
    onEscape: () => false,
  });

  return (
    <div ref={root} class="search-section">
      <SearchField query={search.query} onQuery={search.setQuery} />
      <SearchHelp open={helpOpen} onToggle={(open) => open !== helpOpen && setHelp(open)} />
      {index?.articles === 0 ? (
        <PageNotice icon="file" title={t('emptyTitleNone')} text={t('searchNothingYet')}>
          <button type="button" class="button" onClick={() => platform.openLibrary('data')}>
            {t('addPack')}
          </button>
        </PageNotice>
      ) : (
        <div class="search-answers">
          {answer !== null && answer.hits.length > 0 && (
            <CiteButton
              data={data}
              of={answer.query}
              reports={() => answer.hits.map(({ article }) => article.id)}
              subject={() => ({ kind: 'search', query: answer.query, total: answer.total, atLeast: answer.atLeast })}
            />
          )}
          <SearchPanel search={search} index={index} pins={pins} />
        </div>
      )}
    </div>
  );
}
