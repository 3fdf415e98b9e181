import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import type { Coverage } from '../core/coverage.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { EvidencePhrase, PageState } from '../messaging/protocol.ts';
import { type KnownPageDeps, knownPage, shownRecord, TAB_PREFIX, type TabRecord, tabKey, tabRecord } from './known-page.ts';
import { judgeReading, type TabReading } from './read-tab.ts';

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
  session: KnownPageDeps['session'] & {
    set(key: string, value: unknown): Promise<void>;
    remove(key: string): Promise<void>;
    keys(): Promise<string[]>;
  };
  readTab(tabId: number): Promise<TabReading>;
  analyse(snapshot: PageSnapshot): Promise<Result<PageAnalysis>>;
  /** Called after every change of a tab's state, for badge and open surfaces. */
  changed(tabId: number, state: PageState): void;
}

/** What the background knows of the pages in the tabs. */
export interface TabPages {
  /** The state as known, without reading the page. */
  get(tabId: number): Promise<PageState>;
  /** Reads the page and works on it. `clicked`: the reader asked for it, else the gate did. */
  analyse(tabId: number, clicked: boolean): Promise<Result<PageState>>;
  /** Works on the page again from what was read, after a pin, a correction or a failure; `not-found` where the tab shows another page by now. */
  refresh(tabId: number): Promise<Result<PageState>>;
  /** The same for all pages that were read, but for one that was done already: the index gives other answers now. */
  refreshAll(exceptTabId?: number | null): Promise<void>;
  /** What was read, tab by tab: for a setting that shows it otherwise. */
  known(): Promise<{ tabId: number; state: PageState }[]>;
  /** The snapshot of the page that a tab shows, for saving or pinning it; null where that page was not read. */
  snapshot(tabId: number): Promise<PageSnapshot | null>;
  /** Forgets all tabs that show a host, and tells that their state changed. */
  forgetHost(host: string): Promise<void>;
  /** Forgets a tab that closed or went to another document. */
  forget(tabId: number): Promise<void>;
}

/** Creates the keeper of tab states. Two requests for the same tab at once share one reading. */
export function createTabPages(deps: TabPagesDeps): TabPages {
  const running = new Map<number, Promise<Result<PageState>>>();
  /** Counts up when a tab goes to another document: work on the document before must not be kept. */
  const visits = new Map<number, number>();
  const visitOf = (tabId: number): number => visits.get(tabId) ?? 0;

  const get = (tabId: number): Promise<PageState> => knownPage(tabId, deps);

  async function store(tabId: number, visit: number, entry: TabRecord): Promise<PageState> {
    if (visit !== visitOf(tabId)) return entry.state;
    try {
      await deps.session.set(tabKey(tabId), entry);
    } catch {
      // The browser's memory for us is full: without the page's text the state still fits, and a correction reads the page again.
      await deps.session.set(tabKey(tabId), { ...entry, snapshot: null }).catch(() => {});
    }
    deps.changed(tabId, entry.state);
    return entry.state;
  }

  async function read(tabId: number, clicked: boolean): Promise<Result<PageState>> {
    const visit = visitOf(tabId);
    const keep = async (url: string | null, state: PageState): Promise<Result<PageState>> =>
      ok(await store(tabId, visit, { url: canonicalUrl(url), state, snapshot: null }));
    const [url, settings] = await Promise.all([deps.tabUrl(tabId), deps.loadSettings()]);
    const host = parseWebUrl(url)?.host;
    if (host !== undefined && settings.blockedSites.includes(host)) return keep(url, { kind: 'site-off', host });
    const reading = await deps.readTab(tabId);
    const judged = judgeReading(reading, clicked);
    if (!judged.ok) return keep(reading.url, { kind: 'error', error: judged.error });
    if (judged.value.kind === 'state') return keep(reading.url, judged.value.state);
    const { snapshot, host: pageHost } = judged.value;
    return work(tabId, visit, snapshot, pageHost, canonicalUrl(reading.url));
  }

  async function work(tabId: number, visit: number, snapshot: PageSnapshot, host: string, url: string | null): Promise<Result<PageState>> {
    const analysis = await deps.analyse(snapshot);
    const state: PageState = analysis.ok ? readyState(tabId, host, snapshot, analysis.value) : { kind: 'error', error: analysis.error };
    return ok(await store(tabId, visit, { url, state, snapshot }));
  }

  function forget(tabId: number): Promise<void> {
    visits.set(tabId, visitOf(tabId) + 1);
    running.delete(tabId);
    return deps.session.remove(tabKey(tabId));
  }

  async function refresh(tabId: number): Promise<Result<PageState>> {
    const visit = visitOf(tabId);
    const known = await shownRecord(tabId, deps);
    if (known === null || known.snapshot === null) return fail('not-found', 'This page was not read.');
    const { snapshot, state, url } = known;
    // Also where the index failed after the page was read.
    const host = state.kind === 'ready' ? state.page.host : (parseWebUrl(url ?? snapshot.url)?.host ?? '');
    return work(tabId, visit, snapshot, host, url);
  }

  async function knownTabs(): Promise<number[]> {
    return (await deps.session.keys()).filter((key) => key.startsWith(TAB_PREFIX)).map((key) => Number(key.slice(TAB_PREFIX.length)));
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
      for (const tabId of await knownTabs()) if (tabId !== exceptTabId) await refresh(tabId);
    },
    async known() {
      const tabs = await knownTabs();
      const states = await Promise.all(tabs.map(get));
      return tabs.map((tabId, i) => ({ tabId, state: states[i]! }));
    },
    snapshot: async (tabId) => (await shownRecord(tabId, deps))?.snapshot ?? null,
    forget,
    async forgetHost(host) {
      for (const tabId of await knownTabs()) {
        const known = await tabRecord(tabId, deps);
        if (known === null || parseWebUrl(known.url ?? known.snapshot?.url)?.host !== host) continue;
        await forget(tabId);
        deps.changed(tabId, { kind: 'site-off', host });
      }
    },
  };
}

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
    coverage: analysis.coverage,
    pinnedIds: analysis.pinnedIds,
    ...(analysis.ownId !== undefined && { ownId: analysis.ownId }),
    stagesMs: analysis.stagesMs,
  };
}
