import { monthOf } from '../text/month-names.ts';

const ISO = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?:[T ]\s*(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z)?)?$/;
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)\s*[./年년-]\s*(\d{1,2})\s*[./月월-]\s*(\d{1,2})(?!\d)/;
/** Months are letters with their marks, as in Hindi, or points, as in Thai; the last of "كانون الثاني/يناير". */
const NAMED = [
  /(?<![\d:])(?<day>\d{1,2})(?:(?:st|nd|rd|th|er|º|\.),?\s*|,?\s+)(?:de\s+|of\s+)?(?:[\p{L} ]{3,14}\/)?(?<month>\p{L}[\p{L}\p{M}.]{2,14}),?\s+(?:de[l]?\s+|of\s+|พ.ศ.\s*)?(?<year>(?:19|2[05])\d\d)(?!\d)/iu,
  /(?<!\p{L})(?<month>\p{L}[\p{L}\p{M}.]{2,14})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(?<year>(?:19|20)\d\d)(?!\d)/iu,
  /(?<![\d:])(?<day>\d{1,2})[-\s](?<month>\p{L}[\p{L}\p{M}.]{2,14})[-\s](?<year>(?:19|20)\d\d|(?<=-)[0-4]\d)(?!\d)/iu,
  /(?<year>(?:19|20)\d\d)(?:\.| m\.)? (?<month>\p{L}[\p{L}\p{M}.]{2,14}) (?<day>\d{1,2})(?!\d)/iu,
  /(?<!\d)(?<day>\d{1,2}) tháng (?<month>\d{1,2}),? (?:năm )?(?<year>(?:19|20)\d\d)(?!\d)/iu,
];
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d(?![\d:/-])|\d\d(?=\d?\d:\d\d)|\d\d(?![\d/-]))/;

/**
 * The first date a text names, as ISO 8601: with time and zone where the text is ISO 8601 or RFC 822, else a bare date.
 * `dayFirst` decides 03/04/2019. Null where there is no date between 1900 and 2100.
 */
export function readDate(text: string | null | undefined, dayFirst = true): string | null {
  if (!text) return null;
  const short = text
    .slice(0, 300)
    .trim()
    .replace(/[٠-٩۰-۹๐-๙]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/令和(\d+)年/, (_, year) => `${2018 + Number(year)}年`);
  const iso = ISO.exec(short);
  if (iso) return isoDate(iso);
  const compact = COMPACT.exec(short);
  if (compact) return compactDate(compact);
  if (
    /^\w{3},? \d{1,2} \w{3} \d{4} \d\d:\d\d|^\w{3} \w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d (?:GMT|UTC)|^\w{3} \w{3} +\d{1,2} \d\d:\d\d:\d\d (?:GMT|UTC) \d{4}/.test(
      short,
    )
  ) {
    const time = Date.parse(short);
    if (!Number.isNaN(time) && /GMT|UTC|Z$|[+-]\d{4}|[ECMP][SD]T$/.test(short)) return new Date(time).toISOString().replace('.000Z', 'Z');
  }
  if (/^1\d{9}(?:\d{3})?$/.test(short)) return new Date(Number(short.slice(0, 10)) * 1000).toISOString().replace('.000Z', 'Z');
  return looseDate(short, dayFirst);
}

/** The day a URL's path states (/2019/11/20/, /2019-11-20-, /20191120/); null where it states none. */
export function dateOfUrl(url: string): string | null {
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const match =
    /[/_-]((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/_-]|$)/i.exec(path) ?? /\/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)/.exec(path);
  if (!match) return shortDate(path);
  const month = /^\d/.test(match[2]!) ? Number(match[2]) : monthOf(match[2]!);
  return bareDate(Number(match[1]), month, Number(match[3]));
}

/** /2015/08/150803-…: the day written short, confirmed by year and month before it. */
function shortDate(path: string): string | null {
  const match = /\/(20(\d\d))\/(\d\d)\/\2\3(\d\d)(?=\D)/.exec(path);
  return match ? bareDate(Number(match[1]), Number(match[3]), Number(match[4])) : null;
}

function isoDate([, year, month, day, time, seconds, zone]: RegExpExecArray): string | null {
  const date = bareDate(Number(year), Number(month), Number(day));
  if (!date || !time || time > '23:59') return date;
  if (!zone) return time === '00:00' ? date : `${date}T${time}${seconds ?? ':00'}`;
  const offset = /^(?:Z|UTC|GMT)$/i.test(zone)
    ? 'Z'
    : zone.replace(/^([+-]\d\d):?(\d\d)?$/, (_, hours, minutes) => `${hours}:${minutes ?? '00'}`);
  return `${date}T${time}${seconds ?? ':00'}${offset}`;
}

function compactDate([, year, month, day, hour, minute, second, zone]: RegExpExecArray): string | null {
  const date = bareDate(Number(year), Number(month), Number(day));
  if (!date || !hour || !minute || Number(hour) > 23 || Number(minute) > 59) return date;
  return zone ? `${date}T${hour}:${minute}:${second ?? '00'}Z` : date;
}

function looseDate(text: string, dayFirst: boolean): string | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst && Number(yearFirst[1]) >= 1980) return bareDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  for (const pattern of NAMED) {
    const { year = '', month = '', day } = pattern.exec(text)?.groups ?? {};
    const since = year.length === 2 ? 2000 : year > '2500' && month > '\u0e00' ? -543 : 0;
    const date = month && bareDate(Number(year) + since, Number(month) || monthOf(month), Number(day));
    if (date) return date;
  }
  const numeric = NUMERIC.exec(text);
  if (!numeric) return null;
  const [first, second] = [Number(numeric[1]), Number(numeric[3])];
  const year = numeric[4]!.length === 2 ? 2000 + Number(numeric[4]) : Number(numeric[4]);
  const dayIsFirst = first > 12 || (second <= 12 && (dayFirst || numeric[2] === '.'));
  return dayIsFirst ? bareDate(year, second, first) : bareDate(year, first, second);
}

function bareDate(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Offsets of languages that are spoken, but for few, in one time zone that knows no summer time. */
const ONE_ZONE: Record<string, string> = { ja: '+09:00', ko: '+09:00', zh: '+08:00', th: '+07:00', vi: '+07:00', hi: '+05:30' };

/**
 * A bare day as its beginning where the page's language is spoken: "2019-02-27" of a Japanese page is no day of Greenwich, whose evening of the 26th is
 * its morning. The day stays as it was written; other dates, and other languages, are given back as they are.
 */
export function dayWhereSpoken(date: string | null, language: string | null): string | null {
  const offset = language === null ? undefined : ONE_ZONE[language.split('-', 1)[0]!.toLowerCase()];
  return date !== null && offset !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00${offset}` : date;
}
