import type { TopicLayer } from '../topic-layer.ts';
import { addInside } from './adding.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf } from './packing.ts';
import { readableTexts } from './recent-texts.ts';
import { META, type WriteTransaction } from './schema.ts';

// Reports read ahead of deriving; deriving stops at the time limit of a step.
const READ_AHEAD = 16;
const DERIVE_MS = 25;

/** Which layer is kept. Whoever writes topics takes the id away; the rest and the bytes stay, to be compared with those of the next. */
interface KeptLayer {
  madeWith: string;
  id: string | null;
}

/** Reports up to and with the id `after` have been looked through for the topics of a layer. */
interface TopicJob {
  layer: string;
  after: string | null;
}

/** See `TopicLayerSource.readTopicLayer`. */
export async function readTopicLayer(context: StoreContext): Promise<TopicLayer | null> {
  const meta = read(context, ['meta']).objectStore('meta');
  const [kept, bytes] = await Promise.all([meta.get(META.topicLayer), meta.get(META.topicLayerBytes)]);
  const { madeWith, id } = parseKept(kept);
  return id === null || !(bytes instanceof Uint8Array) ? null : { madeWith, id, bytes: bytes as Uint8Array<ArrayBuffer> };
}

/** See `TopicLayerSource.topicLayerId`. */
export async function topicLayerId(context: StoreContext): Promise<string | null> {
  return parseKept(await context.database.get('meta', META.topicLayer)).id;
}

/** See `TopicLayerSource.putTopicLayer`. */
export function putTopicLayer(context: StoreContext, { madeWith, id, bytes }: TopicLayer): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'topic-layer', ['meta'], 'relaxed', async (transaction) => {
      const meta = transaction.objectStore('meta');
      const [kept, before] = await Promise.all([meta.get(META.topicLayer), meta.get(META.topicLayerBytes)]);
      const isKept = before instanceof Uint8Array;
      const same = isKept ? isSame(before, bytes) : bytes.length === 0;
      // Before the first layer there is nothing that another built-in list derived.
      const derived = same && (!isKept || parseKept(kept).madeWith === madeWith);
      const job: TopicJob = { layer: id, after: null };
      await settled([
        meta.put({ madeWith, id } satisfies KeptLayer, META.topicLayer),
        ...(derived ? [] : [meta.put(job, META.topicJob)]),
        ...(same && isKept ? [] : [meta.put(bytes, META.topicLayerBytes)]),
      ]);
    }),
  );
}

/** Part of every transaction that writes topics: the kept layer is no longer theirs. */
export async function forgetTopicLayer(transaction: WriteTransaction): Promise<void> {
  const meta = transaction.objectStore('meta');
  const { madeWith } = parseKept(await meta.get(META.topicLayer));
  await meta.put({ madeWith, id: null } satisfies KeptLayer, META.topicLayer);
}

/** See `TopicLayerSource.retopicSome`. */
export function retopicSome(context: StoreContext, layerId: string): Promise<boolean> {
  return context.exclusively(async () => {
    const meta = read(context, ['meta']).objectStore('meta');
    const [kept, job] = await Promise.all([meta.get(META.topicLayer), meta.get(META.topicJob)]);
    if (!isJob(job)) return true;
    // Whoever derives with other topics would find nothing to change: it is for the one who knows the kept layer.
    if (parseKept(kept).id !== layerId || job.layer !== layerId) return false;
    const { changed, last } = await deriveNext(context, job.after);
    if (changed.length > 0) await addInside(context, changed, 'relaxed');
    await commit(context, 'retopic', ['meta'], 'relaxed', async (transaction) => {
      const table = transaction.objectStore('meta');
      await (last === null ? table.delete(META.topicJob) : table.put({ layer: layerId, after: last }, META.topicJob));
    });
    return last === null;
  });
}

async function deriveNext(context: StoreContext, after: string | null) {
  const transaction = read(context, ['articles', 'forward', 'recentTexts']);
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  const rows = await transaction.objectStore('articles').index('id').getAll(range, READ_AHEAD);
  const docIds = rows.map(({ docId }) => docId);
  const [forward, texts] = await Promise.all([
    Promise.all(docIds.map((docId) => transaction.objectStore('forward').get(docId))),
    readableTexts(context, transaction, docIds),
  ]);
  const startMs = context.nowMs();
  const changed = [];
  let last: string | null = null;
  for (const [i, row] of rows.entries()) {
    if (i > 0 && context.nowMs() - startMs > DERIVE_MS) return { changed, last };
    last = row.id;
    const text = texts[i];
    // To replace a report whose text cannot be read would be the end of that text.
    if (text == null) continue;
    const article = articleOf(row, text);
    const derived = context.derive(article);
    if (JSON.stringify(derived.topics) !== JSON.stringify((forward[i] ?? row.forward)?.topics)) changed.push({ article, derived });
  }
  return { changed, last: rows.length < READ_AHEAD ? null : last };
}

function parseKept(value: unknown): KeptLayer {
  const kept = value as Partial<KeptLayer> | undefined;
  return typeof kept?.madeWith === 'string'
    ? { madeWith: kept.madeWith, id: typeof kept.id === 'string' ? kept.id : null }
    : { madeWith: '', id: null };
}

function isJob(value: unknown): value is TopicJob {
  const job = value as Partial<TopicJob> | undefined;
  return typeof job?.layer === 'string' && (job.after === null || typeof job.after === 'string');
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
