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
  let low = 0;
  let high = dead.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dead[middle]! < docId) low = middle + 1;
    else high = middle;
  }
  return dead[low] === docId;
}

/** How many deleted documents lie in `from` … `to`, both included. */
export function tombstonesWithin(dead: Tombstones, from: number, to: number): number {
  let count = 0;
  for (const docId of dead) if (docId >= from && docId <= to) count++;
  return count;
}
