import type { Article } from '../core/article.ts';
import type { ArticleRow } from '../core/coverage.ts';
import type { FoundIds, SearchAnswer, SearchHit, SearchOrder } from '../core/search-answer.ts';
import { highlightRanges } from '../search/highlight.ts';
import type { Wanted } from '../search/match-text.ts';
import { snippetOf } from '../search/snippet.ts';
import { scoreHit } from '../search/title-rank.ts';
import type { Store } from '../store/store.ts';
import { toRow } from './article-row.ts';
import type { OwnWords } from './search-own.ts';
import { type FoundReports, openSearch, runSearch } from './search-run.ts';

/** Best reports whose headlines are read to rank them anew. */
const RERANKED = 48;

/** How a query is answered. */
export interface SearchOptions {
  /** Hits wanted at most. */
  limit: number;
  /** Hits left out before the first. */
  from?: number;
  order?: SearchOrder;
  /** Check every report the index finds, however many: `total` is exact, and all of them compete. */
  whole?: boolean;
  /** Look at as many reports as it takes to fill the page: only phrases and names take long. */
  patient?: boolean;
  /** Ids of topics of this name that the store does not list, such as the built-in ones. */
  topicsNamed?: (typed: string) => string[];
}

/**
 * Answers a typed query from the store, best first, or newest first where it has no words. Where no report has every word, those
 * with some are answered; misspelt words are corrected when nothing holds them: `notices` and `corrected` say so. `total` is exact unless
 * `atLeast` is true: then more were found than could be checked.
 */
export async function searchStore(text: string, store: Store, options: SearchOptions): Promise<SearchAnswer> {
  const { from = 0, limit, whole = false, patient = false, topicsNamed, order = 'best' } = options;
  const search = await openSearch(text, store, { topicsNamed, whole });
  const { known, sources } = search;
  if (known === null) return { query: text, total: 0, atLeast: false, hits: [], corrected: null, notices: search.notices };
  const [found, outlets] = await Promise.all([
    runSearch({ ...search, known }, { order, whole, patient, wanted: Math.max(from + limit, RERANKED) }),
    sources.lists.outlets(),
  ]);
  const page = await readPage(found, order, { from, limit }, store);
  const outletNames = new Map(outlets.map(({ id, names }) => [id, names[0]!]));
  return {
    query: text,
    total: found.total,
    atLeast: found.atLeast || (!whole && found.plan.notices.some(({ code }) => code === 'manyEndings')),
    hits: page.map((article) => toHit(article, toRow(article, outletNames, sources.people, sources.own.edits), found.wanted, sources.own)),
    corrected: known.corrected,
    notices: found.notices,
  };
}

/** Ids of all reports that a query finds, of one search and looked up once; a beginning stands for all words that begin so. */
export async function searchIds(
  text: string,
  store: Store,
  { limit, order = 'best', topicsNamed }: Pick<SearchOptions, 'limit' | 'order' | 'topicsNamed'>,
): Promise<FoundIds> {
  const search = await openSearch(text, store, { topicsNamed, whole: true });
  const { known } = search;
  if (known === null) return { ids: [], total: 0, atLeast: false, notices: search.notices };
  const found = await runSearch({ ...search, known }, { order, whole: false, patient: true, wanted: Math.max(limit, RERANKED) });
  const shown = await inOrder(found, order, { from: 0, limit }, store);
  return { ids: shown.map(({ article }) => article.id), total: found.total, atLeast: found.atLeast, notices: found.notices };
}

/** Reports of a page, with their texts. */
async function readPage(found: FoundReports, order: SearchOrder, part: { from: number; limit: number }, store: Store): Promise<Article[]> {
  const shown = await inOrder(found, order, part, store);
  const texts = await store.readTexts(shown.map(({ docId }) => docId));
  return shown.map(({ article }, i) => ({ ...article, text: texts[i] ?? '' }));
}

/** Reports of a page. Where ranked, the best few anew, by what their headlines hold of the query; the others as they were. */
async function inOrder(
  { docs, plan, wanted }: FoundReports,
  order: SearchOrder,
  { from, limit }: { from: number; limit: number },
  store: Store,
): Promise<{ docId: number; article: Article }[]> {
  const isRanked = order === 'best' && plan.weights.length > 0;
  const anew = isRanked && from < RERANKED ? docs.slice(0, RERANKED) : [];
  const later = docs.slice(Math.max(from, anew.length), from + limit);
  const read = await store.readArticles(
    [...anew, ...later].map(({ docId }) => docId),
    { text: false },
  );
  const scores = new Map(anew.map(({ docId, score }) => [docId, score]));
  const best = anew[0]?.score ?? 0;
  const first = read
    .filter(({ docId }) => scores.has(docId))
    .map((entry) => ({ ...entry, rank: scoreHit(scores.get(entry.docId)!, best, entry.article.headline, wanted) }))
    .sort(
      (a, b) =>
        b.rank - a.rank || (b.article.publishedAtMs ?? 0) - (a.article.publishedAtMs ?? 0) || (a.article.id < b.article.id ? -1 : 1),
    );
  return [...first.slice(from, from + limit), ...read.filter(({ docId }) => !scores.has(docId))];
}

function toHit(article: Article, row: ArticleRow, wanted: Wanted, own: OwnWords): SearchHit {
  const snippet = snippetOf(article.text === '' ? (article.description ?? '') : article.text, wanted);
  const highlights = highlightRanges(row.headline, wanted);
  const hit = { article: row, snippet: snippet.text, highlights, snippetHighlights: snippet.highlights };
  if (highlights.length + snippet.highlights.length > 0) return hit;
  const noted = own
    .notes(row.id)
    .map((note) => snippetOf(note, wanted))
    .find((part) => part.highlights.length > 0);
  return noted === undefined ? hit : { ...hit, snippet: noted.text, snippetHighlights: noted.highlights, inNote: true };
}
