import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countLeft, decodeLost, encodeLost } from '../../../lib/index/lost-words.ts';
import { termHash } from '../../../lib/index/term-hash.ts';

it('counts what is left of words after any steps, and knows others as they were', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.nat({ max: 30 }), { noNullPrototype: true }),
      fc.nat({ max: 5 }),
      (lost, cuts) => {
        const byHash = new Map(Object.entries(lost).map(([word, count]) => [termHash(word), count]));
        const all = [...byHash].sort((a, b) => a[0] - b[0]);
        const size = Math.max(1, Math.ceil(all.length / (cuts + 1)));
        const steps = [];
        for (let from = 0; from < all.length; from += size) steps.push(encodeLost(all.slice(from, from + size)));
        const counts = decodeLost(steps);
        for (const word of Object.keys(lost)) {
          const gone = byHash.get(termHash(word))!;
          expect(countLeft(counts, word, 20)).toBe(gone === 0 ? 0 : Math.max(1, 20 - gone));
        }
        expect(countLeft(counts, 'a word of more than eight', 20)).toBe(20);
      },
    ),
  );
});
