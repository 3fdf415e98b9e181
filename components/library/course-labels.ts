import type { CourseBand, CourseSplit } from '../../lib/core/course.ts';
import type { CourseBin, CourseUnit, CourseWindow } from '../../lib/core/course-bins.ts';
import { formatDay, formatMonth } from '../../lib/text/format/dates.ts';
import { languageName } from '../../lib/text/format/names.ts';
import type { Messages } from '../hooks/use-messages.ts';

const DAY_MS = 86_400_000;

/** A local day for people. */
export function dayText(day: number, locale: string): string {
  return formatDay(day * DAY_MS, locale) ?? '';
}

/** A bar's time: "29 Jan 2026", "Week of 26 Jan 2026", "Jan 2026". */
export function binText({ from }: Pick<CourseBin, 'from'>, unit: CourseUnit, { t, locale }: Messages): string {
  if (unit === 'month') return formatMonth(from * DAY_MS, locale) ?? '';
  return unit === 'day' ? dayText(from, locale) : t('courseWeekOf', dayText(from, locale));
}

/** Names of the bands, as people read them, and of what is in none. */
export function bandTexts(bands: CourseBand[], split: CourseSplit, { t, locale }: Messages): string[] {
  const rest = { outlet: 'courseRestOutlet', language: 'courseRestLanguage', reporter: 'courseRestReporter' } as const;
  return [...bands.map(({ label }) => (split === 'language' ? (languageName(label, locale) ?? label) : label)), t(rest[split])];
}

/** All that a bar says, in words: its time, its reports of how many, and by whom. */
export function binSummary(bin: CourseBin, unit: CourseUnit, names: string[], messages: Messages): string {
  const { n, t, count, list } = messages;
  const total = n('courseBin', bin.count, count(bin.indexCount), binText(bin, unit, messages));
  const parts = bin.counts.flatMap((value, at) => (value > 0 ? [t('courseBandCount', names[at] ?? '', count(value))] : []));
  return bin.count === 0 || names.length < 2 ? total : t('courseBinBands', total, list(parts));
}

/** What the counts of a window are of. `until`: the day that the last bar, though not over yet, goes to. */
export function windowSummary(window: CourseWindow, until: number, outlets: number, messages: Messages): string {
  const { count, indexCount, from, to } = window;
  const { n, locale, count: number } = messages;
  const sources = n('stripSources', outlets);
  return n('courseDenominator', count, number(indexCount), dayText(from, locale), dayText(Math.min(to - 1, until), locale), sources);
}
