import * as C from '../text/characters.ts';
import { foldWord, type Scan } from '../text/scan.ts';

const OPENING = '(（';
const CLOSING = ')）';
const LONGEST = 8;

/** The word that stands in brackets right after, or right before, a name in words `[from, to)` and is all capitals: "Name of Thing (NOT)"; -1 for none. */
export function introducedAcronym(scan: Scan, from: number, to: number): number {
  const { text, start, end } = scan;
  if (
    to < scan.count &&
    isAcronym(scan, to) &&
    OPENING.includes(text.charAt(start[to]! - 1)) &&
    CLOSING.includes(text.charAt(end[to]!) || ' ')
  )
    return isNear(text, end[to - 1]!, start[to]!) ? to : -1;
  const before = from - 1;
  if (before < 0 || !isAcronym(scan, before) || !OPENING.includes(text.charAt(start[from]! - 1) || ' ')) return -1;
  return CLOSING.includes(text.charAt(end[to - 1]!) || ' ') && isNear(text, end[before]!, start[from]!) ? before : -1;
}

/** Nothing but a bracket, quotation marks and a space between. */
function isNear(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) if (!(C.kindOf(text.charCodeAt(i)) & (C.SPACE | C.QUOTE))) return false;
  return true;
}

function isAcronym(scan: Scan, at: number): boolean {
  const bits = scan.bits[at]!;
  return (bits & C.UPPER) !== 0 && !(bits & (C.LOWER | C.DIGIT)) && scan.length[at]! >= 2 && scan.length[at]! <= LONGEST;
}

/** Whether the letters of word `at` stand in a name in this order, the first of them at the beginning of one of its first two words. */
export function acronymFits(scan: Scan, at: number, from: number, to: number): boolean {
  const begin = foldWord(scan, at);
  const length = scan.length[at]!;
  for (let first = from; first < Math.min(to, from + 2); first++) {
    if (scan.units[foldWord(scan, first)] !== scan.units[begin]) continue;
    let letter = 0;
    for (let word = first; word < to && letter < length; word++) {
      const unit = foldWord(scan, word);
      for (let i = 0; i < scan.length[word]! && letter < length; i++) if (scan.units[unit + i] === scan.units[begin + letter]) letter++;
    }
    if (letter === length) return true;
  }
  return false;
}
