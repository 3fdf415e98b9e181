import { firstAtLeast } from './sorted.ts';

/** Deleted documents that segments still hold: docIds, ascending. */
export type Tombstones = Uint32Array<ArrayBuffer>;

/** No deleted documents. */
export function noTombstones(): Tombstones {
  return new Uint32Array(0);
}

/** With further documents deleted. */
export function withTombstones(dead: Tombstones, docIds: number[]): Tombstones {
  return new Uint32Array([...new Set([...dead, ...docIds])].sort((a, b) => a - b));
}

/** Whether a document is deleted. */
export function isTombstoned(dead: Tombstones, docId: number): boolean {
  return dead[firstAtLeast(dead, docId)] === docId;
}

/** How many deleted documents lie in `from` … `to`, both included. */
export function tombstonesWithin(dead: Tombstones, from: number, to: number): number {
  let count = 0;
  for (const docId of dead) if (docId >= from && docId <= to) count++;
  return count;
}
