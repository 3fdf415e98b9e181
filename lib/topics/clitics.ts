import { turnUnit } from '../text/hash.ts';
import { foldWord, type Scan } from '../text/scan.ts';

/** A word without what is written together with it: letters left off, and the rest with its hashes. */
export interface WithoutClitic {
  letters: number;
  begin: number;
  length: number;
  hashes: Int32Array;
}

const ARABIC_CLITICS = ['وال', 'بال', 'فال', 'كال', 'لل', 'ال', 'و', 'ب', 'ل', 'ف', 'ك'];
const HEBREW_CLITICS = ['וה', 'שה', 'מה', 'וב', 'ול', 'ומ', 'ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ'];
const LEAST_LETTERS = 2;

/** Every way to leave off the prepositions and articles that Arabic and Hebrew write together with word `at`. */
export function withoutClitics(scan: Scan, at: number): WithoutClitic[] {
  const from = foldWord(scan, at);
  const found: WithoutClitic[] = [];
  for (const clitic of scan.units[from]! < 0x600 ? HEBREW_CLITICS : ARABIC_CLITICS) {
    const length = scan.length[at]! - clitic.length;
    if (length < LEAST_LETTERS || !startsWith(scan.units, from, clitic)) continue;
    const begin = from + clitic.length;
    const hashes = new Int32Array(length);
    for (let i = 0, hash = 0; i < length; i++) {
      hash = turnUnit(hash, scan.units[begin + i]!);
      hashes[i] = hash;
    }
    found.push({ letters: clitic.length, begin, length, hashes });
  }
  return found;
}

function startsWith(units: Uint16Array, from: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (units[from + i] !== text.charCodeAt(i)) return false;
  return true;
}
