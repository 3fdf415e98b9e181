import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import type { Coverage } from '../core/coverage.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { DetectedTopic } from '../core/topic.ts';
import type { EvidencePhrase, PageState } from '../messaging/protocol.ts';
import { type KnownPageDeps, knownPage, type ReadDocument, shownRecord, type TabRecord, tabKey, tabRecord } from './known-page.ts';
import { documentOf, judgeReading, type ReadTab, type TabReading } from './read-tab.ts';
import { keepInSession, knownTabs, type SessionMemory } from './session-room.ts';

/** What a page's analysis yields beside its facts. */
export interface PageAnalysis {
  coverage: Coverage;
  evidence: Record<string, EvidencePhrase[]>;
  pinnedIds: string[];
  ownId?: string;
  /** Time spent per stage, ms. */
  stagesMs: Record<string, number>;
}

/** What the keeper of tab states works with; the background hands in the browser's, tests their own. */
export interface TabPagesDeps extends KnownPageDeps {
  session: SessionMemory;
  readTab(tabId: number): Promise<TabReading>;
  /** The document a tab shows, without reading it; null where the browser refuses to say. */
  documentIn(tabId: number): Promise<ReadDocument | null>;
  nowMs(): number;
  analyse(snapshot: PageSnapshot): Promise<Result<PageAnalysis>>;
  /** Called after every change of a tab's state that is kept, for badge and open surfaces. */
  changed(tabId: number, state: PageState): void;
}

/** What the background knows of the pages in the tabs. */
export interface TabPages {
  /** The state as known, without reading the page. */
  get(tabId: number): Promise<PageState>;
  /** Reads the page and works on it. `clicked`: the reader asked for it, else the gate did. */
  analyse(tabId: number, clicked: boolean): Promise<Result<PageState>>;
  /**
   * Works on the page again from what was read, after a pin, a correction or a failure; where the text found no room it is read again. `not-found` where
   * the tab shows another page by now.
   */
  refresh(tabId: number): Promise<Result<PageState>>;
  /** The same for all pages that were read, but for one that was done already: the index gives other answers now. */
  refreshAll(exceptTabId?: number | null): Promise<void>;
  /** What was read, tab by tab: for a setting that shows it otherwise. */
  known(): Promise<{ tabId: number; state: PageState }[]>;
  /** The snapshot of the page that a tab shows, as it was read; null where that page was not read, or its text found no room. */
  snapshot(tabId: number): Promise<PageSnapshot | null>;
  /**
   * What a tab shows at this moment, for saving or pinning it; as it was read before where the browser refuses to let it be read now, which changes
   * nothing of what is known. Null where there is no article.
   */
  readNow(tabId: number): Promise<PageSnapshot | null>;
  /** Forgets all tabs that show a host, and tells that their state changed. */
  forgetHost(host: string): Promise<void>;
  /** Forgets a tab that closed or whose page is another. */
  forget(tabId: number): Promise<void>;
  /**
   * A tab may have gone to another document: the browser says so of anchors, frames and new states of a page's history too. Forgets what is known unless the
   * tab shows the same document at the same address; true where it was forgotten. Until that is known, `get` waits.
   */
  navigated(tabId: number): Promise<boolean>;
}

/** Creates the keeper of tab states. Two requests for the same tab at once share one reading. */
export function createTabPages(deps: TabPagesDeps): TabPages {
  const running = new Map<number, Promise<Result<PageState>>>();
  /** Counts up when a tab goes to another document: work on the document before must not be kept. */
  const visits = new Map<number, number>();
  const visitOf = (tabId: number): number => visits.get(tabId) ?? 0;

  /** Questions to tabs that are not answered yet. */
  const asked = new Map<number, Promise<boolean>>();

  async function get(tabId: number): Promise<PageState> {
    await asked.get(tabId);
    return knownPage(tabId, deps);
  }

  async function store(tabId: number, visit: number, kept: Omit<TabRecord, 'atMs'>): Promise<PageState> {
    if (visit !== visitOf(tabId)) return kept.state;
    const entry: TabRecord = { ...kept, atMs: deps.nowMs() };
    const { session } = deps;
    // Without the page's text the state may still fit, and what needs the text reads the page again.
    if ((await keepInSession(session, tabKey(tabId), entry)) || (await keepInSession(session, tabKey(tabId), { ...entry, snapshot: null })))
      deps.changed(tabId, entry.state);
    return entry.state;
  }

  /** Reads what a tab shows and judges it; `refused` where the browser did not let it be read. */
  async function look(tabId: number, clicked: boolean): Promise<Looked> {
    const [url, settings] = await Promise.all([deps.tabUrl(tabId), deps.loadSettings()]);
    const host = parseWebUrl(url)?.host;
    if (host !== undefined && settings.blockedSites.includes(host))
      return { kind: 'state', state: { kind: 'site-off', host }, url: canonicalUrl(url), document: null, refused: false };
    const reading = await deps.readTab(tabId);
    const judged = judgeReading(reading, clicked);
    const found: ReadTab = judged.ok ? judged.value : { kind: 'state', state: { kind: 'error', error: judged.error } };
    return { ...found, url: canonicalUrl(reading.url), document: documentOf(reading), refused: reading.kind === 'refused' };
  }

  async function read(tabId: number, clicked: boolean): Promise<Result<PageState>> {
    const visit = visitOf(tabId);
    return keep(tabId, visit, await look(tabId, clicked));
  }

  async function keep(tabId: number, visit: number, looked: Looked): Promise<Result<PageState>> {
    const { url, document } = looked;
    if (looked.kind === 'state') return ok(await store(tabId, visit, { url, state: looked.state, snapshot: null, document }));
    return work(tabId, visit, { url, document, snapshot: looked.snapshot }, looked.host);
  }

  async function work(tabId: number, visit: number, page: ReadPage, host: string): Promise<Result<PageState>> {
    const { snapshot } = page;
    const analysis = await deps.analyse(snapshot);
    const state: PageState = analysis.ok ? readyState(tabId, host, snapshot, analysis.value) : { kind: 'error', error: analysis.error };
    return ok(await store(tabId, visit, { ...page, state }));
  }

  async function readNow(tabId: number): Promise<PageSnapshot | null> {
    // What is being read already may be of an earlier moment.
    await running.get(tabId)?.catch(() => {});
    const visit = visitOf(tabId);
    const looked = await look(tabId, true);
    const known = await shownRecord(tabId, deps);
    if (looked.refused && known !== null && known.state.kind !== 'needs-click') return known.snapshot;
    if (looked.kind === 'article' && known?.state.kind === 'ready') {
      // What was found stays shown; who asked has it worked on anew.
      const { url, document, snapshot } = looked;
      if (visit === visitOf(tabId))
        await keepInSession(deps.session, tabKey(tabId), { url, document, snapshot, state: known.state, atMs: deps.nowMs() });
    } else await keep(tabId, visit, looked);
    return looked.kind === 'article' ? looked.snapshot : null;
  }

  function forget(tabId: number): Promise<void> {
    visits.set(tabId, visitOf(tabId) + 1);
    running.delete(tabId);
    return deps.session.remove(tabKey(tabId));
  }

  async function refresh(tabId: number): Promise<Result<PageState>> {
    const visit = visitOf(tabId);
    const known = await shownRecord(tabId, deps);
    const snapshot = known?.snapshot ?? (known?.state.kind === 'ready' ? await readNow(tabId) : null);
    if (known === null || snapshot === null) return fail('not-found', 'This page was not read.');
    const { state, url, document = null } = known;
    // Also where the index failed after the page was read.
    const host = state.kind === 'ready' ? state.page.host : (parseWebUrl(url ?? snapshot.url)?.host ?? '');
    return work(tabId, visit, { url, document, snapshot }, host);
  }

  async function isElsewhere(tabId: number): Promise<boolean> {
    const before = running.get(tabId);
    // Of a tab of which nothing is known nothing is asked.
    const document = (await tabRecord(tabId, deps)) === null ? null : await deps.documentIn(tabId);
    const known = await tabRecord(tabId, deps);
    const isSame = document !== null && known?.document?.openedAtMs === document.openedAtMs && known.document.address === document.address;
    const now = running.get(tabId);
    // What began since is of the document that is there now.
    if (isSame || (now !== undefined && now !== before)) return false;
    await forget(tabId);
    return true;
  }

  function navigated(tabId: number): Promise<boolean> {
    const asking = isElsewhere(tabId).finally(() => {
      if (asked.get(tabId) === asking) asked.delete(tabId);
    });
    asked.set(tabId, asking);
    return asking;
  }

  return {
    get,
    analyse(tabId, clicked) {
      const known = running.get(tabId);
      if (known !== undefined) return known;
      const pending = read(tabId, clicked).finally(() => {
        if (running.get(tabId) === pending) running.delete(tabId);
      });
      running.set(tabId, pending);
      return pending;
    },
    refresh,
    async refreshAll(exceptTabId) {
      for (const tabId of await knownTabs(deps.session)) if (tabId !== exceptTabId) await refresh(tabId);
    },
    async known() {
      const tabs = await knownTabs(deps.session);
      const states = await Promise.all(tabs.map(get));
      return tabs.map((tabId, i) => ({ tabId, state: states[i]! }));
    },
    snapshot: async (tabId) => (await shownRecord(tabId, deps))?.snapshot ?? null,
    readNow,
    forget,
    navigated,
    async forgetHost(host) {
      for (const tabId of await knownTabs(deps.session)) {
        const known = await tabRecord(tabId, deps);
        if (known === null || parseWebUrl(known.url ?? known.snapshot?.url)?.host !== host) continue;
        await forget(tabId);
        deps.changed(tabId, { kind: 'site-off', host });
      }
    },
  };
}

/** What was read of a page, and where. */
type ReadPage = Required<Pick<TabRecord, 'url' | 'document'>> & { snapshot: PageSnapshot };
/** What a look at a tab found. */
type Looked = ReadTab & Required<Pick<TabRecord, 'url' | 'document'>> & { refused: boolean };

function readyState(tabId: number, host: string, snapshot: PageSnapshot, analysis: PageAnalysis): PageState {
  return {
    kind: 'ready',
    page: {
      tabId,
      host,
      headline: snapshot.headline,
      language: snapshot.language,
      outletName: snapshot.outlet?.name ?? null,
      datePublished: snapshot.datePublished,
      authors: snapshot.authors.map((author) => author.name),
      evidence: analysis.evidence,
      words: snapshot.wordCount,
    },
    coverage: { ...analysis.coverage, topics: analysis.coverage.topics.map(withoutRepeats) },
    pinnedIds: analysis.pinnedIds,
    ...(analysis.ownId !== undefined && { ownId: analysis.ownId }),
    stagesMs: analysis.stagesMs,
  };
}

/** A topic with each of its spellings once: a long report's hundreds of mentions would fill the browser's memory for us. */
function withoutRepeats(topic: DetectedTopic): DetectedTopic {
  const spellings = new Map<string, DetectedTopic['mentions'][number]>();
  for (const mention of topic.mentions) if (!spellings.has(mention.surface)) spellings.set(mention.surface, mention);
  return { ...topic, mentions: [...spellings.values()], mentionCount: topic.mentions.length };
}
