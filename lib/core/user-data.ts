import type { ArticleRow } from './coverage.ts';

/** How far the reader is with a pinned report. */
export type PinState = 'unread' | 'reading' | 'read' | 'archived';

/** A report the user keeps. Holds its own copy of the row, so that removing a pack never empties a pin. */
export interface Pin {
  /** Same as the article's id: a report is pinned once. */
  id: string;
  article: ArticleRow;
  state: PinState;
  pinnedAtMs: number;
  /** When the user last changed it: state, place, tags. */
  updatedAtMs: number;
  /** Place in the order by hand: see `rank.ts`. */
  rank: string;
  /** As typed, each once. */
  tags: string[];
}

/** A report the user saved; the report itself is in the index. */
export interface Save {
  /** The article's id. */
  id: string;
  savedAtMs: number;
}

/** What a saved or subscribed report said at a time: its headline history. */
export interface ReportVersion {
  /** Made of report and time. */
  id: string;
  articleId: string;
  seenAtMs: number;
  /** Where it was seen: on the page itself, or as its feed announced it. */
  from: 'page' | 'feed';
  headline: string;
  authors: string[];
  datePublished: string | null;
  dateModified: string | null;
  /** Tells texts apart; null where only an announcement was seen. */
  textHash: string | null;
  words: number;
}

/** How long a request stands on the Activity page, and how many do at most: the newest. */
export const ACTIVITY_KEPT = { days: 90, entries: 5_000 } as const;

/** One network request Sidelight made, for the Activity page. A page view never adds one. */
export interface ActivityEntry {
  id: string;
  atMs: number;
  url: string;
  /** The address that answered, where a redirect led to another. */
  finalUrl?: string;
  /** Title of the source it was made for, as it was then. */
  source?: string;
  /** A code of ours: `refresh`, `added`, `asked`, `discovery`, `pack`. */
  why: string;
  status: number | null;
  bytes: number;
}

/** "This is not what I mean": kept locally, undoable, exported with everything else. */
export type Correction =
  | {
      id: string;
      kind: 'not-related';
      articleId: string;
      /** Salted hash of the page's address, never the address. */
      pageKey: string;
      /** What the hash was salted with, so that the mark works in any profile. Absent in marks of older versions: this installation's own. */
      salt?: string;
      atMs: number;
    }
  /** A report is no copy: it is folded under no other from then on, on any page. `ofId`: the report it stood under. */
  | { id: string; kind: 'not-copy'; articleId: string; ofId: string; atMs: number }
  /** `also`: the page's other phrases for the topic. */
  | { id: string; kind: 'not-topic'; topicId: string; surface: string; also?: string[]; atMs: number }
  /** A further name of a topic, in any script. `language`: where it bends as names of that language do; null for any language, as it stands. */
  | { id: string; kind: 'alias'; topicId: string; alias: string; language: string | null; atMs: number }
  /** Two topics that are one: `topicId` is read as `sameAsId` everywhere. */
  | { id: string; kind: 'same-as'; topicId: string; sameAsId: string; atMs: number }
  /** A topic of the user's own. `language`: where its name bends as names of that language do; null for any language, as it stands. */
  | { id: string; kind: 'own-topic'; topicId: string; name: string; language: string | null; atMs: number }
  /** A name that recurs in the index and is no topic to the user: it is not proposed again. */
  | { id: string; kind: 'no-topic'; name: string; atMs: number }
  /** Two reporters that are one person: `reporterId` is read as `sameAsId` everywhere. */
  | { id: string; kind: 'same-reporter'; reporterId: string; sameAsId: string; atMs: number }
  /** Two reporters that are two people, however alike: the one is not proposed as the other. */
  | { id: string; kind: 'other-reporter'; reporterId: string; otherId: string; atMs: number }
  /** A report that is not by this reporter, though its byline was taken for them. */
  | { id: string; kind: 'not-theirs'; reporterId: string; articleId: string; atMs: number };

/** A reporter or topic the user follows. */
export interface Follow {
  /** A pseudo-term: `@reporter` or `#topic`. */
  id: string;
  /**
   * Reports that came into the index after this time (epoch ms) are new: then the user followed, or last looked. Absent in rows of older versions: nothing is
   * new before the first look.
   */
  seenAtMs?: number;
}

/** When Sidelight looks at a page by itself. */
export type Mode = 'on-click' | 'chosen-sites' | 'every-site';

/** What is said of one site: it is chosen, or switched off in every mode, or on again as it was before; `none`: it is left to the mode. */
export type SiteRule = 'chosen' | 'blocked' | 'unblocked' | 'none';

/** Everything the user set. */
export interface Settings {
  mode: Mode;
  /** Host names chosen for `chosen-sites`. */
  sites: string[];
  /** Host names switched off in every mode. */
  blockedSites: string[];
  showBadge: boolean;
  /** Are topics marked on the pages that are read? */
  markTopics: boolean;
  firstRunDone: boolean;
}
