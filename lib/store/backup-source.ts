import type { Article } from '../core/article.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { Result } from '../core/result.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import type { ActivityEntry, Correction, Pin } from '../core/user-data.ts';

/** Rows of every source table, as a backup holds them. */
export interface BackupContent {
  reporters: Reporter[];
  outlets: Outlet[];
  topics: GazetteerEntry[];
  pins: Pin[];
  corrections: Correction[];
  followed: { id: string }[];
  activity: ActivityEntry[];
  articles: Article[];
}

/** A source table; also the `table` of a backup's lines. Rows have a unique `id`. */
export type BackupTable = keyof BackupContent;

/** Order of the tables in a backup. */
export const BACKUP_TABLES = [
  'reporters',
  'outlets',
  'topics',
  'pins',
  'corrections',
  'followed',
  'activity',
  'articles',
] as const satisfies BackupTable[];

/** What backup and restore need of a store, beside the port. */
export interface BackupSource {
  /** Rows of a table with an id greater than `after` (null: from the first), ascending by id, at most `limit`. */
  readRows<Table extends BackupTable>(table: Table, after: string | null, limit: number): Promise<BackupContent[Table]>;
  /** Runs work while no writer changes the store: a backup is of one moment. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  /** Adds or replaces everything but articles, in one transaction with strict durability; articles go through `addArticles`. */
  putSourceRows(content: Omit<BackupContent, 'articles'>): Promise<Result<void>>;
  /** Adds or replaces articles with strict durability, deriving what the index needs. */
  restoreArticles(articles: Article[]): Promise<Result<void>>;
}
