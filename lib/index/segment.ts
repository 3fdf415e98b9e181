import { type EncodedBucket, encodeBucket, type PostingList } from './bucket.ts';
import { ByteReader, ByteWriter, checksum } from './bytes.ts';
import { BUCKETS, bucketOf, termHash } from './term-hash.ts';
import type { IndexDocument } from './types.ts';
import { isPseudoTerm } from './vector.ts';

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
export function buildSegment(segment: number, docs: IndexDocument[]): BuiltSegment {
  const byTerm = new Map<string, PostingList>();
  for (const doc of [...docs].sort((a, b) => a.docId - b.docId)) {
    for (const { term, impact } of doc.terms) {
      let list = byTerm.get(term);
      if (list === undefined) {
        list = { hash: termHash(term), docs: [], impacts: [] };
        byTerm.set(term, list);
      }
      list.docs.push(doc.docId);
      list.impacts.push(impact);
    }
  }
  const words = new Map<string, number>();
  const counts: BuiltSegment['counts'] = [];
  for (const [term, list] of byTerm) {
    counts.push({ hash: list.hash, df: list.docs.length });
    if (!isPseudoTerm(term)) words.set(term, list.docs.length);
  }
  const lists = mergeLists([...byTerm.values()], () => false);
  const buckets = new Map<number, EncodedBucket>();
  for (let from = 0; from < lists.length; ) {
    const bucket = bucketOf(lists[from]!.hash);
    let to = from + 1;
    while (to < lists.length && bucketOf(lists[to]!.hash) === bucket) to++;
    buckets.set(bucket, encodeBucket(segment, lists.slice(from, to)));
    from = to;
  }
  return { buckets, words, counts };
}

/**
 * Brings lists of several segments together: ascending by hash, one list a hash, documents ascending, dead ones and empty lists left out.
 */
export function mergeLists(lists: PostingList[], isDead: (docId: number) => boolean): PostingList[] {
  const sorted = lists.sort((a, b) => a.hash - b.hash || (a.docs[0] ?? 0) - (b.docs[0] ?? 0));
  const merged: PostingList[] = [];
  for (const list of sorted) {
    let target = merged.at(-1);
    if (target === undefined || target.hash !== list.hash) {
      if (target !== undefined && target.docs.length === 0) merged.pop();
      target = { hash: list.hash, docs: [], impacts: [] };
      merged.push(target);
    }
    for (let i = 0; i < list.docs.length; i++) {
      const docId = list.docs[i]!;
      if (isDead(docId)) continue;
      target.docs.push(docId);
      target.impacts.push(list.impacts[i]!);
    }
  }
  if (merged.at(-1)?.docs.length === 0) merged.pop();
  for (const list of merged) sortByDocument(list);
  return merged;
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

const tested = new WeakMap<Uint8Array, boolean>();

function directoryHolds(part: Uint8Array): boolean {
  let holds = tested.get(part);
  if (holds === undefined) {
    holds = part.length >= DIRECTORY_BYTES && new ByteReader(part).uint32() === checksum(part.subarray(4, DIRECTORY_BYTES));
    tested.set(part, holds);
  }
  return holds;
}

function sortByDocument(list: PostingList): void {
  let ascending = true;
  for (let i = 1; i < list.docs.length && ascending; i++) ascending = list.docs[i]! >= list.docs[i - 1]!;
  if (ascending) return;
  const order = list.docs.map((_, i) => i).sort((a, b) => list.docs[a]! - list.docs[b]!);
  const { docs, impacts } = list;
  list.docs = order.map((i) => docs[i]!);
  list.impacts = order.map((i) => impacts[i]!);
}
