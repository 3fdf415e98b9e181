import type { DayCounts } from './course.ts';

const DAY_MIN = 1440;

/** The reader's time zone: minutes that local time is ahead of UTC at an instant (minutes since the epoch). */
export type ZoneOffset = (atMin: number) => number;

/**
 * The local day (whole days since 1970-01-01 in the reader's calendar) of a publication time in minutes since the epoch. Midnight UTC is how the index
 * keeps a report that states a day and no hour: it stays on the day it states, in every zone.
 */
export function localDay(atMin: number, offset: ZoneOffset): number {
  return Math.floor((atMin % DAY_MIN === 0 ? atMin : atMin + offset(atMin)) / DAY_MIN);
}

/** Counts publication times (minutes since the epoch) by local day. */
export function countDays(minutes: Iterable<number>, offset: ZoneOffset): DayCounts {
  const counts = new Map<number, number>();
  /** A zone's offset by UTC day, where it is the same all day: asked for once. */
  const steady = new Map<number, number | null>();
  const offsetOf = (atMin: number): number => {
    const day = Math.floor(atMin / DAY_MIN);
    let known = steady.get(day);
    if (known === undefined) {
      const [first, last] = [offset(day * DAY_MIN), offset(day * DAY_MIN + DAY_MIN - 1)];
      known = first === last ? first : null;
      steady.set(day, known);
    }
    return known ?? offset(atMin);
  };
  for (const minute of minutes) {
    const day = localDay(minute, offsetOf);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[0] - b[0]);
}

/** The minute (since the epoch) at which a local day begins. Where clocks skip midnight, the first minute after. */
export function dayStart(day: number, offset: ZoneOffset): number {
  const utc = day * DAY_MIN;
  const guess = utc - offset(utc);
  const start = utc - offset(guess);
  return localDay(start, offset) < day ? guess : start;
}
