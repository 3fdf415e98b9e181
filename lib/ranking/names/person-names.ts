import { fold } from '../../text/fold.ts';
import { transliterationKey } from '../../text/transliterate.ts';
import { skeleton } from './name-keys.ts';

/** Consonants that two names in scripts without a common spelling must share: fewer are shared by chance. */
const LEAST_SOUNDS = 4;
const ARTICLES = /^(?:al|el)$/;

/**
 * How two names may be one person's: `name` for the same words folded, in any order; `spelling` for names of several words whose spellings
 * in Latin and Cyrillic letters are one (Сергій Сидоренко, Sergiy Sydorenko); `sound` for the same consonants word by word, where one name is of another
 * script. Null for names that differ. Says nothing of people: many share a name.
 */
export function likeNames(a: string, b: string): 'name' | 'spelling' | 'sound' | null {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length > 0 && isSame(left, right)) return 'name';
  if (left.length < 2 || right.length < 2) return null;
  const [spelt, other] = [left.map(transliterationKey), right.map(transliterationKey)];
  if (!spelt.includes('') && !other.includes('')) return isSame(spelt, other) ? 'spelling' : null;
  if (spelt.includes('') === other.includes('')) return null;
  const [sounds, otherSounds] = [left.flatMap(soundsOf), right.flatMap(soundsOf)];
  return sounds.join('').length >= LEAST_SOUNDS && isSame(sounds, otherSounds) ? 'sound' : null;
}

/** Whether two names may be one person's by themselves, or with a first name cut short (Ada Example, A. Example). Names that differ are two people's. */
export function mayBeOneName(a: string, b: string): boolean {
  if (likeNames(a, b) !== null) return true;
  const [left, right] = [a, b].map((name) => wordsOf(name).map((word) => transliterationKey(word) || word));
  if (left === undefined || right === undefined || left.length < 2 || right.length < 2 || left.at(-1) !== right.at(-1)) return false;
  const [first, other] = [left[0] as string, right[0] as string];
  return first.startsWith(other) || other.startsWith(first);
}

function wordsOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The Arabic article is written with the word, or left out. */
function soundsOf(word: string): string[] {
  return ARTICLES.test(word) ? [] : [skeleton(word.replace(/^ال/, ''))];
}

function isSame(a: string[], b: string[]): boolean {
  return a.toSorted().join(' ') === b.toSorted().join(' ');
}
