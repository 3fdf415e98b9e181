/** Keeps one value in IndexedDB for engines without storage of their own; in Node, where there is none, keeps nothing. */
export async function keepValue(value: unknown): Promise<void> {
  if (globalThis.indexedDB === undefined) return;
  const database = await open();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('kept', 'readwrite');
    transaction.objectStore('kept').put(value, 'value');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** The value kept last; undefined where there is none. */
export async function keptValue(): Promise<unknown> {
  if (globalThis.indexedDB === undefined) return undefined;
  const database = await open();
  const value = await new Promise<unknown>((resolve, reject) => {
    const request = database.transaction('kept').objectStore('kept').get('value');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  database.close();
  return value;
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('peer', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
