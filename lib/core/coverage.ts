import type { FieldEdit } from './field-edit.ts';
import type { DetectedTopic, TopicKind } from './topic.ts';

/** Under which heading a related report is shown. */
export type CoverageGroup = 'same-event' | 'background' | 'other-language';

/** A report as a list shows it: enough to draw a row, nothing more. */
export interface ArticleRow {
  id: string;
  url: string;
  headline: string;
  outletName: string | null;
  datePublished: string | null;
  publishedAtMs: number | null;
  language: string | null;
  authors: { name: string; reporterId: string | null }[];
  sample: boolean;
}

/** Why a report is shown, as data and as one plain sentence in the interface's language. */
export interface Reason {
  text: string;
  /** Shared topics, strongest first. `inBothHeadlines` where both headlines name it. */
  topics: { id: string; label: string; inBothHeadlines: boolean }[];
  /** Rare words both share, as the page writes them. */
  terms: string[];
  /** Report's date minus page's date in whole days (negative: earlier); null where either is unknown. */
  days: number | null;
  /** Parts of the score, for "why" details and tests. */
  parts: Record<string, number>;
}

/** What shows that two reports are one: another form of the same address, most of the text, the same headline on the same day. */
export type CopyEvidence = 'address' | 'text' | 'headline';

/** A report folded under another. */
export interface CopyRow {
  article: ArticleRow;
  why: CopyEvidence;
  /** News agency it is credited to; null where none is named. */
  agency: string | null;
}

/** One related report with its copies folded under it. */
export interface CoverageRow {
  article: ArticleRow;
  group: CoverageGroup;
  /** 0..1 after calibration: the threshold for showing lies in lib/ranking/weights.ts. */
  score: number;
  reason: Reason;
  copies: CopyRow[];
  /** For a report that is new since the user last looked: the name of whom or what they follow that it is by or about. */
  newFrom?: string;
}

/**
 * Why reports count as one origin or as none of their own: `own`, a text unlike all others of its language; `agency`, credited to one agency;
 * `page`, what the open page says; `page-outlet`, the page's own newsroom; `short`, too little text to tell; `language`, in a language in which it
 * may be a translation.
 */
export type OriginKind = 'own' | 'agency' | 'page' | 'page-outlet' | 'short' | 'language';

/** Reports of one origin. Only `own` and `agency` count as independent. */
export interface EventOrigin {
  kind: OriginKind;
  agency: string | null;
  /** Outlets of its reports, each once; null for an unknown one. */
  outlets: (string | null)[];
}

/** How many reports tell of the page's event, and of how many origins they are, as far as that can be shown. */
export interface EventSources {
  /** Reports shown, copies included. */
  reports: number;
  /** Languages of these reports. */
  languages: number;
  /** Origins independent of each other and of the page. */
  independent: number;
  /** There may be more. */
  atLeast: boolean;
  /** The page's own text, or its language, does not tell it from all others: one of the counted origins may be the page's. */
  pageUnsure: boolean;
  origins: EventOrigin[];
}

/** What related reports name and the page does not. */
export interface MissingTopic {
  id: string;
  kind: TopicKind;
  label: string;
  /** How many of the shown reports name it. */
  count: number;
}

/** A reporter as the popup shows them. */
export interface ReporterCard {
  id: string;
  name: string;
  jobTitle: string | null;
  outletName: string | null;
  bio: string | null;
  bioSource: string | null;
  /** When the bio came into the index, epoch ms; null without one, and for what the open page itself says. */
  bioAtMs: number | null;
  languages: string[];
  /** Topics the index shows this reporter writing about, most frequent first. */
  beats: { id: string; label: string; count: number }[];
  recent: ArticleRow[];
  /** True when this is an author of the open page. */
  onThisPage: boolean;
  followed: boolean;
  sample: boolean;
  /** Fields that the user corrected; absent where there are none. */
  edited?: FieldEdit['field'][];
}

/** Reports per period on the page's main topics, with the denominator the counts are of. */
export interface Timeline {
  bins: { startMs: number; endMs: number; count: number; hasThisPage: boolean }[];
  matching: number;
  /** More match than are counted. */
  atLeast?: true;
  indexSize: number;
  outlets: number;
}

/** What the index holds. */
export interface IndexStatus {
  articles: number;
  outlets: number;
  reporters: number;
  sampleArticles: number;
  updatedAtMs: number | null;
  /** Set while derived tables are being rebuilt: 0..1. */
  rebuilding: number | null;
}

/** Everything the popup shows for one page. */
export interface Coverage {
  topics: DetectedTopic[];
  rows: CoverageRow[];
  /** Null where fewer than two reports tell of the page's event. */
  event: EventSources | null;
  missing: MissingTopic[];
  reporters: ReporterCard[];
  timeline: Timeline | null;
  index: IndexStatus;
  /** Ids of the page's topics that the user follows. */
  followedTopics: string[];
}
