import type { Feed, FeedList } from '../core/feed.ts';
import { entryAddresses } from '../feeds/entry-addresses.ts';
import { outletRecord, recordsFromSnapshot } from '../packs/from-snapshot.ts';
import type { PackRecord } from '../packs/types.ts';
import { snapshotOfEntry, spokenLanguage } from '../services/entry-snapshot.ts';

/** Records of a feed, and how many of its entries say too little to be a report: no title, no address, or nothing that tells them from others. */
export interface FeedRecords {
  records: PackRecord[];
  leftOut: number;
}

/** Outlet, reporters and reports that a feed or news sitemap announces. A report announced twice is taken once. */
export function recordsFromFeed(feed: Feed): FeedRecords {
  const records = new Map<string, PackRecord>();
  const addresses = entryAddresses(feed.entries);
  const spoken = spokenLanguage(feed);
  let leftOut = 0;
  for (const [at, entry] of feed.entries.entries()) {
    const address = addresses[at] ?? null;
    const url = address?.shared === undefined ? entry.url : address.url;
    const found = address === null ? [] : recordsFromSnapshot(snapshotOfEntry(entry, url, { feed, spoken }));
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
