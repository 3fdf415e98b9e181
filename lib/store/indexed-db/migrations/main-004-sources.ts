import { shortHash } from '../../../core/hash.ts';

/** What is needed of a row of version 3 to tell where it came from. */
interface Provided {
  id: string;
  provenance?: { kind?: string; source?: string; licence?: string | null; addedAtMs?: number };
}

interface Pack {
  id: string;
  name: string;
  licence: string;
  addedAtMs: number;
  articles: string[];
  reporters: string[];
  outlets: string[];
}

/** Rows read at once. */
const READ_AT_ONCE = 1000;
/** Ids of one holding, as `holders.ts` writes them. */
const PART = 200;

/**
 * Creates the tables of sources, of packs, of what each of them brought, of saved reports and of what reports said before, and notes the packs whose records are here by the provenance of
 * those records. Never edited after its release.
 */
export function createSources(database: IDBDatabase, transaction: IDBTransaction): void {
  for (const table of ['sources', 'sourceStates', 'packs', 'leaving', 'saves']) database.createObjectStore(table, { keyPath: 'id' });
  database.createObjectStore('entries', { keyPath: 'id' }).createIndex('articleId', 'articleId');
  database.createObjectStore('versions', { keyPath: 'id' }).createIndex('articleId', 'articleId');
  const held = database.createObjectStore('holdings', { keyPath: 'id' });
  for (const kind of ['articles', 'reporters', 'outlets', 'topics']) held.createIndex(kind, kind, { multiEntry: true });
  const packs = new Map<string, Pack>();
  collect(transaction, 'outlets', packs, () =>
    collect(transaction, 'reporters', packs, () => collect(transaction, 'articles', packs, () => write(transaction, [...packs.values()]))),
  );
}

function collect(
  transaction: IDBTransaction,
  table: 'articles' | 'reporters' | 'outlets',
  packs: Map<string, Pack>,
  then: () => void,
  after: IDBValidKey | null = null,
): void {
  const rows = transaction.objectStore(table);
  const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
  rows.getAll(range, READ_AT_ONCE).onsuccess = ({ target }) => {
    const found = (target as IDBRequest<(Provided & { docId?: number })[]>).result;
    for (const { id, provenance } of found) {
      if (provenance?.kind !== 'pack' || typeof provenance.source !== 'string') continue;
      const pack = packs.get(provenance.source) ?? emptyPack(provenance.source, provenance.licence ?? '', provenance.addedAtMs ?? 0);
      packs.set(provenance.source, pack);
      pack[table].push(id);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < READ_AT_ONCE) then();
    else collect(transaction, table, packs, then, last.docId ?? last.id);
  };
}

function emptyPack(name: string, licence: string, addedAtMs: number): Pack {
  return { id: `pack:${shortHash(name)}`, name, licence, addedAtMs, articles: [], reporters: [], outlets: [] };
}

function write(transaction: IDBTransaction, packs: Pack[]): void {
  const [table, holdings] = [transaction.objectStore('packs'), transaction.objectStore('holdings')];
  for (const { id, name, licence, addedAtMs, articles, reporters, outlets } of packs) {
    table.put({ id, name, licence, source: '', date: null, sha256: '', publicKey: null, importedAtMs: addedAtMs });
    const most = Math.max(articles.length, reporters.length, outlets.length);
    for (let part = 0; part * PART < most; part++) {
      const cut = (ids: string[]) => ids.slice(part * PART, (part + 1) * PART);
      const held = { articles: cut(articles), reporters: cut(reporters), outlets: cut(outlets), topics: [] };
      holdings.put({ id: `${id} ${shortHash(JSON.stringify(held))}`, ...held });
    }
  }
}
