import type { Article } from '../../core/article.ts';
import { noTombstones, type Tombstones, withTombstones } from '../../index/tombstones.ts';
import type { RemovedSamples, StoredArticle } from '../store.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf, storedArticle } from './packing.ts';
import { textsOf } from './recent-texts.ts';
import { type KeptArticle, type KeptForward, META, type WriteTransaction } from './schema.ts';
import { SEGMENT_TABLES } from './sealing.ts';
import { putState, readState, requireState, type StoreState } from './state.ts';

/** Tables that adding and removing articles write to. */
export const ARTICLE_TABLES = ['articles', 'forward', 'delta', 'recentTexts', ...SEGMENT_TABLES] as const;

/** See `Store.removeArticles`. */
export function removeArticles(context: StoreContext, articleIds: string[]): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'remove', [...ARTICLE_TABLES], 'strict', async (transaction) => {
      const index = transaction.objectStore('articles').index('id');
      const rows = await Promise.all([...new Set(articleIds)].map((id) => index.get(id)));
      await forgetRows(
        context,
        transaction,
        rows.filter((row) => row !== undefined),
      );
    }),
  );
}

/** See `Store.removeSamples`. */
export function removeSamples(context: StoreContext): Promise<RemovedSamples> {
  return context.exclusively(async () => {
    // Read before anything is deleted, in a transaction of its own: the texts may lie in another database. The lock keeps other writers out.
    const reading = read(context, ['articles', 'recentTexts']);
    const rows = await reading.objectStore('articles').index('sample').getAll();
    const texts = await textsOf(
      context,
      reading,
      rows.map(({ docId }) => docId),
    );
    const tables = [...ARTICLE_TABLES, 'reporters', 'outlets'] as const;
    const removed = await commit(context, 'remove-samples', [...tables], 'strict', (transaction) =>
      takeSamples(context, transaction, rows),
    );
    return { ...removed, articles: rows.map((row, i) => articleOf(row, texts[i]!)) };
  });
}

async function takeSamples(
  context: StoreContext,
  transaction: WriteTransaction,
  rows: KeptArticle[],
): Promise<Omit<RemovedSamples, 'articles'>> {
  const [reporters, outlets] = [transaction.objectStore('reporters'), transaction.objectStore('outlets')];
  const removed = {
    reporters: (await reporters.getAll()).filter(({ sample }) => sample),
    outlets: (await outlets.getAll()).filter(({ sample }) => sample),
  };
  await settled([...removed.reporters.map(({ id }) => reporters.delete(id)), ...removed.outlets.map(({ id }) => outlets.delete(id))]);
  await forgetRows(context, transaction, rows, { reporters: await reporters.count(), outlets: await outlets.count() });
  return removed;
}

/** Stored articles by docId, in the order asked; unknown ones are left out. Without `text` the database of texts is not opened and `article.text` is empty. */
export async function articlesByDocId(context: StoreContext, docIds: number[], withText: boolean): Promise<StoredArticle[]> {
  const transaction = read(context, ['articles', 'forward', 'recentTexts']);
  const [articles, forward] = [transaction.objectStore('articles'), transaction.objectStore('forward')];
  // Both tables at once: waiting for the one before the other is asked costs a cold page view a round trip.
  const [rows, kept] = await Promise.all([
    Promise.all(docIds.map((docId) => articles.get(docId))),
    Promise.all(docIds.map((docId) => forward.get(docId))),
  ]);
  return completeRows(context, transaction, rows, withText, kept);
}

/** See `Store.readArticles`. */
export async function plainArticles(
  context: StoreContext,
  docIds: number[],
  withText: boolean,
): Promise<{ docId: number; article: Article }[]> {
  const transaction = read(context, ['articles', 'recentTexts']);
  const table = transaction.objectStore('articles');
  const rows = await Promise.all(docIds.map((docId) => table.get(docId)));
  const known = rows.filter((row) => row !== undefined);
  const texts =
    withText && known.length > 0
      ? await textsOf(
          context,
          transaction,
          known.map(({ docId }) => docId),
        )
      : [];
  return known.map((row, i) => ({ docId: row.docId, article: articleOf(row, texts[i] ?? '') }));
}

/** See `Store.topicsOf`. */
export async function topicsByDocId(context: StoreContext, docIds: number[]): Promise<KeptForward['topics'][]> {
  const transaction = read(context, ['articles', 'forward']);
  const [articles, forward] = [transaction.objectStore('articles'), transaction.objectStore('forward')];
  const [rows, again] = await Promise.all([
    Promise.all(docIds.map((docId) => articles.get(docId))),
    Promise.all(docIds.map((docId) => forward.get(docId))),
  ]);
  return rows.map((row, i) => {
    const topics = (again[i] ?? row?.forward)?.topics;
    return Array.isArray(topics) ? topics : [];
  });
}

/** Stored articles by id, in the order asked; unknown ones are left out. */
export async function articlesById(context: StoreContext, articleIds: string[], withText: boolean): Promise<StoredArticle[]> {
  const transaction = read(context, ['articles', 'forward', 'recentTexts']);
  const index = transaction.objectStore('articles').index('id');
  const rows = await Promise.all(articleIds.map((id) => index.get(id)));
  return completeRows(context, transaction, rows, withText);
}

/** See `Store.newestArticles`. */
export async function newestArticles(context: StoreContext, count: number): Promise<StoredArticle[]> {
  const state = await readState(read(context, ['meta']));
  const transaction = read(context, ['articles', 'forward', 'recentTexts']);
  const rows = await transaction.objectStore('articles').getAll(IDBKeyRange.lowerBound((state?.nextDocId ?? 0) - count));
  return completeRows(context, transaction, rows.reverse(), true);
}

/** The stored article with a canonical URL. */
export async function articleByUrl(context: StoreContext, url: string, withText: boolean): Promise<StoredArticle | null> {
  const transaction = read(context, ['articles', 'forward', 'recentTexts']);
  const row = await transaction.objectStore('articles').index('url').get(url);
  const [stored] = await completeRows(context, transaction, [row], withText);
  return stored ?? null;
}

async function completeRows(
  context: StoreContext,
  transaction: ReturnType<typeof read>,
  rows: (KeptArticle | undefined)[],
  withText: boolean,
  kept?: (KeptForward | undefined)[],
): Promise<StoredArticle[]> {
  const known = rows.filter((row) => row !== undefined);
  const table = transaction.objectStore('forward');
  const [forward, texts] = await Promise.all([
    kept?.filter((_, i) => rows[i] !== undefined) ?? Promise.all(known.map(({ docId }) => table.get(docId))),
    withText && known.length > 0
      ? textsOf(
          context,
          transaction,
          known.map(({ docId }) => docId),
        )
      : [],
  ]);
  let damaged = false;
  const stored = known.map((row, i) => {
    const complete = storedArticle(row, texts[i] ?? '', forward[i]);
    damaged ||= complete.damaged;
    return complete.stored;
  });
  if (damaged) context.noteDamage();
  return stored;
}

async function forgetRows(
  context: StoreContext,
  transaction: WriteTransaction,
  rows: KeptArticle[],
  counts?: { reporters: number; outlets: number },
): Promise<void> {
  const state = await requireState(transaction);
  await forget(transaction, state, rows);
  Object.assign(state, counts ?? {});
  state.updatedAtMs = context.nowMs();
  await putState(transaction, state);
}

/** Deletes rows: unsealed ones at once, sealed ones by tombstone; their texts later, by upkeep. */
export async function forget(transaction: WriteTransaction, state: StoreState, rows: KeptArticle[]): Promise<void> {
  if (rows.length === 0) return;
  const docIds = rows.map(({ docId }) => docId);
  const delta = transaction.objectStore('delta');
  const meta = transaction.objectStore('meta');
  const recentTexts = transaction.objectStore('recentTexts');
  const [unsealed, kept, deadTexts] = await Promise.all([
    Promise.all(docIds.map((docId) => delta.getKey(docId))),
    meta.get(META.tombstones),
    meta.get(META.deadTexts),
  ]);
  const tombstones = kept instanceof Uint32Array ? (kept as Tombstones) : noTombstones();
  const sealed = docIds.filter((_, i) => unsealed[i] === undefined);
  state.deltaCount -= docIds.length - sealed.length;
  state.articles -= rows.length;
  state.sampleArticles -= rows.filter(({ sample }) => sample).length;
  state.hasDeadTexts = true;
  const articles = transaction.objectStore('articles');
  const forward = transaction.objectStore('forward');
  await settled([
    meta.put([...(Array.isArray(deadTexts) ? deadTexts : []), ...docIds], META.deadTexts),
    ...(sealed.length > 0 ? [meta.put(withTombstones(tombstones, sealed), META.tombstones)] : []),
    ...docIds.flatMap((docId) => [articles.delete(docId), forward.delete(docId), delta.delete(docId), recentTexts.delete(docId)]),
  ]);
}
