import { checkedSegment, eachPosting, findInBucket, LONG_START } from '../../index/bucket.ts';
import { impactOf } from '../../index/packed-terms.ts';
import { bucketOfPart, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { bucketOf, termHash } from '../../index/term-hash.ts';
import { isTombstoned } from '../../index/tombstones.ts';
import { read, type StoreContext } from './context.ts';
import { type IndexSnapshot, readIndex } from './index-cache.ts';
import { type ReadTransaction, SEGMENT_SPAN } from './schema.ts';
import type { StoreState } from './state.ts';

/** Tables a look-up of postings reads. */
const TABLES = ['meta', 'delta', 'parts', 'buckets', 'long', 'times'] as const;

/** Gets one posting: the position of its term in the question, the document, the impact. */
export type PostingVisitor = (term: number, docId: number, impact: number) => void;

interface Wanted {
  hash: number;
  term: number;
}

/**
 * Visits all postings of distinct terms, deleted documents included where a segment still holds them. One transaction: state and
 * small pieces, then one range a bucket, then one range a long list. What is damaged is left out and reported. `begin` is called once, before the
 * first visit, with what the postings belong to; never where there is no usable index. `further` may read more in the same transaction.
 */
export async function visitPostings(
  context: StoreContext,
  terms: string[],
  begin: (state: StoreState, snapshot: IndexSnapshot) => PostingVisitor,
  further?: (transaction: ReadTransaction, state: StoreState, snapshot: IndexSnapshot) => Promise<void>,
): Promise<void> {
  const transaction = read(context, [...TABLES]);
  const buckets = groupByBucket(terms);
  const index = await readIndex(context, transaction);
  if (index === null) return;
  const { state, snapshot } = index;
  const visit = begin(state, snapshot);
  const large = state.segments.filter(({ kind }) => kind === 'large').map(({ id }) => id);
  const records = readBuckets(transaction, [...buckets.keys()], large);
  const more = further?.(transaction, state, snapshot);
  visitDelta(snapshot, terms, visit);
  const long: Wanted[] = [];
  const longSegments = new Set<number>();
  for (const { id, kind } of state.segments) {
    if (kind !== 'small') continue;
    for (const [bucket, wanted] of buckets) {
      const part = snapshot.parts.get(id * PARTS + Math.floor(bucket / PART_BUCKETS));
      const bytes = bucketOfPart(part, bucket % PART_BUCKETS);
      if (bytes === null) context.noteDamage();
      else if (bytes.length > 0) visitBucket(context, bytes, wanted, (segment) => segment === id, visit, long, longSegments);
    }
  }
  const wantedLists = [...buckets.values()];
  for (const [i, found] of (await Promise.all(records)).entries()) {
    for (const bytes of found)
      visitBucket(context, bytes, wantedLists[i]!, (segment) => large.includes(segment), visit, long, longSegments);
  }
  if (long.length > 0) await visitLong(context, transaction, long, longSegments, visit);
  await more;
}

function groupByBucket(terms: string[]): Map<number, Wanted[]> {
  const buckets = new Map<number, Wanted[]>();
  terms.forEach((text, term) => {
    const hash = termHash(text);
    const wanted = buckets.get(bucketOf(hash));
    if (wanted === undefined) buckets.set(bucketOf(hash), [{ hash, term }]);
    else wanted.push({ hash, term });
  });
  for (const wanted of buckets.values()) wanted.sort((a, b) => a.hash - b.hash);
  return buckets;
}

/** One range a bucket, from the first to the last segment in use: records of older ones may be deleted but still in the browser's files. */
function readBuckets(transaction: ReadTransaction, buckets: number[], segments: number[]): Promise<Uint8Array[]>[] {
  if (segments.length === 0) return [];
  const table = transaction.objectStore('buckets');
  const [first, last] = [Math.min(...segments), Math.max(...segments)];
  return buckets.map((bucket) => table.getAll(IDBKeyRange.bound(bucket * SEGMENT_SPAN + first, bucket * SEGMENT_SPAN + last)));
}

function visitBucket(
  context: StoreContext,
  bytes: Uint8Array,
  wanted: Wanted[],
  isLive: (segment: number) => boolean,
  visit: PostingVisitor,
  long: Wanted[],
  longSegments: Set<number>,
): void {
  const segment = checkedSegment(bytes);
  if (segment === null) {
    context.noteDamage();
    return;
  }
  // Records of a merge that is not switched to yet, or of a segment not swept yet.
  if (!isLive(segment)) return;
  const hashes = wanted.map(({ hash }) => hash);
  for (const [i, found] of findInBucket(bytes, hashes).entries()) {
    if (found === null) continue;
    const { term } = wanted[i]!;
    if (found.long) {
      if (!long.some((known) => known.term === term)) long.push(wanted[i]!);
      longSegments.add(segment);
    } else {
      eachPosting(bytes, found.start, found.end, (docId, impact) => visit(term, docId, impact));
    }
  }
}

async function visitLong(
  context: StoreContext,
  transaction: ReadTransaction,
  long: Wanted[],
  segments: Set<number>,
  visit: PostingVisitor,
): Promise<void> {
  const table = transaction.objectStore('long');
  const [first, last] = [Math.min(...segments), Math.max(...segments)];
  const found = await Promise.all(
    long.map(({ hash }) => table.getAll(IDBKeyRange.bound(hash * SEGMENT_SPAN + first, hash * SEGMENT_SPAN + last))),
  );
  for (const [i, records] of found.entries()) {
    for (const bytes of records) {
      const segment = checkedSegment(bytes);
      if (segment === null) context.noteDamage();
      else if (segments.has(segment)) eachPosting(bytes, LONG_START, bytes.length, (docId, impact) => visit(long[i]!.term, docId, impact));
    }
  }
}

function visitDelta(snapshot: IndexSnapshot, terms: string[], visit: PostingVisitor): void {
  for (const doc of snapshot.delta) {
    for (const [position, term] of terms.entries()) {
      const impact = impactOf(doc, term);
      if (impact !== null) visit(position, doc.docId, impact);
    }
  }
}

/** Whether a document is deleted as of a snapshot. */
export function isDeleted(snapshot: IndexSnapshot, docId: number): boolean {
  return snapshot.tombstones.length > 0 && isTombstoned(snapshot.tombstones, docId);
}
