import type { Course, DayCounts } from './course.ts';

/** Reports a week in some weeks, beside those of the whole index. */
export interface WeeklyRate {
  weeks: number;
  aWeek: number;
  indexAWeek: number;
}

/** How often reports came lately, and before. */
export interface Pace {
  lately: WeeklyRate;
  /** Null where the index holds less than a week from before. */
  before: WeeklyRate | null;
}

/** How long nothing came. */
export interface Silence {
  days: number;
  /** Dated reports of other subjects that the index holds from the days after the latest one, up to today. */
  others: number;
}

const LATELY_WEEKS = 4;
const BEFORE_WEEKS = 12;

/**
 * Reports a week in the 28 days up to today, and in up to 84 days before them, but not before the index's own first report: what it could not hold is
 * no slower pace. Null where the index holds nothing at all of the last 28 days: then nobody can tell.
 */
export function paceOf({ days, indexDays, today }: Pick<Course, 'days' | 'indexDays' | 'today'>): Pace | null {
  const rate = (from: number, to: number): WeeklyRate => {
    const weeks = (to - from) / 7;
    return { weeks, aWeek: countBetween(days, from, to) / weeks, indexAWeek: countBetween(indexDays, from, to) / weeks };
  };
  const since = today + 1 - 7 * LATELY_WEEKS;
  const lately = rate(since, today + 1);
  if (lately.indexAWeek === 0) return null;
  const begins = indexDays[0]?.[0] ?? since;
  const weeks = Math.min(BEFORE_WEEKS, Math.floor((since - begins) / 7));
  return { lately, before: weeks < 1 ? null : rate(since - 7 * weeks, since) };
}

/** Days from the latest report to today, 0 for today's and for one dated later; null where none has a date. */
export function silenceOf({ days, indexDays, today }: Pick<Course, 'days' | 'indexDays' | 'today'>): Silence | null {
  const last = days.at(-1)?.[0];
  if (last === undefined) return null;
  return { days: Math.max(0, today - last), others: countBetween(indexDays, last + 1, today + 1) };
}

/** Reports from the day `from` on and before the day `to`. */
export function countBetween(days: DayCounts, from: number, to: number): number {
  return days.reduce((sum, [day, count]) => (day >= from && day < to ? sum + count : sum), 0);
}
