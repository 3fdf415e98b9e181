import * as C from '../text/characters.ts';
import { foldedWord, foldWord, GAP_COMMA, GAP_GLUED, GAP_SPACE, type Scan } from '../text/scan.ts';

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

const CONJUNCTIONS = new Set('and und et y e i oraz a u och og en и та й і'.split(' '));
const MOST_ITEMS = 12;

/**
 * The word that the items of a list share, from the word after the first of them on: "областях" for "Тверской" in "Тверской, Псковской и
 * Новгородской областях", "America" for "South" in "South and Central America"; -1 where no list of single capitalised words begins.
 */
export function sharedWord(scan: Scan, after: number): number {
  let at = after;
  for (let items = 0; items < MOST_ITEMS && isJoined(scan, at); items++) {
    if (scan.capital[at] === 0) at++;
    if (at >= scan.count || scan.capital[at] === 0) return -1;
    at++;
  }
  return at > after && at < scan.count && scan.gap[at] === GAP_SPACE ? at : -1;
}

function isJoined(scan: Scan, at: number): boolean {
  if (at >= scan.count) return false;
  if (scan.capital[at] !== 0) return scan.gap[at] === GAP_COMMA;
  return scan.length[at]! <= LONGEST_JOINT + 1 && scan.gap[at] === GAP_SPACE && CONJUNCTIONS.has(foldedWord(scan, at));
}
