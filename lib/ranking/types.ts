import type { CopyEvidence, CoverageGroup, Reason } from '../core/coverage.ts';
import type { TopicKind } from '../core/topic.ts';
import type { QueryTerm, TermImpact } from '../index/types.ts';

/** How often terms occur in the index the candidates come from. A term that is not in `counts` counts as unseen. */
export interface TermStatistics {
  /** Reports in the index. */
  total: number;
  counts: ReadonlyMap<string, number>;
}

/** A topic as ranking sees it on either side. */
export interface RankingTopic {
  id: string;
  salience: number;
  inTitle: boolean;
}

/** A topic of the page being read, with what a reason needs to name it. */
export interface PageTopic extends RankingTopic {
  kind: TopicKind;
  label: string;
  main: boolean;
  /** Folded words by which the page names it. */
  named: ReadonlySet<string>;
}

/** A stored report as ranking sees it; `StoredArticle` holds all of it. */
export interface RankingDocument {
  id: string;
  headline: string;
  /** BCP 47 primary tag; null where unknown. */
  language: string | null;
  outletId: string | null;
  publishedAtMs: number | null;
  /** As stated, for the days a reason counts; left out where only the instant is known. */
  datePublished?: string | null;
  topics: RankingTopic[];
  /** The strongest terms with their impacts, as stored. Pseudo-terms in it are ignored: topics come from `topics`. */
  vector: TermImpact[];
  /** MinHash; empty for texts too short to compare. */
  signature: Uint32Array;
  /** Spellings free of script (`nameKeys` over headline and opening); computed for candidates, empty where not computed. */
  nameKeys: string[];
  /** `reportKey` of its address; left out where it is not compared by it. */
  address?: string | null;
}

/** The page being read, ready to be compared: see `buildQuery`. */
export interface RankingQuery {
  /** The report this page is itself, left out of its own ranking; null where the index does not hold it. */
  id: string | null;
  headline: string;
  language: string | null;
  outletId: string | null;
  publishedAtMs: number | null;
  datePublished?: string | null;
  topics: PageTopic[];
  /** All words of the page with zone-weighted frequencies (`documentTerms`), pseudo-terms left out. */
  words: TermImpact[];
  /** All zones of the page, for the spelling of its words. */
  text: string;
  /** Folded words that stand capitalised somewhere on the page. */
  capitalised: ReadonlySet<string>;
  /** The best 40–80 terms for finding candidates, pseudo-terms `#topic-id` included. */
  terms: QueryTerm[];
  signature: Uint32Array;
  nameKeys: string[];
}

/** What reader asks for: reports of the same event, or what was written before it. */
export type RankingMode = 'same-event' | 'background';

export interface RankingOptions {
  mode: RankingMode;
}

/** What was measured between a page and a report; each part is explained in features.ts. */
export interface Features {
  /** Cosine of tf·idf word vectors, 0..1. */
  words: number;
  /** The part of `words` that comes from words capitalised on the page. */
  namedWords: number;
  /** Weighted overlap of topics, 0..1, countries and relations included. */
  topics: number;
  /** The same without countries and relations, which help to order but must not decide what is shown. */
  specificTopics: number;
  /** 0..1: how short the page is. The fewer words there are to compare, the more topics add. */
  brevity: number;
  /** Overlap of script-free name keys and numbers, 0..1; between languages only. */
  names: number;
  /** Share of the names in the report's opening that the page's opening has too, 0..1. */
  namesHeld: number;
  /** 0..1: how far the counts of the index are believed. In a small one words look alike in weight, and cosines are lower. */
  counted: number;
  /** Report's date minus page's date in days (may be a fraction); null where either is unknown. */
  days: number | null;
  /** Both languages are known and differ: names and topics carry the match, not words. */
  otherLanguage: boolean;
  sharedTopics: SharedTopic[];
  /** Shared words, strongest first, with their share of the cosine. */
  sharedWords: { term: string; share: number }[];
}

/** A topic both sides name. */
export interface SharedTopic {
  id: string;
  kind: TopicKind;
  label: string;
  /** Both headlines name it. */
  inBothHeadlines: boolean;
  /** The page is about it. */
  mainOnPage: boolean;
  /** Its salience in the report, 0..1. */
  salience: number;
  /** Part of the topic overlap. */
  share: number;
}

/** How close a row stands to the page and to other rows of its language: plain cosines, 0..1; see `companyOf`. */
export interface Company {
  toPage: number;
  /** To its third nearest row; 0 where there are fewer. */
  toThird: number;
  /** Mean to the three best rows. */
  toBest: number;
}

/** A report with its place in the ranking. */
export interface RankedDocument {
  document: RankingDocument;
  /** What the order goes by; comparable within one query only. */
  rank: number;
  /** 0..1: how likely the report tells of the page's subject, judged by itself. Opens the list from `SUBJECT_HELD_FROM` of weights.ts. */
  evidence: number;
  /** 0..1: how likely it does where the index holds the subject. Shown from `SHOW_FROM`; 0 below the best rows (`COMPANY.rows`). */
  score: number;
  features: Features;
  company: Company;
}

/** A near copy under its head, and what shows that it is one. */
export interface FoldedCopy {
  document: RankingDocument;
  why: CopyEvidence;
}

/** A row to show: the head of a set of near copies, its group, and why it is shown. */
export interface RankedRow {
  head: RankedDocument;
  copies: FoldedCopy[];
  group: CoverageGroup;
  reason: Reason;
}
