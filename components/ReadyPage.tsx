import type { CoverageRow } from '../lib/core/coverage.ts';
import type { PageState } from '../lib/messaging/protocol.ts';
import { CoverageList } from './CoverageList.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import { EmptyNotice } from './EmptyNotice.tsx';
import { EventSummary } from './EventSummary.tsx';
import { useMessages } from './hooks/use-messages.ts';
import type { Corrections, PinActions } from './hooks/use-report-actions.ts';
import { KeptNote } from './KeptNote.tsx';
import { MissingTopics } from './MissingTopics.tsx';
import { ReporterList } from './ReporterList.tsx';
import { SamplesNote } from './SamplesNote.tsx';

/** Props of {@link ReadyPage}. `rows` are the coverage's, without those called unrelated. */
export interface ReadyPageProps {
  state: Extract<PageState, { kind: 'ready' }>;
  rows: CoverageRow[];
  filter: string | null;
  filterLabel: string;
  pins: PinActions;
  corrections: Corrections;
  openWhy: ReadonlySet<string>;
  onWhy(articleId: string): void;
  onClearFilter(): void;
  onSearch(label: string): void;
  onChanged(): void;
}

/** What is known of an article that was read: coverage over time, reports, what the page leaves out, people. */
export function ReadyPage({ state, rows, filter, filterLabel, ...rest }: ReadyPageProps) {
  const { t, count } = useMessages();
  const { coverage } = state;
  const shown = rows.filter((row) => filter === null || row.reason.topics.some((topic) => topic.id === filter));
  return (
    <>
      <KeptNote state={state} />
      {coverage.timeline && rows.length > 0 && (
        <CoverageStrip timeline={coverage.timeline} topic={coverage.topics.find(({ main }) => main)?.label ?? ''} />
      )}
      {filter !== null && (
        <p class="filter-note">
          <span dir="auto">
            {shown.length === 0 ? t('filterNone', filterLabel) : t('filterShowing', count(shown.length), count(rows.length), filterLabel)}
          </span>
          <button type="button" class="text-button" onClick={rest.onClearFilter}>
            {t('filterClear')}
          </button>
        </p>
      )}
      {rows.length === 0 && <EmptyNotice index={coverage.index} tabId={state.page.tabId} onSearch={() => rest.onSearch('')} />}
      {/* Counted over all rows: left out while the list shows fewer. */}
      {coverage.event && shown.length === coverage.rows.length && <EventSummary event={coverage.event} rows={shown} />}
      <CoverageList
        rows={shown}
        pageLanguage={state.page.language}
        evidence={state.page.evidence}
        pins={rest.pins}
        corrections={rest.corrections}
        openWhy={rest.openWhy}
        onWhy={rest.onWhy}
      />
      {coverage.missing.length > 0 && rows.length > 0 && <MissingTopics topics={coverage.missing} onSearch={rest.onSearch} />}
      {coverage.reporters.length > 0 && <ReporterList reporters={coverage.reporters} />}
      {coverage.index.sampleArticles > 0 && <SamplesNote samples={coverage.index.sampleArticles} onRemoved={rest.onChanged} />}
    </>
  );
}
