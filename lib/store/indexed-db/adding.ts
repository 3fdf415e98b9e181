import { unwrap } from 'idb';
import type { ArticleRecord, IngestSummary } from '../store.ts';
import { ARTICLE_TABLES, forget } from './articles.ts';
import { commit, read, type StoreContext } from './context.ts';
import { writeTexts } from './kept-texts.ts';
import { type IndexedDocument, indexDocument, keepArticle, keepDelta } from './packing.ts';
import { resetDerived } from './rebuilding.ts';
import type { KeptArticle, WriteTransaction } from './schema.ts';
import { LARGE_FROM, SEAL_AT, writeSegments } from './sealing.ts';
import { isDamagedState, putState, readState, requireState } from './state.ts';

// What one transaction adds. Larger segments made at once are merged, and so deleted, less often: see `LARGE_FROM`.
const ARTICLES_AT_ONCE = 2 * LARGE_FROM;
const CHARACTERS_AT_ONCE = 4_000_000;

/**
 * Where the postings of added articles go: the delta tier, a segment of their own, or whatever an addition in bulk writes later (`bulk-new`: of
 * articles that are believed not to be here; a `ConstraintError` tells that some are).
 */
type Place = 'delta' | 'segment' | 'bulk' | 'bulk-new';

/** What a portion became. */
export interface AddedPortion {
  summary: IngestSummary;
  docs: IndexedDocument[];
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
  const isBulk = place === 'bulk' || place === 'bulk-new';
  const [state, replaced] = await Promise.all([
    requireState(transaction),
    place === 'bulk-new' ? { rows: new Map<number, KeptArticle>(), updated: 0 } : findReplaced(transaction, records),
  ]);
  const first = state.nextDocId;
  await forget(transaction, state, [...replaced.rows.values()]);
  // Nobody waits for the single requests: the transaction fails with the first that does, and their promises would cost as much as they.
  const articles = unwrap(transaction.objectStore('articles'));
  const [delta, recentTexts] = [unwrap(transaction.objectStore('delta')), unwrap(transaction.objectStore('recentTexts'))];
  const docs = place === 'delta' ? [] : records.map(({ article, derived }, i) => indexDocument(first + i, article.publishedAtMs, derived));
  if (place === 'segment') {
    await writeSegments(transaction, state, docs);
  } else if (isBulk) {
    state.bulk ??= { target: state.nextSegment++, spans: [] };
    extendSpans(state.bulk.spans, first, first + records.length - 1);
  } else {
    if (state.deltaCount === 0) state.deltaFrom = Math.min(first, state.rebuild?.cursor ?? first);
    state.deltaCount += records.length;
  }
  records.forEach(({ article, derived }, i) => {
    articles.put(keepArticle(first + i, article, derived));
    if (place !== 'delta') return;
    delta.put(keepDelta(first + i, article.publishedAtMs, derived), first + i);
    if (article.text !== '') recentTexts.put(article.text, first + i);
  });
  state.nextDocId = first + records.length;
  state.articles += records.length;
  state.sampleArticles += records.filter(({ article }) => article.sample).length;
  state.updatedAtMs = context.nowMs();
  await putState(transaction, state);
  const summary = { added: records.length - replaced.updated, updated: replaced.updated };
  return { summary, docs, target: isBulk ? state.bulk!.target : null };
}

function extendSpans(spans: [number, number][], first: number, last: number): void {
  const latest = spans.at(-1);
  if (latest !== undefined && latest[1] + 1 === first) latest[1] = last;
  else spans.push([first, last]);
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
