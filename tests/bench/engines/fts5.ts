import type { Database, Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import type { BenchDocument } from '../corpus.ts';
import type { Engine } from '../engine.ts';
import { outletOf, type TypedEngine, type TypedQuery } from '../typed.ts';

/**
 * SQLite FTS5. `load` gives the module (the browser gets it from the server's /sqlite path, Node from the package). With `persistent` it lies in an
 * OPFS pool, else in memory.
 */
export function createFts5(load: () => Promise<Sqlite3Static>, persistent: boolean): Engine & TypedEngine {
  let database: Database;
  const insert = (docs: BenchDocument[]): void => {
    database.exec('BEGIN');
    const statement = database.prepare('INSERT INTO reports(rowid, title, standfirst, body, outlet) VALUES (?, ?, ?, ?, ?)');
    for (const { id, title, standfirst, body } of docs) statement.bind([id + 1, title, standfirst, body, outletOf(id)]).stepReset();
    statement.finalize();
    database.exec('COMMIT');
  };
  const best = (match: string): number =>
    database.selectArrays('SELECT rowid FROM reports WHERE reports MATCH ? ORDER BY bm25(reports, 3, 1.5, 1, 0) LIMIT 20', [match]).length;
  return {
    async open() {
      const sqlite = await load();
      if (persistent) {
        const pool = await sqlite.installOpfsSAHPoolVfs({ initialCapacity: 8 });
        database = new pool.OpfsSAHPoolDb('/reports.db') as unknown as Database;
      } else {
        database = new sqlite.oo1.DB(':memory:');
      }
      database.exec(
        "CREATE VIRTUAL TABLE IF NOT EXISTS reports USING fts5(title, standfirst, body, outlet, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')",
      );
    },
    async add(docs) {
      insert(docs);
    },
    async finish() {
      database.exec("INSERT INTO reports(reports) VALUES ('optimize')");
    },
    async insert(doc) {
      insert([doc]);
    },
    async query({ terms }) {
      return best(terms.map(({ term }) => `"${term}"`).join(' OR '));
    },
    async typed(query) {
      return query.typo === '' ? best(written(query)) : null;
    },
    facets: async () => null,
    async close() {
      database.close();
    },
  };
}

function written({ all, any, not, phrase, prefix, outlet }: TypedQuery): string {
  const words = (list: string[]): string[] => list.map((word) => `"${word}"`);
  const parts = [
    ...words(all),
    ...(any.length > 0 ? [`(${words(any).join(' OR ')})`] : []),
    ...(phrase.length > 0 ? [`"${phrase.join(' ')}"`] : []),
    ...(prefix === '' ? [] : [`"${prefix}" *`]),
    ...(outlet === '' ? [] : [`outlet : "${outlet}"`]),
  ];
  return [`(${parts.join(' AND ')})`, ...words(not)].join(' NOT ');
}
