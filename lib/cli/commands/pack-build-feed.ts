import { readFeed } from '../../feeds/read-feed.ts';
import type { PackRecord } from '../../packs/types.ts';
import { parseWritable } from '../../packs/write.ts';
import { type FeedRecords, recordsFromFeed, recordsFromFeedList } from '../feed-records.ts';

/** What one input gave: its records, and a sentence for each thing that could not be used. */
export interface InputRecords {
  records: PackRecord[];
  faults: string[];
  /** Set where a feed announces the reports, as others may. */
  announced?: boolean;
}

/** Whether a file is to be read as a feed, sitemap or OPML file, by its name and its first characters. */
export function looksLikeFeed(name: string, head: string): boolean {
  const prolog = /^\s*(?:<\?xml[^>]*>\s*)?(?:(?:<!--(?:(?!-->)[\s\S])*-->|<\?[^>]*>|<!doctype[^>[]*>)\s*)*/i.exec(head)?.[0] ?? '';
  const isXml = /^<(?:\w+:)?(?:rss|feed|rdf|opml|urlset|sitemapindex)[\s>/]/i.test(head.slice(prolog.length));
  const isJson = /^\s*\{/.test(head) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(head);
  return isXml || isJson || /\.(?:opml|rss|atom|rdf)(?:\.gz)?$/i.test(name);
}

/** Records of a feed, news sitemap or OPML file; null for none of these. */
export function recordsOfFeed(name: string, bytes: Uint8Array, url: string | null): InputRecords | null {
  const reading = readFeed(bytes, { url });
  if (!reading.ok) return null;
  const { document } = reading.value;
  if (document.format === 'sitemap-index') {
    return { records: [], faults: [`${name}: a list of sitemaps holds no reports; give the sitemaps themselves`] };
  }
  if (document.format === 'opml') return checked(name, recordsFromFeedList(document), 'feeds without an address');
  return { ...checked(name, recordsFromFeed(document), 'entries without a title or an address'), announced: true };
}

function checked(name: string, { records, leftOut }: FeedRecords, what: string): InputRecords {
  const good = records.flatMap((record) => {
    const parsed = parseWritable(record);
    return parsed.ok ? [parsed.value] : [];
  });
  const missing = leftOut + records.length - good.length;
  const empty = good.length === 0 ? [`${name}: no report was found in it`] : [];
  return { records: good, faults: missing > 0 ? [`${name}: left out ${what} (${missing})`] : empty };
}
