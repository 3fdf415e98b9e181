import { parseWebUrl } from '../core/canonical-url.ts';
import type { PageFeed } from '../core/snapshot.ts';
import { cleanText } from './dom-text.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import type { PageDocument } from './page-tree.ts';

const MAX_FEEDS = 20;
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
 * The page's canonical address: its canonical link, else og:url, where they are http(s) and do not lead to another
 * host's or the site's front page; else its own address. Null where that is no web address.
 */
export function canonicalOf(
  document: PageDocument,
  tags: MetaTags,
  url: string,
  base: string | undefined,
): { url: string | null; from: 'meta' | 'open-graph' | 'url' } {
  const own = parseWebUrl(url);
  const links = document.querySelectorAll('link[rel~="canonical" i]');
  const stated: ['meta' | 'open-graph', unknown][] = [
    ['meta', links[0]?.getAttribute('href')],
    ['open-graph', firstMeta(tags, ['og:url'])],
  ];
  for (const [from, value] of stated) {
    const candidate = typeof value === 'string' && value.trim() !== '' ? parseWebUrl(value, base) : null;
    if (!candidate) continue;
    const front = candidate.pathname === '/' && candidate.search === '';
    if (front && own && own.pathname !== '/') continue;
    candidate.hash = '';
    return { url: candidate.href, from };
  }
  return { url: own?.href ?? null, from: 'url' };
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
