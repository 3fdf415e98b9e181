import { noteId, standing } from '../core/library.ts';
import { byHand } from '../core/rank.ts';
import { ok, type Result } from '../core/result.ts';
import type { Store } from '../store/store.ts';
import { addCollection, addToCollection, changeCollection, moveItem, putCollectionBack, putItemBack } from './collections.ts';
import { correctedRow } from './field-edits.ts';
import { restoreTrashed, trashCollection, trashItems } from './trash.ts';

/** What the library page's collections work with: see `createLibraryPins`. */
export interface LibraryCollectionsDeps {
  within<T>(work: (store: Store) => Promise<Result<T>>): Promise<Result<T>>;
  undoing(work: (store: Store) => Promise<Result<unknown>>): Promise<boolean>;
  nowMs(): number;
  newId(): string;
  announce(): Promise<void>;
}

/** The collections of the library page: see `PinsData`. */
export function createLibraryCollections({ within, undoing, nowMs, newId, announce }: LibraryCollectionsDeps) {
  return {
    listCollections: () =>
      within(async (store) => {
        const [collections, items, notes] = await Promise.all([
          store.listRows('collections'),
          store.listRows('collectionItems'),
          store.listRows('notes', noteId('collection', '')),
        ]);
        const counts = new Map<string, number>();
        for (const { collectionId } of items) counts.set(collectionId, (counts.get(collectionId) ?? 0) + 1);
        const byId = new Map(notes.map((note) => [note.id, note]));
        return ok(
          standing(collections.sort(byHand)).map((collection) => ({
            collection,
            items: counts.get(collection.id) ?? 0,
            description: byId.get(noteId('collection', collection.id)) ?? null,
          })),
        );
      }),

    addCollection: (name: string, parentId: string | null, query: string | null) =>
      within((store) => addCollection({ id: newId(), name, parentId, query }, { store, nowMs })),

    changeCollection: (id: string, change: { name?: string; parentId?: string | null; query?: string | null; afterId?: string | null }) =>
      within(async (store) => {
        const changed = await changeCollection(id, change, { store, nowMs });
        return changed.ok
          ? ok({ value: null, undo: () => undoing((again) => putCollectionBack(changed.value, { store: again })) })
          : changed;
      }),

    trashCollection: (id: string) => trash((store) => trashCollection(id, { store, nowMs })),

    listItems: (collectionId: string) =>
      within(async (store) => {
        const [items, notes, edits] = await Promise.all([
          store.listRows('collectionItems', `${collectionId} `),
          store.listRows('notes', noteId('item', `${collectionId} `)),
          store.listRows('fieldEdits', 'article '),
        ]);
        const byId = new Map(notes.map((note) => [note.id, note]));
        return ok(
          items.sort(byHand).map((item) => ({
            item: { ...item, article: correctedRow(item.article, edits) },
            note: byId.get(noteId('item', item.id)) ?? null,
          })),
        );
      }),

    addToCollection: (collectionId: string, articleIds: string[]) =>
      within(async (store) => {
        const added = await addToCollection(collectionId, articleIds, { store, nowMs });
        if (!added.ok) return added;
        const ids = added.value.map(({ id }) => id);
        return ok({ value: ids.length, undo: () => undoing((again) => trashItems(ids, { store: again, nowMs })) });
      }),

    moveItem: (id: string, afterId: string | null) =>
      within(async (store) => {
        const moved = await moveItem(id, afterId, { store, nowMs });
        return moved.ok ? ok({ value: null, undo: () => undoing((again) => putItemBack(moved.value, { store: again })) }) : moved;
      }),

    trashItems: (ids: string[]) => trash((store) => trashItems(ids, { store, nowMs })),
  };

  function trash(work: (store: Store) => ReturnType<typeof trashItems>) {
    return within(async (store) => {
      const trashed = await work(store);
      if (!trashed.ok) return trashed;
      void announce();
      const gone = trashed.value.map(({ id }) => id);
      return ok({ value: null, undo: () => undoing((again) => restoreTrashed(gone, again)) });
    });
  }
}
