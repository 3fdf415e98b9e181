import type { BackupSource, BackupTable } from './backup-source.ts';

const BATCH = 200;

/** Every row of a table, ascending by id. */
export async function* allRows(source: Pick<BackupSource, 'readRows'>, table: BackupTable): AsyncIterable<{ id: string }> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string }[] = await source.readRows(table, after, BATCH);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}
