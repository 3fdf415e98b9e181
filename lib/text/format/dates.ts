import { fold } from '../fold.ts';
import { perLocale, usableLocale } from './locale.ts';

const years = perLocale((usable) => new Intl.DateTimeFormat(usable, { timeZone: 'UTC', year: 'numeric' }));
const months = perLocale((usable) => new Intl.DateTimeFormat(usable, { timeZone: 'UTC', year: 'numeric', month: 'short' }));
const days = perLocale((usable) => new Intl.DateTimeFormat(usable, { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' }));
const relatives = perLocale((usable) => new Intl.RelativeTimeFormat(usable, { style: 'short', numeric: 'auto' }));

const STATED = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])/;

/**
 * A report's date for people. The date as stated wins over the instant, so that a report of "29 January" stays one in every
 * time zone; partial dates stay partial ("Nov 2024", "2024"). Null where neither can be read.
 */
export function formatReportDate(stated: string | null, publishedAtMs: number | null, locale: string): string | null {
  const match = stated === null ? null : STATED.exec(stated);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) {
      const form = match[3] !== undefined ? days : match[2] !== undefined ? months : years;
      return form(locale).format(date);
    }
  }
  return publishedAtMs === null ? null : formatDay(publishedAtMs, locale);
}

/** An instant as a day ("29 Jan 2026"), UTC; null where it is no possible date. */
export function formatDay(atMs: number, locale: string): string | null {
  if (!isDate(atMs)) return null;
  return days(locale).format(atMs);
}

/** An instant as a month ("Nov 2024"), UTC; null where it is no possible date. */
export function formatMonth(atMs: number, locale: string): string | null {
  if (!isDate(atMs)) return null;
  return months(locale).format(atMs);
}

/** The day of something the reader did ("29 Jan 2026"), in their own time zone; null where it is no possible date. */
export function formatOwnDay(atMs: number, locale: string): string | null {
  return formatDay(atMs - new Date(atMs).getTimezoneOffset() * 60_000, locale);
}

/** An instant as day and time in the reader's own time zone, for logs; null where it is no possible date. */
export function formatMoment(atMs: number, locale: string): string | null {
  if (!isDate(atMs)) return null;
  // Made each time: one that is kept would stay in the zone it was made in.
  return new Intl.DateTimeFormat(usableLocale(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago something was ("2 hr ago", "yesterday"), in the largest unit that fits. The future counts as now. */
export function formatSince(thenMs: number, nowMs: number, locale: string): string {
  const relative = relatives(locale);
  const elapsed = Number.isFinite(nowMs - thenMs) ? Math.max(0, nowMs - thenMs) : 0;
  for (const [unit, length] of STEPS) {
    if (elapsed >= length) return relative.format(-Math.floor(elapsed / length), unit);
  }
  return relative.format(0, 'second');
}

/** How long until something is due ("in 2 hr"), in the largest unit that fits. The past counts as now. */
export function formatUntil(thenMs: number, nowMs: number, locale: string): string {
  const relative = relatives(locale);
  const left = Number.isFinite(thenMs - nowMs) ? Math.max(0, thenMs - nowMs) : 0;
  for (const [unit, length] of STEPS) {
    if (left >= length) return relative.format(Math.round(left / length), unit);
  }
  return relative.format(0, 'second');
}

function isDate(atMs: number): boolean {
  return Number.isFinite(atMs) && Math.abs(atMs) <= 8.64e15;
}

const calendars = new Map<string, ReadonlySet<string>>();

/** Folded names of months (by themselves and in a date) and of weekdays in a language. */
export function calendarNames(language: string): ReadonlySet<string> {
  const locale = usableLocale(language);
  let names = calendars.get(locale);
  if (names === undefined) {
    const inDate = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' });
    const alone = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' });
    const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' });
    // A day of every month, and with them every day of the week.
    const dates = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 2));
    const parts = dates.flatMap((date) => [inDate, alone, weekday].flatMap((format) => format.formatToParts(date)));
    names = new Set(parts.filter(({ type }) => type === 'month' || type === 'weekday').map(({ value }) => fold(value)));
    calendars.set(locale, names);
  }
  return names;
}
