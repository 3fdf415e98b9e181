import { PARTS } from '../../index/segment.ts';
import { BUCKETS } from '../../index/term-hash.ts';
import { commit, type StoreContext, settled } from './context.ts';
import { deleteTexts } from './kept-texts.ts';
import { META, SEGMENT_SPAN } from './schema.ts';
import { segmentOfTimes } from './segment-times.ts';
import { putState, requireState } from './state.ts';

// Buckets swept before the clock is looked at again.
const BUCKETS_AT_ONCE = 8;
// Half of what a step may take: committing takes its share.
const SWEEP_MS = 20;

/** Deletes the next records that no segment in use owns, and checkpoints; `sweepFrom` becomes null with the last. */
export function sweep(context: StoreContext): Promise<void> {
  return commit(context, 'sweep', ['meta', 'buckets', 'parts', 'long', 'times', 'vocabulary'], 'relaxed', async (transaction) => {
    const startMs = context.nowMs();
    const state = await requireState(transaction);
    if (state.sweepFrom === null) return;
    const live = new Set(state.segments.map(({ id }) => id));
    if (state.merge !== null) live.add(state.merge.target);
    if (state.bulk !== null) live.add(state.bulk.target);
    const buckets = transaction.objectStore('buckets');
    const requests: Promise<unknown>[] = [];
    if (state.sweepFrom < BUCKETS) {
      let from = state.sweepFrom;
      do {
        const keys = await buckets.getAllKeys(IDBKeyRange.bound(from * SEGMENT_SPAN, (from + BUCKETS_AT_ONCE) * SEGMENT_SPAN - 1));
        await settled(keys.filter((key) => !live.has(key % SEGMENT_SPAN)).map((key) => buckets.delete(key)));
        from += BUCKETS_AT_ONCE;
      } while (from < BUCKETS && context.nowMs() - startMs < SWEEP_MS);
      state.sweepFrom = from;
    } else {
      const long = transaction.objectStore('long');
      const parts = transaction.objectStore('parts');
      const times = transaction.objectStore('times');
      const vocabulary = transaction.objectStore('vocabulary');
      const [longKeys, partKeys, timeKeys] = await Promise.all([long.getAllKeys(), parts.getAllKeys(), times.getAllKeys()]);
      for (const key of longKeys) if (!live.has(key % SEGMENT_SPAN)) requests.push(long.delete(key));
      for (const key of partKeys) if (!live.has(Math.floor(key / PARTS))) requests.push(parts.delete(key));
      for (const key of timeKeys) if (!live.has(segmentOfTimes(key))) requests.push(times.delete(key));
      let from = 0;
      for (const id of [...live, SEGMENT_SPAN].sort((a, b) => a - b)) {
        if (from < id) requests.push(vocabulary.delete(IDBKeyRange.bound([from], [id], false, true)));
        from = id + 1;
      }
      state.sweepFrom = null;
    }
    await settled([...requests, putState(transaction, state)]);
  });
}

/** Deletes the texts of deleted articles. First the texts, then the note of them: a kill between repeats a harmless deletion. */
export async function sweepTexts(context: StoreContext): Promise<void> {
  const noted = await context.database.get('meta', META.deadTexts);
  const docIds = Array.isArray(noted) ? (noted as number[]) : [];
  if (docIds.length > 0) await deleteTexts(context, docIds);
  await commit(context, 'sweep-texts-done', ['meta'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    state.hasDeadTexts = false;
    await settled([transaction.objectStore('meta').delete(META.deadTexts), putState(transaction, state)]);
  });
}
