import { newPin } from '../../../core/new-pin.ts';

/**
 * Creates the tables of notes, collections and their items, the trash, corrected fields and reading positions, and gives the pins their place in the order
 * by hand. Never edited after its release.
 */
export function createLibrary(database: IDBDatabase, transaction: IDBTransaction): void {
  for (const table of ['notes', 'collections', 'fieldEdits', 'readingPositions']) database.createObjectStore(table, { keyPath: 'id' });
  database.createObjectStore('collectionItems', { keyPath: 'id' }).createIndex('articleId', 'articleId');
  database.createObjectStore('trash', { keyPath: 'id' }).createIndex('articleIds', 'articleIds', { multiEntry: true });
  const pins = transaction.objectStore('pins');
  pins.createIndex('rank', 'rank');
  pins.openCursor().onsuccess = ({ target }) => {
    const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
    if (cursor === null) return;
    cursor.update(newPin(cursor.value));
    cursor.continue();
  };
}
