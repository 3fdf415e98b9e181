import type { Article } from '../core/article.ts';
import type { SearchAnswer, SearchHit } from '../messaging/protocol.ts';
import { highlightRanges } from '../search/highlight.ts';
import { countHeld, holdsPhrase, readTokens, type Wanted } from '../search/match-text.ts';
import { isEmptyQuery, type ParsedQuery, parseQuery } from '../search/parse-query.ts';
import { type CountedToken, PREFIX_WORDS, searchTerms, wordsOf } from '../search/query-words.ts';
import { snippetOf } from '../search/snippet.ts';
import { chooseCorrection, correctedText, wantsCorrection } from '../search/spelling.ts';
import { scoreHit } from '../search/title-rank.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { toRow } from './article-row.ts';
import { type SameReporters, sameReporters } from './same-reporters.ts';
import { filterTerms, passesFilters, resolveFilters } from './search-filters.ts';

/** Reports fetched and checked against the query while someone types. */
const CANDIDATES = 200;

/** How a query is answered. */
export interface SearchOptions {
  /** Hits wanted at most. */
  limit: number;
  /** Check every report the index finds, however many: `total` is exact, and all of them compete. Default: the best 200. */
  whole?: boolean;
  /** Ids of topics of this name that the store does not list, such as the built-in ones. */
  topicsNamed?: (typed: string) => string[];
}

/**
 * Answers a typed query from the store, best first. Every word must stand in the report; where no report has all of them, those
 * with some are answered. Misspelt words are corrected when nothing holds them, and the answer says so. `total` is exact unless
 * `atLeast` is true: then more were found than could be checked, and `total` of those checked match.
 */
export async function searchStore(text: string, store: Store, options: SearchOptions): Promise<SearchAnswer> {
  const parsed = parseQuery(text);
  if (isEmptyQuery(parsed)) return { query: text, total: 0, atLeast: false, hits: [], corrected: null };
  const [{ query, words, grown, corrected, total }, corrections] = await Promise.all([
    resolveWords(text, parsed, store),
    store.listCorrections(),
  ]);
  const filters = await resolveFilters(query, store, corrections, options.topicsNamed ?? (() => []));
  const terms = searchTerms(words, grown, filterTerms(filters).flat(), total);
  const most = options.whole ? Number.POSITIVE_INFINITY : CANDIDATES;
  const candidates = terms.length === 0 ? [] : await store.evaluate(terms, most);
  const scores = new Map(candidates.map(({ docId, score }) => [docId, score]));
  const stored = (await store.getArticlesByDocId([...scores.keys()])).filter((entry) => passesFilters(entry, query, filters));

  const best = candidates[0]?.score ?? 0;
  const judged = stored.map((entry) => ({ entry, ...judge(entry, query, scores.get(entry.docId) ?? 0, best) }));
  const whole = judged.filter(({ held, of }) => held === of);
  const found = (whole.length > 0 ? whole : judged.filter(({ held, of }) => held > 0 && of > 0)).sort(
    (a, b) => b.score - a.score || (b.entry.article.publishedAtMs ?? 0) - (a.entry.article.publishedAtMs ?? 0) || compare(a.entry, b.entry),
  );
  const outletNames = new Map((await store.listOutlets()).map(({ id, name }) => [id, name]));
  const people = sameReporters(corrections);
  const hits = found.slice(0, options.limit).map(({ entry }) => toHit(entry.article, query, outletNames, people));
  const all = candidates.length < most;
  const counted = all ? found.length : whole.length === 0 ? null : await countInPostings(query, grown, filterTerms(filters), store);
  return { query: text, total: Math.max(found.length, counted ?? 0), atLeast: counted === null, hits, corrected };
}

/**
 * How many reports hold every word and pass the filters, from the postings alone; null where those cannot tell: phrases, dates, languages,
 * names of several words, a prefix of more words than were looked up, or no report with every word.
 */
async function countInPostings(query: ParsedQuery, grown: CountedToken[], filters: string[][], store: Store): Promise<number | null> {
  const { phrases, languages, reporters, beforeMs, afterMs, prefix, words } = query;
  if (phrases.length + languages.length + reporters.length > 0 || beforeMs !== null || afterMs !== null) return null;
  if (grown.length >= PREFIX_WORDS) return null;
  const wanted = [...words.map((word) => [word]), ...(prefix === null ? [] : [grown.map(({ word }) => word)]), ...filters];
  const lists = await Promise.all(
    wanted.map((alternatives) =>
      store.evaluate(
        alternatives.map((term) => ({ term, weight: 1 })),
        Number.POSITIVE_INFINITY,
      ),
    ),
  );
  const [first = [], ...others] = lists.map((found) => found.map(({ docId }) => docId));
  const sets = others.map((docIds) => new Set(docIds));
  const common = first.filter((docId) => sets.every((set) => set.has(docId))).length;
  return common === 0 ? null : common;
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

function judge({ article }: StoredArticle, wanted: Wanted, indexScore: number, bestScore: number) {
  const text = readTokens(`${article.headline}\n${article.description ?? ''}\n${article.text}`);
  const { held, of } = countHeld(text, wanted);
  const phrasesHeld = wanted.phrases.filter((phrase) => holdsPhrase(text, phrase)).length;
  // A phrase is what its quotes say: a report without it is no hit at all.
  const missing = phrasesHeld < wanted.phrases.length;
  const score = scoreHit(indexScore, bestScore, article.headline, wanted);
  return { held: missing ? -1 : held, of, score };
}

function toHit(article: Article, wanted: Wanted, outletNames: ReadonlyMap<string, string>, people: SameReporters): SearchHit {
  return {
    article: toRow(article, outletNames, people),
    snippet: snippetOf(article.text === '' ? (article.description ?? '') : article.text, wanted),
    highlights: highlightRanges(article.headline, wanted),
  };
}

function compare(a: StoredArticle, b: StoredArticle): number {
  return a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0;
}
