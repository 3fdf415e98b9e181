import { hashText, mix } from './hash.ts';
import { tokenise } from './tokenise.ts';

/** Slots of a signature. */
const SLOTS = 128;
const WORDS = 3;
const LEAST_TOKENS = 25;
const EMPTY = 0xffffffff;

/**
 * MinHash signature of a text over shingles of three words: one permutation in 128 slots, empty slots filled from the next
 * full one by rotation (Li, Owen & Zhang 2012; Shrivastava & Li 2014), with the number of distinct shingles at the end:
 * 129 numbers. Empty for a text of fewer than 25 words.
 */
export function minHashSignature(text: string): Uint32Array {
  return signatureOfTokens(tokenise(text));
}

/** The same of a text that was tokenised before. */
export function signatureOfTokens(tokens: string[]): Uint32Array {
  if (tokens.length < LEAST_TOKENS) return new Uint32Array(0);
  const shingles = new Uint32Array(tokens.length - WORDS + 1);
  let [before, last] = [hashText(tokens[0]!), hashText(tokens[1]!)];
  for (let i = 0; i < shingles.length; i++) {
    const next = hashText(tokens[i + 2]!);
    shingles[i] = mix(mix(before, last), next);
    [before, last] = [last, next];
  }
  const signature = new Uint32Array(SLOTS + 1).fill(EMPTY, 0, SLOTS);
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i]!;
    const value = mix(shingle, 0x51ed270b);
    if (value < signature[shingle >>> 25]!) signature[shingle >>> 25] = value;
  }
  fillEmpty(signature);
  signature[SLOTS] = countDistinct(shingles);
  return signature;
}

/** Numbers of 32 bits are small objects to a `Set`; in a table of their own they are not. */
function countDistinct(values: Uint32Array): number {
  const mask = 2 ** Math.ceil(Math.log2(2 * values.length)) - 1;
  const table = new Uint32Array(mask + 1);
  let distinct = 0;
  let hasZero = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) hasZero = 1;
    else {
      let at = value & mask;
      while (table[at] !== 0 && table[at] !== value) at = (at + 1) & mask;
      if (table[at] === 0) distinct++;
      table[at] = value;
    }
  }
  return distinct + hasZero;
}

function fillEmpty(signature: Uint32Array): void {
  const own = signature.slice(0, SLOTS);
  for (let slot = 0; slot < SLOTS; slot++) {
    if (own[slot] !== EMPTY) continue;
    let away = 1;
    while (own[(slot + away) % SLOTS] === EMPTY) away++;
    signature[slot] = mix(own[(slot + away) % SLOTS]!, away);
  }
}

/** Estimated Jaccard similarity of two texts' shingles, 0..1; 0 where either signature is empty. */
export function signatureSimilarity(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== SLOTS + 1 || b.length !== SLOTS + 1) return 0;
  let same = 0;
  for (let i = 0; i < SLOTS; i++) if (a[i] === b[i]) same++;
  return same / SLOTS;
}

/** Estimated share of the smaller text's shingles that the larger one holds, 0..1; 0 where either signature is empty. */
export function signatureContainment(a: Uint32Array, b: Uint32Array): number {
  const similarity = signatureSimilarity(a, b);
  if (similarity === 0) return 0;
  const union = (a[SLOTS]! + b[SLOTS]!) / (1 + similarity);
  return Math.min(1, (similarity * union) / Math.min(a[SLOTS]!, b[SLOTS]!));
}
