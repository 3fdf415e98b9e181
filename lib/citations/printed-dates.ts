import type { CitedDate } from './source.ts';

const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** As the MLA Handbook shortens them (9th edition, appendix 1). */
const ENGLISH_SHORT = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
/** As GOST R 7.0.12-2011 shortens them, alone and behind a day. */
const RUSSIAN_ALONE = ['янв.', 'февр.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];
const RUSSIAN_OF = ['янв.', 'февр.', 'марта', 'апр.', 'мая', 'июня', 'июля', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];

/** "2026, January 29" (APA), as far as it is known; "2026a, January 29" with a letter. */
export function yearFirst({ year, month, day }: CitedDate, letter = ''): string {
  return month === null ? `${year}${letter}` : `${year}${letter}, ${ENGLISH[month - 1]}${day === null ? '' : ` ${day}`}`;
}

/** "January 29, 2026" (Chicago), as far as it is known. */
export function monthFirst({ year, month, day }: CitedDate): string {
  return month === null ? String(year) : day === null ? `${ENGLISH[month - 1]} ${year}` : `${ENGLISH[month - 1]} ${day}, ${year}`;
}

/** "29 Jan. 2026" (MLA), as far as it is known. */
export function dayFirst({ year, month, day }: CitedDate): string {
  const parts = [day, month === null ? null : ENGLISH_SHORT[month - 1], year];
  return parts.filter((part) => part !== null).join(' ');
}

/** "29 янв." (GOST), without the year; null where no month is known. English months for reports that are not in Cyrillic. */
export function dayAndMonth({ month, day }: CitedDate, cyrillic: boolean): string | null {
  if (month === null) return null;
  const name = (cyrillic ? (day === null ? RUSSIAN_ALONE : RUSSIAN_OF) : ENGLISH_SHORT)[month - 1] as string;
  return day === null ? name : `${day} ${name}`;
}

/** "26.11.2026", as far as it is known. */
export function dotted({ year, month, day }: CitedDate): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [...(day === null || month === null ? [] : [two(day)]), ...(month === null ? [] : [two(month)]), String(year)].join('.');
}
