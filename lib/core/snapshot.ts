/** An author as a page presents them (names as in schema.org/Person). */
export interface PageAuthor {
  name: string;
  url: string | null;
  jobTitle: string | null;
  bio: string | null;
  sameAs: string[];
  /** Address of a portrait, where the page states one. */
  image?: string;
  /** An agency, a newspaper's desk, a company: no reporter. Left out for a person. */
  type?: 'Organization';
}

/** A feed a page declares. */
export interface PageFeed {
  url: string;
  title: string | null;
  type: string;
}

/** Where a value of the snapshot was read. */
export type ValueSource = 'json-ld' | 'open-graph' | 'meta' | 'microdata' | 'byline' | 'author-box' | 'time' | 'visible' | 'url' | 'text';

/** A second report found on the same page, such as an item of a news feed beside the article. */
export interface AlsoReport {
  headline: string | null;
  text: string;
  datePublished: string | null;
}

/** What a page says, as text; all that ever leaves the page's process, and only towards our own background. */
export interface PageSnapshot {
  isArticle: boolean;
  /** 0..1. */
  confidence: number;
  /** Canonical, absolute, http(s); null for text without an address. */
  url: string | null;
  headline: string | null;
  description: string | null;
  authors: PageAuthor[];
  datePublished: string | null;
  dateModified: string | null;
  language: string | null;
  outlet: { name: string; url: string | null } | null;
  section: string | null;
  keywords: string[];
  feeds: PageFeed[];
  paragraphs: string[];
  captions: string[];
  /** Where the report was written, as its first line says. Left out where it does not. */
  dateline?: string;
  also: AlsoReport[];
  wordCount: number;
  /** Per field, where its value was read. */
  provenance: Record<string, ValueSource>;
}

/** Characters of text a snapshot keeps at most, all zones together. */
export const SNAPSHOT_MAX_CHARS = 60_000;
