import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { Settings } from '../core/user-data.ts';
import type { PageState } from '../messaging/protocol.ts';

/** What is remembered of a tab: in memory only, gone with the tab. */
export interface TabRecord {
  /** Canonical address the state belongs to; null where the browser does not show it to us. */
  url: string | null;
  state: PageState;
  /** Kept so that a correction can be applied without reading the page again. */
  snapshot: PageSnapshot | null;
  /** The document that was read; null or left out where it was not. */
  document?: ReadDocument | null;
  /** When it was kept, epoch ms: what is oldest goes first where there is no room, what does not say it before. */
  atMs?: number;
}

/** One document as a tab loaded it, at the canonical address that it had when it was looked at. */
export interface ReadDocument {
  /** Its time origin, epoch ms: another load has another one. */
  openedAtMs: number;
  address: string | null;
}

/** Where what is known of a tab is found. */
export interface KnownPageDeps {
  session: { get(key: string): Promise<unknown> };
  /** The tab's address, where a permission lets us see it. */
  tabUrl(tabId: number): Promise<string | null>;
  loadSettings(): Promise<Settings>;
}

/** What the keys of tab records begin with. */
export const TAB_PREFIX = 'tab:';

/** The key of a tab's record. */
export const tabKey = (tabId: number): string => `${TAB_PREFIX}${tabId}`;

/** What is remembered of a tab, or null; the tab may have gone to another address since. */
export async function tabRecord(tabId: number, { session }: Pick<KnownPageDeps, 'session'>): Promise<TabRecord | null> {
  // Our own memory, written by us alone: believed.
  return ((await session.get(tabKey(tabId))) as TabRecord | undefined) ?? null;
}

/** What is remembered of the page a tab shows now, or null. Where the browser does not show us the address, a tab is taken to be where it was read. */
export async function shownRecord(tabId: number, deps: Pick<KnownPageDeps, 'session' | 'tabUrl'>): Promise<TabRecord | null> {
  const [known, url] = await Promise.all([tabRecord(tabId, deps), deps.tabUrl(tabId)]);
  return isElsewhere(known, url) ? null : known;
}

/** What is known of the page in a tab, without reading it: never another address's results, never those of a site that is switched off. */
export async function knownPage(tabId: number, deps: KnownPageDeps): Promise<PageState> {
  return (await lookUp(tabId, deps)).state;
}

/**
 * The same for a surface, before the background has woken: it may not have heard yet that the tab went elsewhere, so only where the browser shows us the
 * tab's address; null where that is not certain.
 */
export async function surelyKnownPage(tabId: number, deps: KnownPageDeps): Promise<PageState | null> {
  const { state, isCertain } = await lookUp(tabId, deps);
  return isCertain ? state : null;
}

async function lookUp(tabId: number, deps: KnownPageDeps): Promise<{ state: PageState; isCertain: boolean }> {
  const [known, url, settings] = await Promise.all([tabRecord(tabId, deps), deps.tabUrl(tabId), deps.loadSettings()]);
  const host = parseWebUrl(url)?.host ?? null;
  if (host !== null && settings.blockedSites.includes(host)) return { state: { kind: 'site-off', host }, isCertain: true };
  const isCertain = url !== null && known !== null && known.url === canonicalUrl(url);
  // "Site off" was true when it was noted; the setting says what is true now.
  if (known === null || isElsewhere(known, url) || known.state.kind === 'site-off')
    return { state: { kind: 'needs-click', host }, isCertain };
  return { state: known.state, isCertain };
}

function isElsewhere(known: TabRecord | null, url: string | null): boolean {
  return url !== null && known !== null && known.url !== null && known.url !== canonicalUrl(url);
}
