import { BUCKETS } from '../../index/term-hash.ts';
import { isTombstoned, noTombstones, type Tombstones } from '../../index/tombstones.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { DamagedSegment } from './merging.ts';
import { META } from './schema.ts';
import { putFrequencies, readExactFrequencies, SEAL_TABLES } from './sealing.ts';
import { putState, requireState, type SegmentInfo } from './state.ts';

/**
 * Ends a merge: in one transaction the target takes its sources' place, the deleted documents it left out leave the tombstones and the
 * frequency table, and sweeping begins.
 */
export function switchMerge(context: StoreContext): Promise<void> {
  return commit(context, 'merge-switch', [...SEAL_TABLES], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const job = state.merge;
    if (job === null) return;
    const meta = transaction.objectStore('meta');
    const [deadValue, droppedValue, currentValue] = await Promise.all([
      meta.get(META.mergeDead),
      meta.get(META.mergeDropped),
      meta.get(META.tombstones),
    ]);
    const dead = deadValue instanceof Uint32Array ? (deadValue as Tombstones) : noTombstones();
    const current = currentValue instanceof Uint32Array ? (currentValue as Tombstones) : noTombstones();
    const sources = state.segments.filter(({ id }) => job.sources.includes(id));
    const times = await Promise.all(sources.map(({ id }) => transaction.objectStore('times').get(id)));
    const pairs: { docId: number; minute: number }[] = [];
    const gone = new Set<number>();
    for (const record of times) {
      if (!(record?.docIds instanceof Uint32Array)) throw new DamagedSegment();
      record.docIds.forEach((docId, i) => {
        if (isTombstoned(dead, docId)) gone.add(docId);
        else pairs.push({ docId, minute: record.minutes[i] ?? 0 });
      });
    }
    pairs.sort((a, b) => a.docId - b.docId);
    state.segments = state.segments.filter(({ id }) => !job.sources.includes(id));
    const requests: Promise<unknown>[] = [];
    if (pairs.length > 0) {
      const target: SegmentInfo = {
        id: job.target,
        kind: job.kind,
        first: pairs[0]!.docId,
        last: pairs.at(-1)!.docId,
        articles: pairs.length,
        // Without this a segment would be rewritten again and again for documents it never held.
        foreignDead: dead.filter((docId) => !gone.has(docId) && docId >= pairs[0]!.docId && docId <= pairs.at(-1)!.docId).length,
      };
      state.segments.push(target);
      const record = { docIds: Uint32Array.from(pairs, ({ docId }) => docId), minutes: Uint32Array.from(pairs, ({ minute }) => minute) };
      requests.push(transaction.objectStore('times').put(record, job.target));
    }
    const remaining = current.filter(
      (docId) => !gone.has(docId) && state.segments.some(({ first, last }) => docId >= first && docId <= last),
    );
    requests.push(meta.put(remaining, META.tombstones), meta.delete(META.mergeDead), meta.delete(META.mergeDropped));
    if (droppedValue instanceof Uint32Array) {
      const exact = await readExactFrequencies(transaction);
      droppedValue.forEach((count, slot) => {
        exact[slot] = Math.max(0, (exact[slot] ?? 0) - count);
      });
      requests.push(putFrequencies(transaction, exact));
    }
    // Records of small segments are swept in one step; those of large ones lie all over the buckets.
    const sweepBuckets = state.sweepFrom !== null ? state.sweepFrom < BUCKETS : false;
    state.sweepFrom = sweepBuckets || sources.some(({ kind }) => kind === 'large') ? 0 : BUCKETS;
    state.merge = null;
    await settled([...requests, putState(transaction, state)]);
  });
}
