import { isFunctionWord } from './function-words.ts';
import type { TermStatistics } from './types.ts';
import { IDF } from './weights.ts';

/**
 * How telling a term is: ln((N + K) / (df + K·p)), a document frequency smoothed by what is expected of the term before any
 * report was counted (p: high for words of grammar and short words). At N = 0 it is ln(1/p); by N ≫ K the counts decide.
 */
export function idf(term: string, stats: TermStatistics): number {
  const count = Math.min(stats.counts.get(term) ?? 0, stats.total);
  return Math.max(0, Math.log((stats.total + IDF.priorReports) / (count + IDF.priorReports * expectedShare(term))));
}

/** The share of reports a term is expected in before counting. */
export function expectedShare(term: string): number {
  if (isFunctionWord(term)) return IDF.functionWordShare;
  const letter = term.charCodeAt(0);
  const syllabic = letter >= 0x0e00; // Thai, Hangul, Kana, Han: two characters make a word
  const length = syllabic ? term.length + 3 : term.length;
  return IDF.shareByLength[Math.min(length, IDF.shareByLength.length - 1)]!;
}
