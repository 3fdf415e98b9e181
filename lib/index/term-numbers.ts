import { HASH_SEED, hashUnit } from '../text/hash.ts';
import { finishHash } from './term-hash.ts';

/** Terms numbered in the order they first came in. */
export interface TermNumbers {
  /** By number. */
  readonly terms: string[];
  /** Their `termHash`, by number. */
  readonly hashes: number[];
  /** Writes the numbers of terms joined by line feeds into `into` from `at` on, at most `limit`; says how many. */
  numberTerms(words: string, into: Uint32Array, at: number, limit: number): number;
}

const LINE_FEED = 10;

/**
 * Starts without terms. A table of our own: no string is cut out for a term that is known, and the hash that the postings need is the one it is found
 * by.
 */
export function createTermNumbers(): TermNumbers {
  const terms: string[] = [];
  const hashes: number[] = [];
  let mask = (1 << 12) - 1;
  // Number + 1; 0 where empty.
  let table = new Uint32Array(mask + 1);

  function enlarge(): void {
    mask = 2 * mask + 1;
    table = new Uint32Array(mask + 1);
    for (let number = 0; number < hashes.length; number++) {
      let slot = hashes[number]! & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
  }

  function numberOf(words: string, from: number, to: number, hash: number): number {
    let slot = hash & mask;
    for (let kept = table[slot]!; kept !== 0; kept = table[slot]!) {
      const term = terms[kept - 1]!;
      if (hashes[kept - 1] === hash && term.length === to - from && words.startsWith(term, from)) return kept - 1;
      slot = (slot + 1) & mask;
    }
    const number = terms.length;
    terms.push(own(words.slice(from, to)));
    hashes.push(hash);
    table[slot] = number + 1;
    if (2 * terms.length > mask) enlarge();
    return number;
  }

  return {
    terms,
    hashes,
    numberTerms(words, into, at, limit) {
      let count = 0;
      for (let from = 0; from < words.length && count < limit; ) {
        let hash = HASH_SEED;
        let to = from;
        for (let unit = words.charCodeAt(to); to < words.length && unit !== LINE_FEED; unit = words.charCodeAt(++to))
          hash = hashUnit(hash, unit);
        into[at + count++] = numberOf(words, from, to, finishHash(hash));
        from = to + 1;
      }
      return count;
    },
  };
}

/** The same characters: an engine keeps a longer piece of a string as a view of it, and so all the terms of a document for the sake of one. */
function own(piece: string): string {
  return ` ${piece}`.slice(1);
}
