import { countNameKeys, isOtherLanguage, nameWeight, topicWeight } from './features.ts';
import { rankPrepared } from './score.ts';
import type { RankedDocument, RankingDocument, RankingOptions, RankingQuery, TermStatistics } from './types.ts';
import { type PreparedDocument, type PreparedQuery, prepareDocument, prepareQuery } from './vectors.ts';
import { NAMES, RANK } from './weights.ts';

/** Up to this many reports are compared one by one; above, the best by shared words, topics and names are. */
const COMPARE_ALL_BELOW = 2_000;
/** Reports compared one by one at least, whatever is asked for. */
const LEAST_COMPARED = 600;

/** Reports held in memory for many rankings, as the command line does: statistics counted from the reports themselves. */
export interface Pool {
  stats: TermStatistics;
  nameStats: TermStatistics;
  reports: PreparedDocument[];
  /** By stem. */
  words: Map<number, Postings>;
  topics: Map<string, number[]>;
  names: Map<string, number[]>;
}

interface Postings {
  reports: number[];
  weights: number[];
}

/** Builds a pool; `stats` must cover words and topics of the reports (`countTerms`). */
export function buildPool(documents: RankingDocument[], stats: TermStatistics): Pool {
  const pool: Pool = {
    stats,
    nameStats: countNameKeys(documents),
    reports: documents.map((document) => prepareDocument(document, stats)),
    words: new Map(),
    topics: new Map(),
    names: new Map(),
  };
  for (const [index, report] of pool.reports.entries()) {
    const { stems, weights } = report.words;
    for (const [place, stem] of stems.entries()) {
      const postings = pool.words.get(stem) ?? { reports: [], weights: [] };
      pool.words.set(stem, postings);
      postings.reports.push(index);
      postings.weights.push(weights[place]! / report.length);
    }
    for (const id of report.topics.keys()) push(pool.topics, id, index);
    for (const key of report.document.nameKeys) push(pool.names, key, index);
  }
  return pool;
}

/** Counts in how many of the reports each term and each topic (`#id`) occurs. */
export function countTerms(documents: Iterable<{ terms: Iterable<string>; topics: { id: string }[] }>): TermStatistics {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { terms, topics } of documents) {
    total++;
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const { id } of topics) counts.set(`#${id}`, (counts.get(`#${id}`) ?? 0) + 1);
  }
  return { total, counts };
}

/** The `limit` best reports for a page, best first. */
export function rankPool(pool: Pool, query: RankingQuery, limit: number, options: RankingOptions): RankedDocument[] {
  const page = prepareQuery(query, pool.stats);
  const compared = Math.max(LEAST_COMPARED, 2 * limit);
  const candidates = pool.reports.length <= Math.max(COMPARE_ALL_BELOW, compared) ? pool.reports : likeliest(pool, page, compared);
  return rankPrepared(page, candidates, pool.stats, pool.nameStats, options).slice(0, limit);
}

function likeliest(pool: Pool, page: PreparedQuery, limit: number): PreparedDocument[] {
  const { query } = page;
  const scores = new Float32Array(pool.reports.length);
  for (const [place, stem] of page.words.stems.entries()) {
    const postings = pool.words.get(stem);
    if (postings === undefined) continue;
    const scaled = page.words.weights[place]! / page.length;
    for (let i = 0; i < postings.reports.length; i++) scores[postings.reports[i]!]! += scaled * postings.weights[i]!;
  }
  const addAll = (reports: number[] | undefined, amount: number) => {
    for (const index of reports ?? []) scores[index]! += amount;
  };
  // Slopes of the saturating overlaps at their half: close enough to choose whom to compare.
  for (const { id, kind } of query.topics) addAll(pool.topics.get(id), (RANK.topics * topicWeight(id, kind, pool.stats)) / 20);
  for (const key of query.nameKeys) {
    const amount = (RANK.crossNames * nameWeight(key, pool.nameStats)) / (2 * NAMES.half);
    for (const index of pool.names.get(key) ?? []) if (isOtherLanguage(query, pool.reports[index]!.document)) scores[index]! += amount;
  }
  const order = [...scores.keys()].filter((index) => scores[index]! > 0).sort((a, b) => scores[b]! - scores[a]! || a - b);
  return order.slice(0, limit).map((index) => pool.reports[index]!);
}

function push(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}
