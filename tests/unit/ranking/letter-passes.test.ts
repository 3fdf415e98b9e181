import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lettersOf, rewrite } from '../../../lib/ranking/names/letter-passes.ts';
import { SOUND_PASSES } from '../../../lib/ranking/names/name-keys.ts';
import { SPELLING_PASSES } from '../../../lib/ranking/names/spelling.ts';
import { runs } from '../../support/runs.ts';

const EVERY_PASS = lettersOf('ж');

it('leaves out only passes that would change nothing', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdehijkpqrstuwyz'), maxLength: 12 });
  fc.assert(
    fc.property(word, fc.constantFrom(SOUND_PASSES, SPELLING_PASSES), (written, passes) => {
      expect(rewrite(written, lettersOf(written), passes)).toBe(rewrite(written, EVERY_PASS, passes));
    }),
    { numRuns: runs(5_000) },
  );
});
