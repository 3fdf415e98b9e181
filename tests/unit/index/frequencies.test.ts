import { describe, expect, it } from 'vitest';
import { expandFrequency, FREQUENCY_SLOTS, quantiseFrequencies, quantiseFrequency } from '../../../lib/index/frequencies.ts';
import { isTombstoned, noTombstones, tombstonesWithin, withTombstones } from '../../../lib/index/tombstones.ts';

describe('frequency table', () => {
  it('is exact for small counts and within 5 % for all', () => {
    for (const count of [0, 1, 2, 3, 4, 5, 10, 100, 12_345, 1_000_000]) {
      const back = expandFrequency(quantiseFrequency(count));
      expect(Math.abs(back - count)).toBeLessThanOrEqual(count < 6 ? 0 : count * 0.05);
    }
  });

  it('is one byte a slot', () => {
    const exact = new Uint32Array(FREQUENCY_SLOTS);
    exact[7] = 1;
    const table = quantiseFrequencies(exact);
    expect([table.length, table[6], table[7]]).toEqual([65_536, 0, 1]);
  });
});

describe('tombstones', () => {
  it('stay sorted and distinct', () => {
    const dead = withTombstones(withTombstones(noTombstones(), [9, 2]), [5, 9]);
    expect([...dead]).toEqual([2, 5, 9]);
    expect([1, 2, 5, 6, 9, 10].filter((docId) => isTombstoned(dead, docId))).toEqual([2, 5, 9]);
    expect(tombstonesWithin(dead, 3, 9)).toBe(2);
  });
});
