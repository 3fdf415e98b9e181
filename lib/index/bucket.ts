import { ByteReader, ByteWriter, checksum } from './bytes.ts';
import { REST_BITS } from './term-hash.ts';

/** A term's postings in a segment: documents ascending, impacts beside them. */
export interface PostingList<Numbers = number[]> {
  hash: number;
  docs: Numbers;
  impacts: Numbers;
}

/** Bytes of postings beyond which a list leaves its bucket for a record of its own, so that a frequent word does not burden its neighbours. */
export const INLINE_LIMIT = 16_384;
const HEADER_BYTES = 8;

/** A bucket's bytes, and the postings too long to stay in it by the term's hash. */
export interface EncodedBucket {
  bytes: Uint8Array<ArrayBuffer>;
  long: { hash: number; bytes: Uint8Array<ArrayBuffer> }[];
}

/**
 * Encodes the lists of one bucket of one segment, ascending by hash:
 * `u32 checksum, u32 segment, (varint hash gap, varint df, varint postings bytes or 0 where long, postings)…`.
 * Postings are `(varint docId gap, u8 impact)…`; the first gap counts from 0. Long ones: `u32 checksum, u32 segment, postings`.
 */
export function encodeBucket(segment: number, lists: PostingList<ArrayLike<number>>[]): EncodedBucket {
  const out = new ByteWriter(64 * lists.length + HEADER_BYTES);
  const postings = new ByteWriter();
  const long: EncodedBucket['long'] = [];
  out.uint32(0);
  out.uint32(segment);
  let previous = 0;
  for (const { hash, docs, impacts } of lists) {
    const rest = hash & ((1 << REST_BITS) - 1);
    out.varint(rest - previous);
    previous = rest;
    out.varint(docs.length);
    postings.clear();
    let last = 0;
    for (let i = 0; i < docs.length; i++) {
      postings.varint(docs[i]! - last);
      postings.byte(impacts[i]!);
      last = docs[i]!;
    }
    const bytes = postings.take();
    if (bytes.length > INLINE_LIMIT) {
      out.varint(0);
      long.push({ hash, bytes: sealLong(segment, bytes) });
    } else {
      out.varint(bytes.length);
      out.bytes(bytes);
    }
  }
  return { bytes: stamp(out.take()), long };
}

/** Segment a bucket's or a long list's bytes belong to; null where the checksum does not hold. */
export function checkedSegment(bytes: unknown): number | null {
  if (!(bytes instanceof Uint8Array) || bytes.length < HEADER_BYTES) return null;
  const reader = new ByteReader(bytes);
  return reader.uint32() === checksum(bytes, 4) ? reader.uint32() : null;
}

/** Where a term's postings are in a bucket: a count and a range of bytes, or `long`. */
export interface FoundList {
  df: number;
  start: number;
  end: number;
  long: boolean;
}

/** Finds terms of one bucket (hashes ascending) in its bytes, whose checksum the caller has tested; null where absent. One pass. */
export function findInBucket(bytes: Uint8Array, hashes: number[]): (FoundList | null)[] {
  const found: (FoundList | null)[] = hashes.map(() => null);
  const reader = new ByteReader(bytes, HEADER_BYTES);
  let rest = 0;
  let wanted = 0;
  while (!reader.done && wanted < hashes.length) {
    rest += reader.varint();
    const df = reader.varint();
    const size = reader.varint();
    while (wanted < hashes.length && (hashes[wanted]! & ((1 << REST_BITS) - 1)) < rest) wanted++;
    for (let w = wanted; w < hashes.length && (hashes[w]! & ((1 << REST_BITS) - 1)) === rest; w++) {
      found[w] = { df, start: reader.at, end: reader.at + size, long: size === 0 };
    }
    reader.at += size;
  }
  return found;
}

/**
 * The `df` that `findInBucket` would find for one term in the bucket at `from` to `to`; 0 where it is absent. Makes nothing on its way: ranking asks
 * this ten thousand times a page, of code that runs for the first time.
 */
export function countInBucket(bytes: Uint8Array, from: number, to: number, hash: number): number {
  const wanted = hash & ((1 << REST_BITS) - 1);
  let at = from + HEADER_BYTES;
  let rest = 0;
  while (at < to) {
    let byte = bytes[at++]!;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 35 && at < to; shift += 7) {
      byte = bytes[at++]!;
      gap |= (byte & 0x7f) << shift;
    }
    rest += gap >>> 0;
    if (rest > wanted) return 0;
    byte = at < to ? bytes[at++]! : 0;
    let df = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 35 && at < to; shift += 7) {
      byte = bytes[at++]!;
      df |= (byte & 0x7f) << shift;
    }
    if (rest === wanted) return df >>> 0;
    byte = at < to ? bytes[at++]! : 0;
    let size = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 35 && at < to; shift += 7) {
      byte = bytes[at++]!;
      size |= (byte & 0x7f) << shift;
    }
    at += size >>> 0;
  }
  return 0;
}

/** Calls `visit(docId, impact)` for the postings in a range of bytes; for long lists from `LONG_START` to the end. */
export function eachPosting(bytes: Uint8Array, start: number, end: number, visit: (docId: number, impact: number) => void): void {
  let at = start;
  let docId = 0;
  const stop = Math.min(end, bytes.length);
  while (at < stop) {
    let byte = bytes[at++]!;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f && shift < 35 && at < stop; shift += 7) {
      byte = bytes[at++]!;
      gap |= (byte & 0x7f) << shift;
    }
    docId += gap >>> 0;
    visit(docId, bytes[at++] ?? 0);
  }
}

/** First byte of the postings in a long list's record. */
export const LONG_START = HEADER_BYTES;

/** All lists of a bucket; `long` gives the record of a list kept outside, undefined where it is missing (the list is then left out). */
export function decodeBucket(bucket: number, bytes: Uint8Array, long: (hash: number) => Uint8Array | undefined): PostingList[] {
  const lists: PostingList[] = [];
  const reader = new ByteReader(bytes, HEADER_BYTES);
  let rest = 0;
  while (!reader.done) {
    rest += reader.varint();
    reader.varint();
    const size = reader.varint();
    const hash = ((bucket << REST_BITS) | rest) >>> 0;
    const list: PostingList = { hash, docs: [], impacts: [] };
    const source = size === 0 ? long(hash) : bytes;
    if (source !== undefined) {
      const start = size === 0 ? LONG_START : reader.at;
      eachPosting(source, start, size === 0 ? source.length : start + size, (docId, impact) => {
        list.docs.push(docId);
        list.impacts.push(impact);
      });
      lists.push(list);
    }
    reader.at += size;
  }
  return lists;
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

/** Hashes of the lists a bucket keeps outside itself. */
export function longHashes(bucket: number, bytes: Uint8Array): number[] {
  const hashes: number[] = [];
  const reader = new ByteReader(bytes, HEADER_BYTES);
  let rest = 0;
  while (!reader.done) {
    rest += reader.varint();
    reader.varint();
    const size = reader.varint();
    if (size === 0) hashes.push(((bucket << REST_BITS) | rest) >>> 0);
    reader.at += size;
  }
  return hashes;
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

function sealLong(segment: number, postings: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(postings.length + HEADER_BYTES);
  out.uint32(0);
  out.uint32(segment);
  out.bytes(postings);
  return stamp(out.take());
}

function stamp(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sum = checksum(bytes, 4);
  for (let i = 0; i < 4; i++) bytes[i] = (sum >>> (8 * i)) & 0xff;
  return bytes;
}
