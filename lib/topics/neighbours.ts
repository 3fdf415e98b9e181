import * as C from '../text/characters.ts';
import { foldWord, GAP_GLUED, GAP_SPACE, type Scan } from '../text/scan.ts';

/** Words that may join a head with its complement. */
export const MOST_JOINTS = 2;
const LONGEST_JOINT = 3;

/** Whether a capitalised word follows, right away or after one or two that join it: "of Peru", "of the Senate". */
export function hasComplement(scan: Scan, to: number): boolean {
  for (let at = to; at < scan.count && at <= to + MOST_JOINTS && scan.gap[at] === GAP_SPACE; at++) {
    if (scan.capital[at]) return true;
    if (scan.length[at]! > LONGEST_JOINT) return false;
  }
  return false;
}

/** Whether a name may end before word `next`. */
export function endsWell(scan: Scan, next: number): boolean {
  return next >= scan.count || scan.gap[next] !== GAP_GLUED;
}

/** First folded letter of a word: few need all of theirs. */
export function firstUnit(scan: Scan, at: number): number {
  return scan.bits[at]! & C.SKIP ? scan.units[foldWord(scan, at)]! : C.FOLDS[scan.text.charCodeAt(scan.start[at]!)]!;
}

/** Whether a folded letter is Korean, whose particles are written together with the word. */
export function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}
