import type { Feed, FeedEntry } from '../core/feed.ts';
import type { PageSnapshot } from '../core/snapshot.ts';

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
