import type { Feed, FeedEntry } from '../core/feed.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { verifiedLanguage } from '../extract/language.ts';
import { guessLanguage } from '../text/language.ts';
import { entryAuthors } from './entry-authors.ts';

/** Characters that a language is read from: of a document, of each of its entries for that, and of one entry. */
const SAMPLE = { document: 4_000, each: 300, entry: 1_000 } as const;

/** What is known of an entry beside the entry itself. */
export interface EntryContext {
  /** Whose it is. */
  feed: Pick<Feed, 'title' | 'language' | 'siteUrl'>;
  /** What else its outlet is called. */
  names?: readonly string[];
  /** `spokenLanguage` of its document. */
  spoken?: string | null;
}

/** The language that the entries of a document speak together (BCP 47 primary tag), where they say enough to tell; null where the stated one stands. */
export function spokenLanguage({ language, entries }: Pick<Feed, 'language' | 'entries'>): string | null {
  let sample = '';
  for (const entry of entries) {
    if (sample.length >= SAMPLE.document) break;
    sample += `${sampleOf(entry, SAMPLE.each)}\n`;
  }
  const { language: spoken, source } = verifiedLanguage(language, sample, guessLanguage);
  return source === 'text' ? spoken : null;
}

/**
 * An entry as its page would say the same. `url` is the entry's. Its language is read from its text, as programs that publish state none or always
 * English; what is too short to tell speaks as its document does.
 */
export function snapshotOfEntry(entry: FeedEntry, url: string | null, { feed, names = [], spoken = null }: EntryContext): PageSnapshot {
  const home = feed.siteUrl ?? (url === null ? null : `${new URL(url).origin}/`);
  const host = home === null ? null : new URL(home).hostname.replace(/^www\./, '');
  const name = feed.title ?? host;
  return {
    isArticle: true,
    confidence: 1,
    url,
    headline: entry.title,
    description: entry.summary,
    authors: entryAuthors(
      entry.authors,
      [feed.title, host, ...names].filter((known) => known !== null),
    ),
    datePublished: entry.datePublished,
    dateModified: entry.dateModified,
    language: verifiedLanguage(spoken ?? feed.language, sampleOf(entry, SAMPLE.entry), guessLanguage).language,
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

function sampleOf({ title, summary, content }: FeedEntry, max: number): string {
  return [title, summary, content?.slice(0, max)].filter(Boolean).join('\n').slice(0, max);
}
