/** Creates every table of the first version. Never edited after its release. */
export function createFirstTables(database: IDBDatabase): void {
  const articles = database.createObjectStore('articles', { keyPath: 'docId' });
  articles.createIndex('id', 'id', { unique: true });
  articles.createIndex('url', 'url', { unique: true });
  articles.createIndex('sample', 'sampleMark');
  for (const table of ['reporters', 'outlets', 'topics', 'pins', 'corrections', 'followed']) {
    database.createObjectStore(table, { keyPath: 'id' });
  }
  database.createObjectStore('activity', { keyPath: 'id' }).createIndex('atMs', 'atMs');
  for (const table of ['meta', 'forward', 'delta', 'buckets', 'parts', 'long', 'times', 'vocabulary']) database.createObjectStore(table);
}
