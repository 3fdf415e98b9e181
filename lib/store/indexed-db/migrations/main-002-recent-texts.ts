/**
 * Creates the table of texts that are not moved to the database of texts yet, by docId. The index record of an empty store is brought to derived
 * format 3: there is nothing to derive again. Never edited after its release.
 */
export function createRecentTexts(database: IDBDatabase, transaction: IDBTransaction): void {
  database.createObjectStore('recentTexts');
  const meta = transaction.objectStore('meta');
  meta.get('state').onsuccess = ({ target }) => {
    const state = (target as IDBRequest).result;
    if (state?.nextDocId === 1 && state.format === 2) meta.put({ ...state, format: 3 }, 'state');
  };
}
