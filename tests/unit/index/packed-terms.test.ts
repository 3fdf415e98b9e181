import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impactOf, openTerms, termsOf } from '../../../lib/index/packed-terms.ts';

describe('packed terms', () => {
  it('answer what a map would, whatever parts of words look alike', () => {
    const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '#', ' '), minLength: 1, maxLength: 5 }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, words, (held, asked) => {
        const impacts = Uint8Array.from(held, (_, i) => i + 1);
        const packed = openTerms(held.join('\n'), impacts)!;
        expect(termsOf(packed)).toEqual(held);
        for (const term of [...held, ...asked]) expect(impactOf(packed, term)).toBe(held.includes(term) ? held.indexOf(term) + 1 : null);
      }),
    );
  });

  it('are refused where words and impacts do not belong together', () => {
    expect(openTerms('a\nb', new Uint8Array(1))).toBeNull();
    expect(openTerms('', new Uint8Array(1))).toBeNull();
    expect(openTerms('', new Uint8Array(0))).toEqual({ words: '\n', impacts: new Uint8Array(0) });
  });
});
