import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { IndexStatus } from '../../lib/core/coverage.ts';
import type { DetectedTopic } from '../../lib/core/topic.ts';
import type { PageClient } from '../../lib/messaging/protocol.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useFocusAfter } from '../hooks/use-focus-after.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePageChoices } from '../hooks/use-page-choices.ts';
import { type KnownPage, usePageState } from '../hooks/use-page-state.ts';
import { type Corrections, useCorrections, usePins } from '../hooks/use-report-actions.ts';
import { useReportKeys } from '../hooks/use-report-keys.ts';
import { useSearch } from '../hooks/use-search.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { IndexFooter } from '../IndexFooter.tsx';
import { KeysHelp } from '../KeysHelp.tsx';
import { PageStateNotice } from '../PageStateNotice.tsx';
import { PermissionNote } from '../PermissionNote.tsx';
import { ReadyPage } from '../ReadyPage.tsx';
import { PageSkeleton, TopicSkeleton } from '../ReportSkeleton.tsx';
import { SafetyNotice } from '../SafetyNotice.tsx';
import { SearchPanel } from '../SearchPanel.tsx';
import { SurfaceFrame } from '../SurfaceFrame.tsx';
import { SurfaceHeader } from '../SurfaceHeader.tsx';
import type { SurfacePlatform } from '../surface-platform.ts';
import { TopicBar } from '../TopicBar.tsx';

/** The popup, and with `platform.surface` = `panel` the side panel or sidebar: related reports to the active tab. */
export function PopupView({ platform, client, known }: { platform: SurfacePlatform; client: PageClient; known?: KnownPage }) {
  return (
    <SurfaceFrame platform={platform} client={client}>
      <Surface known={known} />
    </SurfaceFrame>
  );
}

type Open = 'menu' | 'search' | 'keys' | null;

function Surface({ known }: { known: KnownPage | undefined }) {
  const { platform, client, feedback, forgetFollows } = useSurface();
  const { t } = useMessages();
  const page = usePageState(platform, client, known);
  const control = useSettings();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open>(null);
  const search = useSearch({ open: open === 'search', limit: 30, draft: 'keep' });
  const ready = page.state?.kind === 'ready' ? page.state : null;
  const pins = usePins(ready?.pinnedIds);
  const { hideReport, ...others } = useCorrections(page.tabId, page.refresh);
  useLayoutEffect(() => forgetFollows(), [page.state, forgetFollows]);
  const index = useIndexStatus(client, ready?.coverage.index ?? null);

  const pageKey = `${page.tabId}\n${ready?.page.host}\n${ready?.page.headline}`;
  const { filter, openWhy, setFilter, toggleWhy } = usePageChoices(pageKey);

  const coverage = ready?.coverage;
  const rows = coverage?.rows.filter((row) => !others.isHidden(row.article.id)) ?? [];
  const leaving = useFocusAfter(root, 'data-report', rows);
  const corrections: Corrections = {
    ...others,
    hideReport(article) {
      leaving(article.id);
      return hideReport(article);
    },
  };
  const topics = coverage?.topics.filter((topic) => !corrections.isHidden(topic.id)) ?? [];
  const filtered = topics.some((topic) => topic.id === filter) ? filter : null;
  const searching = open === 'search';

  function close(): void {
    const was = open;
    setOpen(null);
    const opener = was === 'menu' || was === 'search' ? was : null;
    if (opener !== null) requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-opens="${opener}"]`)?.focus());
  }

  function selectTopic(topicId: string | null): void {
    setFilter(topicId);
    const shown = rows.filter((row) => topicId === null || row.reason.topics.some((topic) => topic.id === topicId)).length;
    const label = topics.find((topic) => topic.id === topicId)?.label ?? '';
    feedback.announce(
      topicId === null ? t('filterCleared', String(rows.length)) : t('filterShowing', String(shown), String(rows.length), label),
    );
  }

  function articleById(id: string) {
    return rows.find((row) => row.article.id === id)?.article ?? search.answer?.hits.find((hit) => hit.article.id === id)?.article;
  }

  useReportKeys(root, {
    onSearch: () => setOpen('search'),
    onHelp: () => setOpen('keys'),
    onPin(id) {
      const article = articleById(id);
      if (article) void pins.toggle(article);
    },
    onHide(id) {
      const article = rows.find((row) => row.article.id === id)?.article;
      if (article && !searching) void corrections.hideReport(article);
    },
    onWhy: toggleWhy,
    onEscape() {
      if (open === null && filtered === null) return false;
      if (open !== null) close();
      else selectTopic(null);
      return true;
    },
  });

  return (
    <div class={`surface surface-${platform.surface}`} ref={root}>
      <SurfaceHeader
        page={page}
        rows={rows.length}
        index={index}
        control={control}
        pins={pins}
        open={open}
        search={search}
        onOpen={(next) => (next === null || next === open ? close() : setOpen(next))}
      />
      {page.state === null && !searching && <TopicSkeleton />}
      {ready && !searching && topics.length === 0 && (
        <section class="topics topics-none" aria-label={t('topics')}>
          <p>{t('emptyNoTopics')}</p>
        </section>
      )}
      {ready && !searching && topics.length > 0 && (
        <TopicBar
          key={pageKey}
          topics={topics}
          evidence={ready.page.evidence}
          selected={filtered}
          followed={ready.coverage.followedTopics}
          onSelect={selectTopic}
          onAlias={(topic, alias) => corrections.nameTopic(topic.id, alias, topic.label)}
          onSameAs={(topic, other) => corrections.joinTopic(topic.id, other, topic.label)}
          onNotTopic={(topic) => corrections.hideTopic(topic.id, surfacesOf(topic), topic.label)}
        />
      )}
      <main class="scroll" tabIndex={-1} aria-busy={page.state === null}>
        {searching ? (
          <SearchPanel search={search} index={index} pins={pins} />
        ) : page.state === null ? (
          <PageSkeleton />
        ) : page.state.kind === 'ready' ? (
          <>
            <PermissionNote control={control} host={page.state.page.host} />
            <ReadyPage
              key={pageKey}
              state={page.state}
              rows={rows}
              filter={filtered}
              filterLabel={topics.find((topic) => topic.id === filtered)?.label ?? ''}
              pins={pins}
              corrections={corrections}
              openWhy={openWhy}
              onWhy={toggleWhy}
              onClearFilter={() => selectTopic(null)}
              onSearch={(label) => {
                search.setQuery(label);
                setOpen('search');
              }}
              onChanged={page.refresh}
            />
          </>
        ) : (
          <PageStateNotice
            state={page.state}
            moved={page.moved}
            tabId={page.tabId}
            control={control}
            onAnalyse={() => {
              // The button that was pressed goes while the page is read.
              root.current?.querySelector('main')?.focus();
              void page.analyse();
            }}
            onRefresh={page.refresh}
            onSearch={() => setOpen('search')}
          />
        )}
      </main>
      {page.state !== null && <SafetyNotice reminds={false} />}
      <IndexFooter index={index} onKeys={() => setOpen(open === 'keys' ? null : 'keys')} />
      {open === 'keys' && <KeysHelp onClose={close} />}
    </div>
  );
}

/** The page's phrases for a topic, each once and no longer than a message may be. */
function surfacesOf({ mentions, label }: DetectedTopic): string[] {
  const surfaces = new Set(mentions.map(({ surface }) => surface.slice(0, 1000)));
  return surfaces.size === 0 ? [label] : [...surfaces].slice(0, 1000);
}

function useIndexStatus(client: PageClient, known: IndexStatus | null): IndexStatus | null {
  const [status, setStatus] = useState<IndexStatus | null>(null);
  useEffect(() => {
    let stopped = false;
    void client.getIndexStatus({}).then((answer) => {
      if (!stopped && answer.ok) setStatus(answer.value);
    });
    return () => {
      stopped = true;
    };
  }, [client]);
  return known ?? status;
}
