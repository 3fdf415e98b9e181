import { decodeBucket, encodeBucket, type PostingList } from '../../index/bucket.ts';
import { frequencySlot } from '../../index/frequencies.ts';
import { type BuiltSegment, buildSegment, encodePart, mergeLists, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { BUCKETS } from '../../index/term-hash.ts';
import type { IndexDocument } from '../../index/types.ts';
import { encodeWords, mergeWords, splitVocabulary } from '../../index/vocabulary.ts';
import type { ArticleRecord, IngestSummary } from '../store.ts';
import { type AddedPortion, addPortion, addSummary, portions, withoutRepeats } from './adding.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { META, SEGMENT_SPAN, type WriteTransaction } from './schema.ts';
import { LARGE_FROM, putSmallVocabulary, SEGMENT_TABLES } from './sealing.ts';
import { putTimes } from './segment-times.ts';
import { putFrequencies, readExactCounts } from './slot-tables.ts';
import { putState, readState, requireState } from './state.ts';

/*
 * For every record that is put, written over or deleted Chromium notes what it would take to undo it, the old value included; after the commit it deletes
 * the notes, and steps over what is left of them at each opening of the database until it compacts its files. So nothing here is written twice
 * or deleted: rows are written as they come, postings once there are enough of them for a segment that need not be merged soon.
 */

/** Articles of one segment: a query reads few segments then, and their postings take some 25 MB of memory until they are written. */
export const BULK_SEGMENT = 16_384;
// Transactions are short, so that what the user does meanwhile is not kept waiting.
const ROWS_AT_ONCE = 256;
const CHARACTERS_AT_ONCE = 300_000;
const BYTES_AT_ONCE = 400_000;
// Joining stops for a commit, and so for whatever else the page has to do, after this long.
const JOIN_MS = 20;

/** What was added and no segment holds yet: a small segment for each portion, to be joined. */
interface Pending {
  target: number | null;
  docs: Pick<IndexDocument, 'docId' | 'publishedMin'>[];
  built: Portion[];
}

type Portion = Pick<BuiltSegment, 'buckets' | 'counts'> & {
  /** Its vocabulary, by block. */
  blocks: Map<string, string>;
};

/** See `Store.addInBulk`. */
export function addInBulk<T>(
  context: StoreContext,
  work: (add: (records: ArticleRecord[]) => Promise<IngestSummary>) => Promise<T>,
): Promise<T> {
  return context.bulking(async () => {
    await context.exclusively(() => giveUp(context));
    const pending: Pending = { target: null, docs: [], built: [] };
    const result = await work(async (records) => {
      const summary = { added: 0, updated: 0 };
      for (const some of portions(withoutRepeats(records), ROWS_AT_ONCE, CHARACTERS_AT_ONCE)) {
        const portion = await context.exclusively(() => addPortion(context, some, 'relaxed', 'bulk'));
        addSummary(summary, portion.summary);
        keep(pending, portion);
        if (pending.docs.length >= context.bulkSegment) await writePending(context, pending);
      }
      return summary;
    });
    await writePending(context, pending);
    return result;
  });
}

/**
 * Where an addition in bulk was cut off (its background killed, its page closed), notes that its articles are to be derived again. One that is
 * under way is left alone. The caller holds the lock.
 */
export async function giveUpAbandoned(context: StoreContext): Promise<void> {
  if ((await readState(read(context, ['meta'])))?.bulk == null) return;
  await context.unlessBulking(() => giveUp(context));
}

/** Begins to derive the next span of such articles. */
export function deriveSpan(context: StoreContext): Promise<void> {
  return commit(context, 'rebuild-span', ['meta'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const span = state.underived.shift();
    if (span === undefined) return;
    state.rebuild = { from: span[0], cursor: span[0], until: span[1] + 1 };
    state.deltaFrom = Math.min(state.deltaFrom, span[0]);
    await putState(transaction, state);
  });
}

async function giveUp(context: StoreContext): Promise<void> {
  if ((await readState(read(context, ['meta'])))?.bulk == null) return;
  await commit(context, 'bulk-given-up', ['meta'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    if (state.bulk === null) return;
    state.underived.push(...state.bulk.spans);
    state.bulk = null;
    state.sweepFrom = 0;
    await putState(transaction, state);
  });
}

function keep(pending: Pending, { target, docs }: AddedPortion): void {
  // Another target than before: the index was reset meanwhile, and derives what came before by itself.
  if (target !== pending.target) Object.assign(pending, { target, docs: [], built: [] });
  pending.docs.push(...docs.map(({ docId, publishedMin }) => ({ docId, publishedMin })));
  const { buckets, counts, words } = buildSegment(target!, docs);
  pending.built.push({ buckets, counts, blocks: splitVocabulary(encodeWords(words)) });
}

/** Writes what is pending as a segment: first its records, then, in one transaction, the mention of it. */
async function writePending(context: StoreContext, pending: Pending): Promise<void> {
  const { target, docs, built } = pending;
  if (target === null || docs.length === 0) return;
  const large = docs.length >= LARGE_FROM;
  const words = joinWords(built);
  if (large) {
    await writeBuckets(context, target, built);
    await writeBlocks(context, target, words);
  }
  await context.exclusively(() =>
    commit(context, 'bulk-switch', [...SEGMENT_TABLES], 'relaxed', async (transaction) => {
      const state = await requireState(transaction);
      if (state.bulk?.target !== target) {
        state.sweepFrom = 0;
        await putState(transaction, state);
        return;
      }
      const requests: Promise<unknown>[] = [];
      if (large) {
        const exact = await readExactCounts(transaction);
        for (const { counts } of built) for (const { hash, df } of counts) exact[frequencySlot(hash)]! += df;
        requests.push(...putFrequencies(transaction, exact));
      } else {
        requests.push(...putParts(transaction, target, built));
        requests.push(...putSmallVocabulary(transaction, target, mergeWords(['\n', ...[...words.values()].flat()])));
      }
      const [first, last] = [docs[0]!.docId, docs.at(-1)!.docId];
      const foreignDead = await countForeignDead(transaction, docs);
      state.segments.push({ id: target, kind: large ? 'large' : 'small', first, last, articles: docs.length, foreignDead });
      state.bulk = null;
      await settled([...requests, ...putTimes(transaction, target, docs), putState(transaction, state)]);
    }),
  );
  Object.assign(pending, { target: null, docs: [], built: [] });
}

/** Deleted documents in a segment's span that came meanwhile from elsewhere. */
async function countForeignDead(transaction: WriteTransaction, docs: Pending['docs']): Promise<number> {
  const dead = await transaction.objectStore('meta').get(META.tombstones);
  if (!(dead instanceof Uint32Array)) return 0;
  const own = new Set(docs.map(({ docId }) => docId));
  return dead.filter((docId) => docId > docs[0]!.docId && docId < docs.at(-1)!.docId && !own.has(docId)).length;
}

async function writeBuckets(context: StoreContext, target: number, built: Portion[]): Promise<void> {
  for (let bucket = 0; bucket < BUCKETS; ) {
    const startMs = context.nowMs();
    const buckets: [number, Uint8Array<ArrayBuffer>][] = [];
    const long: [number, Uint8Array<ArrayBuffer>][] = [];
    let bytes = 0;
    for (; bucket < BUCKETS && bytes < BYTES_AT_ONCE && context.nowMs() - startMs < JOIN_MS; bucket++) {
      const lists = listsOf(built, bucket);
      if (lists.length === 0) continue;
      const encoded = encodeBucket(target, lists);
      buckets.push([bucket * SEGMENT_SPAN + target, encoded.bytes]);
      for (const list of encoded.long) long.push([list.hash * SEGMENT_SPAN + target, list.bytes]);
      bytes += encoded.long.reduce((sum, list) => sum + list.bytes.length, encoded.bytes.length);
    }
    await commit(context, 'bulk-postings', ['buckets', 'long'], 'relaxed', (transaction) =>
      settled([
        ...buckets.map(([key, value]) => transaction.objectStore('buckets').put(value, key)),
        ...long.map(([key, value]) => transaction.objectStore('long').put(value, key)),
      ]),
    );
  }
}

async function writeBlocks(context: StoreContext, target: number, words: Map<string, string[]>): Promise<void> {
  const blocks = [...words];
  while (blocks.length > 0) {
    const startMs = context.nowMs();
    const written: [string, string][] = [];
    let characters = 0;
    while (blocks.length > 0 && 2 * characters < BYTES_AT_ONCE && context.nowMs() - startMs < JOIN_MS) {
      const [block, texts] = blocks.pop()!;
      const text = mergeWords(texts);
      written.push([block, text]);
      characters += text.length;
    }
    await commit(context, 'bulk-words', ['vocabulary'], 'relaxed', (transaction) =>
      settled(written.map(([block, text]) => transaction.objectStore('vocabulary').put(text, [target, block]))),
    );
  }
}

function putParts(transaction: WriteTransaction, target: number, built: Portion[]): Promise<unknown>[] {
  const table = transaction.objectStore('parts');
  return Array.from({ length: PARTS }, (_, part) => {
    const buckets = Array.from({ length: PART_BUCKETS }, (_, i) => {
      const lists = listsOf(built, part * PART_BUCKETS + i);
      return lists.length === 0 ? undefined : encodeBucket(target, lists).bytes;
    });
    return table.put(encodePart(buckets), target * PARTS + part);
  });
}

/** The posting lists of one bucket, joined. */
function listsOf(built: Portion[], bucket: number): PostingList[] {
  const lists = built.flatMap(({ buckets }) => {
    const encoded = buckets.get(bucket);
    if (encoded === undefined) return [];
    const long = new Map(encoded.long.map(({ hash, bytes }) => [hash, bytes]));
    return decodeBucket(bucket, encoded.bytes, (hash) => long.get(hash));
  });
  return mergeLists(lists, () => false);
}

/** The vocabularies, by block. */
function joinWords(built: Portion[]): Map<string, string[]> {
  const byBlock = new Map<string, string[]>();
  for (const { blocks } of built) {
    for (const [block, text] of blocks) byBlock.set(block, [...(byBlock.get(block) ?? []), text]);
  }
  return byBlock;
}
