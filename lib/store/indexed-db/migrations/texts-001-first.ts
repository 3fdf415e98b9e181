/** Creates the one table of full texts, by docId. Never edited after its release. */
export function createTexts(database: IDBDatabase): void {
  database.createObjectStore('texts');
}
