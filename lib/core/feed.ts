/** What a document with entries is; RSS 0.90 and 1.0 are RDF. */
export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json-feed' | 'sitemap' | 'news-sitemap';

/** One report as a feed or sitemap announces it. Texts are plain; addresses are absolute http(s). Unknown is null. */
export interface FeedEntry {
  /** As the feed writes it, white space around it left out. */
  id: string | null;
  /** On one line. */
  title: string | null;
  url: string | null;
  authors: { name: string }[];
  /** ISO 8601 as stated: with the offset from UTC where a zone is stated, without one where none is, and a bare or partial date as it is. */
  datePublished: string | null;
  dateModified: string | null;
  /** Paragraphs joined by a blank line. */
  summary: string | null;
  content: string | null;
  /** Labels, else terms, each once. */
  categories: string[];
}

/** A feed or sitemap: announcements of reports. */
export interface Feed {
  format: FeedFormat;
  title: string | null;
  /** As stated, such as "en-GB". */
  language: string | null;
  /** Home page of what the feed belongs to. */
  siteUrl: string | null;
  entries: FeedEntry[];
}

/** A feed that an OPML file lists. */
export interface ListedFeed {
  title: string | null;
  url: string | null;
  siteUrl: string | null;
  /** Titles of the outlines around it, outermost first. */
  folders: string[];
}

/** An OPML file: feeds in their order, repetitions kept. */
export interface FeedList {
  format: 'opml';
  title: string | null;
  feeds: ListedFeed[];
}

/** A sitemap of sitemaps. */
export interface SitemapIndex {
  format: 'sitemap-index';
  sitemaps: { url: string | null; dateModified: string | null }[];
}

/** Everything that can be read as a source of reports. */
export type FeedDocument = Feed | FeedList | SitemapIndex;

/** What was wrong with a document that could be read all the same. */
export type FeedProblemCode =
  | 'bad-address'
  | 'bad-bytes'
  | 'bad-date'
  | 'broken-xml'
  | 'cut-short'
  | 'entity-refused'
  | 'text-cut'
  | 'too-deep'
  | 'too-many-entries'
  | 'unknown-encoding'
  | 'wrong-content-type'
  | 'wrong-encoding';

/** A problem, and how often it was met. */
export interface FeedProblem {
  code: FeedProblemCode;
  count: number;
}

/** A document as read, with what was wrong with it, ordered by code. */
export interface FeedReading {
  document: FeedDocument;
  problems: FeedProblem[];
}
