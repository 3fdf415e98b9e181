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
  const words = documents.reduce((sum, { words: { stems } }) => sum + stems.length, 0);
  // Postings, each leading to the one before it of its stem: a document and what the word has of its length.
  const last = new Map<number, number>();
  const before = new Int32Array(words);
  const holder = new Int32Array(words);
  const shares = new Float64Array(words);
  let count = 0;
  for (const [index, { words: own, length }] of documents.entries()) {
    const row = index * size;
    for (let place = 0; place < own.stems.length; place++) {
      const stem = own.stems[place]!;
      const share = own.weights[place]! / length;
      const previous = last.get(stem) ?? -1;
      for (let at = previous; at >= 0; at = before[at]!) cosines[row + holder[at]!]! += shares[at]! * share;
      last.set(stem, count);
      before[count] = previous;
      holder[count] = index;
      shares[count] = share;
      count++;
    }
  }
  for (let row = 0; row < size; row++)
    for (let column = 0; column < row; column++) cosines[column * size + row] = cosines[row * size + column]!;
  return cosines;
}
