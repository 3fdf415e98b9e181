import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateMs } from '../../../lib/core/date.ts';

describe('parseDateMs', () => {
  it.each([
    ['2026-01-29', '2026-01-29T00:00:00.000Z'],
    ['2026-01', '2026-01-01T00:00:00.000Z'],
    ['2026', '2026-01-01T00:00:00.000Z'],
    ['2026-01-29T10:00:00Z', '2026-01-29T10:00:00.000Z'],
    ['2026-01-29T10:00:00+02:00', '2026-01-29T08:00:00.000Z'],
    ['2026-01-29T10:00:00.123-0530', '2026-01-29T15:30:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s', (given, expected) => expect(new Date(parseDateMs(given) ?? Number.NaN).toISOString()).toBe(expected));

  it.each([
    '2026-02-30',
    '2026-13-01',
    '29 January 2026',
    '',
    'today',
    null,
    undefined,
    '2026-01-29T25:00:00Z',
    '0026-01-01',
    '2026-01-29<script>',
  ])('%j is no date', (given) => expect(parseDateMs(given)).toBeNull());

  it('reads back every day it could have written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1600-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
        const whole = Math.floor(date.getTime() / 1000) * 1000;
        expect(parseDateMs(date.toISOString())).toBe(whole);
      }),
    );
  });
});
