import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMerge, type SegmentSize } from '../../../lib/index/merge-plan.ts';

const LARGE_FROM = 512;
const MAX = 30_000;

function small(id: number, articles: number, dead = 0): SegmentSize {
  return { id, kind: 'small', articles, dead };
}

describe('planMerge', () => {
  it('leaves a few sound segments alone', () => {
    expect(planMerge([], LARGE_FROM, MAX)).toBeNull();
    expect(planMerge([small(1, 128), small(2, 128), { id: 3, kind: 'large', articles: 9000, dead: 40 }], LARGE_FROM, MAX)).toBeNull();
  });

  it('brings small segments together, into a large one when they fill it', () => {
    expect(
      planMerge(
        [1, 2, 3, 4, 5].map((id) => small(id, 64)),
        LARGE_FROM,
        MAX,
      ),
    ).toEqual({ sources: [1, 2, 3, 4, 5], kind: 'small' });
    expect(planMerge([small(1, 400), small(2, 200)], LARGE_FROM, MAX)).toEqual({ sources: [1, 2], kind: 'large' });
  });

  it('brings large segments of about the same size together, and leaves the others', () => {
    const large = (id: number, articles: number): SegmentSize => ({ id, kind: 'large', articles, dead: 0 });
    const alike = [large(1, 25_000), ...[2, 3, 4, 5, 6, 7, 8].map((id) => large(id, 600 + id))];
    expect(planMerge(alike, LARGE_FROM, MAX, 8)).toBeNull();
    expect(planMerge([...alike, large(9, 512)], LARGE_FROM, MAX)).toBeNull();
    expect(planMerge([...alike, large(9, 512)], LARGE_FROM, MAX, 8)).toEqual({ sources: [9, 2, 3, 4, 5, 6, 7, 8], kind: 'large' });
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(
      planMerge(
        eight.map((id) => large(id, 12_000)),
        LARGE_FROM,
        MAX,
        8,
      ),
    ).toEqual({ sources: [1, 2], kind: 'large' });
    expect(
      planMerge(
        eight.map((id) => large(id, 29_000)),
        LARGE_FROM,
        MAX,
        8,
      ),
    ).toBeNull();
  });

  it('rewrites a segment of which a quarter is deleted', () => {
    expect(planMerge([small(7, 128, 40)], LARGE_FROM, MAX)).toEqual({ sources: [7], kind: 'small' });
    expect(planMerge([small(7, 3, 3)], LARGE_FROM, MAX)).toEqual({ sources: [7], kind: 'small' });
    expect(planMerge([small(7, 128, 20)], LARGE_FROM, MAX)).toBeNull();
  });

  it('ends, leaves few segments, and loses none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8000 }), { maxLength: 40 }), (sizes) => {
        let segments: SegmentSize[] = [];
        let next = 1;
        for (const articles of sizes) {
          segments.push({ id: next++, kind: articles >= LARGE_FROM ? 'large' : 'small', articles, dead: 0 });
          for (let rounds = 0; ; rounds++) {
            expect(rounds).toBeLessThan(20);
            const plan = planMerge(segments, LARGE_FROM, MAX, 8);
            if (plan === null) break;
            const merged = segments.filter(({ id }) => plan.sources.includes(id)).reduce((sum, segment) => sum + segment.articles, 0);
            segments = segments.filter(({ id }) => !plan.sources.includes(id));
            segments.push({ id: next++, kind: plan.kind, articles: merged, dead: 0 });
          }
        }
        const total = sizes.reduce((sum, size) => sum + size, 0);
        expect(segments.reduce((sum, { articles }) => sum + articles, 0)).toBe(total);
        // Four small ones, seven of each of two sizes, and those too full for any other.
        expect(segments.length).toBeLessThanOrEqual(4 + 2 * 7 + total / (MAX / 2));
      }),
    );
  });
});
