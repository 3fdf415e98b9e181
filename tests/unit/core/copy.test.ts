import { describe, expect, it } from 'vitest';
import { COPIES_BYTES_MAX, copiesToKeep, type KeptCopy } from '../../../lib/core/copy.ts';

const HOUR_MS = 3_600_000;
const copy = (id: number, madeAtMs: number, bytes = 1000): KeptCopy => ({ id, madeAtMs, mark: String(id), counts: {}, leftOut: 0, bytes });

/** What is kept after a copy every hour for so many days, thinned after each. */
function afterDays(days: number): KeptCopy[] {
  let kept: KeptCopy[] = [];
  for (let hour = 0; hour < days * 24; hour++) kept = copiesToKeep([...kept, copy(hour, hour * HOUR_MS)]);
  return kept;
}

describe('the copies that are kept', () => {
  it('are the newest three, and one of each of seven days, four weeks and six months', () => {
    const kept = afterDays(400);
    const ages = kept.map(({ madeAtMs }) => Math.floor((400 * 24 * HOUR_MS - madeAtMs) / (24 * HOUR_MS)));
    expect(kept.slice(0, 3).map(({ id }) => id)).toEqual([9599, 9598, 9597]);
    expect([0, 1, 2, 3, 4, 5, 6].every((day) => ages.includes(day))).toBe(true);
    expect(Math.max(...ages)).toBeGreaterThan(120);
    expect(kept.length).toBeLessThanOrEqual(3 + 7 + 4 + 6);
  });

  it('are all of them while they are few, however old', () => {
    const few = [copy(1, 0), copy(2, 900 * 24 * HOUR_MS)];
    expect(copiesToKeep(few).map(({ id }) => id)).toEqual([2, 1]);
  });

  it.each([17, 12, 6])('of a large library, %i MB each, reach back over a week all the same', (megabytes) => {
    let kept: KeptCopy[] = [];
    for (let hour = 0; hour < 120 * 24; hour++) {
      // Eight hours a day something changes.
      if (hour % 24 >= 8) continue;
      kept = copiesToKeep([...kept, copy(hour, hour * HOUR_MS, megabytes * 1_000_000)]);
      const ages = kept.map(({ madeAtMs }) => (hour * HOUR_MS - madeAtMs) / (24 * HOUR_MS));
      expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(COPIES_BYTES_MAX);
      expect(ages[0]).toBe(0);
      if (hour > 15 * 24) expect(Math.max(...ages)).toBeGreaterThanOrEqual(7);
      if (hour > 15 * 24) expect(ages.some((age) => age > 0 && age <= 8)).toBe(true);
    }
  });

  it('fit into their room; the newest stays whatever its size', () => {
    const large = Array.from({ length: 7 }, (_, day) => copy(day, day * 24 * HOUR_MS, COPIES_BYTES_MAX / 4));
    expect(copiesToKeep(large).map(({ id }) => id)).toEqual([6, 5, 4, 3]);
    expect(copiesToKeep([copy(1, 0), copy(2, 1, COPIES_BYTES_MAX * 2)]).map(({ id }) => id)).toEqual([2]);
  });
});
