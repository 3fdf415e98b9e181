import { Accumulator } from '../../index/accumulator.ts';
import { expandFrequency, frequencySlot } from '../../index/frequencies.ts';
import { countInPart, PART_BUCKETS, PARTS } from '../../index/segment.ts';
import { bucketOf, termHash } from '../../index/term-hash.ts';
import type { Candidate, QueryTerm } from '../../index/types.ts';
import { isPseudoTerm } from '../../index/vector.ts';
import { addCounts, likelyFirstCharacters, wordsWithPrefix as prefixWords, vocabularyBlock, wordsNear } from '../../index/vocabulary.ts';
import { fold } from '../../text/fold.ts';
import type { DocumentFrequencies } from '../store.ts';
import { read, type StoreContext } from './context.ts';
import { countDelta, type IndexSnapshot, readIndex } from './index-cache.ts';
import { livingWords } from './living-words.ts';
import { isDeleted, visitPostings } from './postings.ts';
import type { ReadTransaction } from './schema.ts';
import { readTimes } from './segment-times.ts';
import { readFrequencyTable } from './slot-tables.ts';
import type { StoreState } from './state.ts';

/** See `Store.evaluate`. A term given twice counts with the sum of its weights. */
export async function evaluate(context: StoreContext, terms: QueryTerm[], limit: number): Promise<Candidate[]> {
  const weights = new Map<string, number>();
  for (const { term, weight } of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
  const weightOf = [...weights.values()];
  let scores = new Accumulator(0, 0);
  let held: IndexSnapshot | null = null;
  await visitPostings(context, [...weights.keys()], (state, snapshot) => {
    held = snapshot;
    const first = Math.min(state.nextDocId, ...state.segments.map((segment) => segment.first), ...snapshot.delta.map(({ docId }) => docId));
    const accumulator = new Accumulator(first, Math.max(0, state.nextDocId - first));
    scores = accumulator;
    return (term, docId, impact) => accumulator.add(docId, weightOf[term]! * impact);
  });
  const snapshot = held as IndexSnapshot | null;
  return snapshot === null ? [] : scores.best(limit, (docId) => isDeleted(snapshot, docId));
}

/** See `Store.documentFrequencies`: the delta tier and small segments are counted exactly, large ones come from the 64 KiB table. */
export async function documentFrequencies(context: StoreContext, terms: string[]): Promise<DocumentFrequencies> {
  const transaction = read(context, ['meta', 'delta', 'parts']);
  const early = context.cache.snapshot?.frequencies ? null : readFrequencyTable(transaction);
  early?.catch(() => {});
  const index = await readIndex(context, transaction);
  if (index === null) return { total: 0, counts: terms.map(() => 0) };
  const { state, snapshot } = index;
  if (snapshot.frequencies === null && state.segments.some(({ kind }) => kind === 'large')) {
    snapshot.frequencies = await (early ?? readFrequencyTable(transaction));
    if (snapshot.frequencies === null) context.noteDamage();
  }
  const table = snapshot.frequencies;
  // Counted once for all questions of a snapshot: ranking asks for thousands of words, and to search each in each document took 100 ms.
  const inDelta = countDelta(snapshot);
  const small = state.segments.filter(({ kind }) => kind === 'small');
  const counts = terms.map((term) => {
    const hash = termHash(term);
    const large = table === null ? 0 : expandFrequency(table[frequencySlot(hash)] ?? 0);
    return Math.min(state.articles, large + countSmall(small, snapshot, hash) + (inDelta.get(term) ?? 0));
  });
  return { total: state.articles, counts };
}

/** In how many documents of small segments a term occurs, deleted ones included. Damage is for the reader of postings to report. */
function countSmall(small: StoreState['segments'], snapshot: IndexSnapshot, hash: number): number {
  const part = Math.floor(bucketOf(hash) / PART_BUCKETS);
  let count = 0;
  for (const { id } of small) count += countInPart(snapshot.parts.get(id * PARTS + part), hash);
  return count;
}

/** See `Store.publicationTimes`: newest first; articles without a date are left out. */
export async function publicationTimes(context: StoreContext, pseudoTerm: string, limit: number): Promise<number[]> {
  const docIds = new Set<number>();
  let held: IndexSnapshot | null = null;
  let heldState: StoreState | null = null;
  await visitPostings(context, [pseudoTerm], (state, snapshot) => {
    held = snapshot;
    heldState = state;
    return (_term, docId) => {
      if (!isDeleted(snapshot, docId)) docIds.add(docId);
    };
  });
  const snapshot = held as IndexSnapshot | null;
  if (snapshot === null || docIds.size === 0) return [];
  const minutes: number[] = [];
  for (const doc of snapshot.delta) if (docIds.has(doc.docId)) minutes.push(doc.publishedMin);
  const segments = (heldState as StoreState | null)?.segments.map(({ id }) => id) ?? [];
  const kept = segments.length === 0 ? [] : await readTimes(read(context, ['times']), Math.min(...segments), Math.max(...segments));
  for (const segment of kept) {
    if (segment === null) {
      context.noteDamage();
      continue;
    }
    segment.docIds.forEach((docId, i) => {
      // A document is counted once, also while a merge has switched between the two transactions.
      if (docIds.delete(docId)) minutes.push(segment.minutes[i] ?? 0);
    });
  }
  return minutes
    .filter((minute) => minute > 0)
    .sort((a, b) => b - a)
    .slice(0, limit)
    .map((minute) => minute * 60_000);
}

/** See `Store.wordsWithPrefix`. */
export async function wordsWithPrefix(context: StoreContext, prefix: string, limit: number): Promise<{ word: string; count: number }[]> {
  const folded = fold(prefix).trim();
  if (folded === '' || limit <= 0) return [];
  const whole = [...folded].length >= 2;
  const { texts, ...known } = await vocabularies(context, (segment) =>
    whole ? IDBKeyRange.only([segment, vocabularyBlock(folded)]) : IDBKeyRange.bound([segment, folded], [segment, `${folded}\uffff`]),
  );
  const counts = new Map<string, number>();
  for (const [word, count] of known.delta) if (word.startsWith(folded) && !isPseudoTerm(word)) counts.set(word, count);
  for (const text of texts) addCounts(counts, prefixWords(text, folded));
  const ranked = [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  return livingWords(context, ranked, limit, known);
}

/** See `Store.similarWords`: fewest edits first, then the most frequent; the word itself comes first where it is indexed. */
export async function similarWords(context: StoreContext, word: string, limit: number): Promise<{ word: string; count: number }[]> {
  const folded = fold(word).trim();
  if (folded === '' || folded.length > 48 || limit <= 0) return [];
  const { texts, ...known } = await vocabularies(context, (segment) =>
    likelyFirstCharacters(folded).map((first) => IDBKeyRange.bound([segment, first], [segment, `${first}\uffff`])),
  );
  const own = `\n${[...known.delta]
    .filter(([term]) => !isPseudoTerm(term))
    .map(([term, count]) => `${term} ${count}\n`)
    .join('')}`;
  const best = new Map<string, { count: number; edits: number }>();
  for (const text of [own, ...texts]) {
    for (const { word: near, count, edits } of wordsNear(text, folded))
      best.set(near, { edits, count: count + (best.get(near)?.count ?? 0) });
  }
  const ranked = [...best]
    .sort((a, b) => a[1].edits - b[1].edits || b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .map(([near, { count }]) => ({ word: near, count }));
  return livingWords(context, ranked, limit, known);
}

/** How many documents are deleted, counts of the delta tier and the texts of all segments' vocabularies: whole for small ones, the given ranges for large ones. */
async function vocabularies(
  context: StoreContext,
  ranges: (segment: number) => IDBKeyRange | IDBKeyRange[],
): Promise<{ dead: number; delta: Map<string, number>; texts: string[] }> {
  const transaction: ReadTransaction = read(context, ['meta', 'delta', 'parts', 'vocabulary']);
  const index = await readIndex(context, transaction);
  if (index === null) return { dead: 0, delta: new Map(), texts: [] };
  const { state, snapshot } = index;
  const table = transaction.objectStore('vocabulary');
  const found = await Promise.all(
    state.segments.flatMap(({ id, kind }) =>
      kind === 'small' ? [table.getAll(IDBKeyRange.bound([id, ''], [id, []]))] : [ranges(id)].flat().map((range) => table.getAll(range)),
    ),
  );
  return { dead: snapshot.tombstones.length, delta: countDelta(snapshot), texts: found.flat().filter((text) => typeof text === 'string') };
}
