import type { Article } from '../core/article.ts';
import type { IndexStatus } from '../core/coverage.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { Result } from '../core/result.ts';
import type { HeldRecords, InstalledPack, Source, SourceEntry, SourceState } from '../core/source.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import type { ActivityEntry, Correction, Follow, Pin, ReportVersion, Save } from '../core/user-data.ts';
import type { MatchNode } from '../index/match.ts';
import type { JoinedTerms } from '../index/packed-terms.ts';
import type { Candidate, QueryTerm, TermImpact } from '../index/types.ts';
import type { UserRows } from './user-rows.ts';

/** What is computed from an article and can be computed again: never the only copy of anything. */
export interface DerivedArticle {
  /** Topics the report names, strongest first; salience 0..1. */
  topics: { id: string; salience: number; inTitle: boolean }[];
  /** At most 64 strongest terms with BM25F impacts: the vector that re-ranking compares. */
  vector: JoinedTerms;
  /** All terms the postings hold, pseudo-terms included. */
  terms: JoinedTerms;
  /** One-permutation MinHash of the text, 128 values; empty for texts too short to compare. */
  signature: Uint32Array;
  /** Spellings of the opening's names that are the same in every script (`reportNameKeys`), so that ranking needs no text. */
  nameKeys: string[];
  /** News agency that the text credits, in one spelling (`agencyOfText`), so that counting origins needs no text. */
  agency: string | null;
}

/** An article with what the index derived from it, as ingest hands it over. */
export interface ArticleRecord {
  article: Article;
  derived: DerivedArticle;
}

/** An article as the store answers it. `terms` are not kept beside the article: the postings hold them. */
export interface StoredArticle {
  docId: number;
  article: Article;
  topics: DerivedArticle['topics'];
  vector: TermImpact[];
  signature: Uint32Array;
  nameKeys: string[];
  agency: string | null;
}

/** How often terms occur in the index, for idf. */
export interface DocumentFrequencies {
  /** Articles in the index. */
  total: number;
  /** One count per asked term, same order; approximate for frequent terms (log2 steps). */
  counts: number[];
}

/** What a search asks of the index. */
export interface MatchRequest {
  where: MatchNode;
  /** What makes a match better: Σ weight·impact. */
  weights: QueryTerm[];
  /** `newest`: by publication, those without a date last. */
  order: 'best' | 'newest';
  /** Best documents wanted. */
  limit: number;
  /** Counts wanted of the documents that match and are of these. */
  counts?: MatchNode[];
  /** Documents wanted, spread evenly over all that match. */
  sample?: number;
  /** Whether counts by month are wanted. */
  months?: boolean;
  /** Whether publication times are wanted. */
  minutes?: boolean;
}

/** What the index answers. */
export interface Matches {
  /** Documents that match where every check holds; exact where there is no check. */
  total: number;
  /** Of them those that match whatever the checks say. */
  sure: number;
  /** Best first; greater docIds first among equals. */
  best: (Candidate & { sure: boolean })[];
  counts: number[];
  /** DocIds. */
  sample: number[];
  /** Months since the year 0, ascending. */
  months: [month: number, count: number][];
  /** Publication times, minutes since the epoch: of all that match, then of those that are of each of `counts`. Unknown ones are left out. */
  minutes: Uint32Array[];
  /** Whether a document matches, once its checks are known. */
  matches(docId: number, checked: (check: number) => boolean): boolean;
}

/** What changed on a write of fetched data. */
export interface IngestSummary {
  added: number;
  updated: number;
}

/**
 * Adds a part of many articles. `areNew`: the caller found none of them here, so they are not looked up again; `left` are those not added because
 * some of them have come since.
 */
export interface AddPart {
  (records: ArticleRecord[]): Promise<IngestSummary>;
  (records: ArticleRecord[], areNew: true): Promise<IngestSummary & { left: ArticleRecord[] }>;
}

/** What was invented and is removed, whole. */
export interface RemovedSamples {
  articles: Article[];
  reporters: Reporter[];
  outlets: Outlet[];
}

/** What one step of a removal took away, so that the caller can offer undo. */
export interface RemovedRecords {
  holder: string;
  articles: Article[];
  reporters: Reporter[];
  outlets: Outlet[];
  topics: GazetteerEntry[];
  entries: SourceEntry[];
  /** What those reports said before. */
  versions: ReportVersion[];
  /** True once the holder itself is forgotten. */
  done: boolean;
}

/** One pass of background upkeep. `done` when nothing is left to seal or merge. */
export interface UpkeepStep {
  did: 'seal' | 'merge' | 'sweep' | 'rebuild' | 'nothing';
  done: boolean;
}

/**
 * The one door to what is kept. Asynchronous; writers hold a Web Lock, readers never wait. What the user made is written
 * with strict durability and acknowledged on completion; fetched data with relaxed durability. Expected failures
 * (quota, newer database, damaged segment) are values; a damaged derived table is rebuilt, never a crash.
 */
export interface Store extends UserRows {
  /** Adds or replaces by article id (and by canonical URL), in transactions of at most 1,024 articles, in the order given. */
  addArticles(records: ArticleRecord[]): Promise<Result<IngestSummary>>;
  /** As `addArticles`, for a source's reports: nothing is written where the source is gone or going, and the answer counts none. */
  addReportsOf(sourceId: string, records: ArticleRecord[]): Promise<Result<IngestSummary>>;
  /**
   * Adds many articles, in parts that `work` hands over one after the other: what `add` has resolved for is kept, and found by search once the
   * next thousands are written together, at the latest at the end or, after a kill, by `upkeep`. Large segments are written at once and not merged from
   * small ones. One such addition at a time. A part that cannot be stored rejects `add`, and fails the whole; earlier parts stay.
   */
  addInBulk<T>(work: (add: AddPart) => Promise<T>): Promise<Result<T>>;
  putReporters(reporters: Reporter[]): Promise<Result<void>>;
  putOutlets(outlets: Outlet[]): Promise<Result<void>>;
  putTopics(topics: GazetteerEntry[]): Promise<Result<void>>;
  /** Deletes by tombstone; pins keep their own copy. */
  removeArticles(articleIds: string[]): Promise<Result<void>>;
  /** Removes every article, reporter and outlet marked `sample`, and gives them back, so that the caller can offer undo. */
  removeSamples(): Promise<Result<RemovedSamples>>;

  /** In the order asked; unknown ones are left out. `{ text: false }` (for ranking) leaves `article.text` empty and the texts' database shut. */
  getArticles(articleIds: string[], options?: { text: boolean }): Promise<StoredArticle[]>;
  getArticlesByDocId(docIds: number[], options?: { text: boolean }): Promise<StoredArticle[]>;
  /** Articles without what was derived of them, by docId; unknown ones are left out. Cheaper than `getArticlesByDocId`. */
  readArticles(docIds: number[], options: { text: boolean }): Promise<{ docId: number; article: Article }[]>;
  /** Texts of articles by docId, in the order asked; '' where there is none. */
  readTexts(docIds: number[]): Promise<string[]>;
  /** Of so many articles as came last those that are still there, newest first, with their texts. */
  newestArticles(count: number): Promise<StoredArticle[]>;
  findArticleByUrl(canonicalUrl: string, options?: { text: boolean }): Promise<StoredArticle | null>;
  /** Topics of documents, in the order asked; none where a document is unknown. Cheaper than the articles. */
  topicsOf(docIds: number[]): Promise<DerivedArticle['topics'][]>;
  getReporters(reporterIds: string[]): Promise<Reporter[]>;
  /** Reporters with one of these names (compared folded, full ones also across Latin and Cyrillic letters) or profile pages, whatever their number. */
  findReporters(wanted: { names: string[]; profiles: string[] }): Promise<Reporter[]>;
  /** All reporters, outlets, topics: short lists for pickers and name search. */
  listReporters(): Promise<Reporter[]>;
  listOutlets(): Promise<Outlet[]>;
  listTopics(): Promise<GazetteerEntry[]>;

  documentFrequencies(terms: string[]): Promise<DocumentFrequencies>;
  /** Best documents for weighted terms (pseudo-terms included), best first; newer wins ties. */
  evaluate(terms: QueryTerm[], limit: number): Promise<Candidate[]>;
  /** Which documents match, how many, and the best of them: everything a search asks of the postings, in one reading. */
  match(request: MatchRequest): Promise<Matches>;
  /** DocIds of articles, in the order asked; null for those that are not there. */
  docIdsOf(articleIds: string[]): Promise<(number | null)[]>;
  /** Indexed words that begin with a prefix, most frequent first. */
  wordsWithPrefix(prefix: string, limit: number): Promise<{ word: string; count: number }[]>;
  /** Indexed words within one or two edits of a word, best first. */
  similarWords(word: string, limit: number): Promise<{ word: string; count: number }[]>;
  /** Publication times (epoch ms, to the minute) of articles that carry a pseudo-term, newest first: for timelines. */
  publicationTimes(pseudoTerm: string, limit: number): Promise<number[]>;
  status(): Promise<IndexStatus>;

  listPins(): Promise<Pin[]>;
  /** Their ids alone, which costs little however many there are. */
  listPinIds(): Promise<string[]>;
  putPin(pin: Pin): Promise<Result<void>>;
  listSaves(): Promise<Save[]>;
  putSave(save: Save): Promise<Result<void>>;
  /** The report, where nothing else holds it, is taken away by `dropUnheld` or, after a kill, by `continueRemoval`. */
  deleteSave(articleId: string): Promise<Result<void>>;
  /** Notes what reports said; one that is noted already stays. */
  addVersions(versions: ReportVersion[]): Promise<Result<void>>;
  /** Of a report, oldest first. */
  versionsOf(articleId: string): Promise<ReportVersion[]>;
  /** Whether a source, a pack, a pin, a save, a collection or the trash holds a report. */
  isHeld(articleId: string): Promise<boolean>;
  /**
   * Takes away those of these reports (at most 200) that came from the user's pages or imports and that nothing holds any more, with reporters and
   * outlets that no other report names. `withTexts`: for undo.
   */
  dropUnheld(articleIds: string[], withTexts: boolean): Promise<Result<RemovedRecords>>;
  listCorrections(): Promise<Correction[]>;
  putCorrection(correction: Correction): Promise<Result<void>>;
  deleteCorrection(correctionId: string): Promise<Result<boolean>>;
  listFollows(): Promise<Follow[]>;
  /** Adds or replaces follows. */
  putFollows(follows: Follow[]): Promise<Result<void>>;
  /** Takes follows away, and gives those that were there back, so that the caller can offer undo. */
  deleteFollows(ids: string[]): Promise<Result<Follow[]>>;
  /** Notes that the user looked at what is new of all they follow; never an earlier time than was noted. */
  seeFollows(atMs: number): Promise<Result<void>>;
  addActivity(entry: ActivityEntry): Promise<Result<void>>;
  listActivity(limit: number): Promise<ActivityEntry[]>;

  /** Every source with what fetching it has taught; null for one that was never fetched. */
  listSources(): Promise<{ source: Source; state: SourceState | null }[]>;
  /** One of them; null where it is not there, or is being taken away. */
  getSource(id: string): Promise<{ source: Source; state: SourceState | null } | null>;
  /** Adds or replaces sources. */
  putSources(sources: Source[]): Promise<Result<void>>;
  /** Writes what `change` makes of a source as it is at that moment, and answers with it; null, nothing written, where it is gone or going. */
  changeSource(id: string, change: (source: Source) => Source): Promise<Result<Source | null>>;
  /** The latest entries of a source, oldest first, at most 5,000. */
  sourceEntries(sourceId: string): Promise<SourceEntry[]>;
  /** How many reports came from a source: all of its entries, each report once. */
  countBrought(sourceId: string): Promise<number>;
  /**
   * Notes which reports a source brings: before they are added, so that none is ever there without its source. False, nothing written, where the
   * source is gone or going.
   */
  addSourceEntries(sourceId: string, entries: SourceEntry[]): Promise<Result<boolean>>;
  /** Written last of a fetch. Does nothing for a source that is gone or going. */
  putSourceState(state: SourceState): Promise<Result<void>>;
  listPacks(): Promise<InstalledPack[]>;
  putPack(pack: InstalledPack): Promise<Result<void>>;
  /** Notes what a pack brings: before it is added. */
  addHoldings(packId: string, held: HeldRecords): Promise<Result<void>>;
  /** Ids of everything that a source or pack holds. */
  heldBy(holder: string): Promise<HeldRecords>;
  /**
   * Begins to take a source or pack away; from then on no list shows it. What nobody else holds (another source or pack, a pin) goes with it,
   * unless `keepReports`; `continueRemoval` does it.
   */
  startRemoval(holder: string, keepReports: boolean): Promise<Result<void>>;
  /**
   * One step of a removal under way, whole at every kill; null when there is none. `withTexts`: give back the articles' texts as well. Without `holder`
   * of whichever comes first, then of reports that nothing holds any more (of the holder ''), these after a restore under way; null as well while somebody
   * collects.
   */
  continueRemoval(withTexts: boolean, holder?: string): Promise<Result<RemovedRecords | null>>;
  /** Runs a removal from its beginning to its end of which nothing may be lost: what it takes away is kept for undo. Others wait, in any page or worker. */
  collecting<T>(work: () => Promise<T>): Promise<T>;
  /** Whether a removal is under way, or is due of reports that nothing may hold any more. */
  isRemoving(): Promise<boolean>;

  /** One step of ≤ 50 ms of sealing, merging or sweeping; resumable after the background is killed at any point. */
  upkeep(): Promise<UpkeepStep>;
  /** Drops everything derived and starts to compute it again from the source tables, step by step through `upkeep`. */
  startRebuild(): Promise<Result<void>>;
  close(): void;
}
