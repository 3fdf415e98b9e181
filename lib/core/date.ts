const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/i;
const TO_THE_DAY = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const LESS_THAN_A_DAY = /^\s*\d{4}(?:-\d{1,2})?\s*$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Epoch ms of an ISO 8601 date, date-time, year-month or year (the start of the stated period, UTC where no zone is given).
 * Null for anything else, for days that do not exist, and for years outside 1600–2199.
 */
export function parseDateMs(text: string | null | undefined): number | null {
  const match = typeof text === 'string' && text.length <= 40 ? ISO.exec(text.trim()) : null;
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year < 1600 || year > 2199) return null;
  const ms = Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
  const back = new Date(ms);
  if (back.getUTCMonth() !== (month ?? 1) - 1 || back.getUTCDate() !== (day ?? 1) || (hour ?? 0) > 23 || (minute ?? 0) > 59) return null;
  return ms - zoneOffsetMs(match[7]);
}

/**
 * The day a report is shown under, in days since 1970: the one it states, whatever its zone; else that of the instant, in UTC. Null where it states
 * a month or a year alone, and where nothing is known.
 */
export function publicationDay(stated: string | null | undefined, publishedAtMs: number | null): number | null {
  const day = TO_THE_DAY.exec(stated ?? '');
  if (day !== null) return Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) / DAY_MS;
  return publishedAtMs === null || LESS_THAN_A_DAY.test(stated ?? '') ? null : Math.floor(publishedAtMs / DAY_MS);
}

/** An instant (epoch ms) as ISO 8601 in UTC; null where it is no possible date. */
export function isoMoment(atMs: number): string | null {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function zoneOffsetMs(zone: string | undefined): number {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE_MS;
}
