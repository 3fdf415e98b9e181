import type { Timeline } from '../core/coverage.ts';

const DAY_MS = 86_400_000;
/** Widths a bin may have, in days: day, week, four weeks, quarter, year, five years, then whatever it takes. */
const WIDTHS = [1, 7, 28, 91, 364, 1820];
const MOST_BINS = 30;
/** A strip of one or two reports shows nothing. */
const LEAST_REPORTS = 2;

/**
 * Reports per period, oldest first, without gaps: the narrowest equal periods of which at most 30 cover everything. `matching` counts the
 * dated reports shown, out of `indexSize` from `outlets` sources. Null for fewer than two reports.
 */
export function timeline(timesMs: number[], pageMs: number | null, index: { indexSize: number; outlets: number }): Timeline | null {
  const times = timesMs.filter(Number.isFinite);
  if (times.length < LEAST_REPORTS) return null;
  let [first, last] = [times[0]!, times[0]!];
  for (const time of pageMs === null ? times : [...times, pageMs]) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const firstDay = Math.floor(first / DAY_MS);
  const days = Math.floor(last / DAY_MS) - firstDay + 1;
  const width = WIDTHS.find((candidate) => days <= candidate * MOST_BINS) ?? Math.ceil(days / MOST_BINS);
  const bins = Array.from({ length: Math.ceil(days / width) }, (_, i) => ({
    startMs: (firstDay + i * width) * DAY_MS,
    endMs: (firstDay + (i + 1) * width) * DAY_MS,
    count: 0,
    hasThisPage: false,
  }));
  const binOf = (time: number) => bins[Math.floor((Math.floor(time / DAY_MS) - firstDay) / width)]!;
  for (const time of times) binOf(time).count++;
  if (pageMs !== null) binOf(pageMs).hasThisPage = true;
  return { bins, matching: times.length, ...index };
}
