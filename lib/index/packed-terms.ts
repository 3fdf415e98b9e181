import type { TermImpact } from './types.ts';

/**
 * The terms of one document joined by line feeds, and the impact of each: how they are stored, and go from one thread to another. A text is copied at
 * once, a list of hundreds of small objects one by one.
 */
export interface JoinedTerms {
  words: string;
  impacts: Uint8Array<ArrayBuffer>;
}

/** Joins terms, impacts kept within 1..255. A term that is empty or holds a line feed, as only an id of a hostile pack can, is left out. */
export function joinTerms(terms: TermImpact[]): JoinedTerms {
  const words: string[] = [];
  const impacts = new Uint8Array(terms.length);
  for (const { term, impact } of terms) {
    if (term === '' || term.includes('\n')) continue;
    impacts[words.length] = Math.max(1, Math.min(255, impact));
    words.push(term);
  }
  return { words: words.join('\n'), impacts: words.length === impacts.length ? impacts : impacts.slice(0, words.length) };
}

/** The terms of a document one by one; null where their number is not that of the impacts. */
export function splitTerms({ words, impacts }: JoinedTerms): TermImpact[] | null {
  const terms = words === '' ? [] : words.split('\n');
  return terms.length === impacts.length ? terms.map((term, i) => ({ term, impact: impacts[i]! })) : null;
}

/**
 * The terms of one document as one string, each after a line feed, and the impact of each: `\nword\nword\n`. As text it is searched at native speed:
 * a background that just woke would spend more on cutting it into words than on all else it asks of the document.
 */
export interface PackedTerms {
  words: string;
  impacts: Uint8Array;
}

/** Makes words joined by line feeds searchable; null where their number is not that of the impacts. */
export function openTerms(joined: string, impacts: Uint8Array): PackedTerms | null {
  const words = joined === '' ? '\n' : `\n${joined}\n`;
  return countLines(words, words.length) - 1 === impacts.length ? { words, impacts } : null;
}

/** The impact of a term; null where the document does not hold it. */
export function impactOf({ words, impacts }: PackedTerms, term: string): number | null {
  const line = `${term}\n`;
  // Beginning with the term: line feeds are too frequent to look for.
  for (let at = words.indexOf(line, 1); at !== -1; at = words.indexOf(line, at + 1)) {
    if (words[at - 1] === '\n') return impacts[countLines(words, at) - 1] ?? null;
  }
  return null;
}

/** All terms, in order. */
export function termsOf({ words }: PackedTerms): string[] {
  return words.length < 2 ? [] : words.slice(1, -1).split('\n');
}

/** Line feeds before a position. */
function countLines(words: string, before: number): number {
  let count = 0;
  for (let at = words.indexOf('\n'); at !== -1 && at < before; at = words.indexOf('\n', at + 1)) count++;
  return count;
}
