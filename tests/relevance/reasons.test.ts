import { describe, expect, it } from 'vitest';
import { haveDevelopmentSets, readDevelopmentSet, SET_NAMES } from '../../scripts/relevance/development-sets.ts';
import { checkedReasons, faultsOf } from '../../scripts/relevance/reason-truth.ts';

/** Every so-many-th page: `npm run eval -- reasons` reads them all. */
const EVERY = 12;

describe.skipIf(!haveDevelopmentSets())('reasons over real texts (left out where ../shared/data is absent)', () => {
  it.each(SET_NAMES)('%s: each is true of both texts', { timeout: 120_000 }, (name) => {
    const checked = [...checkedReasons(readDevelopmentSet(name), EVERY)];
    expect(checked.length).toBeGreaterThan(80);
    expect(checked.filter(({ faults }) => faults.length > 0).map(({ reason, faults }) => [reason.text, faults])).toEqual([]);
  });

  it('the check sees what is false', { timeout: 60_000 }, () => {
    const [first] = checkedReasons(readDevelopmentSet('cep-2023-2024'), EVERY);
    const { reason, page, report } = first!;
    const wrong = (text: string, more: object = {}) => faultsOf({ ...reason, text, ...more }, page, report, page.row.publishedAtMs);
    expect(wrong('Both use the words “zzyzx” and “Qwghlm”; the same day.')).toEqual(
      expect.arrayContaining([expect.stringContaining('zzyzx')]),
    );
    expect(wrong('Both name Atlantis.')).toEqual(expect.arrayContaining([expect.stringContaining('no shared topics')]));
    expect(wrong(`${reason.text} ${'x'.repeat(120)}`)).toEqual(expect.arrayContaining([expect.stringContaining('characters')]));
    expect(wrong(reason.text, { days: 9999 })).toEqual(expect.arrayContaining([expect.stringContaining('days apart')]));
  });
});
