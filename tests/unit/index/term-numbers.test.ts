import fc from 'fast-check';
import { expect, it } from 'vitest';
import { termHash } from '../../../lib/index/term-hash.ts';
import { createTermNumbers } from '../../../lib/index/term-numbers.ts';

it('numbers terms as they first come, those that share a hash apart', () => {
  const term = fc.oneof(
    fc.constantFrom('word1122383', 'word1339598', '#t', 'орешник'),
    fc.string({ unit: fc.constantFrom('a', 'b', 'ж'), minLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(term, { minLength: 1 })), (documents) => {
      const { terms, hashes, numberTerms } = createTermNumbers();
      const expected = [...new Set(documents.flat())];
      for (const document of documents) {
        const into = new Uint32Array(document.length + 1);
        expect(numberTerms(document.join('\n'), into, 1, document.length)).toBe(document.length);
        expect([...into.subarray(1)]).toEqual(document.map((one) => expected.indexOf(one)));
      }
      expect(terms).toEqual(expected);
      expect(hashes).toEqual(expected.map(termHash));
    }),
  );
});

it('grows, and writes no more than it may', () => {
  const { terms, numberTerms } = createTermNumbers();
  const words = Array.from({ length: 20_000 }, (_, n) => `word${n}`);
  const into = new Uint32Array(20_001);
  expect(numberTerms(words.join('\n'), into, 0, 20_000)).toBe(20_000);
  expect(numberTerms(words.join('\n'), into, 0, 5)).toBe(5);
  expect(into.subarray(0, 20_000)).toEqual(Uint32Array.from(words, (_, n) => n));
  expect(terms).toHaveLength(20_000);
});
