import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RANK, rankBetween, rankOfTime } from '../../../lib/core/rank.ts';

describe('places in an order by hand', () => {
  it('put later times first, and are never the same for two reports of one moment', () => {
    const [old, young] = [rankOfTime(1_700_000_000_000, 'a'), rankOfTime(1_800_000_000_000, 'b')];
    expect(young < old).toBe(true);
    expect(rankOfTime(5, 'a')).not.toBe(rankOfTime(5, 'b'));
  });

  it('hold whatever is moved where, in an order that is the one on the screen', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), moves, (size, list) => {
        const shown = Array.from({ length: size }, (_, i) => ({ id: i, rank: rankOfTime(1_800_000_000_000 - i, `${i}`) }));
        for (const [from, to] of list) {
          const [row] = shown.splice(from % shown.length, 1) as [(typeof shown)[0]];
          const at = to % (shown.length + 1);
          row.rank = rankBetween(shown[at - 1]?.rank ?? null, shown[at]?.rank ?? null);
          shown.splice(at, 0, row);
        }
        const ranks = shown.map(({ rank }) => rank);
        expect(ranks).toEqual([...ranks].sort());
        expect(new Set(ranks).size).toBe(size);
        for (const rank of ranks) expect(rank).toMatch(RANK);
      }),
    );
  });

  it('stay short when everything is moved to the front, and new pins still come before it', () => {
    let first = rankOfTime(1_800_000_000_000, 'a');
    for (let i = 0; i < 10_000; i++) first = rankBetween(null, first);
    expect(first).toHaveLength(10);
    expect(rankOfTime(1_800_000_100_000, 'new') < first).toBe(true);
  });

  it('between two that are one are right after them', () => {
    expect(rankBetween('0000000001', '0000000001') > '0000000001').toBe(true);
  });
});
