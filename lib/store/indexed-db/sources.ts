import { shortHash } from '../../core/hash.ts';
import type { Source, SourceEntry, SourceState } from '../../core/source.ts';
import type { ArticleRecord, IngestSummary } from '../store.ts';
import { addInside, withoutRepeats } from './adding.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { commitMade } from './made.ts';
import type { KeptEntry, ReadTransaction, WriteTransaction } from './schema.ts';

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

/** See `Store.getSource`. */
export async function getSource(context: StoreContext, id: string): Promise<{ source: Source; state: SourceState | null } | null> {
  const transaction = read(context, ['sources', 'sourceStates', 'leaving']);
  const [source, state] = await Promise.all([sourceIn(transaction, id), transaction.objectStore('sourceStates').get(id)]);
  return source === undefined ? null : { source, state: state ?? null };
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

/** See `Store.changeSource`. */
export function changeSource(context: StoreContext, id: string, change: (source: Source) => Source): Promise<Source | null> {
  return context.exclusively(() =>
    commitMade(context, 'sources', ['sources', 'leaving'], async (transaction, note) => {
      const source = await sourceIn(transaction, id);
      if (source === undefined) return null;
      const changed = change(source);
      if (changed === source) return source;
      await transaction.objectStore('sources').put(changed);
      note('change');
      return changed;
    }),
  );
}

/** See `Store.sourceEntries`. */
export async function sourceEntries(context: StoreContext, sourceId: string): Promise<SourceEntry[]> {
  const table = read(context, ['entries']).objectStore('entries');
  const ids = await table.getAllKeys(rangeOf(sourceId));
  const from = ids[Math.max(0, ids.length - RECENT_ENTRIES)];
  const rows = from === undefined ? [] : await table.getAll(IDBKeyRange.bound(from, ids.at(-1)));
  return rows.map(entryOf);
}

/** See `Store.countBrought`. Of the ids alone: they end with the report's hash. */
export async function countBrought(context: StoreContext, sourceId: string): Promise<number> {
  const ids = await read(context, ['entries']).objectStore('entries').getAllKeys(rangeOf(sourceId));
  return new Set(ids.map((id) => id.slice(id.lastIndexOf(' ')))).size;
}

/** See `Store.addSourceEntries`. */
export function addSourceEntries(context: StoreContext, sourceId: string, entries: SourceEntry[]): Promise<boolean> {
  // Made of time and report: ids rise, and the same entry of a backup is the same row.
  const at = String(context.nowMs()).padStart(15, '0');
  return context.exclusively(() =>
    commit(context, 'entries', ['entries', 'sources', 'leaving'], 'relaxed', async (transaction) => {
      if ((await sourceIn(transaction, sourceId)) === undefined) return false;
      const table = transaction.objectStore('entries');
      await settled(entries.map((entry) => table.put({ ...entry, id: `${sourceId} ${at} ${shortHash(entry.articleId)}` })));
      return true;
    }),
  );
}

/** See `Store.addReportsOf`. */
export function addReportsOf(context: StoreContext, sourceId: string, records: ArticleRecord[]): Promise<IngestSummary> {
  // Removals begin under the same lock: after this look none can, before the reports are there for it to take.
  return context.exclusively(async () =>
    (await sourceIn(read(context, ['sources', 'leaving']), sourceId)) === undefined
      ? { added: 0, updated: 0 }
      : addInside(context, withoutRepeats(records), 'relaxed'),
  );
}

/** See `Store.putSourceState`. */
export function putSourceState(context: StoreContext, state: SourceState): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'source-state', ['sources', 'sourceStates', 'leaving'], 'relaxed', async (transaction) => {
      // A source that was removed while it was fetched has no state any more.
      if ((await sourceIn(transaction, state.id)) !== undefined) await transaction.objectStore('sourceStates').put(state);
    }),
  );
}

/** An entry as it was noted, without the id it is kept under. */
export function entryOf({ id: _id, ...entry }: KeptEntry): SourceEntry {
  return entry;
}

/** A source that is there to stay. */
async function sourceIn(transaction: ReadTransaction | WriteTransaction, id: string): Promise<Source | undefined> {
  const [source, leaving] = await Promise.all([transaction.objectStore('sources').get(id), transaction.objectStore('leaving').getKey(id)]);
  return leaving === undefined ? source : undefined;
}

/** Every entry's and holding's id begins with its holder's, followed by a space: the range of one holder. */
export function rangeOf(holder: string): IDBKeyRange {
  return IDBKeyRange.bound(`${holder} `, `${holder}!`, false, true);
}
