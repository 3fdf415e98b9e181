import { type Collection, type Note, noteId, TRASH_MS, type Trashed, trashId } from '../core/library.ts';
import { noteWith } from '../core/note-text.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { changedTags } from '../core/tags.ts';
import { withEarlier } from '../core/trashed.ts';
import type { BackupSource } from '../store/backup-source.ts';
import type { Store } from '../store/store.ts';
import type { UserRows, UserTable, UserTables } from '../store/user-rows.ts';

/** What the trash works with. */
export interface TrashDeps {
  store: UserRows;
  nowMs(): number;
}

/** Tables a thing goes from and comes back to, with the trash. */
const TABLES = ['pins', 'notes', 'collections', 'collectionItems', 'trash'] as const satisfies (keyof UserTables)[];
type Tables = { [Each in (typeof TABLES)[number]]: UserTable<UserTables[Each]> };

/** Moves pins and their notes to the trash, all or none; answers with those that were there, for undo. */
export function trashPins(pinIds: string[], { store, nowMs }: TrashDeps): Promise<Result<Trashed[]>> {
  return change(store, async (tables) => {
    const gone: Trashed[] = [];
    for (const id of pinIds) {
      const pin = await tables.pins.get(id);
      if (pin === undefined) continue;
      const notes = await takeNotes(tables, [noteId('pin', id)]);
      gone.push({ id: trashId('pin', id), kind: 'pin', trashedAtMs: nowMs(), articleIds: [id], notes, pin });
      await tables.pins.delete(id);
    }
    return putAll(tables, gone);
  });
}

/** Takes reports out of collections, with their notes. */
export function trashItems(itemIds: string[], { store, nowMs }: TrashDeps): Promise<Result<Trashed[]>> {
  return change(store, async (tables) => {
    const gone: Trashed[] = [];
    for (const id of itemIds) {
      const item = await tables.collectionItems.get(id);
      if (item === undefined) continue;
      const notes = await takeNotes(tables, [noteId('item', id)]);
      gone.push({ id: trashId('item', id), kind: 'item', trashedAtMs: nowMs(), articleIds: [item.articleId], notes, item });
      await tables.collectionItems.delete(id);
    }
    return putAll(tables, gone);
  });
}

/** Moves a collection to the trash, with what stands in it, items and notes. Pins stay pins. */
export function trashCollection(collectionId: string, { store, nowMs }: TrashDeps): Promise<Result<Trashed[]>> {
  return change(store, async (tables) => {
    const collection = await tables.collections.get(collectionId);
    if (collection === undefined) return [];
    const within = (await tables.collections.list()).filter(({ parentId }) => parentId === collectionId);
    const all = [collection, ...within];
    const items = (await Promise.all(all.map(({ id }) => tables.collectionItems.list(`${id} `)))).flat();
    const noteIds = [...all.map(({ id }) => noteId('collection', id)), ...items.map(({ id }) => noteId('item', id))];
    const notes = await takeNotes(tables, noteIds);
    for (const { id } of items) await tables.collectionItems.delete(id);
    for (const { id } of all) await tables.collections.delete(id);
    const articleIds = [...new Set(items.map(({ articleId }) => articleId))];
    const id = trashId('collection', collectionId);
    return putAll(tables, [{ id, kind: 'collection', trashedAtMs: nowMs(), articleIds, notes, collection, within, items }]);
  });
}

/**
 * Puts things of the trash back where they were; answers with how many. What is there again by now stays, gets the other's tags, and a note on it the other's
 * text below its own. An item whose collection is gone stays in the trash.
 */
export function restoreTrashed(ids: string[], store: UserRows): Promise<Result<number>> {
  return change(store, async (tables) => {
    let restored = 0;
    for (const id of ids) {
      const row = await tables.trash.get(id);
      if (row === undefined || !(await putBack(tables, row))) continue;
      for (const note of row.notes) await joinNote(tables, note);
      await tables.trash.delete(id);
      restored++;
    }
    return restored;
  });
}

/** What is in the trash, last thrown away first. */
export async function listTrash(store: UserRows): Promise<Trashed[]> {
  return (await store.listRows('trash')).sort((a, b) => b.trashedAtMs - a.trashedAtMs);
}

/** What deleting for good works with. */
export type DeletingStore = UserRows & Pick<Store, 'dropUnheld'>;

/** What emptying the trash works with. */
export type EmptyingStore = DeletingStore & Pick<BackupSource, 'restoreLeft'>;

/** Reports looked at together, as `Store.dropUnheld` takes them. */
const DROPPED_AT_ONCE = 200;

/** Ends the existence of things in the trash, and of reports that only they held. There is no way back from here. */
export async function deleteTrashed(ids: string[], store: DeletingStore): Promise<Result<void>> {
  const deleted = await store.changeRows(['trash'], async ({ trash }, { loosen }) => {
    const articleIds: string[] = [];
    for (const id of ids) {
      articleIds.push(...((await trash.get(id))?.articleIds ?? []));
      await trash.delete(id);
    }
    await loosen(articleIds);
    return articleIds;
  });
  return deleted.ok ? dropAll(deleted.value, store) : deleted;
}

/** A clock that is wrong for an hour must not empty the trash: it is believed once something has been due by it for a day. */
const BELIEVED_MS = 86_400_000;

/**
 * Deletes what has been in the trash for 30 days, never before, as `deleteTrashed`, where an earlier call, a day ago at least, saw it due already. Answers
 * with the moment (epoch ms) to call again, null where the trash is empty. Waits while a restore is under way: it may have brought trash that long was due.
 */
export async function emptyDueTrash({ store, nowMs }: TrashDeps & { store: EmptyingStore }): Promise<Result<number | null>> {
  if ((await store.restoreLeft()) !== null) return ok(nowMs());
  const emptied = await store.changeRows(['trash'], async ({ trash }, { loosen, trashDue, putTrashDue }) => {
    const now = nowMs();
    const seen = await trashDue();
    const due: Record<string, number> = {};
    let next: number | null = null;
    const dropped: string[] = [];
    for (const { id, trashedAtMs, articleIds } of await trash.list()) {
      let againAtMs = trashedAtMs + TRASH_MS;
      if (againAtMs <= now) {
        // The same thing may be thrown away again. What was seen at a later time than now was seen by a clock that has been put back.
        const key = `${id} ${trashedAtMs}`;
        const sinceMs = Math.min(seen[key] ?? now, now);
        againAtMs = sinceMs + BELIEVED_MS;
        if (againAtMs <= now) {
          dropped.push(...articleIds);
          await trash.delete(id);
          continue;
        }
        due[key] = sinceMs;
      }
      next = Math.min(next ?? againAtMs, againAtMs);
    }
    await putTrashDue(due);
    await loosen(dropped);
    return { next, dropped };
  });
  if (!emptied.ok) return emptied;
  const gone = await dropAll(emptied.value.dropped, store);
  return gone.ok ? ok(emptied.value.next) : gone;
}

async function dropAll(articleIds: string[], store: DeletingStore): Promise<Result<void>> {
  for (let from = 0; from < articleIds.length; from += DROPPED_AT_ONCE) {
    const dropped = await store.dropUnheld(articleIds.slice(from, from + DROPPED_AT_ONCE), false);
    if (!dropped.ok) return dropped;
  }
  return ok(undefined);
}

/** Puts a trashed pin back and answers with it. */
export async function restorePin(pinId: string, store: UserRows): Promise<Result<UserTables['pins']>> {
  const restored = await restoreTrashed([trashId('pin', pinId)], store);
  if (!restored.ok) return restored;
  const [pin] = await store.getRows('pins', [pinId]);
  return pin === undefined ? fail('not-found', 'That pin is not in the trash any more.') : ok(pin);
}

function change<Answer>(store: UserRows, work: (tables: Tables) => Promise<Answer>): Promise<Result<Answer>> {
  return store.changeRows([...TABLES], work);
}

async function takeNotes(tables: Tables, ids: string[]): Promise<Note[]> {
  const notes = (await Promise.all(ids.map((id) => tables.notes.get(id)))).filter((note) => note !== undefined);
  for (const { id } of notes) await tables.notes.delete(id);
  return notes;
}

async function putAll(tables: Tables, rows: Trashed[]): Promise<Trashed[]> {
  for (const row of rows) await tables.trash.put(withEarlier(row, await tables.trash.get(row.id)));
  return rows;
}

async function putBack(tables: Tables, row: Trashed): Promise<boolean> {
  if (row.kind === 'pin') {
    const here = await tables.pins.get(row.pin.id);
    await tables.pins.put(here === undefined ? row.pin : { ...here, tags: changedTags(here.tags, row.pin.tags, []) });
    return true;
  }
  if (row.kind === 'item') {
    if ((await tables.collections.get(row.item.collectionId)) === undefined) return false;
    if ((await tables.collectionItems.get(row.item.id)) === undefined) await tables.collectionItems.put(row.item);
    return true;
  }
  for (const each of [row.collection, ...row.within]) {
    if ((await tables.collections.get(each.id)) === undefined) await tables.collections.put(await withParent(tables, each));
  }
  for (const item of row.items) if ((await tables.collectionItems.get(item.id)) === undefined) await tables.collectionItems.put(item);
  return true;
}

/** A collection whose parent is gone stands by itself. */
async function withParent(tables: Tables, collection: Collection): Promise<Collection> {
  const parent = collection.parentId === null ? undefined : await tables.collections.get(collection.parentId);
  return parent === undefined ? { ...collection, parentId: null } : collection;
}

async function joinNote(tables: Tables, note: Note): Promise<void> {
  const here = await tables.notes.get(note.id);
  await tables.notes.put(here === undefined ? note : noteWith(here, note));
}
