import type { QueryTerm } from '../index/types.ts';
import type { ParsedQuery } from './parse-query.ts';

/** An index token and how many reports hold it. */
export interface CountedToken {
  word: string;
  count: number;
}

/** Words a prefix stands for at most. */
export const PREFIX_WORDS = 16;

/** Distinct tokens of words and phrases, whose counts `searchTerms` needs. */
export function wordsOf(query: ParsedQuery): string[] {
  return [...new Set([...query.words, ...query.phrases.flat()])];
}

/**
 * Terms to ask the index for: words and phrase words by rarity, the words a prefix may grow into (together worth one word), and
 * the pseudo-terms of filters, weighted above any word. `total` is the number of reports.
 */
export function searchTerms(words: CountedToken[], grown: CountedToken[], filters: string[], total: number): QueryTerm[] {
  const terms = new Map<string, number>();
  const raise = (term: string, weight: number) => terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  for (const { word, count } of words) raise(word, rarity(count, total));
  for (const { word, count } of grown.slice(0, PREFIX_WORDS)) raise(word, rarity(count, total));
  for (const filter of filters) raise(filter, 3 * rarity(1, total));
  return [...terms].map(([term, weight]) => ({ term, weight }));
}

function rarity(count: number, total: number): number {
  return Math.log(1 + (total + 1) / (count + 0.5));
}
