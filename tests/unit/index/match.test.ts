import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bits, complement, countBits, eachBit, hasBit, intersect, noBits, setBit, unite } from '../../../lib/index/bit-set.ts';
import {
  countMonths,
  isBounded,
  type MatchNode,
  type MatchSource,
  matchDocuments,
  matchesDocument,
  sampleBits,
} from '../../../lib/index/match.ts';

const SPAN = 70;
const BASE = 5;
const TERMS = ['a', 'b', 'c', 'd'];

function bitsOf(positions: Iterable<number>): Bits {
  const bits = noBits(SPAN);
  for (const at of positions) setBit(bits, at);
  return bits;
}

function members(bits: Bits): number[] {
  const list: number[] = [];
  eachBit(bits, (at) => list.push(at));
  return list.filter((at) => at < SPAN);
}

const positions = fc.uniqueArray(fc.integer({ min: 0, max: SPAN - 1 }), { maxLength: SPAN });
const node: fc.Arbitrary<MatchNode> = fc.letrec<{ node: MatchNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'match' },
    fc.record({ kind: fc.constant('any' as const), terms: fc.subarray([...TERMS, 'unknown']) }),
    fc.record({ kind: fc.constant('docs' as const), docIds: fc.array(fc.integer({ min: 0, max: SPAN + 20 }), { maxLength: 5 }) }),
    fc.record({ kind: fc.constant('published' as const), fromMin: fc.integer({ min: 0, max: 9 }), toMin: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), parts: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), part: tie('node') }),
    fc.record({ kind: fc.constant('check' as const), check: fc.integer({ min: 0, max: 2 }), within: tie('node') }),
  ),
})).node;

const source: fc.Arbitrary<MatchSource> = fc
  .record({
    lists: fc.tuple(positions, positions, positions, positions),
    minutes: fc.array(fc.nat(9), { minLength: SPAN, maxLength: SPAN }),
  })
  .map(({ lists, minutes }) => {
    const bits = new Map(TERMS.map((term, i) => [term, bitsOf(lists[i]!)]));
    return { base: BASE, span: SPAN, postings: (term) => bits.get(term), minutes: Uint32Array.from(minutes) };
  });

describe('matchDocuments', () => {
  it('agrees with looking at each document, and is sure only of what holds whatever the checks say', () => {
    fc.assert(
      fc.property(node, source, (tree, from) => {
        const { possible, sure } = matchDocuments(tree, from);
        const answers = Array.from({ length: 8 }, (_, bits) => (check: number) => ((bits >> check) & 1) === 1);
        for (let at = 0; at < SPAN; at++) {
          const held = answers.map((checked) => matchesDocument(tree, at + BASE, from, checked));
          if (held.includes(true)) expect(hasBit(possible, at)).toBe(true);
          if (hasBit(sure, at)) expect(held).not.toContain(false);
          if (!JSON.stringify(tree).includes('check')) expect(hasBit(possible, at)).toBe(held[0]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds none but known documents where a tree is bounded', () => {
    fc.assert(
      fc.property(node, (tree) => {
        fc.pre(isBounded(tree) && !JSON.stringify(tree).includes('docs'));
        const nothing: MatchSource = { base: BASE, span: SPAN, postings: () => undefined, minutes: new Uint32Array(SPAN) };
        expect(countBits(matchDocuments(tree, nothing).possible)).toBe(0);
      }),
    );
  });
});

describe('bits', () => {
  it('are sets', () => {
    fc.assert(
      fc.property(positions, positions, (a, b) => {
        const inBoth = a.filter((at) => b.includes(at)).sort((x, y) => x - y);
        expect(members(intersect(bitsOf(a), bitsOf(b)))).toEqual(inBoth);
        expect(members(unite(bitsOf(a), bitsOf(b)))).toEqual([...new Set([...a, ...b])].sort((x, y) => x - y));
        expect(members(complement(bitsOf(a)))).toEqual(Array.from({ length: SPAN }, (_, at) => at).filter((at) => !a.includes(at)));
        expect(countBits(bitsOf(a), bitsOf(b))).toBe(inBoth.length);
      }),
    );
  });

  it('are sampled evenly', () => {
    const all = bitsOf(Array.from({ length: SPAN }, (_, at) => at));
    expect(sampleBits(all, 7)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(sampleBits(bitsOf([3, 9]), 7)).toEqual([3, 9]);
    expect(sampleBits(all, 0)).toEqual([]);
  });

  it('are counted by month', () => {
    const day = (date: string) => Date.parse(date) / 60_000;
    const minutes = Uint32Array.of(day('2026-01-31'), day('2026-02-01'), 0, day('2026-02-28'), day('2025-12-31'));
    expect(countMonths(bitsOf([0, 1, 2, 3]), minutes)).toEqual([
      [2026 * 12, 1],
      [2026 * 12 + 1, 2],
    ]);
  });
});
