import type { BackupContent, BackupTable } from '../backup-source.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf } from './packing.ts';
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
  const kept = await read(context, ['articles']).objectStore('articles').index('id').getAll(range, limit);
  if (kept.length === 0) return [] as unknown as BackupContent[Table];
  const texts = (await context.texts()).transaction('texts', 'readonly').objectStore('texts');
  const found = await Promise.all(kept.map(({ docId }) => texts.get(docId)));
  return kept.map((row, i) => articleOf(row, found[i] ?? '')) as BackupContent[Table];
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
