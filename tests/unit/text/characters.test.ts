import { describe, expect, it } from 'vitest';
import { BLOCK_TABLES } from '../../../lib/text/character-table.ts';
import * as C from '../../../lib/text/characters.ts';

describe('the tables worked out beforehand', () => {
  it.each(Object.keys(BLOCK_TABLES).map(Number))('say of block %i what the rules say', (block) => {
    const told: object[] = [];
    const ruled: object[] = [];
    for (let unit = block << 8; unit < (block + 1) << 8; unit++) {
      const kind = C.kindOf(unit);
      told.push({ unit, kind, fold: C.FOLDS[unit], second: kind & C.TWO ? C.secondLetter(unit) : 0 });
      ruled.push({ unit, ...C.rulesOf(unit) });
    }
    expect(told).toEqual(ruled);
  });

  it('leave nothing to the end of a text', () => {
    expect(C.kindOf(''.charCodeAt(0))).toBe(0);
  });
});
