import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfUrl, dayWhereSpoken, readDate } from '../../../lib/extract/dates.ts';

describe('readDate', () => {
  it.each([
    ['2026-01-29', '2026-01-29'],
    ['2026-01-29T10:00:00Z', '2026-01-29T10:00:00Z'],
    ['2026-01-29T10:00:00.123+0200', '2026-01-29T10:00:00+02:00'],
    ['2026-01-29 10:00', '2026-01-29T10:00:00'],
    ['Thu, 29 Jan 2026 10:00:00 GMT', '2026-01-29T10:00:00Z'],
    ['January 29, 2026', '2026-01-29'],
    ['29. Januar 2026, 11:20 Uhr', '2026-01-29'],
    ['29 janvier 2026', '2026-01-29'],
    ['29 de enero de 2026', '2026-01-29'],
    ['29 stycznia 2026', '2026-01-29'],
    ['29 января 2026', '2026-01-29'],
    ['29 січня 2026', '2026-01-29'],
    ['29 Ocak 2026', '2026-01-29'],
    ['2026年1月29日', '2026-01-29'],
    ['29.01.26', '2026-01-29'],
    ['99.99.2026', null],
    ['no date', null],
    [null, null],
  ])('reads %j', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('asks the page which comes first, day or month', () => {
    expect(readDate('03/04/2019', true)).toBe('2019-04-03');
    expect(readDate('03/04/2019', false)).toBe('2019-03-04');
    expect(readDate('25/04/2019', false)).toBe('2019-04-25');
  });

  it('reads the day in an address', () => {
    expect(dateOfUrl('https://a.example/2019/11/20/x')).toBe('2019-11-20');
    expect(dateOfUrl('https://a.example/2019/nov/20/x')).toBe('2019-11-20');
    expect(dateOfUrl('https://a.example/articles/20192021')).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.boolean(), (text, dayFirst) => void readDate(text, dayFirst)));
  });
});

describe('dayWhereSpoken', () => {
  it.each([
    ['2019-02-27', 'ja', '2019-02-27T00:00:00+09:00'],
    ['2019-02-27', 'zh-TW', '2019-02-27T00:00:00+08:00'],
    ['2019-02-27', 'en', '2019-02-27'],
    ['2019-02-27', null, '2019-02-27'],
    ['2019-02', 'ja', '2019-02'],
    ['2019-02-27T10:00:00Z', 'ja', '2019-02-27T10:00:00Z'],
    [null, 'ja', null],
  ])('%s of a page in %s is %s', (date, language, expected) => {
    expect(dayWhereSpoken(date, language)).toBe(expected);
  });
});
