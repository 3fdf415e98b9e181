import type { BackupContent, BackupTable } from '../backup-source.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf } from './packing.ts';
import { textsOf } from './recent-texts.ts';
import { putState, requireState } from './state.ts';

const COPIED = ['reporters', 'outlets', 'topics', 'pins', 'corrections', 'followed', 'activity'] as const;

/** See `BackupSource.readRows`. */
export async function readRows<Table extends BackupTable>(
  context: StoreContext,
  table: Table,
  after: string | null,
  limit: number,
): Promise<BackupContent[Table]> {
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  if (table !== 'articles') {
    const rows = read(context, [table as Exclude<BackupTable, 'articles'>]).objectStore(table as Exclude<BackupTable, 'articles'>);
    return (await rows.getAll(range, limit)) as BackupContent[Table];
  }
  const transaction = read(context, ['articles', 'recentTexts']);
  const kept = await transaction.objectStore('articles').index('id').getAll(range, limit);
  const texts = await textsOf(
    context,
    transaction,
    kept.map(({ docId }) => docId),
  );
  return kept.map((row, i) => articleOf(row, texts[i]!)) as BackupContent[Table];
}

/** See `BackupSource.putSourceRows`. */
export function putSourceRows(context: StoreContext, content: Omit<BackupContent, 'articles'>): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'restore', ['meta', ...COPIED], 'strict', async (transaction) => {
      const state = await requireState(transaction);
      for (const name of COPIED) {
        const table = transaction.objectStore(name);
        await settled(content[name].map((row) => table.put(row as never)));
      }
      state.reporters = await transaction.objectStore('reporters').count();
      state.outlets = await transaction.objectStore('outlets').count();
      state.updatedAtMs = context.nowMs();
      await putState(transaction, state);
    }),
  );
}
