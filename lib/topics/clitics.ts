import { turnUnit } from '../text/hash.ts';
import { foldWord, type Scan } from '../text/scan.ts';

/** A word without what is written together with it: letters left off, and the rest with its hashes. */
export interface WithoutClitic {
  letters: number;
  units: Uint16Array;
  begin: number;
  length: number;
  hashes: Int32Array;
}

const ARABIC_CLITICS = ['وال', 'بال', 'فال', 'كال', 'ولل', 'لل', 'ال', 'وب', 'ول', 'وك', 'و', 'ب', 'ل', 'ف', 'ك'];
const HEBREW_CLITICS = ['וה', 'שה', 'מה', 'וב', 'ול', 'ומ', 'ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ'];
const LEAST_LETTERS = 2;
/** "For the" writes the article without its first letter: "للصين" is for "الصين". */
const FOR_THE = 'لل';
const ALIF = 'ا'.charCodeAt(0);

/** Every way to leave off the prepositions and articles that Arabic and Hebrew write together with word `at`. */
export function withoutClitics(scan: Scan, at: number): WithoutClitic[] {
  const from = foldWord(scan, at);
  const found: WithoutClitic[] = [];
  for (const clitic of scan.units[from]! < 0x600 ? HEBREW_CLITICS : ARABIC_CLITICS) {
    const length = scan.length[at]! - clitic.length;
    if (length < LEAST_LETTERS || !startsWith(scan.units, from, clitic)) continue;
    const begin = from + clitic.length;
    found.push(wordAt(clitic.length, scan.units, begin, length));
    if (clitic.endsWith(FOR_THE)) found.push(wordAt(clitic.length, withArticle(scan.units, begin - 1, length + 1), 0, length + 2));
  }
  return found;
}

/** The article's first letter before the `length` units that begin with its second one. */
function withArticle(units: Uint16Array, begin: number, length: number): Uint16Array {
  const word = new Uint16Array(length + 1);
  word[0] = ALIF;
  word.set(units.subarray(begin, begin + length), 1);
  return word;
}

function wordAt(letters: number, units: Uint16Array, begin: number, length: number): WithoutClitic {
  const hashes = new Int32Array(length);
  for (let i = 0, hash = 0; i < length; i++) {
    hash = turnUnit(hash, units[begin + i]!);
    hashes[i] = hash;
  }
  return { letters, units, begin, length, hashes };
}

function startsWith(units: Uint16Array, from: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (units[from + i] !== text.charCodeAt(i)) return false;
  return true;
}
