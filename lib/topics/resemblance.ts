import type { MentionMethod } from '../core/topic.ts';
import * as C from '../text/characters.ts';
import { mixSigned, turnedRest } from '../text/hash.ts';
import { foldedWord, foldWord, type Scan } from '../text/scan.ts';
import { soundKey } from '../text/transliterate.ts';
import { isOfLanguage, isUninformative, type MatchContext } from './gates.ts';
import type { Layer } from './layer.ts';

/** A word that is no name as it stands, taken for one by its sound or as a typing error. */
export interface Resemblance {
  layer: Layer;
  alias: number;
  method: MentionMethod;
}

/** Letters of the shortest word that may resemble a name. */
export const LEAST_RESEMBLING = 6;
const LEAST_SOUND = 5;
const LEAST_TYPO = 7;
/** Endings of Cyrillic names as sound keys write them: a name known in Latin letters only still declines. */
const SOUND_ENDINGS = new Set(['a', 'u', 'e', 'i', 'o', 'om', 'em', 'im', 'am', 'ami', 'ag', 'ov', 'ovi', 'oi', 'ei', 'ia', 'iu', 'iv']);
const LONGEST_SOUND_ENDING = 3;

/**
 * The name that word `at`, capitalised and unknown to the layers, sounds like or misspells, if any. A typing error is
 * believed in seven letters or more, inside the word (never of a person's name: the builder leaves those out), and not where `isKnownWord` says it is a word.
 */
export function resembling(
  text: string,
  scan: Scan,
  at: number,
  context: MatchContext,
  isKnownWord: ((folded: string) => boolean) | undefined,
): Resemblance | undefined {
  const bits = scan.bits[at]!;
  const script = bits & (C.LATIN | C.CYRILLIC);
  if (script === 0 || !(bits & C.LOWER)) return undefined;
  const key = soundKey(text, scan.start[at]!, scan.end[at]!);
  if (key.length >= LEAST_SOUND) {
    for (const layer of context.layers) {
      const alias = bySound(layer, key.units, key.hashes, key.length, script === C.CYRILLIC);
      if (alias >= 0) return { layer, alias, method: 'transliterated' };
    }
  }
  if (scan.length[at]! < LEAST_TYPO || scan.capital[at] !== 1) return undefined;
  // At the start of a sentence any word has a capital: only a vocabulary can tell it from a name.
  if (!isKnownWord && isUninformative(scan, at, context)) return undefined;
  for (const [i, layer] of context.layers.entries()) {
    const alias = byTypo(layer, scan, at, context.languages[i]!);
    if (alias >= 0) return isKnownWord?.(foldedWord(scan, at)) ? undefined : { layer, alias, method: 'fuzzy' };
  }
  return undefined;
}

function bySound(layer: Layer, units: Uint16Array, hashes: Int32Array, length: number, declines: boolean): number {
  const exact = findSound(layer, hashes[length - 1]!);
  if (exact >= 0 || !declines) return exact;
  for (let cut = length - 1; cut >= Math.max(LEAST_SOUND, length - LONGEST_SOUND_ENDING); cut--) {
    const alias = findSound(layer, hashes[cut - 1]!);
    if (alias >= 0 && SOUND_ENDINGS.has(String.fromCharCode(...units.subarray(cut, length)))) return alias;
  }
  return -1;
}

function findSound(layer: Layer, key: number): number {
  const slots = layer.soundKey.length - 1;
  for (let slot = key & slots; layer.soundAlias[slot] !== 0; slot = (slot + 1) & slots)
    if (layer.soundKey[slot] === key) return layer.soundAlias[slot]! - 1;
  return -1;
}

function byTypo(layer: Layer, scan: Scan, at: number, language: number): number {
  const { units, hash } = scan;
  const from = foldWord(scan, at);
  const to = from + scan.length[at]!;
  const whole = hash[to - 1]!;
  for (let length = to - from - 1; length <= to - from + 1; length++) {
    const half = length >> 1;
    const front = hash[from + half - 1]!;
    const found = findTypo(layer, mixSigned(front, 2 * length), units, from, to, language);
    if (found >= 0) return found;
    const back = length - half;
    const rest = turnedRest(whole, hash[to - back - 1]!, back);
    const other = findTypo(layer, mixSigned(rest, 2 * length + 1), units, from, to, language);
    if (other >= 0) return other;
  }
  return -1;
}

function findTypo(layer: Layer, key: number, units: Uint16Array, from: number, to: number, language: number): number {
  const slots = layer.typoKey.length - 1;
  for (let slot = key & slots; layer.typoWord[slot] !== 0; slot = (slot + 1) & slots) {
    if (layer.typoKey[slot] !== key) continue;
    const word = layer.typoWord[slot]! - 1;
    const alias = layer.wordAlias[word]!;
    if (!isOfLanguage(layer, alias, language)) continue;
    if (isInnerEdit(layer.units, layer.wordFirst[word]!, layer.wordFirst[word + 1]!, units, from, to)) return alias;
  }
  return -1;
}

/** Whether two runs differ by one letter put in, left out or changed, or two neighbours swapped, first and last letters being equal. */
export function isInnerEdit(a: Uint16Array, aFrom: number, aTo: number, b: Uint16Array, bFrom: number, bTo: number): boolean {
  let head = 0;
  while (aFrom + head < aTo && bFrom + head < bTo && a[aFrom + head] === b[bFrom + head]) head++;
  let tail = 0;
  while (aTo - tail > aFrom && bTo - tail > bFrom && a[aTo - 1 - tail] === b[bTo - 1 - tail]) tail++;
  if (head === 0 || tail === 0) return false;
  const [lengthA, lengthB] = [aTo - aFrom, bTo - bFrom];
  const shared = head + tail;
  if (lengthA !== lengthB) return Math.abs(lengthA - lengthB) === 1 && shared >= Math.min(lengthA, lengthB);
  if (shared === lengthA - 1) return true;
  return shared === lengthA - 2 && a[aFrom + head] === b[bFrom + head + 1] && a[aFrom + head + 1] === b[bFrom + head];
}
