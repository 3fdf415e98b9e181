import { type CollectionItem, type Note, noteId, type Trashed, trashId } from '../core/library.ts';
import { withEarlier } from '../core/trashed.ts';
import type { Pin } from '../core/user-data.ts';
import type { HereRows } from './plan.ts';
import { collectionKey } from './rows-to-parts.ts';

/**
 * Moves what other devices took away into this device's trash, with its notes, as if it had been thrown away here: adds what goes to `gone`, and the rows of
 * the trash to `put`.
 */
export function throwAway(
  here: HereRows,
  { keyOf, isGone }: { keyOf(row: Pin | CollectionItem): string; isGone(key: string): boolean },
  { gone, put }: { gone: HereRows; put: HereRows },
  nowMs: number,
): void {
  const noted = new Map(here.notes.map((note) => [note.id, note]));
  const trashed = new Map(here.trash.map((row) => [row.id, row]));
  const takeNotes = (ids: string[]): Note[] => {
    const notes = ids.flatMap((id) => noted.get(id) ?? []);
    gone.notes.push(...notes);
    return notes;
  };
  const add = (row: Trashed): void => void put.trash.push(withEarlier(row, trashed.get(row.id)));

  for (const pin of here.pins.filter((row) => isGone(keyOf(row)))) {
    gone.pins.push(pin);
    add({
      id: trashId('pin', pin.id),
      kind: 'pin',
      trashedAtMs: nowMs,
      articleIds: [pin.id],
      notes: takeNotes([noteId('pin', pin.id)]),
      pin,
    });
  }
  const collections = here.collections.filter(({ id }) => isGone(collectionKey(id)));
  gone.collections.push(...collections);
  const leaving = new Set(collections.map(({ id }) => id));
  const items = here.collectionItems.filter((item) => leaving.has(item.collectionId) || isGone(keyOf(item)));
  gone.collectionItems.push(...items);
  // One that stands in another that goes as well, goes with it.
  for (const collection of collections.filter(({ parentId }) => parentId === null || !leaving.has(parentId))) {
    const within = collections.filter(({ parentId }) => parentId === collection.id);
    const all = [collection, ...within].map(({ id }) => id);
    const own = items.filter(({ collectionId }) => all.includes(collectionId));
    const notes = takeNotes([...all.map((id) => noteId('collection', id)), ...own.map(({ id }) => noteId('item', id))]);
    const articleIds = [...new Set(own.map(({ articleId }) => articleId))];
    add({
      id: trashId('collection', collection.id),
      kind: 'collection',
      trashedAtMs: nowMs,
      articleIds,
      notes,
      collection,
      within,
      items: own,
    });
  }
  for (const item of items.filter(({ collectionId }) => !leaving.has(collectionId))) {
    const notes = takeNotes([noteId('item', item.id)]);
    add({ id: trashId('item', item.id), kind: 'item', trashedAtMs: nowMs, articleIds: [item.articleId], notes, item });
  }
}
