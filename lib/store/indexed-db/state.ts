import { META, type ReadTransaction, type WriteTransaction } from './schema.ts';

/** Raised whenever the derived tables, or what is derived from the same article, change: a database with another one rebuilds them, step by step. */
export const DERIVED_FORMAT = 6;

/** A segment in use. Small ones are kept as `PARTS` parts, large ones as a record a bucket. */
export interface SegmentInfo {
  id: number;
  kind: 'small' | 'large';
  /** First and last docId it may hold. */
  first: number;
  last: number;
  /** Documents written into it, deleted ones included. */
  articles: number;
  /** Deleted documents within first … last that a merge found not to be its own (spans overlap after a rebuild). */
  foreignDead?: number;
}

/** A merge under way: everything needed to go on after a kill. */
export interface MergeJob {
  target: number;
  kind: SegmentInfo['kind'];
  sources: number[];
  /** Next bucket to write; 4096 when all postings are written. */
  bucket: number;
  /** How far the vocabulary's text of each small source is read, in the order of `sources` (large targets only). */
  wordsRead: number[];
  /** Last vocabulary block written; null when all are. */
  block: string | null;
}

/** A rebuild under way: articles from `cursor` up to, but without, `until` are still to be derived. */
export interface RebuildJob {
  /** Where it began; left out for the beginning of all. */
  from?: number;
  cursor: number;
  until: number;
}

/** Articles that came in bulk and wait in the memory of whoever adds them, by spans of docIds. */
export interface BulkJob {
  /** The segment their postings are written to. */
  target: number;
  /** First and last docId of each span. */
  spans: [number, number][];
}

/** The one small record that says what the tables hold; changed in the same transaction as they are. */
export interface StoreState {
  format: number;
  /** Raised by every change of derived data: what was read before under the same number is still true. */
  generation: number;
  nextDocId: number;
  nextSegment: number;
  segments: SegmentInfo[];
  deltaCount: number;
  /** No row of the delta tier has a smaller docId. Reading from here on steps over the rows deleted before, which a browser may keep for long. */
  deltaFrom: number;
  articles: number;
  sampleArticles: number;
  reporters: number;
  outlets: number;
  updatedAtMs: number | null;
  merge: MergeJob | null;
  rebuild: RebuildJob | null;
  bulk: BulkJob | null;
  /** Spans of a bulk addition that was cut off: to be derived again, one after the other. */
  underived: [number, number][];
  /** Next bucket to sweep of records no segment owns; null when swept. */
  sweepFrom: number | null;
  hasDeadTexts: boolean;
}

/** The state of a store that holds nothing. */
export function emptyState(): StoreState {
  return {
    format: DERIVED_FORMAT,
    generation: 0,
    nextDocId: 1,
    nextSegment: 1,
    segments: [],
    deltaCount: 0,
    deltaFrom: 0,
    articles: 0,
    sampleArticles: 0,
    reporters: 0,
    outlets: 0,
    updatedAtMs: null,
    merge: null,
    rebuild: null,
    bulk: null,
    underived: [],
    sweepFrom: null,
    hasDeadTexts: false,
  };
}

/** Reads the state; null where it is missing, of another format or damaged: then everything derived must be rebuilt. */
export async function readState(transaction: ReadTransaction | WriteTransaction): Promise<StoreState | null> {
  const value = (await transaction.objectStore('meta').get(META.state)) as StoreState | undefined;
  // Records written before additions in bulk have neither field.
  return value !== undefined && isState(value)
    ? { ...value, format: DERIVED_FORMAT, bulk: value.bulk ?? null, underived: value.underived ?? [] }
    : null;
}

/** Reads the state inside a write, which must not go on without one. */
export async function requireState(transaction: WriteTransaction): Promise<StoreState> {
  const state = await readState(transaction);
  if (state === null) throw new DOMException('The index record is damaged.', 'DataError');
  return state;
}

/** Whether an error is the one of `requireState`. */
export function isDamagedState(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'DataError';
}

/** Writes the state with its generation raised. */
export function putState(transaction: WriteTransaction, state: StoreState): Promise<unknown> {
  return transaction.objectStore('meta').put({ ...state, generation: state.generation + 1 }, META.state);
}

function isState(value: StoreState): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    // The record of an index without documents says nothing of a format: migrations write it as the first version knew it.
    (value.format === DERIVED_FORMAT || value.nextDocId === 1) &&
    [value.generation, value.nextDocId, value.nextSegment, value.deltaCount, value.deltaFrom, value.articles].every(Number.isSafeInteger) &&
    Array.isArray(value.segments) &&
    value.segments.every((segment) => Number.isSafeInteger(segment?.id) && Number.isSafeInteger(segment.last))
  );
}
