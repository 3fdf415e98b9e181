/** Creates the table of texts that lie together, by number of their group. Never edited after its release. */
export function createTextGroups(database: IDBDatabase): void {
  database.createObjectStore('groups');
}
