import type { BackupContent, BackupTable } from '../backup-source.ts';
import { read, type StoreContext } from './context.ts';
import { articleOf } from './packing.ts';

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
