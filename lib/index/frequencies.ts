/** Entries of the frequency table, by the low 16 bits of a term's hash. */
export const FREQUENCY_SLOTS = 65_536;
// Eighths of an octave: 255 steps reach 2^31 with an error below 5 %.
const STEPS_PER_OCTAVE = 8;

/** Slot of a term's hash. Terms that share a slot add up; at 100k articles that lifts a rare word's count by about ten. */
export function frequencySlot(hash: number): number {
  return hash & (FREQUENCY_SLOTS - 1);
}

/** A count as one byte: 0 for 0, else 1 + 8·log2, rounded. */
export function quantiseFrequency(count: number): number {
  return count <= 0 ? 0 : Math.min(255, 1 + Math.round(STEPS_PER_OCTAVE * Math.log2(count)));
}

/** The count a byte stands for, rounded to a whole number. */
export function expandFrequency(value: number): number {
  return value === 0 ? 0 : Math.round(2 ** ((value - 1) / STEPS_PER_OCTAVE));
}

/** The table that queries read: one byte a slot, 64 KiB, from the exact counts. */
export function quantiseFrequencies(exact: Uint32Array): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(FREQUENCY_SLOTS);
  for (let slot = 0; slot < FREQUENCY_SLOTS; slot++) table[slot] = quantiseFrequency(exact[slot] ?? 0);
  return table;
}
