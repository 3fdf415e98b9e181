import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impactOf, joinTerms, openTerms, splitTerms, termsOf } from '../../../lib/index/packed-terms.ts';

describe('joined terms', () => {
  it('are taken apart into what they were, but for empty terms and line feeds, impacts kept within 1..255', () => {
    const term = fc.string({ unit: fc.constantFrom('a', 'ж', '\n', '#'), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.record({ term, impact: fc.integer({ min: -5, max: 300 }) })), (terms) => {
        const kept = terms.filter((entry) => entry.term !== '' && !entry.term.includes('\n'));
        expect(splitTerms(joinTerms(terms))).toEqual(
          kept.map((entry) => ({ term: entry.term, impact: Math.max(1, Math.min(255, entry.impact)) })),
        );
      }),
    );
  });

  it('are refused where words and impacts do not belong together', () => {
    expect(splitTerms({ words: 'a\nb', impacts: new Uint8Array(1) })).toBeNull();
    expect(splitTerms({ words: '', impacts: new Uint8Array(1) })).toBeNull();
  });
});

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
