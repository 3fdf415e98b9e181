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

/** One related report with its copies folded under it. */
export interface CoverageRow {
  article: ArticleRow;
  group: CoverageGroup;
  /** 0..1 after calibration: the threshold for showing lies in lib/ranking/weights.ts. */
  score: number;
  reason: Reason;
  copies: ArticleRow[];
  /** For a report that is new since the user last looked: the name of whom or what they follow that it is by or about. */
  newFrom?: string;
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
}

/** Reports per period on the page's main topics, with the denominator the counts are of. */
export interface Timeline {
  bins: { startMs: number; endMs: number; count: number; hasThisPage: boolean }[];
  matching: number;
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
  missing: MissingTopic[];
  reporters: ReporterCard[];
  timeline: Timeline | null;
  index: IndexStatus;
  /** Ids of the page's topics that the user follows. */
  followedTopics: string[];
}
