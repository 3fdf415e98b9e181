import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorWeight } from '../../../lib/index/common-words.ts';
import { documentTerms, isPseudoTerm, topVector } from '../../../lib/index/vector.ts';

function impactOf(terms: { term: string; impact: number }[], term: string): number {
  return terms.find((entry) => entry.term === term)?.impact ?? 0;
}

describe('documentTerms', () => {
  it('counts a word of the title above one of the standfirst above one of the body', () => {
    const terms = documentTerms({ title: 'Oreshnik', standfirst: 'Votkinsk', body: 'Dnipro' }, []);
    expect(impactOf(terms, 'oreshnik')).toBeGreaterThan(impactOf(terms, 'votkinsk'));
    expect(impactOf(terms, 'votkinsk')).toBeGreaterThan(impactOf(terms, 'dnipro'));
  });

  it('normalises by length: the same count weighs less in a long body', () => {
    const long = documentTerms({ title: '', standfirst: '', body: `lathe ${'word '.repeat(900)}` }, []);
    const short = documentTerms({ title: '', standfirst: '', body: `lathe ${'word '.repeat(90)}` }, []);
    expect(impactOf(long, 'lathe')).toBeLessThan(impactOf(short, 'lathe'));
  });

  it('adds pseudo-terms once, clamped', () => {
    const terms = documentTerms({ title: '', standfirst: '', body: '' }, [
      { term: '#topic:oreshnik', impact: 900 },
      { term: '#topic:oreshnik', impact: 3 },
      { term: '@r', impact: 0 },
    ]);
    expect(terms).toEqual([
      { term: '#topic:oreshnik', impact: 255 },
      { term: '@r', impact: 1 },
    ]);
  });

  it('never throws, never repeats a term, keeps impacts within 1..255, and text cannot forge a pseudo-term', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string({ maxLength: 400 }), (title, standfirst, body) => {
        const terms = documentTerms({ title, standfirst, body }, []);
        expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
        for (const { term, impact } of terms) {
          expect(Number.isInteger(impact) && impact >= 1 && impact <= 255).toBe(true);
          expect(isPseudoTerm(term)).toBe(false);
        }
      }),
    );
  });
});

describe('topVector', () => {
  it('orders by strength, then by term, whatever stands where', () => {
    const word = fc.oneof(
      fc.constantFrom('the', 'of', 'a', 'x', 'и'),
      fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 2, maxLength: 3 }),
    );
    const list = fc.uniqueArray(fc.record({ term: word, impact: fc.integer({ min: 1, max: 255 }) }), { selector: ({ term }) => term });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 12 }), (terms, limit) => {
        const strength = ({ term, impact }: { term: string; impact: number }) => impact * priorWeight(term);
        const expected = terms.toSorted((a, b) => strength(b) - strength(a) || (a.term < b.term ? -1 : 1)).slice(0, limit);
        expect(topVector(terms, limit)).toEqual(expected);
      }),
    );
  });

  it('prefers names to function words without any counts', () => {
    const terms = documentTerms({ title: 'The lathe', standfirst: '', body: 'the the the the of of of Votkinsk plant' }, []);
    const words = topVector(terms, 3).map(({ term }) => term);
    expect(words).toEqual(['lathe', 'plant', 'votkinsk']);
  });

  it('prefers rare words where counts are known, and leaves pseudo-terms out', () => {
    const terms = documentTerms({ title: 'plant missile', standfirst: '', body: '' }, [{ term: '#t', impact: 255 }]);
    const df = { total: 1000, count: (term: string) => (term === 'plant' ? 900 : 2) };
    expect(topVector(terms, 1, df).map(({ term }) => term)).toEqual(['missile']);
    expect(topVector(terms).some(({ term }) => term === '#t')).toBe(false);
  });
});
