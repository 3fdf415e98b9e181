import type { Article } from '../core/article.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { Result } from '../core/result.ts';
import type { SettingsChoice } from '../core/settings.ts';
import type { HeldRecords, InstalledPack, Source, SourceEntry } from '../core/source.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import type { ActivityEntry, Correction, Follow, ReportVersion, Save, Settings } from '../core/user-data.ts';
import type { UserTableName, UserTables } from './user-rows.ts';

/** Rows of what the user makes in the library. */
type LibraryContent = { [Name in UserTableName]: UserTables[Name][] };

/** Rows of every source table, as a backup holds them. */
export interface BackupContent extends LibraryContent {
  reporters: Reporter[];
  outlets: Outlet[];
  topics: GazetteerEntry[];
  corrections: Correction[];
  followed: Follow[];
  activity: ActivityEntry[];
  saves: Save[];
  versions: ReportVersion[];
  sources: Source[];
  /** Their ids tell the source, and the order in which the entries came. */
  entries: (SourceEntry & { id: string })[];
  packs: InstalledPack[];
  holdings: (HeldRecords & { id: string })[];
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
  'notes',
  'collections',
  'collectionItems',
  'trash',
  'fieldEdits',
  'readingPositions',
  'corrections',
  'followed',
  'activity',
  'saves',
  'versions',
  'sources',
  'entries',
  'packs',
  'holdings',
  'articles',
] as const satisfies BackupTable[];

/** How much the user has made in this database: counted in the transactions that write it. */
export interface Made {
  /** Every write of something the user made, drafts and reading positions among them. */
  writes: number;
  /** Of those, changes that the user would call one. */
  changes: number;
  /** When the first change was (epoch ms); null before it. */
  sinceMs: number | null;
}

/** Characters of one line of a backup at most. */
export const LINE_MAX = 4_000_000;
/** Of one that is something in the trash: a collection stands there as one row, with some 700 characters for each of its reports. Reading such a line takes half a gigabyte of memory. */
export const TRASH_LINE_MAX = 64_000_000;
/** Bytes of a backup's longest line, and one more to tell that it is too long. */
export const BACKUP_LINE_BYTES = 3 * TRASH_LINE_MAX + 1;

/** A backup's tables, empty. */
export function emptyContent(): BackupContent {
  return Object.fromEntries(BACKUP_TABLES.map((table) => [table, []])) as unknown as BackupContent;
}

/** How a restore is begun. */
export interface BeginOptions {
  /** The restore under way that this one ends, and takes back: what that has still to add is dropped. Another one is not touched. */
  insteadOf?: number | undefined;
  /** Ends the beginning before anything is written (`cancelled`). */
  signal?: AbortSignal | undefined;
}

/** What a restore writes, and takes away. */
export interface RestorePlan {
  content: BackupContent;
  settings: RestoredSettings | null;
  /** Reports, reporters, outlets and topics go once nobody holds or names them; all else goes at once. */
  removed: RemovedRows;
  /** Reports as they were when it was planned: one that somebody saved or fetched since stays. */
  over: Article[];
}

/** What backup and restore need of a store, beside the port. */
export interface BackupSource {
  /** How much the user has made so far: as long as it is the same, so is what they made. */
  made(): Promise<Made>;
  /** Rows of a table with an id greater than `after` (null: from the first), ascending by id, at most `limit`. */
  readRows<Table extends BackupTable>(table: Table, after: string | null, limit: number): Promise<BackupContent[Table]>;
  /** Runs work while no writer changes the store: a backup is of one moment. */
  undisturbed<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Begins a restore: all rows but articles are added or replaced in one transaction with strict durability, which also notes what is
   * still to come: the settings, and the articles, put aside before. Refused while another restore is under way. `plan` is asked while no writer
   * changes the store: what it read is so when it is written; where it fails nothing is. It must ask for no writing itself. Answers with the number
   * of this restore, by which another may take its place.
   */
  beginRestore(plan: () => Promise<Result<RestorePlan>>, options?: BeginOptions): Promise<Result<number>>;
  /** What a restore has still to do; null when none is under way. */
  restoreLeft(): Promise<RestoreLeft | null>;
  /**
   * Adds the next articles that were put aside, and says what is left. May be called from several pages at once, and after a kill at any
   * point: nothing is lost or doubled.
   */
  continueRestore(): Promise<Result<RestoreLeft | null>>;
  /** Notes that the settings of a restore have been applied. */
  settleSettings(): Promise<Result<void>>;
}

/** Ids of rows by table. */
export type RemovedRows = Partial<Record<BackupTable, string[]>>;

/** Settings of a backup that are to be applied, and how. */
export interface RestoredSettings {
  given: Settings;
  choice: Exclude<SettingsChoice, 'keep'>;
}

/** What a restore under way has still to do. */
export interface RestoreLeft {
  settings: RestoredSettings | null;
  /** Articles still to be added, and how many there were. */
  articles: number;
  of: number;
}
