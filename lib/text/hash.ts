const PRIME = 0x01000193;

/** Start value of `hashUnit`. */
export const HASH_SEED = 0x811c9dc5;

/** One FNV-1a step over a UTF-16 unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** FNV-1a over a run of UTF-16 units, as an unsigned 32-bit number. */
export function hashRun(units: Uint16Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, PRIME);
  return hash >>> 0;
}

/** A second, independent hash of a run: a 32-bit hit is believed only when both agree. */
export function checkRun(units: Uint16Array, start: number, end: number): number {
  let hash = 0x9e3779b9;
  for (let i = start; i < end; i++) {
    hash = Math.imul(hash + units[i]!, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/** FNV-1a over a string's UTF-16 units, unsigned. */
export function hashText(text: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** Mixes two 32-bit values into one, unsigned, with all bits spread (murmur3 finaliser). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
