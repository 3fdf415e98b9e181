import type { Article } from '../core/article.ts';
import type { SearchAnswer, SearchHit } from '../messaging/protocol.ts';
import { highlightRanges } from '../search/highlight.ts';
import { countHeld, holdsPhrase, readTokens, type Wanted } from '../search/match-text.ts';
import { type NamedItem, searchNames } from '../search/name-search.ts';
import { isEmptyQuery, type ParsedQuery, parseQuery } from '../search/parse-query.ts';
import { type CountedToken, PREFIX_WORDS, searchTerms, wordsOf } from '../search/query-words.ts';
import { snippetOf } from '../search/snippet.ts';
import { chooseCorrection, correctedText, wantsCorrection } from '../search/spelling.ts';
import { scoreHit } from '../search/title-rank.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { toRow } from './article-row.ts';

/** Reports fetched and checked against the query: what the index finds beyond them is not counted. */
const CANDIDATES = 200;
const NAMES_PER_FILTER = 8;

/** Ids each filter of a query allows; null where the query has no such filter. */
interface Filters {
  reporters: Set<string> | null;
  outlets: Set<string> | null;
  topics: Set<string> | null;
}

/**
 * Answers a typed query from the store, best first. Every word must stand in the report; where no report has all of them, those
 * with some are answered. Misspelt words are corrected when nothing holds them, and the answer says so. `total` counts up to 200.
 */
export async function searchStore(text: string, store: Store, options: { limit: number }): Promise<SearchAnswer> {
  const parsed = parseQuery(text);
  if (isEmptyQuery(parsed)) return { query: text, total: 0, hits: [], corrected: null };
  const { query, words, grown, corrected, total } = await resolveWords(text, parsed, store);
  const filters = await resolveFilters(query, store);
  const terms = searchTerms(words, grown, pseudoTerms(filters), total);
  const candidates = terms.length === 0 ? [] : await store.evaluate(terms, CANDIDATES);
  const scores = new Map(candidates.map(({ docId, score }) => [docId, score]));
  const stored = (await store.getArticlesByDocId([...scores.keys()])).filter((entry) => passes(entry, query, filters));

  const best = candidates[0]?.score ?? 0;
  const judged = stored.map((entry) => ({ entry, ...judge(entry, query, scores.get(entry.docId) ?? 0, best) }));
  const whole = judged.filter(({ held, of }) => held === of);
  const found = (whole.length > 0 ? whole : judged.filter(({ held, of }) => held > 0 && of > 0)).sort(
    (a, b) => b.score - a.score || (b.entry.article.publishedAtMs ?? 0) - (a.entry.article.publishedAtMs ?? 0) || compare(a.entry, b.entry),
  );
  const outletNames = new Map((await store.listOutlets()).map(({ id, name }) => [id, name]));
  const hits = found.slice(0, options.limit).map(({ entry }) => toHit(entry.article, query, outletNames));
  return { query: text, total: found.length, hits, corrected };
}

/** Counts words, grows the prefix, corrects what no report holds. */
async function resolveWords(text: string, parsed: ParsedQuery, store: Store) {
  const asked = wordsOf(parsed);
  const [frequencies, grown] = await Promise.all([
    store.documentFrequencies(asked),
    parsed.prefix === null ? [] : store.wordsWithPrefix(parsed.prefix, PREFIX_WORDS),
  ]);
  const counted: CountedToken[] = asked.map((word, i) => ({ word, count: frequencies.counts[i] ?? 0 }));
  const unknown = counted.filter(wantsCorrection);
  if (parsed.prefix !== null && grown.length === 0) unknown.push(...[{ word: parsed.prefix, count: 0 }].filter(wantsCorrection));
  const corrections = new Map<string, string>();
  for (const { word } of unknown) {
    const meant = chooseCorrection(word, await store.similarWords(word, 4));
    if (meant !== null) corrections.set(word, meant);
  }
  if (corrections.size === 0) return { query: parsed, words: counted, grown, corrected: null, total: frequencies.total };
  const right = (word: string) => corrections.get(word) ?? word;
  const query: ParsedQuery = {
    ...parsed,
    words: parsed.words.map(right),
    phrases: parsed.phrases.map((phrase) => phrase.map(right)),
    prefix: parsed.prefix === null ? null : right(parsed.prefix),
  };
  const again = wordsOf(query);
  const { counts, total } = await store.documentFrequencies(again);
  const regrown = query.prefix === null ? [] : await store.wordsWithPrefix(query.prefix, PREFIX_WORDS);
  const words = again.map((word, i) => ({ word, count: counts[i] ?? 0 }));
  return { query, words, grown: regrown, corrected: correctedText(text, corrections, fold), total };
}

async function resolveFilters(query: ParsedQuery, store: Store): Promise<Filters> {
  const find = async (typed: string[], list: () => Promise<NamedItem[]>): Promise<Set<string> | null> => {
    if (typed.length === 0) return null;
    const items = await list();
    return new Set(typed.flatMap((name) => searchNames(items, name, NAMES_PER_FILTER).map(({ id }) => id)));
  };
  const [reporters, outlets, topics] = await Promise.all([
    find(query.reporters, async () =>
      (await store.listReporters()).map(({ id, name, alternateNames }) => ({ id, names: [name, ...alternateNames] })),
    ),
    find(query.outlets, async () => (await store.listOutlets()).map(({ id, name }) => ({ id, names: [name] }))),
    find(query.topics, async () =>
      (await store.listTopics()).map(({ id, names }) => ({ id, names: [id, ...Object.values(names).flat()] })),
    ),
  ]);
  return { reporters, outlets, topics };
}

function pseudoTerms({ reporters, outlets, topics }: Filters): string[] {
  const marked = (mark: string, ids: Set<string> | null) => [...(ids ?? [])].map((id) => `${mark}${id}`);
  return [...marked('@', reporters), ...marked('~', outlets), ...marked('#', topics)];
}

function passes({ article, topics }: StoredArticle, query: ParsedQuery, filters: Filters): boolean {
  const { publishedAtMs, language } = article;
  if (query.languages.length > 0 && !query.languages.includes(language ?? '')) return false;
  if (query.beforeMs !== null && (publishedAtMs === null || publishedAtMs >= query.beforeMs)) return false;
  if (query.afterMs !== null && (publishedAtMs === null || publishedAtMs < query.afterMs)) return false;
  if (filters.outlets && !filters.outlets.has(article.outletId ?? '')) return false;
  if (filters.reporters && !article.authors.some(({ reporterId }) => filters.reporters!.has(reporterId ?? ''))) return false;
  if (filters.topics && !topics.some(({ id }) => filters.topics!.has(id))) return false;
  return true;
}

function judge({ article }: StoredArticle, wanted: Wanted, indexScore: number, bestScore: number) {
  const text = readTokens(`${article.headline}\n${article.description ?? ''}\n${article.text}`);
  const { held, of } = countHeld(text, wanted);
  const phrasesHeld = wanted.phrases.filter((phrase) => holdsPhrase(text, phrase)).length;
  // A phrase is what its quotes say: a report without it is no hit at all.
  const missing = phrasesHeld < wanted.phrases.length;
  const score = scoreHit(indexScore, bestScore, article.headline, wanted);
  return { held: missing ? -1 : held, of, score };
}

function toHit(article: Article, wanted: Wanted, outletNames: ReadonlyMap<string, string>): SearchHit {
  return {
    article: toRow(article, outletNames),
    snippet: snippetOf(article.text === '' ? (article.description ?? '') : article.text, wanted),
    highlights: highlightRanges(article.headline, wanted),
  };
}

function compare(a: StoredArticle, b: StoredArticle): number {
  return a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0;
}
