import { isOtherLanguage } from './features.ts';
import type { Company } from './types.ts';
import type { PreparedDocument } from './vectors.ts';
import { COMPANY } from './weights.ts';

/** A row without neighbours: nothing is known of how close the reports of its subject stand together. */
export const NO_COMPANY: Company = { toPage: 0, toThird: 0, toBest: 0 };

/**
 * How close each row stands to the page and to the other rows of its language, all as plain cosines. Reports of another event than the
 * page's stand closer together than any of them to the page; a score of one row alone cannot tell that. Rows best first; n²/2
 * comparisons, so hand in the few best.
 */
export function companyOf(page: PreparedDocument, rows: PreparedDocument[]): Company[] {
  const cosines = allCosines([page, ...rows]);
  const size = rows.length + 1;
  return rows.map((row, index) => {
    const at = (index + 1) * size;
    const others: number[] = [];
    for (const [other, { document }] of rows.entries()) {
      if (other !== index && !isOtherLanguage(row.document, document)) others.push(cosines[at + other + 1]!);
    }
    const best = others.slice(0, COMPANY.best);
    return {
      toPage: cosines[at]!,
      toBest: best.length === 0 ? 0 : best.reduce((sum, cosine) => sum + cosine, 0) / best.length,
      toThird: others.sort((a, b) => b - a)[COMPANY.nearest - 1] ?? 0,
    };
  });
}

/** Cosines of all pairs as a square, through postings: most pairs share few of their words. */
function allCosines(documents: PreparedDocument[]): Float64Array {
  const size = documents.length;
  const cosines = new Float64Array(size * size);
  // Postings of a word: document and weight by turns.
  const postings = new Map<string, number[]>();
  for (const [index, { words, length }] of documents.entries()) {
    const row = index * size;
    for (const [key, { weight }] of words) {
      const share = weight / length;
      const earlier = postings.get(key);
      if (earlier === undefined) {
        postings.set(key, [index, share]);
        continue;
      }
      for (let i = 0; i < earlier.length; i += 2) cosines[row + earlier[i]!]! += earlier[i + 1]! * share;
      earlier.push(index, share);
    }
  }
  for (let row = 0; row < size; row++)
    for (let column = 0; column < row; column++) cosines[column * size + row] = cosines[row * size + column]!;
  return cosines;
}
