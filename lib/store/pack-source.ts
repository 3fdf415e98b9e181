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
  /** The file of an import that was cut off; null where there is none. */
  stagedPack(): Promise<Blob | null>;
  dropStagedPack(): Promise<Result<void>>;
}
