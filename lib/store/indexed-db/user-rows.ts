import type { Note } from '../../core/library.ts';
import type { Result } from '../../core/result.ts';
import type { Pin } from '../../core/user-data.ts';
import type { Besides, UserTable, UserTableName, UserTables } from '../user-rows.ts';
import { read, type StoreContext } from './context.ts';
import { loosen } from './loose.ts';
import { commitMade, type Written } from './made.ts';
import { META, type WriteTransaction } from './schema.ts';
import { attempt } from './storage-failure.ts';

/** See `UserRows.listRows`. */
export async function listRows<Name extends UserTableName>(
  context: StoreContext,
  table: Name,
  prefix?: string,
): Promise<UserTables[Name][]> {
  const rows = await read(context, [table])
    .objectStore(table as UserTableName)
    .getAll(rangeOf(prefix));
  return rows as UserTables[Name][];
}

/** See `UserRows.firstPins`. */
export function firstPins(context: StoreContext, limit: number): Promise<Pin[]> {
  return read(context, ['pins']).objectStore('pins').index('rank').getAll(null, limit);
}

/** See `UserRows.getRows`. */
export async function getRows<Name extends UserTableName>(context: StoreContext, table: Name, ids: string[]): Promise<UserTables[Name][]> {
  const rows = read(context, [table]).objectStore(table as UserTableName);
  const found = await Promise.all(ids.map((id) => rows.get(id)));
  return found.filter((row) => row !== undefined) as UserTables[Name][];
}

/** See `UserRows.changeRows`. */
export function changeRows<Name extends UserTableName, Answer>(
  context: StoreContext,
  tables: Name[],
  work: (tables: { [Each in Name]: UserTable<UserTables[Each]> }, besides: Besides) => Promise<Answer>,
): Promise<Result<Answer>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, tables.join('+'), tables, (transaction, note) => {
        const opened = Object.fromEntries(tables.map((name) => [name, openTable(transaction, name, note)]));
        return work(opened as { [Each in Name]: UserTable<UserTables[Each]> }, besidesIn(transaction));
      }),
    ),
  );
}

function besidesIn(transaction: WriteTransaction): Besides {
  const meta = transaction.objectStore('meta');
  return {
    loosen: (articleIds) => loosen(transaction, articleIds),
    trashDue: async () => ((await meta.get(META.trashDue)) ?? {}) as Record<string, number>,
    putTrashDue: async (due) => void (await meta.put(due, META.trashDue)),
  };
}

function openTable(transaction: WriteTransaction, name: UserTableName, note: (written: Written) => void): UserTable<{ id: string }> {
  const table = transaction.objectStore(name);
  return {
    get: (id) => table.get(id),
    list: (prefix) => table.getAll(rangeOf(prefix)),
    put: async (row) => {
      await table.put(row as never);
      note(isTrace(name, row) ? 'trace' : 'change');
    },
    delete: async (id) => {
      await table.delete(id);
      note('change');
    },
  };
}

function isTrace(name: UserTableName, row: object): boolean {
  return name === 'readingPositions' || (name === 'notes' && (row as Note).draft !== null);
}

function rangeOf(prefix: string | undefined): IDBKeyRange | null {
  return prefix === undefined ? null : IDBKeyRange.bound(prefix, `${prefix}\uffff`, false, true);
}
