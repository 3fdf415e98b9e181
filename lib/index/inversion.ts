import { type EncodedBucket, encodeBucket, mergeLists, type PostingList } from './bucket.ts';
import type { JoinedTerms } from './packed-terms.ts';
import { bucketOf } from './term-hash.ts';
import { createTermNumbers } from './term-numbers.ts';
import type { IndexDocument } from './types.ts';
import { isPseudoTerm } from './vector.ts';

/** Documents as they come, until all of a segment are there: terms by document, to be turned into documents by term. Five bytes a posting. */
export interface Inversion {
  /** Adds a document; its docId is not yet here. */
  add(doc: Pick<IndexDocument<JoinedTerms>, 'docId' | 'terms'>): void;
  /** The segment's buckets that are not empty, ascending, each encoded when it is asked for. */
  buckets(segment: number): Iterable<[bucket: number, encoded: EncodedBucket]>;
  /** Words and in how many documents they occur; pseudo-terms left out. */
  words(): Map<string, number>;
  /** Hashes of all terms with their document counts. */
  counts(): { hash: number; df: number }[];
}

/** Starts an inversion without documents. */
export function createInversion(): Inversion {
  const { terms, hashes, numberTerms } = createTermNumbers();
  const documents: number[] = [];
  const docs: { docId: number; start: number; end: number }[] = [];
  let length = 0;
  let termOf = new Uint32Array(1024);
  let impactOf = new Uint8Array(1024);

  function* lists(): Generator<PostingList<ArrayLike<number>>, void, undefined> {
    const ends = new Uint32Array(hashes.length);
    for (let term = 0, end = 0; term < ends.length; term++) ends[term] = end += documents[term]!;
    const docIds = new Uint32Array(length);
    const impacts = new Uint8Array(length);
    // From the last document to the first, and each list from its end to its beginning: `ends` then are the beginnings.
    for (const { docId, start, end } of docs.toSorted((a, b) => b.docId - a.docId)) {
      for (let at = end - 1; at >= start; at--) {
        const place = --ends[termOf[at]!]!;
        docIds[place] = docId;
        impacts[place] = impactOf[at]!;
      }
    }
    const order = Uint32Array.from(hashes, (_, term) => term).sort((a, b) => hashes[a]! - hashes[b]!);
    for (const term of order) {
      const [from, to] = [ends[term]!, ends[term]! + documents[term]!];
      yield { hash: hashes[term]!, docs: docIds.subarray(from, to), impacts: impacts.subarray(from, to) };
    }
  }

  return {
    add({ docId, terms: own }) {
      const start = length;
      const { impacts } = own;
      if (length + impacts.length > termOf.length) {
        const room = Math.max(2 * termOf.length, length + impacts.length);
        termOf = enlarged(termOf, new Uint32Array(room));
        impactOf = enlarged(impactOf, new Uint8Array(room));
      }
      impactOf.set(impacts, length);
      length += numberTerms(own.words, termOf, length, impacts.length);
      while (documents.length < terms.length) documents.push(0);
      for (let at = start; at < length; at++) documents[termOf[at]!]!++;
      docs.push({ docId, start, end: length });
    },
    *buckets(segment) {
      let bucket = -1;
      let own: PostingList<ArrayLike<number>>[] = [];
      for (const list of lists()) {
        if (bucketOf(list.hash) !== bucket) {
          if (own.length > 0) yield [bucket, encodeBucket(segment, joined(own))];
          own = [];
          bucket = bucketOf(list.hash);
        }
        own.push(list);
      }
      if (own.length > 0) yield [bucket, encodeBucket(segment, joined(own))];
    },
    words: () => new Map(terms.flatMap((term, number) => (isPseudoTerm(term) ? [] : [[term, documents[number]!] as const]))),
    counts: () => hashes.map((hash, term) => ({ hash, df: documents[term]! })),
  };
}

/** Terms that share all bits of their hash are one list. */
function joined(lists: PostingList<ArrayLike<number>>[]): PostingList<ArrayLike<number>>[] {
  if (lists.every(({ hash }, at) => hash !== lists[at - 1]?.hash)) return lists;
  return mergeLists(
    lists.map(({ hash, docs, impacts }) => ({ hash, docs: Array.from(docs), impacts: Array.from(impacts) })),
    () => false,
  );
}

function enlarged<T extends Uint32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
