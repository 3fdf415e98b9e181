import type { Bits } from '../../index/bit-set.ts';
import type { LostCounts } from '../../index/lost-words.ts';
import { openTerms, type PackedTerms, termsOf } from '../../index/packed-terms.ts';
import { PARTS } from '../../index/segment.ts';
import { noTombstones, type Tombstones } from '../../index/tombstones.ts';
import type { StoreContext } from './context.ts';
import { type KeptDelta, META, type ReadTransaction } from './schema.ts';
import { readState, type StoreState } from './state.ts';

/** A document no segment holds yet, its terms unparsed. */
export interface UnsealedDocument extends PackedTerms {
  docId: number;
  publishedMin: number;
}

/** The small, often read pieces of the index as of one generation. */
export interface IndexSnapshot {
  generation: number;
  /** DocIds from this on came later. */
  nextDocId: number;
  delta: UnsealedDocument[];
  tombstones: Tombstones;
  /** Parts of small segments, by segment × `PARTS` + part. */
  parts: Map<number, Uint8Array>;
  /** Documents of the delta tier a term occurs in; built when first asked. */
  deltaCounts: Map<string, number> | null;
  frequencies: Uint8Array | null;
  /** Which documents there are, and when they were published; read when first asked. */
  times: DocumentTimes | null;
  /** DocIds of articles by id, as far as they were asked for; null for those that are not there. */
  docIds: Map<string, number | null>;
}

/** Documents by their position from `base` on. */
export interface DocumentTimes {
  base: number;
  exists: Bits;
  /** Minutes since the epoch; 0 where unknown. */
  minutes: Uint32Array;
}

/** Holds the latest snapshot. Dies with the background; every use checks the generation. */
export interface IndexCache {
  snapshot: IndexSnapshot | null;
  /** What the merge under way, known by its target, left out of the lists of terms. */
  lost: { target: number; counts: LostCounts } | null;
}

/**
 * The state and its snapshot: from memory where the generation is the same, else read. The transaction spans meta, delta and parts. Null
 * (and reported) where the state is unusable. Only ranges in use are read: deleted records beside them cost Chromium seconds
 * until it compacts its files (3.8 s at 100k reports, measured).
 */
export async function readIndex(
  context: StoreContext,
  transaction: ReadTransaction,
): Promise<{ state: StoreState; snapshot: IndexSnapshot } | null> {
  const state = await readState(transaction);
  if (state === null) {
    context.noteDamage();
    return null;
  }
  const known = context.cache.snapshot;
  if (known !== null && known.generation === state.generation) return { state, snapshot: known };
  const small = new Set(state.segments.filter(({ kind }) => kind === 'small').map(({ id }) => id));
  const parts = new Map([...(known?.parts ?? [])].filter(([key]) => small.has(segmentOf(key))));
  const had = new Set([...parts.keys()].map(segmentOf));
  const missing = [...small].filter((id) => !had.has(id));
  const [rows, tombstones, ...found] = await Promise.all([
    state.deltaCount > 0 ? transaction.objectStore('delta').getAll(IDBKeyRange.lowerBound(state.deltaFrom)) : [],
    transaction.objectStore('meta').get(META.tombstones),
    ...missing.map((id) => readParts(transaction, id)),
  ]);
  const delta = rows.map(unsealed);
  if (delta.includes(null)) context.noteDamage();
  for (const [key, bytes] of found.flat()) if (small.has(segmentOf(key))) parts.set(key, bytes);
  const snapshot: IndexSnapshot = {
    generation: state.generation,
    nextDocId: state.nextDocId,
    delta: delta.filter((doc) => doc !== null),
    tombstones: tombstones instanceof Uint32Array ? (tombstones as Tombstones) : noTombstones(),
    parts,
    deltaCounts: null,
    frequencies: null,
    times: null,
    docIds: new Map(),
  };
  context.cache.snapshot = snapshot;
  return { state, snapshot };
}

function segmentOf(key: number): number {
  return Math.floor(key / PARTS);
}

async function readParts(transaction: ReadTransaction, segment: number): Promise<(readonly [number, Uint8Array])[]> {
  const table = transaction.objectStore('parts');
  const range = IDBKeyRange.bound(segment * PARTS, segment * PARTS + PARTS - 1);
  const [keys, values] = await Promise.all([table.getAllKeys(range), table.getAll(range)]);
  return keys.map((key, i) => [key, values[i]!] as const);
}

function unsealed({ docId, publishedMin, words, impacts }: KeptDelta): UnsealedDocument | null {
  if (!Number.isSafeInteger(docId) || typeof words !== 'string' || !(impacts instanceof Uint8Array)) return null;
  const packed = openTerms(words, impacts);
  return packed && { docId, publishedMin: publishedMin >>> 0, ...packed };
}

/** In how many documents of the delta tier each term occurs. */
export function countDelta(snapshot: IndexSnapshot): Map<string, number> {
  if (snapshot.deltaCounts === null) {
    const counts = new Map<string, number>();
    for (const doc of snapshot.delta) for (const term of termsOf(doc)) counts.set(term, (counts.get(term) ?? 0) + 1);
    snapshot.deltaCounts = counts;
  }
  return snapshot.deltaCounts;
}
