/** Creates the tables of rolling copies: what is known of each, and its bytes. Never edited after its release. */
export function createCopies(database: IDBDatabase): void {
  database.createObjectStore('copies', { keyPath: 'id' });
  database.createObjectStore('bodies');
}
