import { parseWebUrl, routeOf } from '../core/canonical-url.ts';
import { reportKey } from '../core/report-key.ts';
import { isSameSite } from '../core/same-site.ts';
import type { PageFeed } from '../core/snapshot.ts';
import { cleanText } from './dom-text.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import type { PageDocument } from './page-tree.ts';

const MAX_FEEDS = 20;
/** A path that names an article: by a slug of three words or a number. */
const SLUG = /[^/-]+-[^/-]+-[^/-]|\d{5}/;
/** What a template writes where it has no value. */
const LEFT_BEHIND = /\/(?:undefined|null|nan)$/i;
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$|^application\/json$/;

/** Where a page's own links are resolved: its base element where that is http(s), else its address. */
export function baseOf(document: PageDocument, url: string): string | undefined {
  const own = parseWebUrl(url)?.href;
  const stated = document.querySelector('base[href]')?.getAttribute('href');
  return (stated ? parseWebUrl(stated, own)?.href : undefined) ?? own;
}

/** An address for a snapshot: absolute, http(s), without fragment-only or scripted targets; else null. */
export function webLink(value: unknown, base: string | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? (parseWebUrl(value, base)?.href ?? null) : null;
}

/**
 * The page's canonical address: its canonical link, else og:url, where they can be believed (`isSaneCanonical`; several canonical links that
 * differ cannot); else its own address. Null where that is no web address.
 */
export function canonicalOf(
  document: PageDocument,
  tags: MetaTags,
  url: string,
  base: string | undefined,
): { url: string | null; from: 'meta' | 'open-graph' | 'url' } {
  const own = parseWebUrl(url);
  const links = document.querySelectorAll('link[rel~="canonical" i]').map((link) => link.getAttribute('href'));
  const stated: ['meta' | 'open-graph', unknown][] = [
    ['meta', new Set(links.map((link) => reportKey(webLink(link, base)))).size === 1 ? links[0] : null],
    ['open-graph', firstMeta(tags, ['og:url'])],
  ];
  for (const [from, value] of stated) {
    const candidate = typeof value === 'string' && value.trim() !== '' ? parseWebUrl(value, base) : null;
    if (!candidate || (own && !isSaneCanonical(candidate, own))) continue;
    candidate.hash = routeOf(candidate);
    return { url: candidate.href, from };
  }
  return { url: own?.href ?? null, from: 'url' };
}

/**
 * Whether an address may be what the page says it is. Not another site's: reprints name their original so, and hostile pages whatever they like; the
 * page would pass for the other's report. Not a front page or a section above the article, nor what a template left behind ("/undefined"). Nor the
 * document of an application that names its pages behind the "#": all of them would be one.
 */
function isSaneCanonical(stated: URL, own: URL): boolean {
  if (reportKey(stated.href) === reportKey(own.href)) return true;
  // A host without a dot is a machine of one's own: a copy there is of the page it names.
  if (own.hostname.includes('.') && !isSameSite(siteOf(stated), siteOf(own))) return false;
  if (routeOf(own) !== '' && stated.pathname === own.pathname && stated.search === own.search && !SLUG.test(own.pathname)) return false;
  if (LEFT_BEHIND.test(stated.pathname)) return false;
  return stated.search !== '' || !isAbove(stated.pathname, own.pathname);
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}

/** Whether a path is a folder above one that names an article. The front page is above all others. */
function isAbove(path: string, article: string): boolean {
  const folder = path.replace(/\/*$/, '/');
  if (folder === '/') return article !== '/';
  return article.startsWith(folder) && SLUG.test(article.slice(folder.length));
}

/** Feeds a page declares in its head; http(s) only, at most 20. */
export function feedsOf(document: PageDocument, base: string | undefined): PageFeed[] {
  const feeds: PageFeed[] = [];
  const links = document.querySelectorAll('link[rel~="alternate" i][type]');
  for (let i = 0; i < links.length && i < 200 && feeds.length < MAX_FEEDS; i++) {
    const link = links[i]!;
    const type = (link.getAttribute('type') ?? '').toLowerCase().replace(/;.*$/, '').trim();
    const url = webLink(link.getAttribute('href'), base);
    if (!url || !FEED_TYPE.test(type) || feeds.some((known) => known.url === url)) continue;
    // WordPress declares its API and oEmbed as JSON; a JSON feed says so in its type or its address.
    if (type === 'application/json' && !/feed/i.test(url)) continue;
    feeds.push({ url, title: cleanText(link.getAttribute('title') ?? '', 200) || null, type });
  }
  return feeds;
}
