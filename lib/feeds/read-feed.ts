import { parseWebUrl } from '../core/canonical-url.ts';
import type { FeedDocument, FeedEntry, FeedReading, SitemapIndex } from '../core/feed.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { atomEntry, atomFeed } from './atom.ts';
import { decodeFeed } from './decode.ts';
import { jsonFeed } from './json-feed.ts';
import { MAX_ENTRIES } from './limits.ts';
import { opmlList } from './opml.ts';
import { type ProblemLog, problemLog } from './problems.ts';
import { rssEntry, rssFeed } from './rss.ts';
import { indexRow, type SitemapRow, sitemapFeed, sitemapOfList, sitemapRow } from './sitemap.ts';
import { readXml, type XmlElement } from './xml.ts';

/** What came with a document. */
export interface FeedSource {
  /** As the server stated it. */
  contentType?: string | null;
  /** Where it was found, after redirects: relative addresses resolve against it. */
  url?: string | null;
}

/** Root elements without prefix, and what stands in each of them many times. */
const ROOTS = new Map<string, string | null>([
  ['rss', 'item'],
  ['rdf', 'item'],
  ['feed', 'entry'],
  ['urlset', 'url'],
  ['sitemapindex', 'sitemap'],
  ['opml', null],
]);

/**
 * Reads a feed, sitemap, sitemap index or OPML file from its bytes, or from its text where the encoding is known. Total: whatever can be
 * read safely is, and what was wrong is counted. Fails with `not-a-feed` for everything else. Gzip data are unpacked before (`unpack.ts`).
 */
export function readFeed(input: Uint8Array | string, source: FeedSource = {}): Result<FeedReading> {
  const problems = problemLog();
  const contentType = source.contentType ?? null;
  const decoded = typeof input === 'string' ? input : decodeFeed(input, contentType, problems);
  const text = decoded.replace(/^[\ufeff\s]+/, '');
  const base = parseWebUrl(source.url)?.href ?? null;
  const document =
    text.startsWith('{') || text.startsWith('[')
      ? jsonFeed(text, base, problems)
      : (fromXml(text, base, problems) ?? sitemapOfList(text, problems));
  if (document === null) return fail('not-a-feed', 'This is no feed, sitemap or OPML file.');
  if (contentType !== null && !isFitting(contentType, document)) problems.add('wrong-content-type');
  return ok({ document, problems: problems.all() });
}

function fromXml(text: string, base: string | null, problems: ProblemLog): FeedDocument | null {
  const entries: FeedEntry[] = [];
  const rows: SitemapRow[] = [];
  const sitemaps: SitemapIndex['sitemaps'] = [];
  const root = readXml(text, {
    roots: ROOTS,
    base,
    problems,
    maxRecords: MAX_ENTRIES,
    onRecord: (record: XmlElement) => {
      if (record.name === 'item') entries.push(rssEntry(record, problems));
      else if (record.name === 'entry') entries.push(atomEntry(record, problems));
      else if (record.name === 'url') rows.push(sitemapRow(record, problems));
      else sitemaps.push(indexRow(record, problems));
    },
  });
  if (root === null) return null;
  switch (root.name) {
    case 'feed':
      return atomFeed(root, entries, problems);
    case 'urlset':
      return sitemapFeed(rows);
    case 'sitemapindex':
      return { format: 'sitemap-index', sitemaps };
    case 'opml':
      return opmlList(root, problems);
    default:
      return rssFeed(root, entries, problems);
  }
}

function isFitting(contentType: string, { format }: FeedDocument): boolean {
  if (format === 'json-feed') return /json/i.test(contentType);
  return /xml|rss|atom|rdf|opml/i.test(contentType) || (format === 'sitemap' && /^text\/plain/i.test(contentType));
}
