import { Accumulator } from './accumulator.ts';
import type { Candidate, IndexDocument, QueryTerm } from './types.ts';

/** Documents indexed in memory alone, for the command line and tests. Immutable; terms are exact, not hashed. */
export interface MemoryIndex {
  readonly total: number;
  /** Term → its row in `starts`. */
  readonly rows: Map<string, number>;
  readonly starts: Uint32Array;
  /** Positions into `docIds`, grouped by term, ascending. */
  readonly postings: Uint32Array;
  readonly impacts: Uint8Array;
  readonly docIds: Float64Array;
  readonly publishedMin: Uint32Array;
}

/** Indexes documents in memory; a docId given twice keeps its last document. About 6 bytes a posting. */
export function buildMemoryIndex(docs: IndexDocument[]): MemoryIndex {
  const latest = [...new Map(docs.map((doc) => [doc.docId, doc])).values()].sort((a, b) => a.docId - b.docId);
  const rows = new Map<string, number>();
  const counts: number[] = [];
  for (const doc of latest) {
    for (const { term } of doc.terms) {
      const row = rows.get(term);
      if (row === undefined) {
        rows.set(term, counts.length);
        counts.push(1);
      } else {
        counts[row] = counts[row]! + 1;
      }
    }
  }
  const starts = new Uint32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) starts[row + 1] = starts[row]! + counts[row]!;
  const fill = starts.slice();
  const postings = new Uint32Array(starts[counts.length]!);
  const impacts = new Uint8Array(postings.length);
  const docIds = new Float64Array(latest.length);
  const publishedMin = new Uint32Array(latest.length);
  latest.forEach((doc, position) => {
    docIds[position] = doc.docId;
    publishedMin[position] = doc.publishedMin;
    for (const { term, impact } of doc.terms) {
      const row = rows.get(term)!;
      const at = fill[row]!;
      fill[row] = at + 1;
      postings[at] = position;
      impacts[at] = impact;
    }
  });
  return { total: latest.length, rows, starts, postings, impacts, docIds, publishedMin };
}

/** The best documents for weighted terms, best first, the greater docId (newer arrival) first among equals. A term given twice counts twice. */
export function evaluateMemory(index: MemoryIndex, terms: QueryTerm[], limit: number): Candidate[] {
  const scores = new Accumulator(0, index.total);
  for (const { term, weight } of terms) {
    const row = index.rows.get(term);
    if (row === undefined || weight === 0) continue;
    const end = index.starts[row + 1]!;
    for (let at = index.starts[row]!; at < end; at++) scores.add(index.postings[at]!, weight * index.impacts[at]!);
  }
  return scores.best(limit).map(({ docId, score }) => ({ docId: index.docIds[docId]!, score }));
}

/** In how many documents a term occurs: exact. */
export function memoryFrequency(index: MemoryIndex, term: string): number {
  const row = index.rows.get(term);
  return row === undefined ? 0 : index.starts[row + 1]! - index.starts[row]!;
}
