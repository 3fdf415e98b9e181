/** Documents of a span of docIds, one bit each. */
export type Bits = Uint32Array<ArrayBuffer>;

/** No documents of a span. */
export function noBits(span: number): Bits {
  return new Uint32Array((span + 31) >>> 5);
}

/** Adds a document by its position in the span; positions outside are ignored. */
export function setBit(bits: Bits, at: number): void {
  const word = at >>> 5;
  if (at >= 0 && word < bits.length) bits[word] = bits[word]! | (1 << (at & 31));
}

/** Whether a document is in. */
export function hasBit(bits: Bits, at: number): boolean {
  return at >= 0 && ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Adds all of the others, in place. */
export function unite(bits: Bits, others: Bits): Bits {
  for (let i = 0; i < bits.length; i++) bits[i] = bits[i]! | others[i]!;
  return bits;
}

/** Keeps those that are in the others too, in place. */
export function intersect(bits: Bits, others: Bits): Bits {
  for (let i = 0; i < bits.length; i++) bits[i] = bits[i]! & others[i]!;
  return bits;
}

/** Those that are not in, of the span's words: documents that do not exist included. */
export function complement(bits: Bits): Bits {
  return bits.map((word) => ~word) as Bits;
}

/** How many are in. */
export function countBits(bits: Bits, others: Bits = bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) {
    let word = bits[i]! & others[i]!;
    // Population count of 32 bits (Warren, Hacker's Delight, 5-1).
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** Calls `visit` for each position that is in, ascending. */
export function eachBit(bits: Bits, visit: (at: number) => void): void {
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i]!; word !== 0; word &= word - 1) visit(32 * i + 31 - Math.clz32(word & -word));
  }
}
