import { shortHash } from '../../core/hash.ts';
import type { Source, SourceEntry, SourceState } from '../../core/source.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { commitMade } from './made.ts';

/** Latest entries of a source that a new document is compared with; older ones are recognised by their address. */
const RECENT_ENTRIES = 5_000;

/** See `Store.listSources`. */
export async function listSources(context: StoreContext): Promise<{ source: Source; state: SourceState | null }[]> {
  const transaction = read(context, ['sources', 'sourceStates', 'leaving']);
  const [sources, states, leaving] = await Promise.all([
    transaction.objectStore('sources').getAll(),
    transaction.objectStore('sourceStates').getAll(),
    transaction.objectStore('leaving').getAllKeys(),
  ]);
  const byId = new Map(states.map((state) => [state.id, state]));
  return sources.filter(({ id }) => !leaving.includes(id)).map((source) => ({ source, state: byId.get(source.id) ?? null }));
}

/** See `Store.putSources`. */
export function putSources(context: StoreContext, sources: Source[]): Promise<void> {
  return context.exclusively(() =>
    commitMade(context, 'sources', ['sources', 'leaving'], async (transaction, note) => {
      const [table, leaving] = [transaction.objectStore('sources'), transaction.objectStore('leaving')];
      // Added again while the reports of before are being taken away: it stays.
      await settled(sources.flatMap((source) => [table.put(source), leaving.delete(source.id)]));
      note('change');
    }),
  );
}

/** See `Store.sourceEntries`. */
export async function sourceEntries(context: StoreContext, sourceId: string): Promise<SourceEntry[]> {
  const table = read(context, ['entries']).objectStore('entries');
  const ids = await table.getAllKeys(rangeOf(sourceId));
  const from = ids[Math.max(0, ids.length - RECENT_ENTRIES)];
  const rows = from === undefined ? [] : await table.getAll(IDBKeyRange.bound(from, ids.at(-1)));
  return rows.map(({ articleId, keys }) => ({ articleId, keys }));
}

/** See `Store.addSourceEntries`. */
export function addSourceEntries(context: StoreContext, sourceId: string, entries: SourceEntry[]): Promise<void> {
  if (entries.length === 0) return Promise.resolve();
  // Made of time and report: ids rise, and the same entry of a backup is the same row.
  const at = String(context.nowMs()).padStart(15, '0');
  return context.exclusively(() =>
    commit(context, 'entries', ['entries'], 'relaxed', (transaction) => {
      const table = transaction.objectStore('entries');
      return settled(entries.map((entry) => table.put({ ...entry, id: `${sourceId} ${at} ${shortHash(entry.articleId)}` })));
    }),
  );
}

/** See `Store.putSourceState`. */
export function putSourceState(context: StoreContext, state: SourceState): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'source-state', ['sources', 'sourceStates'], 'relaxed', async (transaction) => {
      // A source that was removed while it was fetched has no state any more.
      const known = await transaction.objectStore('sources').getKey(state.id);
      if (known !== undefined) await transaction.objectStore('sourceStates').put(state);
    }),
  );
}

/** Every entry's and holding's id begins with its holder's, followed by a space: the range of one holder. */
export function rangeOf(holder: string): IDBKeyRange {
  return IDBKeyRange.bound(`${holder} `, `${holder}!`, false, true);
}
