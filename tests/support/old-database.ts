import 'fake-indexeddb/auto';
import { MAIN_MIGRATIONS } from '../../lib/store/indexed-db/migrations/list.ts';
import type { BrowserUnderTest } from './browser-under-test.ts';

interface TableShape {
  name: string;
  keyPath: string | string[] | null;
  indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
}

/** Puts the main database back to an earlier version, with these rows and no others. Nobody may have it open. */
export async function putOldDatabase(browser: BrowserUnderTest, version: number, rows: Record<string, object[]>): Promise<void> {
  const shapes = await shapesAt(version);
  await browser.inExtension(`(${createDatabase.toString()})(${version}, ${JSON.stringify(shapes)}, ${JSON.stringify(rows)})`);
}

/** The tables as the migrations up to a version made them. */
async function shapesAt(version: number): Promise<TableShape[]> {
  const name = `shapes-${version}-${Math.random()}`;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const step of MAIN_MIGRATIONS.slice(0, version)) step(request.result, request.transaction!);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const shapes = [...database.objectStoreNames].map((table) => {
    const store = database.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].map((index) => {
      const { name: indexName, keyPath, unique, multiEntry } = store.index(index);
      return { name: indexName, keyPath, unique, multiEntry };
    });
    return { name: table, keyPath: store.keyPath, indexes };
  });
  database.close();
  return shapes;
}

/** Runs in a document of the extension; refers to nothing outside itself. */
async function createDatabase(version: number, shapes: TableShape[], rows: Record<string, object[]>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase('sidelight');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('sidelight', version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, indexes } of shapes) {
        const store = request.result.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
      }
    };
    request.onsuccess = () => {
      const transaction = request.result.transaction(Object.keys(rows), 'readwrite', { durability: 'strict' });
      for (const [table, all] of Object.entries(rows)) for (const row of all) transaction.objectStore(table).put(row);
      transaction.onerror = () => reject(transaction.error);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
