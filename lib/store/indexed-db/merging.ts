import { checkedSegment, decodeBucket, encodeBucket, longHashes, mergeLists, type PostingList } from '../../index/bucket.ts';
import { frequencySlot } from '../../index/frequencies.ts';
import { encodeLost } from '../../index/lost-words.ts';
import { bucketOfPart, encodePart, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { BUCKETS } from '../../index/term-hash.ts';
import { isTombstoned, noTombstones, type Tombstones } from '../../index/tombstones.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { META, SEGMENT_SPAN, type WriteTransaction } from './schema.ts';
import { SEGMENT_TABLES } from './sealing.ts';
import { forgetChanges, noteChanges, noteLost } from './slot-tables.ts';
import { type MergeJob, putState, requireState, type SegmentInfo } from './state.ts';

// Buckets read and joined before the clock is looked at again, and at most in one step.
const BUCKETS_AT_ONCE = 8;
const BUCKETS_A_STEP = 256;
// Half of what a step may take: committing takes its share.
const JOIN_MS = 20;
// What is kept in memory until the commit.
const BYTES_A_STEP = 500_000;

/** The posting lists of one bucket, by the kind of segment they come from. */
type SourceLists = Record<SegmentInfo['kind'], PostingList[]>;

/** Told when what a merge reads is damaged: the caller rebuilds. */
export class DamagedSegment extends Error {}

/** Writes down that a merge begins and which deleted documents it will leave out. */
export function beginMerge(context: StoreContext, sources: number[], kind: SegmentInfo['kind']): Promise<void> {
  return commit(context, 'merge-begin', ['meta'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const meta = transaction.objectStore('meta');
    const dead = await meta.get(META.tombstones);
    state.merge = { target: state.nextSegment++, kind, sources, bucket: 0, wordsRead: sources.map(() => 0), block: '' };
    await settled([
      meta.put(dead instanceof Uint32Array ? dead : noTombstones(), META.mergeDead),
      forgetChanges(transaction),
      putState(transaction, state),
    ]);
  });
}

/** Writes the next buckets of the target, as many as time allows, in one transaction with the checkpoint. */
export function mergePostings(context: StoreContext): Promise<void> {
  return commit(context, 'merge-postings', [...SEGMENT_TABLES], 'relaxed', async (transaction) => {
    const startMs = context.nowMs();
    const state = await requireState(transaction);
    const job = state.merge;
    if (job === null || postingsMerged(job)) return;
    const deadValue = await transaction.objectStore('meta').get(META.mergeDead);
    const dead = deadValue instanceof Uint32Array ? (deadValue as Tombstones) : noTombstones();
    // By how much the counts of large segments change, by frequency slot.
    const changes = new Map<number, number>();
    const lost: [hash: number, count: number][] = [];
    const sources = state.segments.filter(({ id }) => job.sources.includes(id));
    const atOnce = job.kind === 'small' ? PART_BUCKETS : BUCKETS_AT_ONCE;
    const end = Math.min(BUCKETS, job.bucket + BUCKETS_A_STEP);
    const requests: Promise<unknown>[] = [];
    let bucket = job.bucket;
    let bytes = 0;
    do {
      const lists = await readLists(transaction, sources, bucket, bucket + atOnce);
      const written = writeMerged(transaction, job, bucket, lists, dead, { changes, lost });
      bytes += written.bytes;
      for (const request of written.requests) {
        // Waited for below; where a read fails first, that failure is the one to hear of.
        request.catch(() => {});
        requests.push(request);
      }
      bucket += atOnce;
    } while (bucket < end && bytes < BYTES_A_STEP && context.nowMs() - startMs < JOIN_MS);
    requests.push(...noteChanges(transaction, job.bucket, changes));
    if (lost.length > 0) requests.push(noteLost(transaction, job.bucket, encodeLost(lost)));
    state.merge = { ...job, bucket };
    await settled([...requests, putState(transaction, state)]);
  });
}

/** True when the postings of a merge are all written. */
export function postingsMerged(job: MergeJob): boolean {
  return job.bucket >= BUCKETS;
}

/** Joins and writes the buckets from `from` on, a list of posting lists each. */
function writeMerged(
  transaction: WriteTransaction,
  job: MergeJob,
  from: number,
  lists: SourceLists[],
  dead: Tombstones,
  { changes, lost }: { changes: Map<number, number>; lost: [hash: number, count: number][] },
): { requests: Promise<unknown>[]; bytes: number } {
  const requests: Promise<unknown>[] = [];
  let total = 0;
  const encoded = lists.map((found, i) => {
    const change = ({ hash, docs }: PostingList, sign: number): void => {
      const slot = frequencySlot(hash);
      changes.set(slot, (changes.get(slot) ?? 0) + sign * docs.length);
    };
    // Whatever becomes of them: a small target, or nothing, is counted in the table no more.
    for (const list of found.large) change(list, -1);
    const all = [...found.large, ...found.small];
    const merged = mergeLists(all, (docId) => isTombstoned(dead, docId));
    if (dead.length > 0) lost.push(...lostIn(all, merged));
    if (job.kind === 'large') for (const list of merged) change(list, 1);
    if (merged.length === 0) return undefined;
    const { bytes, long } = encodeBucket(job.target, merged);
    total += long.reduce((sum, list) => sum + list.bytes.length, bytes.length);
    for (const list of long) requests.push(transaction.objectStore('long').put(list.bytes, list.hash * SEGMENT_SPAN + job.target));
    if (job.kind === 'large') requests.push(transaction.objectStore('buckets').put(bytes, (from + i) * SEGMENT_SPAN + job.target));
    return bytes;
  });
  if (job.kind === 'small') {
    requests.push(transaction.objectStore('parts').put(encodePart(encoded), job.target * PARTS + from / PART_BUCKETS));
  }
  return { requests, bytes: total };
}

/** By hash, ascending, how many documents lists lost when they came together: see `LostCounts`. */
function lostIn(lists: PostingList[], merged: PostingList[]): [hash: number, count: number][] {
  const lost = new Map<number, number>();
  for (const { hash, docs } of lists) lost.set(hash, (lost.get(hash) ?? 0) + docs.length);
  const left = new Map(merged.map(({ hash, docs }) => [hash, docs.length]));
  return [...lost]
    .map(([hash, count]): [number, number, boolean] => [hash, count - (left.get(hash) ?? 0), left.has(hash)])
    .filter(([, count]) => count > 0)
    .map(([hash, count, isLeft]): [number, number] => [hash, isLeft ? count : 0])
    .sort((a, b) => a[0] - b[0]);
}

/** All posting lists of the sources, by bucket from `from` up to but without `to`. */
async function readLists(transaction: WriteTransaction, sources: SegmentInfo[], from: number, to: number): Promise<SourceLists[]> {
  const found: Uint8Array[][] = Array.from({ length: to - from }, () => []);
  const large = sources.filter(({ kind }) => kind === 'large').map(({ id }) => id);
  const table = transaction.objectStore('buckets');
  const [firstId, lastId] = [Math.min(...large), Math.max(...large)];
  const ranges =
    large.length === 0
      ? []
      : found.map((_, i) => table.getAll(IDBKeyRange.bound((from + i) * SEGMENT_SPAN + firstId, (from + i) * SEGMENT_SPAN + lastId)));
  const small = sources.filter(({ kind }) => kind === 'small');
  const parts = await Promise.all(
    small.map(({ id }) => transaction.objectStore('parts').get(id * PARTS + Math.floor(from / PART_BUCKETS))),
  );
  for (const [i, records] of (await Promise.all(ranges)).entries()) found[i]!.push(...records);
  for (const part of parts) {
    found.forEach((records, i) => {
      const bytes = bucketOfPart(part, (from + i) % PART_BUCKETS);
      if (bytes === null) throw new DamagedSegment();
      if (bytes.length > 0) records.push(bytes);
    });
  }
  const wanted = new Map(sources.map(({ id, kind }) => [id, kind]));
  return Promise.all(found.map((records, i) => decodeRecords(transaction, from + i, records, wanted)));
}

async function decodeRecords(
  transaction: WriteTransaction,
  bucket: number,
  records: Uint8Array[],
  wanted: Map<number, SegmentInfo['kind']>,
): Promise<SourceLists> {
  const lists: SourceLists = { large: [], small: [] };
  for (const bytes of records) {
    const segment = checkedSegment(bytes);
    if (segment === null) throw new DamagedSegment();
    const kind = wanted.get(segment);
    if (kind === undefined) continue;
    const long = await readLong(transaction, segment, longHashes(bucket, bytes));
    for (const list of decodeBucket(bucket, bytes, (hash) => long.get(hash))) lists[kind].push(list);
  }
  return lists;
}

async function readLong(transaction: WriteTransaction, segment: number, hashes: number[]): Promise<Map<number, Uint8Array>> {
  const records = await Promise.all(hashes.map((hash) => transaction.objectStore('long').get(hash * SEGMENT_SPAN + segment)));
  const long = new Map<number, Uint8Array>();
  records.forEach((bytes, i) => {
    if (bytes === undefined || checkedSegment(bytes) !== segment) throw new DamagedSegment();
    long.set(hashes[i]!, bytes);
  });
  return long;
}
