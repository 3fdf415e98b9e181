import { describe, expect, it } from 'vitest';
import { comparePairs, type Pair } from '../../../scripts/relevance/bootstrap.ts';

/** Queries with one case each. */
function queries(before: number[], after: number[]): Pair[] {
  return before.map((value, i) => ({ before: [value, 1], after: [after[i]!, 1] }));
}

describe('comparePairs', () => {
  it('tells a steady gain from chance, and chance from a gain', () => {
    const before = Array.from({ length: 200 }, (_, i) => (i % 10) / 20);
    const gain = comparePairs(
      queries(
        before,
        before.map((value, i) => value + (i % 3 === 0 ? 0.1 : 0)),
      ),
    );
    expect(gain.difference).toBeCloseTo(0.0335, 4);
    expect(gain.from).toBeGreaterThan(0);
    expect(gain.to).toBeLessThan(0.05);
    expect([gain.rose, gain.fell, gain.rows]).toEqual([67, 0, 200]);
    const noise = comparePairs(
      queries(
        before,
        before.map((value, i) => value + (i % 2 === 0 ? 0.1 : -0.1)),
      ),
    );
    expect(noise.from).toBeLessThan(0);
    expect(noise.to).toBeGreaterThan(0);
  });

  it('takes every resample of a few rows', () => {
    // Of the 27 resamples of three rows that change by 0, 0 and 1, eight hold no third row and one holds nothing else.
    const change = comparePairs(queries([0, 0, 0], [0, 0, 1]));
    expect(change.difference).toBeCloseTo(1 / 3, 10);
    expect(change.from).toBe(0);
    expect(change.to).toBeCloseTo(2 / 3, 10);
  });

  it('weighs rows by their cases, and leaves out rows without any', () => {
    const change = comparePairs([
      { before: [1, 4], after: [2, 4] },
      { before: [0, 1], after: [1, 1] },
      { before: [0, 0], after: [0, 0] },
    ]);
    expect(change.rows).toBe(2);
    expect(change.before).toBeCloseTo(0.2, 10);
    expect(change.after).toBeCloseTo(0.6, 10);
  });

  it('finds the interval of theory for many independent rows', () => {
    // Half of 400 rows change by 1: the mean's standard error is 0.5 / √400 = 0.025.
    const change = comparePairs(
      queries(
        Array.from({ length: 400 }, () => 0),
        Array.from({ length: 400 }, (_, i) => i % 2),
      ),
    );
    expect(Math.abs(change.from - (0.5 - 1.96 * 0.025))).toBeLessThan(0.004);
    expect(Math.abs(change.to - (0.5 + 1.96 * 0.025))).toBeLessThan(0.004);
  });
});
