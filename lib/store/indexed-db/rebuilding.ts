import { noTombstones } from '../../index/tombstones.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf, keepDelta, keepForward } from './packing.ts';
import { readableTexts } from './recent-texts.ts';
import { putReporterKeys } from './reporter-keys.ts';
import { type KeptArticle, META, POSTING_TABLES } from './schema.ts';
import { deleteFrequencies, forgetChanges } from './slot-tables.ts';
import { emptyState, putState, readRemains, readState, requireState } from './state.ts';

// Articles read ahead of deriving; deriving stops at the time limit of a step.
const READ_AHEAD = 32;

/**
 * Drops everything derived and notes that all articles are to be derived again, in one transaction; counters are counted afresh. The caller
 * holds the lock.
 */
export function resetDerived(context: StoreContext): Promise<void> {
  Object.assign(context.cache, { snapshot: null, lost: null });
  return commit(
    context,
    'rebuild-begin',
    ['meta', 'articles', 'reporters', 'reporterKeys', 'outlets', ...POSTING_TABLES],
    'relaxed',
    async (transaction) => {
      const before = await readRemains(transaction);
      const meta = transaction.objectStore('meta');
      const articles = transaction.objectStore('articles');
      const last = await articles.openKeyCursor(null, 'prev');
      const counts = await Promise.all([
        articles.count(),
        articles.index('sample').count(),
        transaction.objectStore('reporters').count(),
        transaction.objectStore('outlets').count(),
      ]);
      // Ids of segments and articles are never used again, whatever state was lost.
      const nextDocId = Math.max(before.nextDocId, last === null ? 1 : last.key + 1);
      const state = {
        ...emptyState(),
        generation: Math.max(before.generation, Math.floor(context.nowMs())),
        nextSegment: before.nextSegment,
        nextDocId,
        articles: counts[0],
        sampleArticles: counts[1],
        reporters: counts[2],
        outlets: counts[3],
        // Null says of an index that nothing ever came: whoever lost that note still knows better where there are reports.
        updatedAtMs: before.updatedAtMs ?? (counts[0] > 0 ? context.nowMs() : null),
        hasDeadTexts: true,
        rebuild: counts[0] === 0 ? null : { cursor: 0, until: nextDocId },
      };
      await settled([
        ...POSTING_TABLES.map((table) => transaction.objectStore(table).clear()),
        ...putReporterKeys(transaction, await transaction.objectStore('reporters').getAll()),
        meta.put(noTombstones(), META.tombstones),
        meta.delete(META.mergeDead),
        ...deleteFrequencies(transaction),
        forgetChanges(transaction),
        putState(transaction, state),
      ]);
    },
  );
}

/** Derives the next articles for at most `timeoutMs` (at least one) and adds them to the delta tier, in one transaction with the checkpoint. */
export async function rebuildSome(context: StoreContext, timeoutMs: number): Promise<void> {
  const reading = read(context, ['meta', 'articles', 'recentTexts']);
  const job = (await readState(reading))?.rebuild;
  if (job === null || job === undefined) return;
  const rows = await reading.objectStore('articles').getAll(IDBKeyRange.bound(job.cursor, job.until, false, true), READ_AHEAD);
  const texts = await readableTexts(
    context,
    reading,
    rows.map(({ docId }) => docId),
  );
  const derived = deriveSome(context, rows, texts, timeoutMs);
  await commit(context, 'rebuild', ['meta', 'delta', 'forward'], 'relaxed', async (transaction) => {
    const state = await requireState(transaction);
    const last = derived.at(-1)?.row.docId;
    state.rebuild = last === undefined || last + 1 >= job.until ? null : { ...job, cursor: last + 1 };
    state.deltaCount += derived.length;
    await settled([
      ...derived.flatMap(({ row, result }) => [
        transaction.objectStore('delta').put(keepDelta(row.docId, row.publishedAtMs, result), row.docId),
        transaction.objectStore('forward').put(keepForward(result), row.docId),
      ]),
      putState(transaction, state),
    ]);
  });
}

function deriveSome(context: StoreContext, rows: KeptArticle[], texts: (string | null)[], timeoutMs: number) {
  const startMs = context.nowMs();
  const derived: { row: KeptArticle; result: ReturnType<StoreContext['derive']> }[] = [];
  for (const [i, row] of rows.entries()) {
    if (i > 0 && context.nowMs() - startMs > timeoutMs) break;
    // Of a text that cannot be read headline and description are left.
    derived.push({ row, result: context.derive(articleOf(row, texts[i] ?? '')) });
  }
  return derived;
}
