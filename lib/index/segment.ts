import { countInBucket, type EncodedBucket } from './bucket.ts';
import { ByteReader, ByteWriter, checksum } from './bytes.ts';
import { createInversion } from './inversion.ts';
import type { JoinedTerms } from './packed-terms.ts';
import { BUCKETS, bucketOf } from './term-hash.ts';
import type { IndexDocument } from './types.ts';

/**
 * Parts a small segment is stored in: so many that a part of long reports, too, stays below the 64 KiB from which on Chromium keeps a value in a
 * file of its own, and a merge can write it step by step.
 */
export const PARTS = 64;
/** Buckets in one part. */
export const PART_BUCKETS = BUCKETS / PARTS;
const DIRECTORY_BYTES = 4 + 4 * (PART_BUCKETS + 1);

/** Everything a segment consists of, before it is stored. */
export interface BuiltSegment {
  /** By bucket number; absent where the bucket is empty. */
  buckets: Map<number, EncodedBucket>;
  /** Words and in how many documents they occur; pseudo-terms left out. */
  words: Map<string, number>;
  /** Hashes of all postings' terms with their document counts, for the frequency table. */
  counts: { hash: number; df: number }[];
}

/** Builds a segment of documents with distinct docIds. */
export function buildSegment(segment: number, docs: IndexDocument<JoinedTerms>[]): BuiltSegment {
  const inversion = createInversion();
  for (const doc of docs) inversion.add(doc);
  return { buckets: new Map(inversion.buckets(segment)), words: inversion.words(), counts: inversion.counts() };
}

/** Encodes `PART_BUCKETS` consecutive buckets as one record: `u32 checksum of the directory, u32 offset × (PART_BUCKETS + 1), buckets`. `bucketBytes` is by position. */
export function encodePart(bucketBytes: (Uint8Array | undefined)[]): Uint8Array<ArrayBuffer> {
  const directory = new ByteWriter(DIRECTORY_BYTES);
  const body = new ByteWriter(1024);
  for (let i = 0; i < PART_BUCKETS; i++) {
    directory.uint32(DIRECTORY_BYTES + body.length);
    const bytes = bucketBytes[i];
    if (bytes !== undefined) body.bytes(bytes);
  }
  directory.uint32(DIRECTORY_BYTES + body.length);
  const offsets = directory.take();
  const out = new ByteWriter(DIRECTORY_BYTES + body.length);
  out.uint32(checksum(offsets));
  out.bytes(offsets);
  out.bytes(body.take());
  return out.take();
}

/** Bytes of a bucket (position 0 … `PART_BUCKETS` − 1) in a part: empty where the bucket is empty, null where the part is damaged. */
export function bucketOfPart(part: unknown, position: number): Uint8Array | null {
  if (!(part instanceof Uint8Array) || !directoryHolds(part)) return null;
  const reader = new ByteReader(part, 4 + 4 * position);
  const start = reader.uint32();
  const end = reader.uint32();
  return end <= part.length && start <= end ? part.subarray(start, end) : null;
}

/** In how many of a segment's documents a term occurs, by the part that has the term's bucket; 0 where it is absent or the part damaged. */
export function countInPart(part: unknown, hash: number): number {
  if (!(part instanceof Uint8Array) || !directoryHolds(part)) return 0;
  const at = 4 + 4 * (bucketOf(hash) % PART_BUCKETS);
  const start = uint32At(part, at);
  const end = uint32At(part, at + 4);
  return end <= part.length && start <= end ? countInBucket(part, start, end, hash) : 0;
}

function uint32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

const tested = new WeakMap<Uint8Array, boolean>();

function directoryHolds(part: Uint8Array): boolean {
  let holds = tested.get(part);
  if (holds === undefined) {
    holds = part.length >= DIRECTORY_BYTES && new ByteReader(part).uint32() === checksum(part.subarray(4, DIRECTORY_BYTES));
    tested.set(part, holds);
  }
  return holds;
}
