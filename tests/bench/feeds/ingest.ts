import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import type { Article } from '../../../lib/core/article.ts';
import { readFeed } from '../../../lib/feeds/read-feed.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { type RefreshDeps, refreshSources } from '../../../lib/services/refresh-sources.ts';
import { addSources } from '../../../lib/services/sources.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { feedDocuments, newsSitemap } from './documents.ts';
import { must } from './must.ts';
import { insertPlainly } from './plain-insert.ts';

/** What one process measured, printed as JSON. Milliseconds of processor time, all threads. */
export interface IngestSample {
  /** Reports in the index afterwards. */
  reports: number;
  /** From the answer of `fetch`, which is in memory, to the store: `refreshSources`. */
  ms: number;
  /** Of these: reading the documents alone (measured apart), and deriving topics, terms and signatures. */
  readMs: number;
  deriveMs: number;
  /** Sealing and merging until nothing was left to do. */
  upkeepMs: number;
  /** The same entries as JSON, parsed and put into one table, as many to a transaction. */
  plainMs: number;
  /** Bytes of values a report, as V8 writes them for a structured clone: source tables (rows of reports with what re-ranking needs of them), texts, derived tables; and of the plain table. */
  tables: number;
  texts: number;
  derived: number;
  plain: number;
}

const NOW = Date.UTC(2026, 0, 30);
const TEXTS = ['texts', 'groups', 'recentTexts'];
const DERIVED = ['forward', 'delta', 'buckets', 'parts', 'long', 'times', 'vocabulary', 'meta', 'reporterKeys'];
const encoder = new TextEncoder();

const [job = '', count = ''] = process.argv.slice(2);
const documents = (job === 'feeds' ? feedDocuments(Number(count)) : [newsSitemap(Number(count))]).map((text) => encoder.encode(text));
const gazetteer = must(openGazetteer([readFileSync('public/data/builtin.gaz')], { packaged: 1 }));

let deriveMs = 0;
const derive = (article: Article) => {
  const begin = processorMs();
  const derived = deriveArticle(article, gazetteer);
  deriveMs += processorMs() - begin;
  return derived;
};
const store = must(await openStore({ derive, nowMs: () => NOW }));
const urls = documents.map((_, index) => `https://feed${index}.example/feed.xml`);
must(
  await addSources(
    urls.map((url) => ({ url, title: new URL(url).host, siteUrl: null, folders: [] })),
    { store, nowMs: () => NOW },
  ),
);
// A sitemap of that size comes as a gzip file: an answer may have 10 MB.
const bodies = new Map(urls.map((url, index) => [url, job === 'feeds' ? documents[index]! : gzipSync(documents[index]!)]));
const deps: RefreshDeps = {
  store,
  derive,
  fetch: async (input) => new Response(bodies.get(String(input))),
  nowMs: () => NOW,
  random: () => 0.5,
  isGranted: async () => true,
  isOnline: () => true,
  sleep: async () => {},
  onError: (error) => {
    throw error;
  },
};

const readMs = await timed(async () => {
  for (const [index, body] of documents.entries()) must(readFeed(body, { contentType: null, url: urls[index]! }));
});
const ms = await timed(async () => {
  const { fetched } = await refreshSources({ ids: null, why: 'refresh' }, deps);
  if (fetched !== documents.length) throw new Error(`${fetched} of ${documents.length} documents were fetched`);
});
for (const { source, state } of await store.listSources()) {
  if (state?.failure !== null) throw new Error(`${source.url}: ${state?.failure.code ?? 'not fetched'}`);
}
const upkeepMs = await timed(async () => {
  while (!(await store.upkeep()).done);
});
const { articles: reports } = await store.status();
const bytes = await bytesByTable(['sidelight', 'sidelight-texts']);
const sum = (wanted: (table: string) => boolean) =>
  [...bytes].reduce((total, [table, size]) => total + (wanted(table) ? size : 0), 0) / reports;

// As many entries as were taken in, and no more: of a large sitemap that is the newest part.
const entries = documents.flatMap((body, index) => {
  const { document } = must(readFeed(body, { contentType: null, url: urls[index]! }));
  return 'entries' in document ? [document.entries.slice(0, job === 'feeds' ? undefined : reports)] : [];
});
const lines = entries.map((part) => JSON.stringify(part));
const plainMs = await timed(() => insertPlainly(lines));
const sample: IngestSample = {
  reports,
  ms,
  readMs,
  deriveMs,
  upkeepMs,
  plainMs,
  tables: sum((table) => !TEXTS.includes(table) && !DERIVED.includes(table)),
  texts: sum((table) => TEXTS.includes(table)),
  derived: sum((table) => DERIVED.includes(table)),
  plain: [...(await bytesByTable(['plain'])).values()].reduce((total, size) => total + size, 0) / reports,
};
console.log(JSON.stringify(sample));

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begin = processorMs();
  await work();
  return processorMs() - begin;
}

async function bytesByTable(names: string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const name of names) {
    const database = await answerOf(indexedDB.open(name));
    for (const table of database.objectStoreNames) {
      const values = await answerOf(database.transaction(table).objectStore(table).getAll());
      sizes.set(table, (sizes.get(table) ?? 0) + values.reduce((total, value) => total + serialize(value).length, 0));
    }
    database.close();
  }
  return sizes;
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
