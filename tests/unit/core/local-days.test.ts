import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDays, dayStart, localDay, type ZoneOffset } from '../../../lib/core/local-days.ts';

/** Minutes that a zone of the tz database is ahead of UTC. */
function zone(name: string): ZoneOffset {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: name, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  return (atMin) => {
    const [day, month, year, hour, minute] = format
      .format(atMin * 60_000)
      .match(/\d+/g)!
      .map(Number) as [number, number, number, number, number];
    return Math.round((Date.UTC(year, month - 1, day, hour, minute) - atMin * 60_000) / 60_000);
  };
}

const minutes = (iso: string): number => Date.parse(iso) / 60_000;
const day = (iso: string): number => Date.parse(iso) / 86_400_000;
const ZONES = ['UTC', 'America/Los_Angeles', 'Europe/Kyiv', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'Asia/Beirut'];

describe('local days', () => {
  it('are those of the reader’s calendar', () => {
    expect(localDay(minutes('2026-01-29T22:30Z'), zone('Europe/Kyiv'))).toBe(day('2026-01-30'));
    expect(localDay(minutes('2026-01-29T22:30Z'), zone('America/Los_Angeles'))).toBe(day('2026-01-29'));
    expect(localDay(minutes('2026-01-29T02:00Z'), zone('America/Los_Angeles'))).toBe(day('2026-01-28'));
  });

  it('are the stated day for a report without an hour, in every zone', () => {
    for (const name of ZONES) expect(localDay(minutes('2026-01-29T00:00Z'), zone(name))).toBe(day('2026-01-29'));
  });

  it('are counted on both sides of a change of clocks', () => {
    // On 29 March 2026 clocks in Kyiv go from 3 to 4: the day ends at 21:00 UTC, the one before at 22:00.
    const times = ['2026-03-28T21:59Z', '2026-03-28T22:00Z', '2026-03-29T20:59Z', '2026-03-29T21:00Z'].map(minutes);
    expect(countDays(times, zone('Europe/Kyiv'))).toEqual([
      [day('2026-03-28'), 1],
      [day('2026-03-29'), 2],
      [day('2026-03-30'), 1],
    ]);
  });

  it('begin at the first minute that is in them', () => {
    for (const name of ZONES) {
      const offset = zone(name);
      fc.assert(
        fc.property(fc.integer({ min: 12_000, max: 22_000 }), (local) => {
          const start = dayStart(local, offset);
          // Midnight UTC is the stated day's.
          const next = start % 1440 === 0 ? start + 1 : start;
          const before = (start - 1) % 1440 === 0 ? start - 2 : start - 1;
          expect(localDay(next, offset)).toBe(local);
          expect(localDay(before, offset)).toBe(local - 1);
        }),
        { numRuns: 60, examples: [[day('2018-11-04')], [day('2026-03-29')], [day('2026-10-25')]] },
      );
    }
  });
});
