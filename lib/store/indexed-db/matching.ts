import { BestList } from '../../index/accumulator.ts';
import { type Bits, countBits, eachBit, hasBit, intersect, noBits, setBit } from '../../index/bit-set.ts';
import {
  asksForTimes,
  countMonths,
  isBounded,
  type MatchSource,
  matchDocuments,
  matchesDocument,
  sampleBits,
  termsOfMatch,
  timesOf,
} from '../../index/match.ts';
import type { Matches, MatchRequest } from '../store.ts';
import { read, type StoreContext } from './context.ts';
import { type DocumentTimes, type IndexSnapshot, readIndex } from './index-cache.ts';
import { visitPostings } from './postings.ts';
import type { ReadTransaction } from './schema.ts';
import { readTimesOf } from './segment-times.ts';
import type { StoreState } from './state.ts';

const NOTHING: Matches = { total: 0, sure: 0, best: [], counts: [], sample: [], months: [], minutes: [], matches: () => false };

/** See `Store.match`. */
export async function matchIndex(context: StoreContext, request: MatchRequest): Promise<Matches> {
  const { where, weights, counts = [] } = request;
  const weightOf = new Map<string, number>();
  for (const { term, weight } of weights) weightOf.set(term, (weightOf.get(term) ?? 0) + weight);
  const terms = [...new Set([...termsOfMatch([where, ...counts]), ...weightOf.keys()])];
  const positions = new Map(terms.map((term, i) => [term, i]));
  const timed =
    request.order === 'newest' || request.months === true || request.minutes === true || !isBounded(where) || asksForTimes(where);
  let reading: { source: MatchSource; scores: Float32Array; snapshot: IndexSnapshot } | null = null;
  await visitPostings(
    context,
    terms,
    (state, snapshot) => {
      const base = firstDocId(state, snapshot);
      const span = Math.max(0, state.nextDocId - base);
      const bits: Bits[] = terms.map(() => noBits(span));
      const scores = new Float32Array(span);
      const weight = terms.map((term) => weightOf.get(term) ?? 0);
      const minutes = snapshot.times?.minutes ?? new Uint32Array(0);
      reading = { source: { base, span, minutes, postings: (term) => bits[positions.get(term) ?? -1] }, scores, snapshot };
      return (term, docId, impact) => {
        const at = docId - base;
        setBit(bits[term]!, at);
        if (weight[term] !== 0) scores[at]! += weight[term]! * impact;
      };
    },
    timed ? (transaction, state, snapshot) => readDocumentTimes(context, transaction, state, snapshot) : undefined,
  );
  return reading === null ? NOTHING : answer(request, reading);
}

function answer(
  request: MatchRequest,
  { source, scores, snapshot }: { source: MatchSource; scores: Float32Array; snapshot: IndexSnapshot },
): Matches {
  const { where, order, limit, counts = [] } = request;
  const { base, span } = source;
  if (snapshot.times !== null) source.minutes = snapshot.times.minutes;
  const { possible, sure } = matchDocuments(where, source);
  for (const bits of possible === sure ? [possible] : [possible, sure]) {
    if (!isBounded(where)) intersect(bits, snapshot.times?.exists ?? noBits(span));
    for (const docId of snapshot.tombstones) clearBit(bits, docId - base);
  }
  const counted = counts.map((node) => matchDocuments(node, source).possible);
  const best = new BestList(limit);
  eachBit(possible, (at) => best.push(at + base, order === 'newest' ? (source.minutes[at] ?? 0) : scores[at]!));
  return {
    total: countBits(possible),
    sure: possible === sure ? countBits(possible) : countBits(sure),
    best: best.sorted().map((candidate) => ({ ...candidate, sure: hasBit(sure, candidate.docId - base) })),
    counts: counted.map((bits) => countBits(possible, bits)),
    sample: request.sample === undefined ? [] : sampleBits(possible, request.sample).map((at) => at + base),
    months: request.months === true ? countMonths(possible, source.minutes) : [],
    minutes:
      request.minutes === true ? [possible, ...counted.map((bits) => intersect(bits, possible))].map((bits) => timesOf(bits, source)) : [],
    matches: (docId, checked) => matchesDocument(where, docId, source, checked),
  };
}

/** See `Store.docIdsOf`. What was asked once is known until the index changes. */
export async function docIdsOf(context: StoreContext, articleIds: string[]): Promise<(number | null)[]> {
  const transaction = read(context, ['meta', 'delta', 'parts', 'articles']);
  const known = (await readIndex(context, transaction))?.snapshot.docIds ?? new Map<string, number | null>();
  const index = transaction.objectStore('articles').index('id');
  const missing = [...new Set(articleIds)].filter((id) => !known.has(id));
  const found = await Promise.all(missing.map((id) => index.getKey(id)));
  missing.forEach((id, i) => {
    known.set(id, found[i] ?? null);
  });
  return articleIds.map((id) => known.get(id) ?? null);
}

/** From the first document of the index on; those without a segment yet come last. */
function firstDocId(state: StoreState, snapshot: IndexSnapshot): number {
  return Math.min(state.nextDocId, ...state.segments.map(({ first }) => first), ...snapshot.delta.map(({ docId }) => docId));
}

async function readDocumentTimes(
  context: StoreContext,
  transaction: ReadTransaction,
  state: StoreState,
  snapshot: IndexSnapshot,
): Promise<void> {
  if (snapshot.times !== null) return;
  const base = firstDocId(state, snapshot);
  const span = Math.max(0, state.nextDocId - base);
  const times: DocumentTimes = { base, exists: noBits(span), minutes: new Uint32Array(span) };
  const note = (docId: number, minute: number): void => {
    setBit(times.exists, docId - base);
    if (docId - base < span) times.minutes[docId - base] = minute;
  };
  const records = await readTimesOf(
    transaction,
    state.segments.map(({ id }) => id),
  );
  for (const record of records) {
    if (record === null) context.noteDamage();
    else for (const [i, docId] of record.docIds.entries()) note(docId, record.minutes[i]!);
  }
  for (const { docId, publishedMin } of snapshot.delta) note(docId, publishedMin);
  for (const docId of snapshot.tombstones) clearBit(times.exists, docId - base);
  snapshot.times = times;
}

function clearBit(bits: Bits, at: number): void {
  if (hasBit(bits, at)) bits[at >>> 5] = bits[at >>> 5]! & ~(1 << (at & 31));
}
