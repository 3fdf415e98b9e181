import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Article } from '../../core/article.ts';
import type { FieldEdit } from '../../core/field-edit.ts';
import type { Collection, CollectionItem, Note, ReadingPosition, Trashed } from '../../core/library.ts';
import type { Outlet } from '../../core/outlet.ts';
import type { Reporter } from '../../core/reporter.ts';
import type { HeldRecords, InstalledPack, Source, SourceEntry, SourceState } from '../../core/source.ts';
import type { GazetteerEntry } from '../../core/topic.ts';
import type { ActivityEntry, Correction, Follow, Pin, ReportVersion, Save } from '../../core/user-data.ts';

/**
 * An article as its table keeps it: the text is in the database of texts; `sampleMark` feeds a sparse index. `forward` was derived when the article
 * was added: one record costs a browser half of what two do. What is derived again goes to the table of that name, which comes first.
 */
export type KeptArticle = Omit<Article, 'text'> & { docId: number; sampleMark?: 1; forward?: KeptForward };

/** What re-ranking needs of a document. Vector terms joined by a line feed, impacts beside them. */
export interface KeptForward {
  topics: { id: string; salience: number; inTitle: boolean }[];
  words: string;
  impacts: Uint8Array<ArrayBuffer>;
  signature: Uint32Array<ArrayBuffer>;
  /** Joined by a line feed. Absent in rows of format 1, until they are derived again. */
  nameKeys?: string;
  /** Absent where the text credits none. */
  agency?: string;
}

/** A document no segment holds yet: all its terms, joined by a line feed, impacts beside them. */
export interface KeptDelta {
  docId: number;
  publishedMin: number;
  words: string;
  impacts: Uint8Array<ArrayBuffer>;
}

/** Documents of a segment, ascending, and their publication times in minutes since the epoch (0 unknown). */
export interface KeptTimes {
  docIds: Uint32Array<ArrayBuffer>;
  minutes: Uint32Array<ArrayBuffer>;
}

/** An entry of a source; its id is the source's, the time it was first seen (epoch ms), and a hash of the report's id. */
export type KeptEntry = SourceEntry & { id: string };

/** Some of what a pack holds; its id is the pack's and a hash of the row. */
export type KeptHolding = HeldRecords & { id: string };

/** Tables of the main database. Keys of derived tables are explained in docs/store.md. */
export interface SidelightSchema extends DBSchema {
  articles: { key: number; value: KeptArticle; indexes: { id: string; url: string; sample: number } };
  reporters: { key: string; value: Reporter };
  outlets: { key: string; value: Outlet };
  topics: { key: string; value: GazetteerEntry };
  pins: { key: string; value: Pin; indexes: { rank: string } };
  corrections: { key: string; value: Correction };
  followed: { key: string; value: Follow };
  activity: { key: string; value: ActivityEntry; indexes: { atMs: number } };
  meta: { key: string; value: unknown };
  forward: { key: number; value: KeptForward };
  delta: { key: number; value: KeptDelta };
  buckets: { key: number; value: Uint8Array<ArrayBuffer> };
  parts: { key: number; value: Uint8Array<ArrayBuffer> };
  long: { key: number; value: Uint8Array<ArrayBuffer> };
  times: { key: number; value: KeptTimes };
  vocabulary: { key: [number, string]; value: string };
  recentTexts: { key: number; value: string };
  reporterKeys: { key: [string, string]; value: number };
  sources: { key: string; value: Source };
  sourceStates: { key: string; value: SourceState };
  entries: { key: string; value: KeptEntry; indexes: { articleId: string } };
  packs: { key: string; value: InstalledPack };
  holdings: { key: string; value: KeptHolding; indexes: { articles: string; reporters: string; outlets: string; topics: string } };
  saves: { key: string; value: Save };
  versions: { key: string; value: ReportVersion; indexes: { articleId: string } };
  notes: { key: string; value: Note };
  collections: { key: string; value: Collection };
  collectionItems: { key: string; value: CollectionItem; indexes: { articleId: string } };
  trash: { key: string; value: Trashed; indexes: { articleIds: string } };
  fieldEdits: { key: string; value: FieldEdit };
  readingPositions: { key: string; value: ReadingPosition };
  /** Holders whose records are being taken away, by id. */
  leaving: { key: string; value: { id: string; keepReports: boolean } };
}

/** The database of full texts, apart so that a large report database does not slow the opening of the index. */
export interface TextsSchema extends DBSchema {
  /** Texts by docId; beside them, by name, what a restore has put aside. */
  texts: { key: number | string; value: string };
  /** Texts of eight docIds that follow each other, by number of the group: see `kept-texts.ts`. */
  groups: { key: number; value: string[] };
}

/** Name of an object store of the main database. */
export type TableName = StoreNames<SidelightSchema>;
export type MainDatabase = IDBPDatabase<SidelightSchema>;
export type TextsDatabase = IDBPDatabase<TextsSchema>;
export type WriteTransaction = IDBPTransaction<SidelightSchema, TableName[], 'readwrite'>;
export type ReadTransaction = IDBPTransaction<SidelightSchema, TableName[], 'readonly'>;

/** Segment ids stay below this, so that a bucket's records of all segments lie side by side. */
export const SEGMENT_SPAN = 2 ** 20;

/** Tables that hold derived data only; a rebuild empties them (`forward` is overwritten row by row instead). */
export const POSTING_TABLES = ['delta', 'buckets', 'parts', 'long', 'times', 'vocabulary'] as const satisfies TableName[];

/** Keys of `meta`; tables with an entry a frequency slot are in chunks `<key>:0`, `<key>:1` … */
export const META = {
  state: 'state',
  tombstones: 'tombstones',
  frequencies: 'frequencies',
  exactFrequencies: 'exact-frequencies',
  mergeDead: 'merge-dead',
  mergeCounts: 'merge-counts',
  mergeLost: 'merge-lost',
  deadTexts: 'dead-texts',
  restore: 'restore',
  topicLayer: 'topic-layer',
  topicLayerBytes: 'topic-layer-bytes',
  topicJob: 'topic-job',
  packFile: 'pack-file',
  packStopped: 'pack-stopped',
  made: 'made',
  loose: 'loose',
  trashDue: 'trash-due',
} as const;
