import { checkedSegment, decodeBucket, encodeBucket, longHashes, type PostingList } from '../../index/bucket.ts';
import { FREQUENCY_SLOTS, frequencySlot } from '../../index/frequencies.ts';
import { bucketOfPart, encodePart, mergeLists, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { BUCKETS } from '../../index/term-hash.ts';
import { isTombstoned, noTombstones, type Tombstones } from '../../index/tombstones.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { META, SEGMENT_SPAN, type WriteTransaction } from './schema.ts';
import { SEAL_TABLES } from './sealing.ts';
import { type MergeJob, putState, requireState, type SegmentInfo } from './state.ts';

// Sized so that one step stays below 50 ms on a slow machine with full segments (65k articles: about 2,500 postings a bucket).
const LARGE_STEP = 64;

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
      meta.delete(META.mergeDropped),
      putState(transaction, state),
    ]);
  });
}

/** Writes the next buckets of the target, in one transaction with the checkpoint. */
export function mergePostings(context: StoreContext): Promise<void> {
  return commit(context, 'merge-postings', [...SEAL_TABLES], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const job = state.merge;
    if (job === null || job.bucket >= BUCKETS) return;
    const from = job.bucket;
    const to = from + (job.kind === 'small' ? PART_BUCKETS : LARGE_STEP);
    const meta = transaction.objectStore('meta');
    const [deadValue, droppedValue] = await Promise.all([meta.get(META.mergeDead), meta.get(META.mergeDropped)]);
    const dead = deadValue instanceof Uint32Array ? (deadValue as Tombstones) : noTombstones();
    const dropped = droppedValue instanceof Uint32Array ? droppedValue : new Uint32Array(FREQUENCY_SLOTS);
    const sources = state.segments.filter(({ id }) => job.sources.includes(id));
    const lists = await readLists(transaction, sources, from, to);
    const requests: Promise<unknown>[] = [];
    const encoded: (Uint8Array | undefined)[] = [];
    for (let bucket = from; bucket < to; bucket++) {
      const merged = mergeLists(
        lists.get(bucket) ?? [],
        (docId) => isTombstoned(dead, docId),
        (hash) => {
          dropped[frequencySlot(hash)]! += 1;
        },
      );
      if (merged.length === 0) {
        encoded.push(undefined);
        continue;
      }
      const { bytes, long } = encodeBucket(job.target, merged);
      encoded.push(bytes);
      if (job.kind === 'large') requests.push(transaction.objectStore('buckets').put(bytes, bucket * SEGMENT_SPAN + job.target));
      for (const list of long) requests.push(transaction.objectStore('long').put(list.bytes, list.hash * SEGMENT_SPAN + job.target));
    }
    if (job.kind === 'small') {
      requests.push(transaction.objectStore('parts').put(encodePart(encoded), job.target * PARTS + from / PART_BUCKETS));
    }
    if (dead.length > 0) requests.push(meta.put(dropped, META.mergeDropped));
    state.merge = { ...job, bucket: to };
    await settled([...requests, putState(transaction, state)]);
  });
}

/** True when the postings of a merge are all written. */
export function postingsMerged(job: MergeJob): boolean {
  return job.bucket >= BUCKETS;
}

async function readLists(
  transaction: WriteTransaction,
  sources: SegmentInfo[],
  from: number,
  to: number,
): Promise<Map<number, PostingList[]>> {
  const lists = new Map<number, PostingList[]>();
  const found: { bucket: number; bytes: Uint8Array }[] = [];
  const large = new Set(sources.filter(({ kind }) => kind === 'large').map(({ id }) => id));
  if (large.size > 0) {
    const range = IDBKeyRange.bound(from * SEGMENT_SPAN, to * SEGMENT_SPAN - 1);
    const table = transaction.objectStore('buckets');
    const [keys, values] = await Promise.all([table.getAllKeys(range), table.getAll(range)]);
    keys.forEach((key, i) => {
      if (large.has(key % SEGMENT_SPAN)) found.push({ bucket: Math.floor(key / SEGMENT_SPAN), bytes: values[i]! });
    });
  }
  for (const { id, kind } of sources) {
    if (kind === 'large') continue;
    const first = Math.floor(from / PART_BUCKETS);
    const part = await transaction.objectStore('parts').get(id * PARTS + first);
    for (let bucket = from; bucket < to; bucket++) {
      const bytes = bucketOfPart(part, bucket % PART_BUCKETS);
      if (bytes === null) throw new DamagedSegment();
      if (bytes.length > 0) found.push({ bucket, bytes });
    }
  }
  for (const { bucket, bytes } of found) {
    const segment = checkedSegment(bytes);
    if (segment === null) throw new DamagedSegment();
    const long = await readLong(transaction, segment, longHashes(bucket, bytes));
    const decoded = decodeBucket(bucket, bytes, (hash) => long.get(hash));
    lists.set(bucket, [...(lists.get(bucket) ?? []), ...decoded]);
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
