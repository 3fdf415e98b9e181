import { reporterKeys } from '../reporter-keys.ts';

/** Creates the table in which reporters are looked up by name and profile page, and fills it from those known. Never edited after its release. */
export function createReporterKeys(database: IDBDatabase, transaction: IDBTransaction): void {
  const table = database.createObjectStore('reporterKeys');
  transaction.objectStore('reporters').openCursor().onsuccess = ({ target }) => {
    const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
    if (cursor === null) return;
    for (const key of reporterKeys(cursor.value)) table.put(0, [key, cursor.value.id]);
    cursor.continue();
  };
}
