import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../../lib/text/fold.ts';
import { runs } from '../../support/runs.ts';

const THAI = 'ก';

it('folds compatibility forms, case, marks of Latin and Greek letters, and ё', () => {
  expect(fold('“Śmigły” ŁÓDŹ — naïve ﬁn Ёлка Київ Ώρα ½')).toBe('“smigły” łodz — naive fin елка київ ωρα 1⁄2');
});

it('folds letters that stand alone as it folds them beside others', () => {
  const simple = fc.string({ unit: fc.integer({ min: 0, max: 0x45f }).map((unit) => String.fromCharCode(unit)) });
  fc.assert(
    fc.property(simple, (text) => {
      // One letter of another script, and none of the text is folded letter by letter.
      expect(fold(text)).toBe(fold(`${text}${THAI}`).slice(0, -THAI.length));
    }),
    { numRuns: runs(2_000) },
  );
});
