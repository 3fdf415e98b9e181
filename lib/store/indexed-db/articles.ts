import { noTombstones, type Tombstones, withTombstones } from '../../index/tombstones.ts';
import type { IndexDocument } from '../../index/types.ts';
import type { ArticleRecord, IngestSummary, RemovedSamples, StoredArticle } from '../store.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf, documentOf, keepArticle, keepDelta, keepForward, storedArticle } from './packing.ts';
import { resetDerived } from './rebuilding.ts';
import { textsOf, writeTexts } from './recent-texts.ts';
import { type KeptArticle, type KeptForward, META, type WriteTransaction } from './schema.ts';
import { LARGE_FROM, SEAL_AT, SEGMENT_TABLES, writeSegments } from './sealing.ts';
import { isDamagedState, putState, readState, requireState, type StoreState } from './state.ts';

const ARTICLE_TABLES = ['articles', 'forward', 'delta', 'recentTexts', ...SEGMENT_TABLES] as const;

// What one transaction adds. Larger segments made at once are merged, and so deleted, less often: see `LARGE_FROM`.
const ARTICLES_AT_ONCE = 2 * LARGE_FROM;
const CHARACTERS_AT_ONCE = 4_000_000;

/** Where the postings of added articles go: the delta tier, a segment of their own, or whatever an addition in bulk writes later. */
type Place = 'delta' | 'segment' | 'bulk';

/** What a portion became. */
export interface AddedPortion {
  summary: IngestSummary;
  docs: IndexDocument[];
  /** The segment that an addition in bulk is to write; null for other additions. */
  target: number | null;
}

/**
 * See `Store.addArticles`. Few articles are one transaction, their texts beside them. Many become a segment at once: their texts are written
 * first, under the docIds their articles then take. Either way no article is ever without its text.
 */
export function addArticles(context: StoreContext, records: ArticleRecord[], durability: 'strict' | 'relaxed'): Promise<IngestSummary> {
  const distinct = withoutRepeats(records);
  if (distinct.length === 0) return Promise.resolve({ added: 0, updated: 0 });
  return context.exclusively(() => addInside(context, distinct, durability));
}

/** As `addArticles`, for a caller who holds the lock; no two records may have an id or an address in common. */
export async function addInside(context: StoreContext, records: ArticleRecord[], durability: 'strict' | 'relaxed'): Promise<IngestSummary> {
  const summary: IngestSummary = { added: 0, updated: 0 };
  for (const some of portions(records, ARTICLES_AT_ONCE, CHARACTERS_AT_ONCE)) {
    const place = some.length >= SEAL_AT ? 'segment' : 'delta';
    addSummary(summary, (await addPortion(context, some, durability, place)).summary);
  }
  return summary;
}

/** Adds what another portion did. */
export function addSummary(summary: IngestSummary, { added, updated }: IngestSummary): void {
  summary.added += added;
  summary.updated += updated;
}

/** Records cut into portions of at most so many articles and, but for a single one, characters of text. */
export function portions(records: ArticleRecord[], most: number, mostCharacters: number): ArticleRecord[][] {
  const cut: ArticleRecord[][] = [];
  let characters = 0;
  for (const record of records) {
    const current = cut.at(-1);
    characters += record.article.text.length;
    if (current === undefined || current.length === most || characters > mostCharacters) {
      cut.push([record]);
      characters = record.article.text.length;
    } else {
      current.push(record);
    }
  }
  return cut;
}

/** Adds articles with distinct ids and addresses, in one transaction; texts first, unless they lie beside their rows. The caller holds the lock. */
export async function addPortion(
  context: StoreContext,
  records: ArticleRecord[],
  durability: 'strict' | 'relaxed',
  place: Place,
): Promise<AddedPortion> {
  if (place !== 'delta') {
    const first = await nextDocId(context);
    const docIds = records.map((_, i) => first + i);
    const texts = records.map(({ article }) => article.text);
    await writeTexts(context, docIds, texts, durability, 'add-texts');
  }
  const add = () => commit(context, 'add', [...ARTICLE_TABLES], durability, (transaction) => addRows(context, transaction, records, place));
  return add().catch(async (error) => {
    if (!isDamagedState(error)) throw error;
    await resetDerived(context);
    return add();
  });
}

async function addRows(
  context: StoreContext,
  transaction: WriteTransaction,
  records: ArticleRecord[],
  place: Place,
): Promise<AddedPortion> {
  const [state, replaced] = await Promise.all([requireState(transaction), findReplaced(transaction, records)]);
  const first = state.nextDocId;
  await forget(transaction, state, [...replaced.rows.values()]);
  const articles = transaction.objectStore('articles');
  const forward = transaction.objectStore('forward');
  const delta = transaction.objectStore('delta');
  const recentTexts = transaction.objectStore('recentTexts');
  const rows = records.map(({ article, derived }, i) => keepDelta(first + i, article.publishedAtMs, derived));
  const docs = rows.map(documentOf).filter((doc) => doc !== null);
  if (place === 'segment') {
    await writeSegments(transaction, state, docs);
  } else if (place === 'bulk') {
    state.bulk ??= { target: state.nextSegment++, spans: [] };
    extendSpans(state.bulk.spans, first, first + records.length - 1);
  } else {
    if (state.deltaCount === 0) state.deltaFrom = Math.min(first, state.rebuild?.cursor ?? first);
    state.deltaCount += rows.length;
  }
  const requests: Promise<unknown>[] = [];
  records.forEach(({ article, derived }, i) => {
    requests.push(articles.put(keepArticle(first + i, article)), forward.put(keepForward(derived), first + i));
    if (place !== 'delta') return;
    requests.push(delta.put(rows[i]!, first + i));
    if (article.text !== '') requests.push(recentTexts.put(article.text, first + i));
  });
  state.nextDocId = first + records.length;
  state.articles += records.length;
  state.sampleArticles += records.filter(({ article }) => article.sample).length;
  state.updatedAtMs = context.nowMs();
  await settled([...requests, putState(transaction, state)]);
  const summary = { added: records.length - replaced.updated, updated: replaced.updated };
  return { summary, docs, target: place === 'bulk' ? state.bulk!.target : null };
}

function extendSpans(spans: [number, number][], first: number, last: number): void {
  const latest = spans.at(-1);
  if (latest !== undefined && latest[1] + 1 === first) latest[1] = last;
  else spans.push([first, last]);
}

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

/** See `Store.topicsOf`. */
export async function topicsByDocId(context: StoreContext, docIds: number[]): Promise<KeptForward['topics'][]> {
  const table = read(context, ['forward']).objectStore('forward');
  const rows = await Promise.all(docIds.map((docId) => table.get(docId)));
  return rows.map((row) => (Array.isArray(row?.topics) ? row.topics : []));
}

/** Stored articles by id, in the order asked; unknown ones are left out. */
export async function articlesById(context: StoreContext, articleIds: string[], withText: boolean): Promise<StoredArticle[]> {
  const transaction = read(context, ['articles', 'forward', 'recentTexts']);
  const index = transaction.objectStore('articles').index('id');
  const rows = await Promise.all(articleIds.map((id) => index.get(id)));
  return completeRows(context, transaction, rows, withText);
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

async function nextDocId(context: StoreContext): Promise<number> {
  const state = await readState(read(context, ['meta']));
  if (state !== null) return state.nextDocId;
  await resetDerived(context);
  return nextDocId(context);
}

/** Of records with the same id or URL the last. */
export function withoutRepeats(records: ArticleRecord[]): ArticleRecord[] {
  const ids = new Set<string>();
  const urls = new Set<string>();
  const kept: ArticleRecord[] = [];
  for (const record of [...records].reverse()) {
    const { id, url } = record.article;
    if (ids.has(id) || urls.has(url)) continue;
    ids.add(id);
    urls.add(url);
    kept.push(record);
  }
  return kept.reverse();
}

async function findReplaced(
  transaction: WriteTransaction,
  records: ArticleRecord[],
): Promise<{ rows: Map<number, KeptArticle>; updated: number }> {
  const table = transaction.objectStore('articles');
  const [ids, urls] = [table.index('id'), table.index('url')];
  const pairs = await Promise.all(records.map(({ article }) => Promise.all([ids.getKey(article.id), urls.getKey(article.url)])));
  const known = [...new Set(pairs.flat())].filter((docId) => docId !== undefined);
  const found = await Promise.all(known.map((docId) => table.get(docId)));
  const rows = new Map(found.flatMap((row) => (row === undefined ? [] : [[row.docId, row] as const])));
  return { rows, updated: pairs.filter((pair) => pair.some((docId) => docId !== undefined)).length };
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
async function forget(transaction: WriteTransaction, state: StoreState, rows: KeptArticle[]): Promise<void> {
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
