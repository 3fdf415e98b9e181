import * as C from './characters.ts';
import { turnFolded, turnUnit } from './hash.ts';

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
 * The words of a text and the way back to it. Letters are folded only when `foldWord` is asked for them: few words of a page can be names.
 * Arrays are reused by the next scan and longer than what they hold: use `count`.
 */
export interface Scan {
  text: string;
  count: number;
  /** Offsets into the text, end exclusive. */
  start: Uint32Array;
  end: Uint32Array;
  /** How many letters the word folds to. */
  length: Uint16Array;
  /** Bits of `characters.ts`, or-ed over the word; UPPER alone without LOWER means all capitals; SKIP that its letters are not those of the text one by one. */
  bits: Uint16Array;
  /** Capitals at the word's beginning: 0 for a small first letter, 3 for "МИДа". */
  capital: Uint8Array;
  gap: Uint8Array;
  /** Where the word's folded units begin in `units`, NOT_FOLDED before `foldWord`. */
  from: Uint32Array;
  /** How many of `units` are taken. */
  used: number;
  units: Uint16Array;
  /** `turnUnit` over a word's folded units up to and including this one. */
  hash: Int32Array;
}

/** In `from`: the word's letters have not been asked for. */
export const NOT_FOLDED = 0xffffffff;
const MAX_WORD = 64;
const KEEP_UNITS = 1 << 17;
let shared = allocate(1 << 15);

function allocate(units: number): Scan {
  const words = units + 1;
  return {
    text: '',
    count: 0,
    start: new Uint32Array(words),
    end: new Uint32Array(words),
    length: new Uint16Array(words),
    bits: new Uint16Array(words),
    capital: new Uint8Array(words),
    gap: new Uint8Array(words),
    from: new Uint32Array(words),
    used: 0,
    units: new Uint16Array(2 * units + 2),
    hash: new Int32Array(2 * units + 2),
  };
}

/**
 * Cuts a text into words in one pass: marks and invisible characters do not end a word; Han, Hiragana and Thai characters are words of
 * their own; "U.S." is one word; digits stand apart from letters. Total: any string, lone surrogates included, linear in its length.
 * The result is overwritten by the next call.
 */
export function scanText(text: string): Scan {
  const n = text.length;
  let scan = shared;
  if (scan.start.length <= n) {
    scan = allocate(n + (n >> 2));
    if (n <= KEEP_UNITS) shared = scan;
  }
  const { start, end, length, bits, capital, gap, from } = scan;
  const kinds = C.KINDS;
  let count = 0;
  let inWord = false;
  let word = 0;
  let letters = 0;
  let last = 0;
  let pending = GAP_HARD;
  let newlines = 0;

  for (let i = 0; i < n; i++) {
    const unit = text.charCodeAt(i);
    const kind = kinds[unit]! || C.kindOf(unit);
    if (kind & (C.LETTER | C.DIGIT)) {
      // A word goes on while its characters are of one sort: letters, digits, or a run of katakana or Hangul.
      if (inWord && ((word ^ kind) & (C.DIGIT | C.OWN_RUN) || letters >= MAX_WORD)) {
        closeWord(scan, count, letters, last, word);
        count++;
        pending = (word ^ kind) & C.OWN_RUN ? GAP_SCRIPT : GAP_GLUED;
        inWord = false;
      }
      if (!inWord) {
        inWord = true;
        start[count] = i;
        gap[count] = pending;
        capital[count] = 0;
        word = 0;
        letters = 0;
      }
      if (kind & C.UPPER && !(word & C.LOWER)) capital[count]!++;
      word |= kind;
      letters++;
      if (kind & C.TWO) {
        letters++;
        word |= C.SKIP;
      } else if (kind & C.LOWER) {
        // Most characters are small letters after one of their kind: a loop of their own.
        const first = i + 1;
        const stop = Math.min(n, first + MAX_WORD - letters);
        i = first;
        while (i < stop && kinds[text.charCodeAt(i)] === kind) i++;
        letters += i - first;
        i--;
      }
      last = i + 1;
      newlines = 0;
      continue;
    }
    if (kind & C.SKIP) {
      if (inWord) {
        word |= C.SKIP;
        if (unit >= 0x300 && unit < 0x370) last = i + 1;
      }
      continue;
    }
    if (kind & C.ALONE) {
      if (inWord) {
        closeWord(scan, count, letters, last, word);
        count++;
        inWord = false;
        pending = GAP_SCRIPT;
      }
      start[count] = i;
      end[count] = i + 1;
      length[count] = 1;
      bits[count] = C.ALONE;
      capital[count] = 0;
      from[count] = NOT_FOLDED;
      gap[count] = pending;
      count++;
      pending = GAP_SCRIPT;
      newlines = 0;
      continue;
    }
    if (inWord) {
      // "U.S.": a stop between single capitals belongs to the word. An apostrophe inside a Cyrillic word is a letter's sign.
      if (kind === C.STOP && isInitialism(text, i, word, letters, start[count]!)) {
        if (!isCapital(text.charCodeAt(i + 1))) last = i + 1;
        word |= C.SKIP;
        continue;
      }
      if (kind === C.APOSTROPHE && word & C.CYRILLIC && isCyrillic(text.charCodeAt(i + 1))) {
        word |= C.SKIP;
        continue;
      }
      closeWord(scan, count, letters, last, word);
      count++;
      inWord = false;
      pending = kind === C.STOP && isWordUnit(text.charCodeAt(i + 1)) ? GAP_ABBREVIATION : firstGap(kind, letters);
      if (unit === 10) newlines = 1;
      continue;
    }
    if (unit === 10) {
      if (++newlines > 1) pending = GAP_HARD;
    } else pending = widerGap(pending, kind);
  }
  if (inWord) {
    closeWord(scan, count, letters, last, word);
    count++;
  }
  scan.text = text;
  scan.count = count;
  scan.used = 0;
  return scan;
}

/** Puts the letters of word `at`, folded, and their hashes into `units` and `hash`, if they are not there yet; answers where they begin. */
export function foldWord(scan: Scan, at: number): number {
  const known = scan.from[at]!;
  if (known !== NOT_FOLDED) return known;
  const { text, units, hash } = scan;
  const from = scan.used;
  const end = scan.end[at]!;
  if (!(scan.bits[at]! & C.SKIP)) {
    const begin = scan.start[at]!;
    turnFolded(text, begin, end, C.FOLDS, units, hash, from);
    scan.from[at] = from;
    scan.used = from + end - begin;
    return from;
  }
  let to = from;
  let rolling = 0;
  for (let i = scan.start[at]!; i < end; i++) {
    const unit = text.charCodeAt(i);
    const kind = C.KINDS[unit]!;
    if (kind & (C.LETTER | C.DIGIT | C.ALONE)) {
      const folded = C.FOLDS[unit]!;
      rolling = turnUnit(rolling, folded);
      units[to] = folded;
      hash[to++] = rolling;
      if (kind & C.TWO) {
        const second = C.secondLetter(unit);
        rolling = turnUnit(rolling, second);
        units[to] = second;
        hash[to++] = rolling;
      }
    } else if (kind & C.SKIP && to > from) {
      const composed = composeCyrillic(units[to - 1]!, unit);
      if (composed) {
        units[to - 1] = composed;
        rolling = turnUnit(to - 1 === from ? 0 : hash[to - 2]!, composed);
        hash[to - 1] = rolling;
      }
    }
  }
  scan.from[at] = from;
  scan.used = to;
  if ((scan.bits[at]! & (C.LATIN | C.CYRILLIC)) === (C.LATIN | C.CYRILLIC)) mendLookAlikes(scan, from, to);
  return from;
}

/** Folded letters of word `at`. */
export function foldedWord(scan: Scan, at: number): string {
  const from = foldWord(scan, at);
  return String.fromCharCode(...scan.units.subarray(from, from + scan.length[at]!));
}

function closeWord(scan: Scan, index: number, letters: number, last: number, word: number): void {
  scan.end[index] = last;
  scan.length[index] = letters;
  scan.bits[index] = (word & (C.LATIN | C.CYRILLIC)) === (C.LATIN | C.CYRILLIC) ? word | C.SKIP : word;
  scan.from[index] = NOT_FOLDED;
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
  return (C.kindOf(unit) & C.UPPER) !== 0;
}

function isWordUnit(unit: number): boolean {
  return (C.kindOf(unit) & (C.LETTER | C.DIGIT)) !== 0;
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
    return !isWordUnit(after);
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
function mendLookAlikes(scan: Scan, from: number, to: number): void {
  let cyrillic = 0;
  for (let i = from; i < to; i++) if (isCyrillic(scan.units[i]!)) cyrillic++;
  const [wrong, right] = 2 * cyrillic >= to - from ? [LATIN_TWINS, CYRILLIC_TWINS] : [CYRILLIC_TWINS, LATIN_TWINS];
  let rolling = 0;
  for (let i = from; i < to; i++) {
    const twin = wrong.indexOf(String.fromCharCode(scan.units[i]!));
    if (twin >= 0) scan.units[i] = right.charCodeAt(twin);
    rolling = turnUnit(rolling, scan.units[i]!);
    scan.hash[i] = rolling;
  }
}
