const PRIME = 0x01000193;

/** Start value of `hashUnit`. */
export const HASH_SEED = 0x811c9dc5;

/** One FNV-1a step over a UTF-16 unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** FNV-1a over a string's UTF-16 units, unsigned. */
export function hashText(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** Mixes two 32-bit values into one, unsigned, with all bits spread (murmur3 finaliser). */
export function mix(a: number, b: number): number {
  return mixSigned(a, b) >>> 0;
}

/** As `mix`, but signed: small enough for an engine to keep without a box. */
export function mixSigned(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

const TURN = 7;
const WIDTH = 30;
const ALL = (1 << WIDTH) - 1;

/**
 * One step of a word's hash over a UTF-16 unit: 30 bits turned by seven and xor-ed, beginning with 0. No multiplication and no number beyond a small
 * integer: an interpreter pays for both. Spread it with `spreadWord` before taking bits from it.
 */
export function turnUnit(hash: number, unit: number): number {
  return (((hash & (ALL >>> TURN)) << TURN) | (hash >>> (WIDTH - TURN))) ^ unit;
}

/**
 * Folds `text[start, end)` by `folds` into `units` from `to` on, with the word's hash up to each unit into `hashes`. Written out: on a first page
 * the calls would cost more than their work.
 */
export function turnFolded(
  text: string,
  start: number,
  end: number,
  folds: Uint16Array,
  units: Uint16Array,
  hashes: Int32Array,
  to: number,
): void {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const unit = folds[text.charCodeAt(i)]!;
    hash = (((hash & (ALL >>> TURN)) << TURN) | (hash >>> (WIDTH - TURN))) ^ unit;
    units[to] = unit;
    hashes[to++] = hash;
  }
}

/** The word's hash of the first letters of a word, at most three, folded by `folds`. */
export function turnOpening(text: string, start: number, letters: number, folds: Uint16Array): number {
  let hash = folds[text.charCodeAt(start)]!;
  if (letters > 1) hash = (((hash & (ALL >>> TURN)) << TURN) | (hash >>> (WIDTH - TURN))) ^ folds[text.charCodeAt(start + 1)]!;
  if (letters > 2) hash = (((hash & (ALL >>> TURN)) << TURN) | (hash >>> (WIDTH - TURN))) ^ folds[text.charCodeAt(start + 2)]!;
  return hash;
}

/** The word's hash of a text. */
export function turnText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = turnUnit(hash, text.charCodeAt(i));
  return hash;
}

/** Hash of the last `letters` of a run, from the hashes of all of it and of what stands before them. */
export function turnedRest(whole: number, before: number, letters: number): number {
  const by = (TURN * letters) % WIDTH;
  return whole ^ (((before & (ALL >>> by)) << by) | (before >>> (WIDTH - by)));
}

/** Spreads a word's hash, seen from a node, over 32 bits; the upper ones are the better ones. */
export function spreadWord(hash: number, node: number): number {
  return Math.imul(hash ^ Math.imul(node, 0x85ebca6b), 0x9e3779b1);
}

/** A second look at a stem, 16 bits: its length and three of its letters. With the hash, two different words of a language never agree. */
export function sampleUnits(length: number, first: number, middle: number, last: number): number {
  return ((length << 10) ^ (middle << 8) ^ (first << 5) ^ last) & 0xffff;
}
