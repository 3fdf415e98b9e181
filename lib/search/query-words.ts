import type { QueryTerm } from '../index/types.ts';
import { leavesOf, type QueryNode } from './query-tree.ts';

/** An index token and how many reports hold it. */
export interface CountedToken {
  word: string;
  count: number;
}

/** Words a beginning stands for at most, the most frequent first. */
export const PREFIX_WORDS = 32;

/** What the index is asked about the words of a query. */
export interface AskedWords {
  /** Distinct whole words. */
  words: string[];
  /** Distinct beginnings of words. */
  prefixes: string[];
}

/** Words and beginnings of a query; with `onlyAsked` without those under a minus. */
export function wordsOf(root: QueryNode | null, onlyAsked = false): AskedWords {
  const words = new Set<string>();
  const prefixes = new Set<string>();
  for (const { leaf, asked } of leavesOf(root)) {
    if ((leaf.kind !== 'word' && leaf.kind !== 'phrase') || (onlyAsked && !asked)) continue;
    leaf.tokens.forEach((token, i) => {
      (leaf.prefix && i === leaf.tokens.length - 1 ? prefixes : words).add(token);
    });
  }
  return { words: [...words], prefixes: [...prefixes] };
}

/** Weights of words by rarity: what makes one report better than another. `total` is the number of reports. */
export function wordWeights(words: CountedToken[], total: number): QueryTerm[] {
  const terms = new Map(words.map(({ word, count }) => [word, Math.log(1 + (total + 1) / (count + 0.5))]));
  return [...terms].map(([term, weight]) => ({ term, weight }));
}
