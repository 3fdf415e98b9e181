import type { IndexStatus } from '../lib/core/coverage.ts';
import { formatSince } from '../lib/text/format/dates.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { PageNotice } from './PageNotice.tsx';
import { SiteFeeds } from './SiteFeeds.tsx';

/** Props of {@link EmptyNotice}. */
export interface EmptyNoticeProps {
  index: IndexStatus;
  /** The page's tab, whose site may be made a source. */
  tabId: number;
  onSearch(): void;
}

/** Nothing is related: says out of how much, and what would change it. */
export function EmptyNotice({ index, tabId, onSearch }: EmptyNoticeProps) {
  const { platform } = useSurface();
  const { t, count, locale } = useMessages();
  const bare = index.articles === 0;
  const updated = index.updatedAtMs === null ? t('dataNever') : formatSince(index.updatedAtMs, platform.now(), locale);
  const text = bare ? t('emptyTextNone') : t('emptyText', updated);
  return (
    <PageNotice icon="page" title={bare ? t('emptyTitleNone') : t('emptyTitle', count(index.articles))} text={text}>
      {!bare && (
        <button type="button" class="button" onClick={onSearch}>
          {t('search')}
        </button>
      )}
      <SiteFeeds tabId={tabId} class="button" />
      <button type="button" class="button" onClick={() => platform.openLibrary('sources')}>
        {t('addSources')}
      </button>
    </PageNotice>
  );
}
