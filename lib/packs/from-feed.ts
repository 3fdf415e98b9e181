import type { Feed, FeedEntry, FeedList } from '../core/feed.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { outletRecord, recordsFromSnapshot } from './from-snapshot.ts';
import type { PackRecord } from './types.ts';

/** Records of a feed, and how many of its entries say too little to be a report: no title, or no address. */
export interface FeedRecords {
  records: PackRecord[];
  leftOut: number;
}

/** Outlet, reporters and reports that a feed or news sitemap announces. A report announced twice is taken once. */
export function recordsFromFeed(feed: Feed): FeedRecords {
  const records = new Map<string, PackRecord>();
  let leftOut = 0;
  for (const entry of feed.entries) {
    const found = entry.url === null ? [] : recordsFromSnapshot(snapshotOfEntry(entry, entry.url, feed));
    if (found.length === 0) leftOut++;
    for (const record of found) if (!records.has(`${record.type} ${record.id}`)) records.set(`${record.type} ${record.id}`, record);
  }
  return { records: [...records.values()], leftOut };
}

/** The outlets whose feeds an OPML file lists, named as it names them; left out are those without any address. */
export function recordsFromFeedList({ feeds }: FeedList): FeedRecords {
  const records = feeds.flatMap(({ title, url, siteUrl }): PackRecord[] => {
    const home = siteUrl ?? (url === null ? null : `${new URL(url).origin}/`);
    const outlet = home === null ? null : outletRecord({ name: title ?? new URL(home).hostname, url: home }, null);
    return outlet === null ? [] : [outlet];
  });
  return { records, leftOut: feeds.length - records.length };
}

/** An entry as its page would say the same. `url` is the entry's; `feed` says whose it is. */
export function snapshotOfEntry(entry: FeedEntry, url: string | null, feed: Pick<Feed, 'title' | 'language' | 'siteUrl'>): PageSnapshot {
  const home = feed.siteUrl ?? (url === null ? null : `${new URL(url).origin}/`);
  const name = feed.title ?? (home === null ? null : new URL(home).hostname.replace(/^www\./, ''));
  return {
    isArticle: true,
    confidence: 1,
    url,
    headline: entry.title,
    description: entry.summary,
    authors: entry.authors.map(({ name }) => ({ name, url: null, jobTitle: null, bio: null, sameAs: [] })),
    datePublished: entry.datePublished,
    dateModified: entry.dateModified,
    language: feed.language,
    outlet: name === null ? null : { name, url: home },
    section: null,
    keywords: entry.categories,
    feeds: [],
    paragraphs: entry.content?.split('\n\n') ?? [],
    captions: [],
    also: [],
    wordCount: 0,
    provenance: {},
  };
}
