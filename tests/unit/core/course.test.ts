import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayCounts } from '../../../lib/core/course.ts';
import { courseWindow, lastDayOf, MOST_BINS, unitFor, windowEnds } from '../../../lib/core/course-bins.ts';
import { paceOf, silenceOf } from '../../../lib/core/course-figures.ts';

const day = (iso: string): number => Date.parse(iso) / 86_400_000;
const iso = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);

describe('bars', () => {
  it('take the narrowest unit that shows everything at once', () => {
    const last = day('2026-01-30');
    const unit = (first: string) => unitFor([[day(first), 1]], last);
    expect([unit('2025-12-02'), unit('2025-12-01'), unit('2024-12-10'), unit('2024-12-01')]).toEqual(['day', 'week', 'week', 'month']);
    expect(unitFor([], last)).toBe('day');
  });

  it('are weeks from Monday on and months of the calendar', () => {
    const days: DayCounts = [
      [day('2026-01-25'), 1],
      [day('2026-01-26'), 2],
      [day('2026-02-01'), 3],
    ];
    const course = { days, indexDays: days, bands: [] };
    const bins = (unit: 'week' | 'month') =>
      courseWindow(course, unit, windowEnds(days, day('2026-02-01'), unit)[0]!).bins.map(({ from, to, count }) => [
        iso(from),
        iso(to),
        count,
      ]);
    expect(bins('week')).toEqual([
      ['2026-01-19', '2026-01-26', 1],
      ['2026-01-26', '2026-02-02', 5],
    ]);
    expect(bins('month')).toEqual([
      ['2026-01-01', '2026-02-01', 3],
      ['2026-02-01', '2026-03-01', 3],
    ]);
  });

  it('are stacked, with what is in no band on top, beside what the index holds', () => {
    const course = {
      days: [
        [10, 5],
        [12, 1],
      ] as DayCounts,
      indexDays: [
        [9, 100],
        [10, 8],
        [11, 4],
        [12, 2],
      ] as DayCounts,
      bands: [
        { label: 'A', days: [[10, 2]] as DayCounts },
        {
          label: 'B',
          days: [
            [10, 1],
            [12, 1],
          ] as DayCounts,
        },
      ],
    };
    const window = courseWindow(course, 'day', 12);
    expect(window.bins.map(({ count, indexCount, counts }) => [count, indexCount, counts])).toEqual([
      [5, 8, [2, 1, 2]],
      [0, 4, [0, 0, 0]],
      [1, 2, [0, 1, 0]],
    ]);
    expect([window.count, window.indexCount, window.from, window.to]).toEqual([6, 14, 10, 13]);
  });

  it('show every report in exactly one window, and never page through empty decades', () => {
    const counts = fc.uniqueArray(fc.integer({ min: -30_000, max: 60_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.constantFrom('day', 'week', 'month'), (given, unit) => {
        const days = given.sort((a, b) => a - b).map((at): [number, number] => [at, 1]);
        const ends = windowEnds(days, days.at(-1)![0], unit);
        const windows = ends.map((end) => courseWindow({ days, indexDays: days, bands: [] }, unit, end));
        expect(windows.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
        expect(windows.every(({ count, bins }) => count > 0 && bins.length <= MOST_BINS)).toBe(true);
      }),
    );
  });

  it('go on to where the index does, but not beyond today', () => {
    expect(
      lastDayOf(
        [[10, 1]],
        [
          [10, 1],
          [30, 1],
          [99, 1],
        ],
        40,
      ),
    ).toBe(30);
    expect(
      lastDayOf(
        [[45, 1]],
        [
          [30, 1],
          [45, 1],
        ],
        40,
      ),
    ).toBe(45);
    expect(lastDayOf([[10, 1]], [], 40)).toBe(10);
  });
});

describe('figures', () => {
  const today = 1000;
  const every = (from: number, to: number, count: number): DayCounts => Array.from({ length: to - from }, (_, i) => [from + i, count]);

  it('compare the last four weeks with twelve before', () => {
    const course = { today, days: [...every(900, 960, 1), [1000, 6]] as DayCounts, indexDays: every(500, 1001, 10) };
    expect(paceOf(course)).toEqual({
      lately: { weeks: 4, aWeek: 1.5, indexAWeek: 70 },
      before: { weeks: 12, aWeek: 5, indexAWeek: 70 },
    });
  });

  it('look no further back than the index goes', () => {
    const indexDays = every(950, 1001, 2);
    expect(paceOf({ today, days: [[955, 6]], indexDays })?.before).toEqual({ weeks: 3, aWeek: 2, indexAWeek: 14 });
    expect(paceOf({ today, days: [[990, 1]], indexDays: every(970, 1001, 2) })?.before).toBeNull();
  });

  it('say nothing of a pace that an idle index cannot show', () => {
    expect(paceOf({ today, days: [[900, 4]], indexDays: [[900, 8]] })).toBeNull();
  });

  it('count the days since the latest, and what else came in them', () => {
    expect(
      silenceOf({
        today,
        days: [
          [900, 4],
          [990, 1],
        ],
        indexDays: [
          [990, 9],
          [991, 3],
          [1000, 2],
          [1001, 7],
        ],
      }),
    ).toEqual({ days: 10, others: 5 });
    expect(silenceOf({ today, days: [[1004, 1]], indexDays: [] })).toEqual({ days: 0, others: 0 });
    expect(silenceOf({ today, days: [], indexDays: [[1, 1]] })).toBeNull();
  });
});
