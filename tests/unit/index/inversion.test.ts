import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBucket, type PostingList } from '../../../lib/index/bucket.ts';
import { createInversion } from '../../../lib/index/inversion.ts';
import { joinTerms } from '../../../lib/index/packed-terms.ts';
import { bucketOf, termHash } from '../../../lib/index/term-hash.ts';
import type { IndexDocument } from '../../../lib/index/types.ts';

/** The lists of all buckets, read back; long ones with their records. */
function listsOf(docs: IndexDocument[]): PostingList[] {
  const inversion = createInversion();
  for (const doc of docs) inversion.add(joined(doc));
  return [...inversion.buckets(7)].flatMap(([bucket, { bytes, long }]) =>
    decodeBucket(bucket, bytes, (hash) => long.find((list) => list.hash === hash)?.bytes),
  );
}

const joined = ({ docId, terms }: IndexDocument) => ({ docId, terms: joinTerms(terms) });

/** Two terms with one hash, found by trying. */
const TWINS = ['word1122383', 'word1339598'] as const;

const document = (docId: number, terms: Record<string, number>): IndexDocument => ({
  docId,
  publishedMin: 0,
  terms: Object.entries(terms).map(([term, impact]) => ({ term, impact })),
});

describe('an inversion', () => {
  it('lists for every term the documents that hold it, whatever the order they came in', () => {
    const terms = fc.dictionary(fc.constantFrom('lathe', 'plant', '#topic', '@reporter', 'орешник'), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9_999 }), terms), { selector: ([docId]) => docId }), (given) => {
        const docs = given.map(([docId, own]) => document(docId, own));
        const ascending = docs.toSorted((a, b) => a.docId - b.docId);
        const expected = [...new Set(docs.flatMap((doc) => doc.terms.map(({ term }) => term)))].map((term) => {
          const holding = ascending.filter((doc) => doc.terms.some((own) => own.term === term));
          const impacts = holding.map((doc) => doc.terms.find((own) => own.term === term)!.impact);
          return { hash: termHash(term), docs: holding.map(({ docId }) => docId), impacts };
        });
        expect(listsOf(docs)).toEqual(expected.sort((a, b) => a.hash - b.hash));
      }),
    );
  });

  it('makes one list of two terms that share a hash', () => {
    const [one, other] = TWINS;
    expect(termHash(one)).toBe(termHash(other));
    expect(listsOf([document(1, { [one]: 10, [other]: 20 }), document(2, { [other]: 30 }), document(3, { [one]: 40 })])).toEqual([
      { hash: termHash(one), docs: [1, 1, 2, 3], impacts: [10, 20, 30, 40] },
    ]);
  });

  it('grows, keeps long lists apart, and counts words but no pseudo-terms', () => {
    const inversion = createInversion();
    for (let docId = 1; docId <= 9_000; docId++) inversion.add(joined(document(docId, { every: 1, '#topic': 2, [`only${docId}`]: 3 })));
    const buckets = new Map(inversion.buckets(1));
    expect(buckets.get(bucketOf(termHash('every')))?.long.map(({ hash }) => hash)).toContain(termHash('every'));
    expect([inversion.words().get('every'), inversion.words().get('only9000'), inversion.words().has('#topic')]).toEqual([9_000, 1, false]);
    expect(inversion.counts()).toContainEqual({ hash: termHash('#topic'), df: 9_000 });
  });
});
