import { frequencySlot } from '../../index/frequencies.ts';
import { buildSegment, encodePart, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { cutVocabulary, encodeWords, splitWords } from '../../index/vocabulary.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { documentOf, type IndexedDocument } from './packing.ts';
import { copyRecentTexts, forgetRecent } from './recent-texts.ts';
import { SEGMENT_SPAN, type TableName, type WriteTransaction } from './schema.ts';
import { putTimes } from './segment-times.ts';
import { putFrequencies, readExactCounts } from './slot-tables.ts';
import { putState, readState, requireState, type SegmentInfo, type StoreState } from './state.ts';

/** Unsealed articles from which on a segment is made of them: few, since every cold query reads and scores them all. */
export const SEAL_AT = 64;
/**
 * Documents from which on a segment is kept a record a bucket; below, reading it whole is cheaper than 4,096 writes. Chromium copies all that a
 * transaction deletes or writes over into a journal, and steps over the deleted journal at each opening until it compacts its files: so segments are
 * made large early and merged seldom, and no large record is written over with every seal.
 */
export const LARGE_FROM = 512;
/** Documents of one segment at most: the list of a word in each of them, two bytes a document, still fits below Chromium's 64 KiB. */
export const SEGMENT_MAX = 30_000;

/** Tables a new segment is written to. */
export const SEGMENT_TABLES = ['meta', 'parts', 'buckets', 'long', 'times', 'vocabulary'] as const satisfies TableName[];

/** Turns the oldest `SEAL_AT` articles of the delta tier into a segment, in two steps of one commit each: their texts, then all the rest. */
export async function seal(context: StoreContext): Promise<void> {
  const reading = read(context, ['meta', 'delta']);
  const before = await readState(reading);
  if (before === null) return;
  const keys = await reading.objectStore('delta').getAllKeys(IDBKeyRange.lowerBound(before.deltaFrom), SEAL_AT);
  const last = keys.at(-1);
  if (last !== undefined && context.textsCopiedTo < last) return copyRecentTexts(context, last);
  await commit(context, 'seal', [...SEGMENT_TABLES, 'delta', 'recentTexts'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const delta = transaction.objectStore('delta');
    // One more than is sealed tells where the tier begins then.
    const [rows, rowKeys] = await Promise.all([
      delta.getAll(IDBKeyRange.lowerBound(state.deltaFrom), SEAL_AT),
      delta.getAllKeys(IDBKeyRange.lowerBound(state.deltaFrom), SEAL_AT + 1),
    ]);
    const docs = rows.map(documentOf);
    if (docs.includes(null)) context.noteDamage();
    const sealedKeys = rowKeys.slice(0, rows.length);
    await writeSegments(
      transaction,
      state,
      docs.filter((doc) => doc !== null),
    );
    state.deltaCount -= rows.length;
    state.deltaFrom = Math.min(rowKeys[rows.length] ?? state.nextDocId, state.rebuild?.cursor ?? state.nextDocId);
    const requests: Promise<unknown>[] = last === undefined ? [] : [forgetRecent(context, transaction, last)];
    if (sealedKeys.length > 0) requests.push(delta.delete(IDBKeyRange.bound(sealedKeys[0], sealedKeys.at(-1))));
    await settled([...requests, putState(transaction, state)]);
  });
}

/** Inside a transaction over `SEGMENT_TABLES`: makes segments of documents. Changes `state`, which the caller puts: postings and their mention appear at once. */
export async function writeSegments(transaction: WriteTransaction, state: StoreState, docs: IndexedDocument[]): Promise<void> {
  if (docs.length === 0) return;
  const ordered = [...docs].sort((a, b) => a.docId - b.docId);
  // Counts of small segments are read off the segments themselves: see `countSmall`.
  const exact = ordered.length >= LARGE_FROM ? await readExactCounts(transaction) : null;
  for (let from = 0; from < ordered.length; from += SEGMENT_MAX) {
    await writeSegment(transaction, state, ordered.slice(from, from + SEGMENT_MAX), exact);
  }
  if (exact !== null) await settled(putFrequencies(transaction, exact));
}

/** Writes the words of a small segment. */
export function putSmallVocabulary(transaction: WriteTransaction, segment: number, text: string): Promise<unknown>[] {
  const table = transaction.objectStore('vocabulary');
  return [...cutVocabulary(text)].map(([firstWord, words]) => table.put(words, [segment, firstWord]));
}

async function writeSegment(
  transaction: WriteTransaction,
  state: StoreState,
  docs: IndexedDocument[],
  exact: Uint32Array | null,
): Promise<void> {
  const id = state.nextSegment++;
  const kind: SegmentInfo['kind'] = docs.length >= LARGE_FROM ? 'large' : 'small';
  const built = buildSegment(id, docs);
  for (const { hash, df } of kind === 'large' && exact !== null ? built.counts : []) {
    const slot = frequencySlot(hash);
    exact![slot] = exact![slot]! + df;
  }
  const requests: Promise<unknown>[] = [];
  const parts = transaction.objectStore('parts');
  const buckets = transaction.objectStore('buckets');
  const long = transaction.objectStore('long');
  const vocabulary = transaction.objectStore('vocabulary');
  if (kind === 'small') {
    for (let part = 0; part < PARTS; part++) {
      const bytes = Array.from({ length: PART_BUCKETS }, (_, i) => built.buckets.get(part * PART_BUCKETS + i)?.bytes);
      requests.push(parts.put(encodePart(bytes), id * PARTS + part));
    }
    requests.push(...putSmallVocabulary(transaction, id, encodeWords(built.words)));
  } else {
    for (const [bucket, { bytes }] of built.buckets) requests.push(buckets.put(bytes, bucket * SEGMENT_SPAN + id));
    for (const [block, words] of splitWords(built.words)) requests.push(vocabulary.put(words, [id, block]));
  }
  for (const bucket of built.buckets.values()) {
    for (const { hash, bytes } of bucket.long) requests.push(long.put(bytes, hash * SEGMENT_SPAN + id));
  }
  await settled([...requests, ...putTimes(transaction, id, docs)]);
  state.segments.push({ id, kind, first: docs[0]!.docId, last: docs.at(-1)!.docId, articles: docs.length });
}
