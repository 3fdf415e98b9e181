import { WRITTEN_WORD } from '../text/tokenise.ts';
import type { CountedToken } from './query-words.ts';

/** Words shorter than this are not corrected: almost anything is near them. */
const LEAST_LETTERS = 4;

/** Counts up to this share of the reports, or up to so many, may be those of other words. */
const MAY_BE_OTHERS = 0.05;
const FEW = 20;

/** True for a word worth correcting: no report holds it, and it is no number. */
export function wantsCorrection({ word, count }: CountedToken): boolean {
  return count === 0 && isCorrectable(word);
}

/** Whether a count may be that of other words alone: in a large index words share the numbers that are kept. Where it would be corrected, ask for the word. */
export function mayBeOthers(word: string, count: number, total: number): boolean {
  return count > 0 && count <= Math.max(FEW, MAY_BE_OTHERS * total) && isCorrectable(word);
}

function isCorrectable(word: string): boolean {
  return [...word].length >= LEAST_LETTERS && /^\p{L}+$/u.test(word);
}

/**
 * The word most likely meant, out of similar ones the index holds (nearest first, as `Store.similarWords` gives them): of the first few
 * the one with the same first letter, else the first. Null where there is none.
 */
export function chooseCorrection(word: string, similar: CountedToken[]): string | null {
  const near = similar.filter((candidate) => candidate.count > 0 && candidate.word !== word).slice(0, 4);
  const likely = near.find((candidate) => candidate.word[0] === word[0]) ?? near[0];
  return likely?.word ?? null;
}

/** The query with words replaced, as text to show: each occurrence that folds to a corrected word, case aside. */
export function correctedText(text: string, corrections: ReadonlyMap<string, string>, foldWord: (word: string) => string): string {
  return text.replace(WRITTEN_WORD, (word) => corrections.get(foldWord(word)) ?? word);
}
