import * as C from './characters.ts';
import { HASH_SEED } from './hash.ts';

/** How a word stands to the one before it. */
export const GAP_GLUED = 0;
/** No space, but scripts change or a character stands alone: a name may begin here. */
export const GAP_SCRIPT = 1;
export const GAP_SPACE = 2;
export const GAP_HYPHEN = 3;
export const GAP_APOSTROPHE = 4;
export const GAP_QUOTE = 5;
/** A full stop after at most three letters ("St. Petersburg"), or inside a name ("Booking.com"). */
export const GAP_ABBREVIATION = 6;
export const GAP_COMMA = 7;
export const GAP_HARD = 8;

/**
 * The words of a text with folded letters and the way back to the text. Arrays are reused by the next scan and longer
 * than what they hold: use `count`.
 */
export interface Scan {
  count: number;
  /** Offsets into the text, end exclusive. */
  start: Uint32Array;
  end: Uint32Array;
  /** Where the word's folded units begin in `units`, and how many there are. */
  from: Uint32Array;
  length: Uint16Array;
  /** Bits of `characters.ts`, or-ed over the word; UPPER alone without LOWER means all capitals. */
  bits: Uint16Array;
  /** Capitals at the word's beginning: 0 for a small first letter, 3 for "МИДа". */
  capital: Uint8Array;
  gap: Uint8Array;
  units: Uint16Array;
  /** FNV-1a of a word's folded units up to and including this one. */
  hash: Uint32Array;
}

const MAX_WORD = 64;
const KEEP_UNITS = 1 << 17;
let shared = allocate(1 << 15);

function allocate(units: number): Scan {
  const words = units + 1;
  return {
    count: 0,
    start: new Uint32Array(words),
    end: new Uint32Array(words),
    from: new Uint32Array(words),
    length: new Uint16Array(words),
    bits: new Uint16Array(words),
    capital: new Uint8Array(words),
    gap: new Uint8Array(words),
    units: new Uint16Array(2 * units + 2),
    hash: new Uint32Array(2 * units + 2),
  };
}

/**
 * Cuts a text into folded words in one pass: case, marks, width and invisible characters folded away; Cyrillic words with
 * Latin look-alikes made whole; Han, Hiragana and Thai characters as words of their own; "U.S." as one word; digits apart
 * from letters. Total: any string, lone surrogates included, linear in its length. The result is overwritten by the next call.
 */
export function scanText(text: string): Scan {
  const n = text.length;
  let scan = shared;
  if (scan.start.length <= n) {
    scan = allocate(n + (n >> 2));
    if (n <= KEEP_UNITS) shared = scan;
  }
  const { start, end, from, length, bits, capital, gap, units, hash } = scan;
  let count = 0;
  let at = 0;
  let inWord = false;
  let word = 0;
  let wordFrom = 0;
  let rolling = HASH_SEED;
  let last = 0;
  let pending = GAP_HARD;
  let newlines = 0;
  let block = 0;
  let page = C.characterPage(0);
  let folds = page.fold;
  let kinds = page.bits;

  for (let i = 0; i < n; i++) {
    const unit = text.charCodeAt(i);
    const high = unit >> 8;
    if (high !== block) {
      block = high;
      page = C.characterPage(high);
      folds = page.fold;
      kinds = page.bits;
    }
    const kind = kinds[unit & 255]!;
    if (kind & (C.LETTER | C.DIGIT)) {
      // A word goes on while its characters are of one sort: letters, digits, or a run of katakana or Hangul.
      if (inWord && ((word ^ kind) & (C.DIGIT | C.OWN_RUN) || at - wordFrom >= MAX_WORD)) {
        closeWord(scan, count, wordFrom, at, last, word);
        count++;
        pending = (word ^ kind) & C.OWN_RUN ? GAP_SCRIPT : GAP_GLUED;
        inWord = false;
      }
      if (!inWord) {
        inWord = true;
        start[count] = i;
        gap[count] = pending;
        capital[count] = 0;
        from[count] = wordFrom = at;
        word = 0;
        rolling = HASH_SEED;
      }
      if (kind & C.UPPER && !(word & C.LOWER)) capital[count]!++;
      word |= kind;
      rolling = Math.imul(rolling ^ folds[unit & 255]!, 0x01000193);
      units[at] = folds[unit & 255]!;
      hash[at++] = rolling;
      if (kind & C.TWO) {
        const second = C.secondLetter(unit);
        rolling = Math.imul(rolling ^ second, 0x01000193);
        units[at] = second;
        hash[at++] = rolling;
      }
      if (kind & C.LOWER && !(kind & C.TWO)) {
        // Most characters are small letters after one of their kind: a loop of their own.
        const stop = Math.min(n, i + 1 + MAX_WORD - (at - wordFrom));
        while (i + 1 < stop) {
          const next = text.charCodeAt(i + 1);
          if (next >> 8 !== block || kinds[next & 255] !== kind) break;
          const folded = folds[next & 255]!;
          rolling = Math.imul(rolling ^ folded, 0x01000193);
          units[at] = folded;
          hash[at++] = rolling;
          i++;
        }
      }
      last = i + 1;
      newlines = 0;
      continue;
    }
    if (kind & C.SKIP) {
      if (inWord) {
        const composed = composeCyrillic(units[at - 1]!, unit);
        if (composed) {
          units[at - 1] = composed;
          rolling = Math.imul((at - 1 === wordFrom ? HASH_SEED : hash[at - 2]!) ^ composed, 0x01000193);
          hash[at - 1] = rolling;
        }
        if (unit >= 0x300 && unit < 0x370) last = i + 1;
      }
      continue;
    }
    if (kind & C.ALONE) {
      if (inWord) {
        closeWord(scan, count, wordFrom, at, last, word);
        count++;
        inWord = false;
        pending = GAP_SCRIPT;
      }
      start[count] = i;
      end[count] = i + 1;
      from[count] = at;
      length[count] = 1;
      bits[count] = C.ALONE;
      capital[count] = 0;
      gap[count] = pending;
      units[at] = folds[unit & 255]!;
      hash[at++] = Math.imul(HASH_SEED ^ folds[unit & 255]!, 0x01000193);
      count++;
      pending = GAP_SCRIPT;
      newlines = 0;
      continue;
    }
    if (inWord) {
      // "U.S.": a stop between single capitals belongs to the word. An apostrophe inside a Cyrillic word is a letter's sign.
      if (kind === C.STOP && isInitialism(text, i, word, at - wordFrom, start[count]!)) {
        if (!isCapital(text.charCodeAt(i + 1))) last = i + 1;
        continue;
      }
      if (kind === C.APOSTROPHE && word & C.CYRILLIC && isCyrillic(text.charCodeAt(i + 1))) continue;
      closeWord(scan, count, wordFrom, at, last, word);
      count++;
      inWord = false;
      pending = kind === C.STOP && isWordUnit(text.charCodeAt(i + 1)) ? GAP_ABBREVIATION : firstGap(kind, at - wordFrom);
      if (unit === 10) newlines = 1;
      continue;
    }
    if (unit === 10) {
      if (++newlines > 1) pending = GAP_HARD;
    } else pending = widerGap(pending, kind);
  }
  if (inWord) {
    closeWord(scan, count, wordFrom, at, last, word);
    count++;
  }
  scan.count = count;
  return scan;
}

/** Folded letters of word `at`. */
export function foldedWord(scan: Scan, at: number): string {
  const from = scan.from[at]!;
  return String.fromCharCode(...scan.units.subarray(from, from + scan.length[at]!));
}

function closeWord(scan: Scan, index: number, wordFrom: number, at: number, last: number, word: number): void {
  scan.end[index] = last;
  scan.length[index] = at - wordFrom;
  scan.bits[index] = word;
  if ((word & (C.LATIN | C.CYRILLIC)) === (C.LATIN | C.CYRILLIC)) mendLookAlikes(scan, index);
}

function firstGap(kind: number, letters: number): number {
  if (kind & C.SPACE) return GAP_SPACE;
  if (kind & C.HYPHEN) return GAP_HYPHEN;
  if (kind & C.APOSTROPHE) return GAP_APOSTROPHE;
  if (kind & C.QUOTE) return GAP_QUOTE;
  if (kind & C.COMMA) return GAP_COMMA;
  return kind & C.STOP && letters <= 3 ? GAP_ABBREVIATION : GAP_HARD;
}

function widerGap(gap: number, kind: number): number {
  if (gap === GAP_HARD) return gap;
  if (kind & C.SPACE) return gap === GAP_SCRIPT || gap === GAP_GLUED ? GAP_SPACE : gap;
  if (kind & (C.QUOTE | C.APOSTROPHE)) return Math.max(gap, GAP_QUOTE);
  if (kind & C.HYPHEN) return gap === GAP_SCRIPT || gap === GAP_GLUED ? GAP_HYPHEN : Math.max(gap, GAP_QUOTE);
  if (kind & C.COMMA) return GAP_COMMA;
  return GAP_HARD;
}

function isCapital(unit: number): boolean {
  return (C.characterPage(unit >> 8).bits[unit & 255]! & C.UPPER) !== 0;
}

function isWordUnit(unit: number): boolean {
  return (C.characterPage((unit >> 8) & 255).bits[unit & 255]! & (C.LETTER | C.DIGIT)) !== 0;
}

function isCyrillic(unit: number): boolean {
  return unit >= 0x400 && unit < 0x530;
}

function isInitialism(text: string, stop: number, word: number, letters: number, wordStart: number): boolean {
  if (word & C.LOWER || !(word & C.UPPER) || letters > 6) return false;
  const dotted = letters > 1;
  if (dotted && text.charCodeAt(wordStart + 1) !== 46) return false;
  const next = text.charCodeAt(stop + 1);
  if (stop + 1 < text.length && isCapital(next)) {
    const after = stop + 2 < text.length ? text.charCodeAt(stop + 2) : 32;
    return (C.characterPage(after >> 8).bits[after & 255]! & (C.LETTER | C.DIGIT)) === 0;
  }
  return dotted;
}

/** й and ї written with a combining mark. */
function composeCyrillic(base: number, mark: number): number {
  if (mark === 0x306) return base === 0x438 ? 0x439 : base === 0x443 ? 0x45e : 0;
  return mark === 0x308 && base === 0x456 ? 0x457 : 0;
}

const LATIN_TWINS = 'aeopcxyikhbmt';
const CYRILLIC_TWINS = 'аеорсхуікнвмт';

/** Rewrites a word that mixes Latin and Cyrillic look-alikes in the script most of its letters are of. */
function mendLookAlikes(scan: Scan, index: number): void {
  const from = scan.from[index]!;
  const to = from + scan.length[index]!;
  let cyrillic = 0;
  for (let i = from; i < to; i++) if (isCyrillic(scan.units[i]!)) cyrillic++;
  const [wrong, right] = 2 * cyrillic >= to - from ? [LATIN_TWINS, CYRILLIC_TWINS] : [CYRILLIC_TWINS, LATIN_TWINS];
  let rolling = HASH_SEED;
  for (let i = from; i < to; i++) {
    const twin = wrong.indexOf(String.fromCharCode(scan.units[i]!));
    if (twin >= 0) scan.units[i] = right.charCodeAt(twin);
    rolling = Math.imul(rolling ^ scan.units[i]!, 0x01000193);
    scan.hash[i] = rolling;
  }
}
