import type { Outlet } from '../../core/outlet.ts';
import type { Reporter } from '../../core/reporter.ts';
import type { GazetteerEntry } from '../../core/topic.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { putReporterKeys } from './reporter-keys.ts';
import type { TableName, WriteTransaction } from './schema.ts';
import { putState, requireState } from './state.ts';
import { forgetTopicLayer } from './topic-layer.ts';

/** Adds or replaces reporters by id. */
export function putReporters(context: StoreContext, reporters: Reporter[]): Promise<void> {
  return putCounted(context, 'reporters', reporters, ['reporterKeys'], (transaction) => putReporterKeys(transaction, reporters));
}

/** Adds or replaces outlets by id. */
export function putOutlets(context: StoreContext, outlets: Outlet[]): Promise<void> {
  return putCounted(context, 'outlets', outlets);
}

/** Adds or replaces topics by id. */
export function putTopics(context: StoreContext, topics: GazetteerEntry[]): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'topics', ['topics', 'meta'], 'strict', (transaction) =>
      settled([
        ...topics.map((topic) => transaction.objectStore('topics').put(topic)),
        ...(topics.length > 0 ? [forgetTopicLayer(transaction)] : []),
      ]),
    ),
  );
}

/** Reporters by id, in the order asked; unknown ones are left out. */
export async function reportersById(context: StoreContext, ids: string[]): Promise<Reporter[]> {
  const table = read(context, ['reporters']).objectStore('reporters');
  return (await Promise.all(ids.map((id) => table.get(id)))).filter((reporter) => reporter !== undefined);
}

function putCounted<Table extends 'reporters' | 'outlets'>(
  context: StoreContext,
  name: Table,
  rows: (Reporter & Outlet)[] | Reporter[] | Outlet[],
  furtherTables: TableName[] = [],
  further: (transaction: WriteTransaction) => Promise<unknown>[] = () => [],
): Promise<void> {
  return context.exclusively(() =>
    commit(context, name, [name, 'meta', ...furtherTables], 'relaxed', async (transaction) => {
      const table = transaction.objectStore(name);
      const known = await Promise.all([...new Set(rows.map(({ id }) => id))].map((id) => table.getKey(id)));
      const state = await requireState(transaction);
      state[name] += known.filter((key) => key === undefined).length;
      const written = rows.map((row) => table.put(row as Reporter & Outlet));
      await settled([...written, ...further(transaction), putState(transaction, state)]);
    }),
  );
}
