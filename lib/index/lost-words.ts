import { ByteReader, ByteWriter } from './bytes.ts';
import { firstAtLeast } from './sorted.ts';
import { termHash } from './term-hash.ts';

/** How many documents a merge left out of the lists of terms, by hash, ascending; 0 where it left out all. */
export interface LostCounts {
  hashes: Uint32Array;
  counts: Uint32Array;
}

/** Such counts of one step of a merge as bytes; hashes ascend. */
export function encodeLost(lost: readonly (readonly [hash: number, count: number])[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(4 * lost.length + 5);
  writer.varint(lost.length);
  let before = 0;
  for (const [hash, count] of lost) {
    writer.varint(hash - before);
    writer.varint(count);
    before = hash;
  }
  return writer.take();
}

/** All of them together, of steps in their order. */
export function decodeLost(steps: Uint8Array[]): LostCounts {
  const lengths = steps.map((bytes) => new ByteReader(bytes).varint());
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const lost = { hashes: new Uint32Array(total), counts: new Uint32Array(total) };
  let at = 0;
  steps.forEach((bytes, step) => {
    const reader = new ByteReader(bytes);
    reader.varint();
    let hash = 0;
    for (let i = 0; i < lengths[step]!; i++, at++) {
      hash += reader.varint();
      lost.hashes[at] = hash;
      lost.counts[at] = reader.varint();
    }
  });
  return lost;
}

/** What is left of a word's count. Words of one hash share what it lost: none of them goes before all of it does. */
export function countLeft({ hashes, counts }: LostCounts, word: string, count: number): number {
  const hash = termHash(word);
  const at = firstAtLeast(hashes, hash);
  if (hashes[at] !== hash) return count;
  return counts[at] === 0 ? 0 : Math.max(1, count - counts[at]!);
}
