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

/** What is remembered of a tab, or null. */
export async function tabRecord(tabId: number, { session }: Pick<KnownPageDeps, 'session'>): Promise<TabRecord | null> {
  // Our own memory, written by us alone: believed.
  return ((await session.get(tabKey(tabId))) as TabRecord | undefined) ?? null;
}

/**
 * What is known of the page in a tab, without reading it: never another address's results, never those of a site that is switched off. The background
 * need not be awake for it, so that a surface shows at once what was found before.
 */
export async function knownPage(tabId: number, deps: KnownPageDeps): Promise<PageState> {
  const [known, url, settings] = await Promise.all([tabRecord(tabId, deps), deps.tabUrl(tabId), deps.loadSettings()]);
  const host = parseWebUrl(url)?.host ?? null;
  if (host !== null && settings.blockedSites.includes(host)) return { kind: 'site-off', host };
  const moved = known !== null && url !== null && known.url !== null && canonicalUrl(url) !== known.url;
  // "Site off" was true when it was noted; the setting says what is true now.
  if (known === null || moved || known.state.kind === 'site-off') return { kind: 'needs-click', host };
  return known.state;
}
