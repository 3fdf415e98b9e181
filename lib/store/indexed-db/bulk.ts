import { frequencySlot } from '../../index/frequencies.ts';
import { createInversion, type Inversion } from '../../index/inversion.ts';
import { encodePart, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { encodeWords, splitWords } from '../../index/vocabulary.ts';
import type { AddPart, ArticleRecord, IngestSummary } from '../store.ts';
import { type AddedPortion, addPortion, addSummary, portions, withoutRepeats } from './adding.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import type { IndexedDocument } from './packing.ts';
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

/** What was added and no segment holds yet. */
interface Pending {
  target: number | null;
  docs: Pick<IndexedDocument, 'docId' | 'publishedMin'>[];
  inversion: Inversion;
}

/** See `Store.addInBulk`. */
export function addInBulk<T>(context: StoreContext, work: (add: AddPart) => Promise<T>): Promise<T> {
  return context.bulking(async () => {
    await context.exclusively(() => giveUp(context));
    const pending = nothingPending();
    const add = async (records: ArticleRecord[], areNew = false): Promise<IngestSummary & { left: ArticleRecord[] }> => {
      const summary = { added: 0, updated: 0, left: [] as ArticleRecord[] };
      for (const some of portions(withoutRepeats(records), ROWS_AT_ONCE, CHARACTERS_AT_ONCE)) {
        const portion = await context
          .exclusively(() => addPortion(context, some, 'relaxed', areNew ? 'bulk-new' : 'bulk'))
          .catch((error) => {
            if (areNew && error instanceof DOMException && error.name === 'ConstraintError') return null;
            throw error;
          });
        if (portion === null) {
          summary.left.push(...some);
          continue;
        }
        addSummary(summary, portion.summary);
        keep(pending, portion);
        if (pending.docs.length >= context.bulkSegment) await writePending(context, pending);
      }
      return summary;
    };
    const result = await work(add);
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

function nothingPending(): Pending {
  return { target: null, docs: [], inversion: createInversion() };
}

function keep(pending: Pending, { target, docs }: AddedPortion): void {
  // Another target than before: the index was reset meanwhile, and derives what came before by itself.
  if (target !== pending.target) Object.assign(pending, { ...nothingPending(), target });
  for (const doc of docs) {
    pending.docs.push({ docId: doc.docId, publishedMin: doc.publishedMin });
    pending.inversion.add(doc);
  }
}

/** Writes what is pending as a segment: first its records, then, in one transaction, the mention of it. */
async function writePending(context: StoreContext, pending: Pending): Promise<void> {
  const { target, docs, inversion } = pending;
  if (target === null || docs.length === 0) return;
  const large = docs.length >= LARGE_FROM;
  if (large) {
    await writeBuckets(context, target, inversion);
    await writeBlocks(context, target, splitWords(inversion.words()));
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
        for (const { hash, df } of inversion.counts()) exact[frequencySlot(hash)]! += df;
        requests.push(...putFrequencies(transaction, exact));
      } else {
        requests.push(
          ...putParts(transaction, target, inversion),
          ...putSmallVocabulary(transaction, target, encodeWords(inversion.words())),
        );
      }
      const [first, last] = [docs[0]!.docId, docs.at(-1)!.docId];
      const foreignDead = await countForeignDead(transaction, docs);
      state.segments.push({ id: target, kind: large ? 'large' : 'small', first, last, articles: docs.length, foreignDead });
      state.bulk = null;
      await settled([...requests, ...putTimes(transaction, target, docs), putState(transaction, state)]);
    }),
  );
  Object.assign(pending, nothingPending());
}

/** Deleted documents in a segment's span that came meanwhile from elsewhere. */
async function countForeignDead(transaction: WriteTransaction, docs: Pending['docs']): Promise<number> {
  const dead = await transaction.objectStore('meta').get(META.tombstones);
  if (!(dead instanceof Uint32Array)) return 0;
  const own = new Set(docs.map(({ docId }) => docId));
  return dead.filter((docId) => docId > docs[0]!.docId && docId < docs.at(-1)!.docId && !own.has(docId)).length;
}

async function writeBuckets(context: StoreContext, target: number, inversion: Inversion): Promise<void> {
  const encoded = inversion.buckets(target)[Symbol.iterator]();
  for (let next = encoded.next(); !next.done; ) {
    const startMs = context.nowMs();
    const buckets: [number, Uint8Array<ArrayBuffer>][] = [];
    const long: [number, Uint8Array<ArrayBuffer>][] = [];
    for (let bytes = 0; !next.done && bytes < BYTES_AT_ONCE && context.nowMs() - startMs < JOIN_MS; next = encoded.next()) {
      const [bucket, own] = next.value;
      buckets.push([bucket * SEGMENT_SPAN + target, own.bytes]);
      for (const list of own.long) long.push([list.hash * SEGMENT_SPAN + target, list.bytes]);
      bytes += own.long.reduce((sum, list) => sum + list.bytes.length, own.bytes.length);
    }
    await commit(context, 'bulk-postings', ['buckets', 'long'], 'relaxed', (transaction) =>
      settled([
        ...buckets.map(([key, value]) => transaction.objectStore('buckets').put(value, key)),
        ...long.map(([key, value]) => transaction.objectStore('long').put(value, key)),
      ]),
    );
  }
}

async function writeBlocks(context: StoreContext, target: number, words: Map<string, string>): Promise<void> {
  const blocks = [...words];
  while (blocks.length > 0) {
    const written: [string, string][] = [];
    for (let characters = 0; blocks.length > 0 && 2 * characters < BYTES_AT_ONCE; ) {
      const next = blocks.pop()!;
      written.push(next);
      characters += next[1].length;
    }
    await commit(context, 'bulk-words', ['vocabulary'], 'relaxed', (transaction) =>
      settled(written.map(([block, text]) => transaction.objectStore('vocabulary').put(text, [target, block]))),
    );
  }
}

function putParts(transaction: WriteTransaction, target: number, inversion: Inversion): Promise<unknown>[] {
  const table = transaction.objectStore('parts');
  const buckets = new Map(inversion.buckets(target));
  return Array.from({ length: PARTS }, (_, part) => {
    const own = Array.from({ length: PART_BUCKETS }, (_, i) => buckets.get(part * PART_BUCKETS + i)?.bytes);
    return table.put(encodePart(own), target * PARTS + part);
  });
}
