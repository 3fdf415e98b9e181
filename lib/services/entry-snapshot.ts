import type { Feed, FeedEntry } from '../core/feed.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { entryAuthors } from './entry-authors.ts';

/** An entry as its page would say the same. `url` is the entry's; `feed` says whose it is; `names`: what else its outlet is called. */
export function snapshotOfEntry(
  entry: FeedEntry,
  url: string | null,
  feed: Pick<Feed, 'title' | 'language' | 'siteUrl'>,
  names: readonly string[] = [],
): PageSnapshot {
  const home = feed.siteUrl ?? (url === null ? null : `${new URL(url).origin}/`);
  const host = home === null ? null : new URL(home).hostname.replace(/^www\./, '');
  const name = feed.title ?? host;
  return {
    isArticle: true,
    confidence: 1,
    url,
    headline: entry.title,
    description: entry.summary,
    authors: entryAuthors(entry.authors, [feed.title, host, ...names].filter((known) => known !== null)),
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
