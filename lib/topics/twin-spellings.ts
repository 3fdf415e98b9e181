import * as C from '../text/characters.ts';
import type { Scan } from '../text/scan.ts';
import { KINDS } from './layer-format.ts';
import type { Match } from './match.ts';

/** Capitals that look the same in both alphabets. */
const LATIN = 'ABCEHKMOPTX';
const CYRILLIC = 'АВСЕНКМОРТХ';
const CYRILLIC_LANGUAGES = new Set('ru uk be bg mk sr sh kk ky mn tg rue'.split(' '));
const ACRONYM = /(?<![\p{L}\p{M}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{M}\p{N}])/gu;

/**
 * A name with an acronym that the other alphabet writes alike ("BP", "ВР"): texts in Cyrillic are typed with either, so each spelling stands for
 * both. Names in other languages, and acronyms with a letter of their own, have none.
 */
export function twinSpellings(text: string, language: string): string[] {
  if (!CYRILLIC_LANGUAGES.has(language.split('-', 1)[0]!)) return [];
  const inCyrillic = text.replace(ACRONYM, (word) => swapped(word, LATIN, CYRILLIC) ?? word);
  const inLatin = text.replace(ACRONYM, (word) => swapped(word, CYRILLIC, LATIN) ?? word);
  return [inCyrillic, inLatin].filter((twin) => twin !== text);
}

function swapped(word: string, from: string, to: string): string | null {
  let other = '';
  for (const letter of word) {
    const at = from.indexOf(letter);
    if (at < 0) return null;
    other += to[at];
  }
  return other;
}

const MOST_WORDS = 6;
/** A space, a quotation mark and the bracket. */
const MOST_BETWEEN = 3;
const SPELLED = new Set((['person', 'organisation', 'product'] as const).map((kind) => KINDS.indexOf(kind)));

/**
 * The word after those in brackets right after a name that give it in Latin letters, the name itself being in another script:
 * "Джоэл Саймон (Joel Simon)", "李强（Li Qiang）". The first of them has a capital. The end of the name where nothing of the kind follows.
 */
export function bracketedSpelling({ text, start, end, bits, capital, count }: Scan, { to, layer, alias }: Match): number {
  if (to >= count || !'(（'.includes(text.charAt(start[to]! - 1)) || bits[to - 1]! & (C.LATIN | C.DIGIT)) return to;
  if (!capital[to] || start[to]! - end[to - 1]! > MOST_BETWEEN || !SPELLED.has(layer.topicKind[layer.aliasTopic[alias]!]!)) return to;
  for (let at = to; at < count && at < to + MOST_WORDS; at++) {
    if (!(bits[at]! & C.LATIN) || bits[at]! & C.CYRILLIC) return to;
    if (')）'.includes(text.charAt(end[at]!) || ' ')) return at + 1;
  }
  return to;
}
