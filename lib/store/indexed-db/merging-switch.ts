import { BUCKETS } from '../../index/term-hash.ts';
import { isTombstoned, noTombstones, type Tombstones } from '../../index/tombstones.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { DamagedSegment } from './merging.ts';
import { META, type WriteTransaction } from './schema.ts';
import { SEGMENT_TABLES } from './sealing.ts';
import { putTimes, readTimes } from './segment-times.ts';
import { applyChanges, forgetChanges, putFrequencies, readExactCounts } from './slot-tables.ts';
import { putState, requireState, type SegmentInfo } from './state.ts';

/**
 * Ends a merge: in one transaction the target takes its sources' place, the deleted documents it left out leave the tombstones and the
 * frequency table, and sweeping begins.
 */
export function switchMerge(context: StoreContext): Promise<void> {
  return commit(context, 'merge-switch', [...SEGMENT_TABLES], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const job = state.merge;
    if (job === null) return;
    const meta = transaction.objectStore('meta');
    const [deadValue, currentValue] = await Promise.all([meta.get(META.mergeDead), meta.get(META.tombstones)]);
    const dead = deadValue instanceof Uint32Array ? (deadValue as Tombstones) : noTombstones();
    const current = currentValue instanceof Uint32Array ? (currentValue as Tombstones) : noTombstones();
    const sources = state.segments.filter(({ id }) => job.sources.includes(id));
    const { living, gone } = await documentsOf(transaction, sources, dead);
    state.segments = state.segments.filter(({ id }) => !job.sources.includes(id));
    const requests: Promise<unknown>[] = [];
    if (living.length > 0) {
      const [first, last] = [living[0]!.docId, living.at(-1)!.docId];
      // Without this count a segment would be rewritten again and again for documents it never held.
      const foreignDead = dead.filter((docId) => !gone.has(docId) && docId >= first && docId <= last).length;
      state.segments.push({ id: job.target, kind: job.kind, first, last, articles: living.length, foreignDead });
      requests.push(...putTimes(transaction, job.target, living));
    }
    const spans = [...state.segments.map(({ first, last }) => [first, last] as const), ...(state.bulk?.spans ?? [])];
    const remaining = current.filter((docId) => !gone.has(docId) && spans.some(([first, last]) => docId >= first && docId <= last));
    requests.push(meta.put(remaining, META.tombstones), meta.delete(META.mergeDead));
    const exact = await readExactCounts(transaction);
    if (await applyChanges(transaction, exact)) requests.push(...putFrequencies(transaction, exact));
    requests.push(forgetChanges(transaction));
    // Records of small segments are swept in one step; those of large ones lie all over the buckets.
    const sweepBuckets = state.sweepFrom !== null ? state.sweepFrom < BUCKETS : false;
    state.sweepFrom = sweepBuckets || sources.some(({ kind }) => kind === 'large') ? 0 : BUCKETS;
    state.merge = null;
    await settled([...requests, putState(transaction, state)]);
  });
}

async function documentsOf(
  transaction: WriteTransaction,
  sources: SegmentInfo[],
  dead: Tombstones,
): Promise<{ living: { docId: number; publishedMin: number }[]; gone: Set<number> }> {
  const living: { docId: number; publishedMin: number }[] = [];
  const gone = new Set<number>();
  const records = await Promise.all([...sources].sort((a, b) => a.first - b.first).map(({ id }) => readTimes(transaction, id)));
  let counted = 0;
  for (const record of records.flat()) {
    if (record === null) throw new DamagedSegment();
    counted += record.docIds.length;
    record.docIds.forEach((docId, i) => {
      if (isTombstoned(dead, docId)) gone.add(docId);
      else living.push({ docId, publishedMin: record.minutes[i]! });
    });
  }
  if (counted !== sources.reduce((sum, { articles }) => sum + articles, 0)) throw new DamagedSegment();
  // In order already, unless spans overlap, as they may after a rebuild.
  if (living.some(({ docId }, i) => i > 0 && docId < living[i - 1]!.docId)) living.sort((a, b) => a.docId - b.docId);
  return { living, gone };
}
