/** Creates the tables of what is known of other devices: one entry a row, and what is known once. Never edited after its release. */
export function createSync(database: IDBDatabase): void {
  database.createObjectStore('entries');
  database.createObjectStore('meta');
}
