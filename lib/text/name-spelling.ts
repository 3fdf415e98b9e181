import { fold } from './fold.ts';
import { transliterationKey } from './transliterate.ts';

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** One key for the spellings of a full name in Latin and Cyrillic letters, its words in order; null for a single word, and for other scripts. */
export function nameSpelling(name: string): string | null {
  const keys = (fold(name).match(WORDS) ?? []).map(transliterationKey);
  return keys.length < 2 || keys.includes('') ? null : keys.join(' ');
}

/** Whether one of two names is in Cyrillic letters and the other in Latin ones, and both are spellings of one full name. */
export function isOneNameInTwoScripts(a: string, b: string): boolean {
  const spelling = nameSpelling(a);
  return spelling !== null && CYRILLIC.test(a) !== CYRILLIC.test(b) && spelling === nameSpelling(b);
}
