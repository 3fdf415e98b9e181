import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBucket, mergeLists } from '../../../lib/index/bucket.ts';
import { joinTerms } from '../../../lib/index/packed-terms.ts';
import { bucketOfPart, buildSegment, encodePart, PART_BUCKETS } from '../../../lib/index/segment.ts';
import { bucketOf, termHash } from '../../../lib/index/term-hash.ts';

const docs = [
  { docId: 3, publishedMin: 0, terms: joinTerms([{ term: 'lathe', impact: 9 }]) },
  {
    docId: 1,
    publishedMin: 0,
    terms: joinTerms([
      { term: 'lathe', impact: 200 },
      { term: '#topic', impact: 1 },
    ]),
  },
];

describe('buildSegment', () => {
  it('lists documents ascending, words without pseudo-terms, counts with them', () => {
    const built = buildSegment(5, docs);
    const hash = termHash('lathe');
    const bucket = built.buckets.get(bucketOf(hash))!;
    expect(decodeBucket(bucketOf(hash), bucket.bytes, () => undefined)).toEqual([{ hash, docs: [1, 3], impacts: [200, 9] }]);
    expect([...built.words]).toEqual([['lathe', 2]]);
    expect(built.counts).toContainEqual({ hash: termHash('#topic'), df: 1 });
  });
});

describe('mergeLists', () => {
  it('joins lists in any order, drops the dead, forgets empty lists', () => {
    const merged = mergeLists(
      [
        { hash: 9, docs: [7], impacts: [7] },
        { hash: 4, docs: [6, 8], impacts: [60, 80] },
        { hash: 4, docs: [1, 7], impacts: [10, 70] },
      ],
      (docId) => docId === 7,
    );
    expect(merged).toEqual([{ hash: 4, docs: [1, 6, 8], impacts: [10, 60, 80] }]);
  });
});

describe('encodePart', () => {
  it('gives back every bucket', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.integer({ min: 0, max: PART_BUCKETS - 1 }).map(String), fc.uint8Array({ minLength: 1, maxLength: 20 })),
        (buckets) => {
          const part = encodePart(Array.from({ length: PART_BUCKETS }, (_, i) => buckets[String(i)]));
          for (let i = 0; i < PART_BUCKETS; i++) expect([...bucketOfPart(part, i)!]).toEqual([...(buckets[String(i)] ?? [])]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('notices a damaged directory', () => {
    const part = encodePart([]);
    part[9] = 77;
    expect(bucketOfPart(part, 0)).toBeNull();
    expect(bucketOfPart(new Uint8Array(3), 0)).toBeNull();
    expect(bucketOfPart('x', 0)).toBeNull();
  });
});
