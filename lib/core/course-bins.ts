import type { CourseBand, DayCounts } from './course.ts';

/** Widths of a bar: a day, a week from Monday on, a month of the calendar. */
export type CourseUnit = 'day' | 'week' | 'month';

/** Bars shown at once: enough for two months of days, a year of weeks, five years of months, and each still wide enough on a phone. */
export const MOST_BINS = 60;
const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const MONDAY = 3;

/** One bar. `counts` has one number a band, then the reports of no band. */
export interface CourseBin {
  /** First day, and the day after the last. */
  from: number;
  to: number;
  count: number;
  /** Dated reports of the whole index in this time. */
  indexCount: number;
  counts: number[];
}

/** The bars that are shown together. */
export interface CourseWindow {
  bins: CourseBin[];
  from: number;
  to: number;
  count: number;
  indexCount: number;
}

/** Number of the bin that a day is in. Neighbouring bins have neighbouring numbers. */
function binOf(day: number, unit: CourseUnit): number {
  if (unit === 'day') return day;
  if (unit === 'week') return Math.floor((day + MONDAY) / 7);
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstDayOf(bin: number, unit: CourseUnit): number {
  if (unit === 'day') return bin;
  if (unit === 'week') return bin * 7 - MONDAY;
  return Date.UTC(Math.floor(bin / 12), bin % 12) / DAY_MS;
}

/** The narrowest unit in which everything from the first day on fits into one window; months where none does. */
export function unitFor(days: DayCounts, lastDay: number): CourseUnit {
  const first = days[0]?.[0] ?? lastDay;
  const units: CourseUnit[] = ['day', 'week'];
  return units.find((unit) => binOf(lastDay, unit) - binOf(first, unit) < MOST_BINS) ?? 'month';
}

/**
 * The last day that the bars go to: the subject's own last, or that of the index where it is later, so that a silence is seen; never beyond `today`, unless
 * the subject's own reports are.
 */
export function lastDayOf(days: DayCounts, indexDays: DayCounts, today: number): number {
  const own = days.at(-1)?.[0] ?? today;
  const index = indexDays.findLast(([day]) => day <= today)?.[0] ?? own;
  return Math.max(own, index);
}

/**
 * Where windows end, as numbers of bins, the latest first: each holds at most `MOST_BINS`, an earlier one ends with the last bin before it that has
 * reports. Empty decades between are never paged through.
 */
export function windowEnds(days: DayCounts, lastDay: number, unit: CourseUnit): number[] {
  const filled = [...new Set(days.map(([day]) => binOf(day, unit)))];
  const ends: number[] = [binOf(lastDay, unit)];
  for (;;) {
    const start = (ends.at(-1) as number) - MOST_BINS + 1;
    const earlier = filled.findLast((bin) => bin < start);
    if (earlier === undefined) return ends;
    ends.push(earlier);
  }
}

/** The bars of the window that ends with bin `end`: equal steps without gaps, from the first report on where that is in it. */
export function courseWindow(
  { days, indexDays, bands }: { days: DayCounts; indexDays: DayCounts; bands: CourseBand[] },
  unit: CourseUnit,
  end: number,
): CourseWindow {
  const first = days[0] === undefined ? end : binOf(days[0][0], unit);
  const start = Math.max(end - MOST_BINS + 1, Math.min(first, end));
  const bins = Array.from({ length: end - start + 1 }, (_, i): CourseBin => {
    return { from: firstDayOf(start + i, unit), to: firstDayOf(start + i + 1, unit), count: 0, indexCount: 0, counts: [] };
  });
  const each = (counted: DayCounts, add: (bin: CourseBin, count: number) => void): void => {
    for (const [day, count] of counted) {
      const bin = bins[binOf(day, unit) - start];
      if (bin !== undefined) add(bin, count);
    }
  };
  for (const bin of bins) bin.counts = new Array<number>(bands.length + 1).fill(0);
  each(days, (bin, count) => {
    bin.count += count;
    bin.counts[bands.length]! += count;
  });
  each(indexDays, (bin, count) => {
    bin.indexCount += count;
  });
  bands.forEach((band, at) => {
    each(band.days, (bin, count) => {
      bin.counts[at]! += count;
      bin.counts[bands.length]! -= count;
    });
  });
  const sum = (of: (bin: CourseBin) => number): number => bins.reduce((total, bin) => total + of(bin), 0);
  return { bins, from: bins[0]!.from, to: bins.at(-1)!.to, count: sum((bin) => bin.count), indexCount: sum((bin) => bin.indexCount) };
}
