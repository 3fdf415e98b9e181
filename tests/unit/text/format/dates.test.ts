import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { calendarNames, formatDay, formatMonth, formatOwnDay, formatReportDate, formatSince } from '../../../../lib/text/format/dates.ts';

it('formatOwnDay is the day where the reader is', () => {
  const code = `import { formatOwnDay } from './lib/text/format/dates.ts';
    console.log(formatOwnDay(Date.UTC(2026, 0, 30, 3, 30), 'en-GB'), formatOwnDay(9e15, 'en-GB'))`;
  // A thread of a test cannot be in a zone of its own.
  const said = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TZ }, encoding: 'utf8' }).trim();
  expect([said('America/New_York'), said('UTC')]).toEqual(['29 Jan 2026 null', '30 Jan 2026 null']);
});

describe('formatReportDate', () => {
  it.each([
    ['2026-01-29', null, '29 Jan 2026'],
    ['2026-01-29T23:30:00-08:00', Date.UTC(2026, 0, 30, 7, 30), '29 Jan 2026'],
    ['2024-11', null, 'Nov 2024'],
    ['2024', null, '2024'],
    ['2024-13-40', Date.UTC(2024, 0, 2), '2 Jan 2024'],
    ['2023-02-30', null, null],
    ['20260129', null, null],
    ['yesterday', null, null],
    [null, Date.UTC(2011, 4, 5), '5 May 2011'],
    [null, null, null],
  ])('%s / %s → %s', (stated, ms, expected) => {
    expect(formatReportDate(stated, ms, 'en-GB')).toBe(expected);
  });

  it('keeps the stated day whatever the zone, in the reader’s language', () => {
    expect(formatReportDate('2026-01-29T00:10:00+02:00', null, 'de')).toBe('29. Jan. 2026');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.option(fc.double()), fc.string(), (stated, ms, locale) => {
        const text = formatReportDate(stated, ms, locale);
        expect(text === null || text.length > 0).toBe(true);
      }),
    );
  });
});

describe('formatSince', () => {
  const now = Date.UTC(2026, 0, 30, 12);
  it.each([
    [0, 'now'],
    [90_000, '1 min ago'],
    [2 * 3_600_000, '2 hr ago'],
    [26 * 3_600_000, 'yesterday'],
    [400 * 86_400_000, 'last yr'],
    [-5000, 'now'],
    [Number.NaN, 'now'],
  ])('%d ms', (elapsed, expected) => {
    expect(formatSince(now - elapsed, now, 'en-GB')).toBe(expected);
  });
});

describe('formatDay and formatMonth', () => {
  it('refuse what is no date', () => {
    expect(formatDay(Number.POSITIVE_INFINITY, 'en')).toBeNull();
    expect(formatMonth(9e15, 'en')).toBeNull();
    expect(formatMonth(Date.UTC(2024, 10, 21), 'en-GB')).toBe('Nov 2024');
  });
});

describe('formatOwnDay', () => {
  it('is the day the reader had, in their time zone', () => {
    const late = Date.UTC(2026, 0, 29, 20);
    for (const [minutes, day] of [
      [-540, '30 Jan 2026'],
      [300, '29 Jan 2026'],
    ] as const) {
      const zone = vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(minutes);
      expect(formatOwnDay(late, 'en-GB')).toBe(day);
      zone.mockRestore();
    }
    expect(formatOwnDay(Number.NaN, 'en')).toBeNull();
  });
});

describe('calendarNames', () => {
  it.each([
    ['en', ['january', 'may', 'monday', 'sunday']],
    ['uk', ['січень', 'січня', 'понеділок']],
    ['de', ['marz', 'mittwoch']],
    ['not a language', []],
  ])('knows months and weekdays of %s, folded', (language, names) => {
    const known = calendarNames(language);
    for (const name of names) expect(known.has(name), name).toBe(true);
    expect(known.has('lathe')).toBe(false);
  });
});
