import { fold } from '../text/fold.ts';

/** How a page writes a word, and where it does so first (UTF-16). */
export interface Spelling {
  surface: string;
  at: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const PLAIN = /^[\p{L}\p{N}]+$/u;
const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;

/**
 * Spellings of folded words in a text. Of several the one in small letters, as a capital may be that of a sentence; else one that is not all
 * capitals. In scripts without spaces terms are pairs of characters (tokenise.ts): those that overlap are one word again.
 */
export function spellingsOf(text: string, terms: Iterable<string>): Map<string, Spelling> {
  const wanted = new Set(terms);
  const found = new Map<string, Spelling>();
  for (const { 0: surface, index } of text.matchAll(WORD)) {
    const low = surface.toLowerCase();
    // Folding is slow, and changes few words beyond their case.
    const term = wanted.has(low) && PLAIN.test(surface) ? low : fold(surface);
    if (!wanted.has(term)) continue;
    const known = found.get(term);
    if (known === undefined) found.set(term, { surface, at: index });
    else if (rankOf(surface) > rankOf(known.surface)) known.surface = surface;
  }
  for (const { 0: run, index } of text.matchAll(UNSEGMENTED)) joinPairs(run, index, wanted, found);
  return found;
}

function joinPairs(run: string, index: number, wanted: ReadonlySet<string>, found: Map<string, Spelling>): void {
  const characters = [...run];
  let at = index;
  for (let from = 0; from + 1 < characters.length; ) {
    let to = from;
    while (to + 1 < characters.length && wanted.has(fold(`${characters[to]}${characters[to + 1]}`))) to++;
    const surface = characters.slice(from, to + 1).join('');
    // Two characters of a longer word are a fragment as often as a word.
    if (to - from >= 2) for (let i = from; i < to; i++) keepFirst(found, fold(`${characters[i]}${characters[i + 1]}`), { surface, at });
    const next = Math.max(from + 1, to);
    at += characters.slice(from, next).join('').length;
    from = next;
  }
}

function keepFirst(found: Map<string, Spelling>, term: string, spelling: Spelling): void {
  if (!found.has(term)) found.set(term, spelling);
}

function rankOf(surface: string): number {
  if (surface === surface.toLowerCase()) return 2;
  return surface === surface.toUpperCase() ? 0 : 1;
}
