import * as C from '../text/characters.ts';
import { turnOpening, turnUnit } from '../text/hash.ts';
import { foldWord, type Scan } from '../text/scan.ts';
import type { MatchContext } from './gates.ts';
import type { Layer } from './layer.ts';
import { LENGTHS_WITHIN, languageBit, OPENING, openingSlot } from './layer-format.ts';

/** Entries of `followers`. */
export const FOLLOWER_OPENINGS = 256;
/** Bits of stems shorter than an opening. */
const SHORT_STEMS = (1 << (OPENING - 1)) - 1;

/**
 * The first word from `at` on that may be the first word of a name, or one of `least` letters or more with a capital; `scan.count` where
 * there is none. Most words are passed over here by their first letters and their length.
 */
export function nextCandidate(scan: Scan, at: number, { layers, languages, followers }: MatchContext, least: number): number {
  const { count, capital, length } = scan;
  for (let next = at; next < count; next++) {
    if (capital[next] !== 0 && length[next]! >= least) return next;
    if (readOpening(scan, next) || (capital[next] !== 0 && mayFollow(followers))) return next;
    for (let i = 0; i < layers.length; i++) if (openingLengths(layers[i]!, languages[i]!, scan, next) !== 0) return next;
  }
  return count;
}

/** What `readOpening` read last: which word of which text, hashes of its first three and four letters, and whether it may hide a name behind clitics. */
let openedText = '';
let openedAt = -1;
let hashOfThree = 0;
let hashOfFour = 0;
let openedClitics = false;

/** Hashes the beginning of word `at`, unless it was the last one read; whether it may hide a name behind clitics. */
export function readOpening(scan: Scan, at: number): boolean {
  const { text } = scan;
  if (openedAt === at && openedText === text) return openedClitics;
  openedText = text;
  openedAt = at;
  const length = scan.length[at]!;
  if (scan.bits[at]! & C.SKIP) {
    const from = foldWord(scan, at);
    hashOfThree = scan.hash[from + Math.min(length, 3) - 1]!;
    hashOfFour = length < OPENING ? 0 : scan.hash[from + OPENING - 1]!;
    openedClitics = hasClitics(scan.units[from]!);
    return openedClitics;
  }
  const begin = scan.start[at]!;
  hashOfThree = turnOpening(text, begin, length, C.FOLDS);
  hashOfFour = length < OPENING ? 0 : turnUnit(hashOfThree, C.FOLDS[text.charCodeAt(begin + 3)]!);
  openedClitics = hasClitics(C.FOLDS[text.charCodeAt(begin)]!);
  return openedClitics;
}

/** Whether the word read last may begin a part of a name that the text gave in full before, by `followers` of the context. */
function mayFollow(followers: Uint8Array): boolean {
  return followers[hashOfThree & (FOLLOWER_OPENINGS - 1)] !== 0;
}

/** Hash of the first three letters of word `at` where it may begin such a part, else -1. */
export function followerOpening(scan: Scan, at: number, { followers }: MatchContext): number {
  readOpening(scan, at);
  return mayFollow(followers) ? hashOfThree : -1;
}

/** Lengths that the stem of word `at` may have as a name's first word in a text of a language, by the opening read last. */
export function openingLengths(layer: Layer, language: number, scan: Scan, at: number): number {
  const length = scan.length[at]!;
  const opens = scan.capital[at] ? layer.opensCapital : layer.opensLower;
  const served = languageBit(language) << 16;
  let lengths = 0;
  const three = opens[openingSlot(hashOfThree)]!;
  if (three & served) lengths = three & SHORT_STEMS;
  if (length >= OPENING) {
    const four = opens[openingSlot(hashOfFour)]!;
    if (four & served) lengths |= four & ~SHORT_STEMS;
  }
  return lengths & LENGTHS_WITHIN[length]!;
}

/** Hebrew and Arabic write prepositions and articles together with the word. */
function hasClitics(unit: number): boolean {
  return unit >= 0x590 && unit < 0x700;
}
