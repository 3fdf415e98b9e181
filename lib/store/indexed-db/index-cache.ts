import { noTombstones, type Tombstones } from '../../index/tombstones.ts';
import type { IndexDocument } from '../../index/types.ts';
import type { StoreContext } from './context.ts';
import { documentOf } from './packing.ts';
import { META, type ReadTransaction } from './schema.ts';
import type { StoreState } from './state.ts';

/** The small, often read pieces of the index as of one generation. */
export interface IndexSnapshot {
  generation: number;
  delta: IndexDocument[];
  tombstones: Tombstones;
  /** Parts of small segments, by segment × 16 + part. */
  parts: Map<number, Uint8Array>;
  /** Documents of the delta tier a term occurs in; built when first asked. */
  deltaCounts: Map<string, number> | null;
  frequencies: Uint8Array | null;
}

/** Holds the latest snapshot. Dies with the background; every use checks the generation. */
export interface IndexCache {
  snapshot: IndexSnapshot | null;
}

/** The snapshot for a state: from memory where its generation is the same, else read in three requests. The transaction spans meta, delta and parts. */
export async function loadSnapshot(context: StoreContext, transaction: ReadTransaction, state: StoreState): Promise<IndexSnapshot> {
  const known = context.cache.snapshot;
  if (known !== null && known.generation === state.generation) return known;
  const small = state.segments.filter(({ kind }) => kind === 'small');
  const kept = new Map([...(known?.parts ?? [])].filter(([key]) => small.some(({ id }) => id === key >> 4)));
  const missing = small.filter(({ id }) => ![...kept.keys()].some((key) => key >> 4 === id));
  const parts = transaction.objectStore('parts');
  const [rows, tombstones, ...found] = await Promise.all([
    state.deltaCount > 0 ? transaction.objectStore('delta').getAll() : [],
    transaction.objectStore('meta').get(META.tombstones),
    ...missing.map(async ({ id }) => {
      const range = IDBKeyRange.bound(id * 16, id * 16 + 15);
      const [keys, values] = await Promise.all([parts.getAllKeys(range), parts.getAll(range)]);
      return keys.map((key, i) => [key, values[i]!] as const);
    }),
  ]);
  const delta = rows.map(documentOf);
  if (delta.includes(null)) context.noteDamage();
  for (const [key, bytes] of found.flat()) kept.set(key, bytes);
  const snapshot: IndexSnapshot = {
    generation: state.generation,
    delta: delta.filter((doc) => doc !== null),
    tombstones: tombstones instanceof Uint32Array ? (tombstones as Tombstones) : noTombstones(),
    parts: kept,
    deltaCounts: null,
    frequencies: null,
  };
  context.cache.snapshot = snapshot;
  return snapshot;
}

/** In how many documents of the delta tier each term occurs. */
export function countDelta(snapshot: IndexSnapshot): Map<string, number> {
  if (snapshot.deltaCounts === null) {
    const counts = new Map<string, number>();
    for (const doc of snapshot.delta) for (const { term } of doc.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    snapshot.deltaCounts = counts;
  }
  return snapshot.deltaCounts;
}
