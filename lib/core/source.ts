import type { FeedFormat } from './feed.ts';

/** A feed or news sitemap the user chose; all of it theirs to change. */
export interface Source {
  /** Made of the address it was added with; stays when the source moves. */
  id: string;
  /** Where it is fetched, http(s). */
  url: string;
  title: string;
  /** Home page, http(s). */
  siteUrl: string | null;
  /** Titles of the folders it lies in, outermost first. */
  folders: string[];
  addedAtMs: number;
  /** Not fetched until the user says so. */
  paused: boolean;
}

/** When a source is fetched, and how the last fetches went. */
export interface FetchState {
  /** When to fetch next; null where never again unless the user asks. */
  nextAtMs: number | null;
  /** Fetches that failed since the last one that did not. */
  failures: number;
  /** When the last fetch succeeded, 304 included; null for never. */
  succeededAtMs: number | null;
  /** Address at which the last fetches ended instead of the source's own, and how many in a row. */
  moved: { url: string; times: number } | null;
  /** Answered 410: the source is over. */
  gone: boolean;
}

/** How a source is, for people: each has its sentence in `_locales`. */
export type SourceHealth =
  /** Never fetched yet. */
  | { code: 'new' }
  /** Answers; `sinceMs` of the last time. */
  | { code: 'fine'; sinceMs: number }
  /** Answers, but nothing new has come for a long time. */
  | { code: 'quiet'; newestMs: number }
  /** The last fetches failed; the next one is due at `nextAtMs`. */
  | { code: 'failing'; failures: number; nextAtMs: number | null }
  /** Has not answered for weeks. */
  | { code: 'silent'; sinceMs: number | null; nextAtMs: number | null }
  /** Answers from another address; to be confirmed. */
  | { code: 'moved'; url: string }
  /** Said that it is over (410). */
  | { code: 'gone' };

/** Why a fetch gave nothing. */
export type FetchFailure =
  /** No answer: no connection, no such host. */
  | 'unreachable'
  /** It leads on to another address that could not be read: nearly always another site, whose permission nobody gave. Which one, no browser says. */
  | 'leads-away'
  | 'time-out'
  /** An answer other than 2xx, 304, 410; the status stands beside it. */
  | 'refused'
  | 'too-large'
  | 'not-a-feed'
  /** A sitemap without a single headline, a list of feeds, a list of sitemaps: nothing to take in. */
  | 'no-reports'
  /** The user took the permission for the site away. */
  | 'no-permission'
  /** An address of this computer or its network. */
  | 'private-address'
  /** Our own disk is full, or the index could not be written. */
  | 'not-stored';

/** What fetching a source has taught; can be had again by fetching. */
export interface SourceState {
  /** The source's id. */
  id: string;
  fetch: FetchState;
  format: FeedFormat | null;
  /** What the server called the last version; sent back to ask for a newer one. */
  etag: string | null;
  lastModified: string | null;
  /** Epoch ms of the newest entries, newest first, at most 20. */
  recentMs: number[];
  /** Reports that came from it. */
  reports: number;
  /** Of those, new at the last fetch that brought any. */
  lastAdded: number;
  /** How the last fetch failed; null where it did not. */
  failure: { code: FetchFailure; status: number | null } | null;
}

/** One entry of a source and the report it became. */
export interface SourceEntry {
  articleId: string;
  /** What the entry is recognised by (`lib/feeds/identity.ts`). */
  keys: string[];
  /** Present where the report was here before, of another source, a pack or the user: this source holds it, and changes nothing of it. */
  joined?: true;
}

/** A pack that was imported. */
export interface InstalledPack {
  /** Made of its name: packs of one name are versions of one pack. */
  id: string;
  name: string;
  licence: string;
  source: string;
  /** The day it was made, ISO 8601; null where it does not say. */
  date: string | null;
  /** Of the version that is here; empty where it came before packs were noted. */
  sha256: string;
  /** Who signed the first version with a signature: the raw Ed25519 key, base64url; null for none yet. */
  publicKey: string | null;
  importedAtMs: number;
  /** Where it was fetched, if it was; looked at again only when the user asks. */
  url?: string;
}

/** Ids of what a pack brought. */
export interface HeldRecords {
  articles: string[];
  reporters: string[];
  outlets: string[];
  topics: string[];
}

/**
 * A well-known outlet that a reader may add as a source. Nothing of it has been fetched: surfaces call every row "not checked"
 * until a source made of it has answered.
 */
export interface CatalogueOutlet {
  /** Lower-case words with hyphens; stays the same between releases. */
  id: string;
  /** In Latin letters. */
  name: string;
  /** In the outlet's own script where that is another one. */
  nativeName: string | null;
  /** BCP 47 primary tag of what it publishes. */
  language: string;
  /** ISO 3166-1 alpha-2: the country it writes for, at home or from exile; where it writes for many, the publisher's seat. */
  country: string;
  /** Home page, http(s). */
  site: string;
  /** Null where no free list or page states one: it is discovered from `site` when the outlet is added. */
  feed: string | null;
  /** Who states `feed`: a file of awesome-rss-feeds ("arf/…"), or the address of a page. Null exactly where `feed` is. */
  feedSource: string | null;
}

/** What is asked of the catalogue; null filters nothing. */
export interface CatalogueQuery {
  typed: string;
  language: string | null;
  country: string | null;
}
