import type { BackupContent, BackupTable } from '../backup-source.ts';
import { read, type StoreContext } from './context.ts';
import { articleOf } from './packing.ts';
import { textsOf } from './recent-texts.ts';

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
