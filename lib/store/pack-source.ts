import type { Article } from '../core/article.ts';
import type { Result } from '../core/result.ts';
import type { HeldRecords } from '../core/source.ts';

/** What taking a source or pack away would take with it. */
export interface RemovalCounts {
  articles: number;
  reporters: number;
  outlets: number;
  topics: number;
  /** Reports that stay, because another source or pack holds them, or the reader saved or pinned them. */
  kept: number;
}

/** The file of an import that is not done. */
export interface StagedPack {
  file: Blob;
  /** The reader stopped it: it goes on only when asked. */
  stopped: boolean;
}

/** What importing and removing packs needs of a store, beside the port. */
export interface PackSource {
  /** Articles that are here with one of these ids or addresses, texts included, in no order. */
  articlesLike(articles: Pick<Article, 'id' | 'url'>[]): Promise<Article[]>;
  /** Those of the given ids that another source or pack than `holder` holds. */
  heldElsewhere(holder: string, held: HeldRecords): Promise<HeldRecords>;
  /** What a removal of `holder` would take away now, counted. Writes nothing. */
  removalOf(holder: string): Promise<RemovalCounts>;
  /** Keeps a pack's file until `dropStagedPack`, so that an import that is cut off can go on. One at a time; a second one takes its place. */
  stagePack(file: Blob): Promise<Result<void>>;
  /** The file of an import that is under way, was cut off or stopped; null where there is none. */
  stagedPack(): Promise<StagedPack | null>;
  /** Notes that the reader stopped the import. */
  stopStagedPack(): Promise<Result<void>>;
  dropStagedPack(): Promise<Result<void>>;
  /** Runs an import once no other one runs, in any page or worker. */
  importing<T>(work: () => Promise<T>): Promise<T>;
  /** Whether one runs. */
  isImporting(): Promise<boolean>;
}
