import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkedSegment,
  countInBucket,
  decodeBucket,
  eachPosting,
  encodeBucket,
  findInBucket,
  INLINE_LIMIT,
  LONG_START,
  longHashes,
} from '../../../lib/index/bucket.ts';

const BUCKET = 0xabc;

const lists = fc.uniqueArray(fc.integer({ min: 0, max: (1 << 20) - 1 }), { minLength: 1, maxLength: 30 }).chain((rests) =>
  fc.tuple(
    ...rests
      .sort((a, b) => a - b)
      .map((rest) =>
        fc
          .dictionary(fc.integer({ min: 0, max: 3_000_000 }).map(String), fc.integer({ min: 1, max: 255 }), { minKeys: 1, maxKeys: 40 })
          .map((postings) => {
            const docs = Object.keys(postings)
              .map(Number)
              .sort((a, b) => a - b);
            return { hash: ((BUCKET << 20) | rest) >>> 0, docs, impacts: docs.map((doc) => postings[String(doc)]!) };
          }),
      ),
  ),
);

describe('encodeBucket', () => {
  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(lists, (input) => {
        const { bytes, long } = encodeBucket(7, input);
        expect(long).toEqual([]);
        expect(checkedSegment(bytes)).toBe(7);
        expect(decodeBucket(BUCKET, bytes, () => undefined)).toEqual(input);
        const found = findInBucket(
          bytes,
          input.map(({ hash }) => hash),
        );
        found.forEach((entry, i) => {
          const docs: number[] = [];
          eachPosting(bytes, entry!.start, entry!.end, (docId) => docs.push(docId));
          expect(docs).toEqual(input[i]!.docs);
          expect(entry!.df).toBe(docs.length);
        });
      }),
    );
  });

  it('counts a term as looking for it does, wherever the bucket lies, also in bytes that are none', () => {
    const bucket = fc.oneof(
      lists.map((input) => encodeBucket(7, input).bytes),
      fc.uint8Array({ maxLength: 200 }),
    );
    const rest = fc.integer({ min: 0, max: (1 << 20) - 1 });
    fc.assert(
      fc.property(bucket, fc.array(rest, { minLength: 1 }), fc.nat(20), (bytes, others, before) => {
        const hashes = [
          ...new Set([...others, ...longHashes(0, bytes), ...decodeBucket(0, bytes, () => undefined).map(({ hash }) => hash)]),
        ].sort((a, b) => a - b);
        const wanted = hashes.map((hash) => findInBucket(bytes, [hash])[0]?.df ?? 0);
        const within = new Uint8Array(before + bytes.length + 9).fill(1);
        within.set(bytes, before);
        expect(hashes.map((hash) => countInBucket(within, before, before + bytes.length, hash))).toEqual(wanted);
      }),
    );
  });

  it('puts a list beyond the inline limit into a record of its own', () => {
    const docs = Array.from({ length: INLINE_LIMIT }, (_, i) => i * 3);
    const list = { hash: (BUCKET << 20) >>> 0, docs, impacts: docs.map((doc) => 1 + (doc % 255)) };
    const { bytes, long } = encodeBucket(3, [list]);
    expect(long.map(({ hash }) => hash)).toEqual([list.hash]);
    expect(longHashes(BUCKET, bytes)).toEqual([list.hash]);
    expect(checkedSegment(long[0]!.bytes)).toBe(3);
    expect(findInBucket(bytes, [list.hash])[0]).toMatchObject({ long: true, df: docs.length });
    expect(decodeBucket(BUCKET, bytes, () => long[0]!.bytes)).toEqual([list]);
    const seen: number[] = [];
    eachPosting(long[0]!.bytes, LONG_START, long[0]!.bytes.length, (docId) => seen.push(docId));
    expect(seen).toEqual(docs);
  });

  it('finds only what is there', () => {
    const { bytes } = encodeBucket(1, [{ hash: 5, docs: [1], impacts: [9] }]);
    expect(findInBucket(bytes, [4, 5, 6]).map((entry) => entry !== null)).toEqual([false, true, false]);
  });
});

describe('damage', () => {
  it('any changed byte is noticed', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 255 }), (input, where, flip) => {
        const { bytes } = encodeBucket(7, input);
        const at = where % bytes.length;
        bytes[at] = bytes[at]! ^ flip;
        expect(checkedSegment(bytes)).toBeNull();
      }),
    );
  });

  it('reading arbitrary bytes neither throws nor hangs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        checkedSegment(bytes);
        findInBucket(bytes, [1, 2, 3]);
        decodeBucket(1, bytes, () => undefined);
      }),
    );
    expect(checkedSegment('text')).toBeNull();
    expect(checkedSegment(null)).toBeNull();
  });
});
