import { FREQUENCY_SLOTS, frequencySlot, quantiseFrequencies } from '../../index/frequencies.ts';
import { buildSegment, encodePart, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import type { IndexDocument } from '../../index/types.ts';
import { encodeWords, splitVocabulary } from '../../index/vocabulary.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { documentOf } from './packing.ts';
import { META, SEGMENT_SPAN, type TableName, type WriteTransaction } from './schema.ts';
import { putState, requireState, type SegmentInfo, type StoreState } from './state.ts';

/** Unsealed articles from which on a segment is made of them: reading 128 costs a cold query about 3 ms (search.md, 5). */
export const SEAL_AT = 128;
/** Documents from which on a segment is kept a record a bucket; below, reading it whole is cheaper than 4,096 writes. */
export const LARGE_FROM = 2048;
/** Documents of one segment at most. */
export const SEGMENT_MAX = 65_536;

/** Tables a seal writes. */
export const SEAL_TABLES = ['meta', 'delta', 'parts', 'buckets', 'long', 'times', 'vocabulary'] as const satisfies TableName[];

/** Turns the delta tier into a segment, in one transaction. */
export function seal(context: StoreContext): Promise<void> {
  return commit(context, 'seal', [...SEAL_TABLES], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    await sealDelta(context, transaction, state, []);
    await putState(transaction, state);
  });
}

/**
 * Inside a transaction over `SEAL_TABLES`: makes segments of the delta tier and further documents, and empties the tier. Changes `state`,
 * which the caller puts. The postings are there before the state names them, and both appear at once.
 */
export async function sealDelta(
  context: StoreContext,
  transaction: WriteTransaction,
  state: StoreState,
  further: IndexDocument[],
): Promise<void> {
  const delta = transaction.objectStore('delta');
  const rows = state.deltaCount > 0 ? await delta.getAll(IDBKeyRange.lowerBound(state.deltaFrom)) : [];
  const unpacked = rows.map(documentOf);
  if (unpacked.includes(null)) context.noteDamage();
  const docs = [...unpacked.filter((doc) => doc !== null), ...further].sort((a, b) => a.docId - b.docId);
  const exact = await readExactFrequencies(transaction);
  for (let from = 0; from < docs.length; from += SEGMENT_MAX) {
    await writeSegment(transaction, state, docs.slice(from, from + SEGMENT_MAX), exact);
  }
  await putFrequencies(transaction, exact);
  if (rows.length > 0) await delta.clear();
  state.deltaCount = 0;
  state.deltaFrom = state.rebuild?.cursor ?? state.nextDocId;
}

/** The exact counts behind the frequency table. */
export async function readExactFrequencies(transaction: WriteTransaction): Promise<Uint32Array<ArrayBuffer>> {
  const kept = await transaction.objectStore('meta').get(META.exactFrequencies);
  return kept instanceof Uint32Array && kept.length === FREQUENCY_SLOTS
    ? (kept as Uint32Array<ArrayBuffer>)
    : new Uint32Array(FREQUENCY_SLOTS);
}

/** Writes the exact counts and the table that queries read. */
export function putFrequencies(transaction: WriteTransaction, exact: Uint32Array<ArrayBuffer>): Promise<void> {
  const meta = transaction.objectStore('meta');
  return settled([meta.put(exact, META.exactFrequencies), meta.put(quantiseFrequencies(exact), META.frequencies)]);
}

async function writeSegment(transaction: WriteTransaction, state: StoreState, docs: IndexDocument[], exact: Uint32Array): Promise<void> {
  const id = state.nextSegment++;
  const kind: SegmentInfo['kind'] = docs.length >= LARGE_FROM ? 'large' : 'small';
  const built = buildSegment(id, docs);
  for (const { hash, df } of built.counts) {
    const slot = frequencySlot(hash);
    exact[slot] = exact[slot]! + df;
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
    requests.push(vocabulary.put(encodeWords(built.words), [id, '']));
  } else {
    for (const [bucket, { bytes }] of built.buckets) requests.push(buckets.put(bytes, bucket * SEGMENT_SPAN + id));
    for (const [block, words] of splitVocabulary(encodeWords(built.words))) requests.push(vocabulary.put(words, [id, block]));
  }
  for (const bucket of built.buckets.values()) {
    for (const { hash, bytes } of bucket.long) requests.push(long.put(bytes, hash * SEGMENT_SPAN + id));
  }
  const times = {
    docIds: Uint32Array.from(docs, ({ docId }) => docId),
    minutes: Uint32Array.from(docs, ({ publishedMin }) => publishedMin),
  };
  requests.push(transaction.objectStore('times').put(times, id));
  await settled(requests);
  state.segments.push({ id, kind, first: docs[0]!.docId, last: docs.at(-1)!.docId, articles: docs.length });
}
