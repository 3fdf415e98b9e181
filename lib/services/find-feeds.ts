import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import type { FeedDocument, FeedList } from '../core/feed.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageFeed } from '../core/snapshot.ts';
import { sourceAddress } from '../feeds/address-guard.ts';
import { decodeFeed } from '../feeds/decode.ts';
import { writeOpml } from '../feeds/opml-write.ts';
import { feedsOfHtml, usualFeedAddresses } from '../feeds/page-feeds.ts';
import { problemLog } from '../feeds/problems.ts';
import { readFeed } from '../feeds/read-feed.ts';
import type { FoundFeed } from '../messaging/protocol.ts';
import type { Store } from '../store/store.ts';
import { noteRequests } from './activity.ts';
import { type DocumentAnswer, fetchDocument, LEADS_AWAY } from './fetch-document.ts';

/** Feeds of one answer that are shown to choose from. */
const FOUND_MAX = 200;
/** Among the usual places this many are enough. */
const USUAL_ENOUGH = 2;
const PAUSE_MS = 500;

/** What looking for feeds works with. */
export interface FindDeps {
  store: Pick<Store, 'addActivity' | 'listSources'>;
  fetch: typeof globalThis.fetch;
  nowMs(): number;
  sleep(ms: number): Promise<void>;
  /** Whether the browser lets us read this host. */
  isGranted(host: string): Promise<boolean>;
}

/**
 * Feeds at an address: the document itself where it is one, those it lists (OPML, sitemap of sitemaps), or those an HTML page declares. With
 * `usual` and nothing declared, the places are tried where sites usually have them. Every request is noted in the activity.
 */
export async function findFeeds(url: string, usual: boolean, deps: FindDeps): Promise<Result<FoundFeed[]>> {
  const host = parseWebUrl(url)?.host;
  if (host === undefined) return fail('bad-input', 'This is no http or https address.');
  if (!(await deps.isGranted(host))) return fail('no-permission', 'The browser does not let Sidelight read this site.');
  const answer = await look(url, deps);
  if (answer.kind === 'failed' && answer.failure === 'private-address')
    return fail('no-permission', 'Addresses of this computer and its network are not fetched.');
  if (answer.kind === 'failed' && answer.failure === 'leads-away' && !usual) return fail('leads-away', LEADS_AWAY);
  if (answer.kind !== 'read' && !usual) return fail('page-unreachable', 'Nothing could be read at this address.');
  const found = answer.kind === 'read' ? feedsIn(answer) : [];
  if (found.length > 0 || !usual) return ok(await marked(found, deps.store));
  const places: FoundFeed[] = [];
  for (const place of usualFeedAddresses(url)) {
    await deps.sleep(PAUSE_MS);
    const there = await look(place, deps);
    if (there.kind !== 'read') continue;
    const [feed] = feedsIn(there);
    if (feed?.format != null) places.push(feed);
    if (places.length >= USUAL_ENOUGH) break;
  }
  return ok(await marked(places, deps.store));
}

/** Feeds that a page declares, beside what is known already. */
export function declaredFeeds(feeds: readonly PageFeed[], siteUrl: string, store: Pick<Store, 'listSources'>): Promise<FoundFeed[]> {
  return marked(
    feeds.map((feed) => ofPage(feed, siteUrl)),
    store,
  );
}

/**
 * Feeds that an OPML file lists, each address once, with the folders of its first mention. `leftOut`: those at addresses of this computer or its
 * network, as readers have them that make feeds of pages: they are not fetched.
 */
export async function feedsOfOpml(
  text: string,
  store: Pick<Store, 'listSources'>,
): Promise<Result<{ feeds: FoundFeed[]; leftOut: number }>> {
  const reading = readFeed(text);
  if (!reading.ok || reading.value.document.format !== 'opml') return fail('not-a-feed', 'This is no OPML file.');
  const { document } = reading.value;
  const all = await marked(ofList(document), store);
  const feeds = all.filter(({ url }) => sourceAddress(url).ok);
  const unreadable = document.feeds.filter(({ url }) => url === null).length;
  return ok({ feeds, leftOut: all.length - feeds.length + unreadable });
}

/** All sources as an OPML file. */
export async function opmlOfSources(title: string, store: Pick<Store, 'listSources'>): Promise<string> {
  const sources = await store.listSources();
  return writeOpml(
    title,
    sources.map(({ source }) => source),
  );
}

async function look(url: string, { store, fetch, nowMs }: FindDeps): Promise<DocumentAnswer> {
  const atMs = nowMs();
  const answer = await fetchDocument({ url, etag: null, lastModified: null }, { fetch });
  await noteRequests({ url, source: null, why: 'discovery', atMs }, answer, store);
  return answer;
}

function feedsIn({ body, contentType, finalUrl }: Extract<DocumentAnswer, { kind: 'read' }>): FoundFeed[] {
  const reading = readFeed(body, { contentType, url: finalUrl });
  if (reading.ok) return ofDocument(reading.value.document, finalUrl);
  const html = decodeFeed(body, contentType, problemLog());
  return feedsOfHtml(html, finalUrl).map((feed) => ofPage(feed, `${new URL(finalUrl).origin}/`));
}

function ofDocument(document: FeedDocument, url: string): FoundFeed[] {
  if (document.format === 'opml') return ofList(document);
  if (document.format === 'sitemap-index') {
    const sitemaps = document.sitemaps.flatMap((sitemap) => sitemap.url ?? []);
    // Only sitemaps of news have headlines; those say so in their address.
    const news = sitemaps.filter((sitemap) => /news/i.test(new URL(sitemap).pathname));
    return news.slice(0, FOUND_MAX).map((sitemap) => ({ ...unseen(sitemap), title: new URL(sitemap).pathname.slice(1) }));
  }
  // A sitemap without headlines has nothing to take in.
  if (document.format === 'sitemap') return [];
  const reports = document.entries.filter((entry) => entry.title !== null && entry.url !== null).length;
  const { format, title, siteUrl } = document;
  return [
    { url, title: title ?? '', siteUrl: siteUrl ?? `${new URL(url).origin}/`, folders: [], format, reports, known: false, declared: false },
  ];
}

function ofList({ feeds }: FeedList): FoundFeed[] {
  return feeds.flatMap(({ url, title, siteUrl, folders }) =>
    url === null ? [] : [{ ...unseen(url), title: title ?? '', siteUrl, folders }],
  );
}

function ofPage({ url, title }: PageFeed, siteUrl: string): FoundFeed {
  return { ...unseen(url), title: title ?? '', siteUrl, declared: true };
}

function unseen(url: string): FoundFeed {
  return { url, title: '', siteUrl: null, folders: [], format: null, reports: null, known: false, declared: false };
}

async function marked(found: FoundFeed[], store: Pick<Store, 'listSources'>): Promise<FoundFeed[]> {
  const sources = new Set((await store.listSources()).map(({ source }) => canonicalUrl(source.url)));
  const distinct = new Map<string, FoundFeed>();
  for (const feed of found) {
    const key = canonicalUrl(feed.url);
    if (key !== null && !distinct.has(key)) distinct.set(key, { ...feed, known: sources.has(key) });
  }
  return [...distinct.values()];
}
