// The index record of an empty store, as version 1 knew it.
const FIRST_STATE = {
  format: 3,
  generation: 0,
  nextDocId: 1,
  nextSegment: 1,
  segments: [],
  deltaCount: 0,
  deltaFrom: 0,
  articles: 0,
  sampleArticles: 0,
  reporters: 0,
  outlets: 0,
  updatedAtMs: null,
  merge: null,
  rebuild: null,
  sweepFrom: null,
  hasDeadTexts: false,
};

/** Creates every table of the first version, and the index record, so that opening reads nothing. Never edited after its release. */
export function createFirstTables(database: IDBDatabase, transaction: IDBTransaction): void {
  const articles = database.createObjectStore('articles', { keyPath: 'docId' });
  articles.createIndex('id', 'id', { unique: true });
  articles.createIndex('url', 'url', { unique: true });
  articles.createIndex('sample', 'sampleMark');
  for (const table of ['reporters', 'outlets', 'topics', 'pins', 'corrections', 'followed']) {
    database.createObjectStore(table, { keyPath: 'id' });
  }
  database.createObjectStore('activity', { keyPath: 'id' }).createIndex('atMs', 'atMs');
  for (const table of ['meta', 'forward', 'delta', 'buckets', 'parts', 'long', 'times', 'vocabulary']) database.createObjectStore(table);
  transaction.objectStore('meta').put(FIRST_STATE, 'state');
}
