import { BLOCK_TABLES, type BlockTable, TABLE_KINDS, TABLE_SECONDS } from './character-table.ts';
import { SIMPLIFIED, TRADITIONAL } from './han-variants.ts';

/** What a UTF-16 unit is, as bits. A unit without LETTER, DIGIT, ALONE or SKIP ends a word. */
export const LETTER = 1;
export const UPPER = 2;
export const LOWER = 4;
export const DIGIT = 8;
export const LATIN = 16;
export const CYRILLIC = 32;
/** Han, Hiragana, Thai, Lao, Khmer, Burmese: a word by itself. */
export const ALONE = 64;
/** Marks and invisible characters: dropped without ending the word. */
export const SKIP = 128;
/** Katakana and Hangul: their runs are words of their own beside Han, Latin letters and digits. */
export const OWN_RUN = 256;
/** Folds into two letters; the second is in `secondLetter`. */
export const TWO = 512;
export const APOSTROPHE = 1024;
export const HYPHEN = 2048;
export const SPACE = 4096;
/** Quotation marks and brackets: may stand inside a name. */
export const QUOTE = 8192;
export const STOP = 16384;
export const COMMA = 32768;

/** What each UTF-16 unit is: the bits above. Holds only blocks that `fillBlock` has seen; 0 elsewhere, and for what ends a word. */
export const KINDS = new Uint16Array(0x10000);
/** What each unit of a filled block folds to. */
export const FOLDS = new Uint16Array(0x10000);
const filled = new Uint8Array(256);
const seconds = new Map<number, number>();
const SPECIAL: Record<string, string> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ς: 'σ',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ک: 'ك',
  ی: 'ي',
};
/** With the Hebrew geresh, and among the quotes its gershayim ("ארה״ב"), which many type as ' and ". */
const APOSTROPHES = "'’ʼ‘`´ʹʻ＇′׳";
const HYPHENS = '-‐‑‒–—−－·‧•&';
const COMMAS = '、，،՝';
const QUOTES = '"״«»„“”‟‹›()[]「」『』《》〈〉【】（）';

/** Bits of a unit whose block may not be filled yet; 0 for NaN, which `charCodeAt` gives beyond a text's end. */
export function kindOf(unit: number): number {
  const block = unit >> 8;
  if (filled[block] === 0) fillBlock(block);
  return KINDS[unit | 0]!;
}

/** Second folded letter of a unit marked TWO ("ß" → "s" + "s"). */
export function secondLetter(unit: number): number {
  return seconds.get(unit) ?? 0;
}

/** What the rules say of one unit, without the tables worked out beforehand. */
export function rulesOf(unit: number): { kind: number; fold: number; second: number } {
  const kind = classOf(unit);
  if (!(kind & LETTER)) return { kind, fold: foldedCharacter(unit, kind), second: 0 };
  const character = String.fromCharCode(unit);
  const lower = unit < 0x80 ? character.toLowerCase() : character.normalize('NFKC').toLowerCase();
  const folded = SPECIAL[lower] ?? stripMarks(lower, unit);
  const two = folded.length > 1;
  return { kind: two ? kind | TWO : kind, fold: folded.charCodeAt(0), second: two ? folded.charCodeAt(1) : 0 };
}

function foldedCharacter(unit: number, kind: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return simplified().get(unit) ?? unit;
  return kind & DIGIT && unit > 0x7f ? String.fromCharCode(unit).normalize('NFKC').charCodeAt(0) : unit;
}

function fillBlock(block: number): void {
  filled[block] = 1;
  const first = block << 8;
  const table = BLOCK_TABLES[block];
  if (table) {
    fillFromTable(first, table);
    return;
  }
  for (let unit = first; unit < first + 256; unit++) {
    const { kind, fold, second } = rulesOf(unit);
    KINDS[unit] = kind;
    FOLDS[unit] = fold;
    if (kind & TWO) seconds.set(unit, second);
  }
}

function fillFromTable(first: number, { kinds, folds }: BlockTable): void {
  eachRun(kinds, (code, from, to) => KINDS.fill(TABLE_KINDS[code - 65]!, first + from, first + to));
  eachRun(folds, (code, from, to) => {
    if (code !== 32) FOLDS[first + from] = code;
    else for (let low = from; low < to; low++) FOLDS[first + low] = first + low;
  });
  for (let i = 0; i < TABLE_SECONDS.length; i += 2) seconds.set(TABLE_SECONDS.charCodeAt(i), TABLE_SECONDS.charCodeAt(i + 1));
}

/** Calls back for each unit, or run of units, of a table's text. */
function eachRun(text: string, take: (code: number, from: number, to: number) => void): void {
  let at = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i++);
    let count = 0;
    while (i < text.length && text.charCodeAt(i) >= 48 && text.charCodeAt(i) < 58) count = 10 * count + text.charCodeAt(i++) - 48;
    take(code, at, at + (count || 1));
    at += count || 1;
  }
}

let variants: Map<number, number> | undefined;

function simplified(): Map<number, number> {
  if (!variants) {
    variants = new Map();
    for (let i = 0; i < TRADITIONAL.length; i++) variants.set(TRADITIONAL.charCodeAt(i), SIMPLIFIED.charCodeAt(i));
  }
  return variants;
}

/** Latin and Greek letters lose their marks; Cyrillic й, ї, ў and Hangul syllables are letters of their own. */
function stripMarks(lower: string, unit: number): string {
  if (unit < 0xc0 || (unit >= 0x400 && unit < 0x1e00) || (unit >= 0x2000 && unit < 0xfb00)) return lower;
  return lower.normalize('NFD').replace(/[\u0300-\u036f]+/g, '') || lower;
}

function classOf(unit: number): number {
  if (unit < 0x80) return asciiClass(unit);
  const special = specialClass(unit);
  if (special !== undefined) return special;
  if (unit < 0xc0) return unit === 0xaa || unit === 0xba ? LETTER | LOWER | LATIN : punctuation(unit);
  if (unit >= 0xac00 && unit <= 0xd7a3) return LETTER | OWN_RUN;
  const character = String.fromCharCode(unit);
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  const script =
    unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00) || (unit >= 0xff21 && unit < 0xff5b)
      ? LATIN
      : unit >= 0x400 && unit < 0x530
        ? CYRILLIC
        : 0;
  if (lower !== upper) return /\p{L}/u.test(character) ? LETTER | script | (character === lower ? LOWER : UPPER) : 0;
  if (/\p{L}/u.test(character)) return LETTER | script;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  // Vowel signs of Indic scripts carry the word on; they are letters for our purpose.
  if (unit >= 0x900 && unit < 0x1000 && /\p{M}/u.test(character)) return LETTER;
  return /\p{M}/u.test(character) ? SKIP : /\s/u.test(character) ? SPACE : 0;
}

function asciiClass(unit: number): number {
  if (unit >= 97 && unit <= 122) return LETTER | LOWER | LATIN;
  if (unit >= 65 && unit <= 90) return LETTER | UPPER | LATIN;
  if (unit >= 48 && unit <= 57) return DIGIT;
  if (unit === 32 || (unit >= 9 && unit <= 13)) return SPACE;
  const character = String.fromCharCode(unit);
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  // "AT&T", "C/2022 E3", "1+1" are one name.
  if (unit === 45 || unit === 38 || unit === 47 || unit === 43) return HYPHEN;
  if (QUOTES.includes(character)) return QUOTE;
  return unit === 46 ? STOP : unit === 44 ? COMMA : 0;
}

function specialClass(unit: number): number | undefined {
  if (unit >= 0xd800 && unit < 0xe000) return 0;
  if (unit === 0xad || (unit >= 0x200b && unit <= 0x200f) || (unit >= 0x202a && unit <= 0x202e)) return SKIP;
  if ((unit >= 0x2060 && unit <= 0x206f) || unit === 0xfeff || (unit >= 0xfe00 && unit <= 0xfe0f)) return SKIP;
  if (unit === 0x0640 || (unit >= 0x064b && unit <= 0x065f) || (unit >= 0x0591 && unit <= 0x05c7)) return SKIP;
  if (unit >= 0x300 && unit <= 0x36f) return SKIP;
  if (unit >= 0x30a1 && unit <= 0x30ff) return unit === 0x30fb ? HYPHEN : LETTER | OWN_RUN;
  if (unit >= 0x2e80 && unit <= 0x30a0) return unit >= 0x3041 || unit === 0x3005 || unit === 0x3007 ? ALONE : punctuation(unit);
  if ((unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)) return ALONE;
  if (isAloneScript(unit)) return ALONE;
  return unit >= 0x2000 && unit < 0x2070 ? punctuation(unit) : punctuation(unit) || undefined;
}

function isAloneScript(unit: number): boolean {
  if (unit >= 0x0e01 && unit <= 0x0eff)
    return unit !== 0x0e3f && !(unit >= 0x0e50 && unit <= 0x0e5b) && !(unit >= 0x0ed0 && unit <= 0x0ed9);
  return (unit >= 0x1000 && unit <= 0x109f && !(unit >= 0x1040 && unit <= 0x104f)) || (unit >= 0x1780 && unit <= 0x17d3);
}

function punctuation(unit: number): number {
  const character = String.fromCharCode(unit);
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  if (HYPHENS.includes(character)) return HYPHEN;
  if (QUOTES.includes(character)) return QUOTE;
  if (COMMAS.includes(character)) return COMMA;
  return unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x202f || unit === 0x3000 ? SPACE : 0;
}
