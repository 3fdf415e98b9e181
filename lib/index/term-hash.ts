/** Buckets a segment is divided into: the top 12 bits of a term's hash. */
export const BUCKETS = 4096;
/** Bits of the hash that remain inside a bucket. */
export const REST_BITS = 20;

/** 32-bit hash of a term: FNV-1a over its UTF-16 units, then the finaliser of MurmurHash3, since FNV's top bits mix poorly. Unsigned. */
export function termHash(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return finishHash(hash);
}

/** The hash of a term from the FNV-1a over its units. */
export function finishHash(fnv: number): number {
  let hash = Math.imul(fnv ^ (fnv >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Bucket of a term's hash, 0..4095. */
export function bucketOf(hash: number): number {
  return hash >>> REST_BITS;
}
