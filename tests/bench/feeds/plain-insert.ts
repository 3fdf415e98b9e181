const BATCH = 128;

/**
 * What ingesting is compared with: parses each text as a JSON list and puts its rows into one table of the database `plain`, 128 a
 * transaction. Nothing is recognised, folded or indexed.
 */
export async function insertPlainly(lists: readonly string[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('plain', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('entries', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const list of lists) {
    const rows: unknown[] = JSON.parse(list);
    for (let from = 0; from < rows.length; from += BATCH) {
      const transaction = database.transaction('entries', 'readwrite');
      for (const row of rows.slice(from, from + BATCH)) transaction.objectStore('entries').add(row);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
    }
  }
  database.close();
}
