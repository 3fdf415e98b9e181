import { monthOf } from '../text/month-names.ts';

/** Minutes east of Greenwich, of the zone names that mean one thing only. */
const ZONES: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
};
const MAX_CHARS = 80;

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?`;
const ZONE = String.raw`(?:[a-z]{1,5}(?=[+-]))?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}`;
/** Words behind a time, of which the first may be a zone. */
const THEN = String.raw`(?:${TIME}(?:\s*\(?(${ZONE})\b)?.*)`;
const WEEKDAY = String.raw`(?:[\p{L}.]+(?:,\s*|\s+))?`;
/** ISO 8601, with or without its signs; partial. */
const ISO = new RegExp(
  String.raw`^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:(?:t|(?<=\d{8}))(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(${ZONE})?)?)?)?\W*$`,
  'i',
);
/** "2004/1/31 19:48 +0100" */
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:,?\s+|\s*t\s*)${THEN})?\W*$`, 'iu');
/** "Thu, 1 Jan 2004 19:48:21 GMT", "1-Jan-04" */
const DAY_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}+)\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+${THEN})?\W*$`,
  'iu',
);
/** "Jan 1, 2004 7:48 pm", "Thu Jan 1 19:48:21 GMT 2004" */
const MONTH_FIRST = new RegExp(
  String.raw`^${WEEKDAY}(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:(\d{4}),?(?:\s+(?:at\s+)?)?)?(?:${TIME}(?:\s+(${ZONE}))?)?(?:\s+(\d{4}))?\W*$`,
  'iu',
);
/** "31.01.2004 19:48": day, month, year, as only dots say. */
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+${THEN})?\W*$`, 'iu');

/**
 * A date as feeds write them (RFC 822 and its many misreadings, ISO 8601, a few languages' months) in ISO 8601: the time as it states it, with
 * its offset from UTC where it states a zone, so that the day stays the outlet's; a bare or partial date as it is. Null where it cannot be read or does not exist.
 */
export function feedDate(value: string): string | null {
  const text = value.trim();
  if (text === '' || text.length > MAX_CHARS) return null;
  const iso = ISO.exec(text);
  if (iso) return isoDate(iso);
  const year = YEAR_FIRST.exec(text);
  if (year) return written(year[1], Number(year[2]), year[3], year.slice(4, 8), year[8]);
  const day = DAY_FIRST.exec(text);
  if (day) return written(day[3], monthOf(day[2] ?? ''), day[1], day.slice(4, 8), day[8]);
  const month = MONTH_FIRST.exec(text);
  if (month) return written(month[3] ?? month[9], monthOf(month[1] ?? ''), month[2], month.slice(4, 8), month[8]);
  const dotted = DOTTED.exec(text);
  return dotted ? written(dotted[3], Number(dotted[2]), dotted[1], dotted.slice(4, 8), dotted[8]) : null;
}

type Part = string | undefined;

function isoDate([, year, month, day, hour, minute, second, zone]: RegExpExecArray): string | null {
  if (year === undefined) return null;
  if (day !== undefined) return written(year, Number(month), day, hour === undefined ? [] : [hour, minute, second], zone);
  if (!isYear(Number(year)) || (month !== undefined && !(Number(month) >= 1 && Number(month) <= 12))) return null;
  return month === undefined ? year : `${year}-${month}`;
}

function written(yearText: Part, month: number, day: Part, time: Part[], zone: Part): string | null {
  const [hour, minute, second, half] = time;
  const year = fullYear(yearText);
  const date = new Date(Date.UTC(year, month - 1, Number(day)));
  if (!isYear(year) || !(month >= 1 && month <= 12) || date.getUTCDate() !== Number(day)) return null;
  if (hour === undefined) return date.toISOString().slice(0, 10);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const offset = zoneMinutes(zone);
  date.setUTCHours(hours, Number(minute), Math.min(59, Number(second ?? 0)));
  return `${date.toISOString().slice(0, 19)}${offset === null ? '' : offsetText(offset)}`;
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}

function isYear(year: number): boolean {
  return year >= 1600 && year <= 2199;
}

/** Two digits: RFC 2822, section 4.3. */
function fullYear(text: Part): number {
  const year = Number(text);
  return text?.length === 2 ? year + (year < 50 ? 2000 : 1900) : year;
}

/** Null where no zone is stated, or one that could be any of several. */
function zoneMinutes(zone: Part): number | null {
  if (zone === undefined) return null;
  const offset = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone);
  if (offset === null) return ZONES[zone.toLowerCase()] ?? null;
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return minutes > 15 * 60 ? null : offset[1] === '-' ? -minutes : minutes;
}
