import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { type RefreshDeps, refreshSources } from '../../../lib/services/refresh-sources.ts';
import { addSources } from '../../../lib/services/sources.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { fetchThrough } from '../../support/fetch-through.ts';
import { startLoopbackWeb, type WebAnswer } from '../../support/loopback-web.ts';
import { feedDocuments } from './documents.ts';
import { must } from './must.ts';

/** What one process measured of the second refresh of many feeds, most of them unchanged; printed as JSON. */
export interface RoundSample {
  feeds: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  added: number;
  /** By the clock, and processor time of all threads: the server's is in it. */
  ms: number;
  processorMs: number;
  /** Bodies the server sent. */
  bytes: number;
  /** The same conditional requests, as many at once, and nothing done with the answers. */
  plainMs: number;
  plainProcessorMs: number;
  /** Requests under way at once, and to one host, at most. */
  atOnce: number;
  atOnceToOneHost: number;
}

const [feeds = 200, changed = 10] = process.argv.slice(2).map(Number);
const START = Date.UTC(2026, 0, 30);
const DAY = 86_400_000;
let nowMs = START;
let round = 1;
let bytes = 0;

const [first, second] = [feedDocuments(feeds), feedDocuments(2 * feeds).slice(feeds)];
const numberOf = (host: string) => Number(/^feed(\d+)\.example$/.exec(host)?.[1] ?? -1);
const underWay = new Map<string, number>();
let atOnce = 0;
let atOnceToOneHost = 0;

function answer(host: string, known: string | undefined): WebAnswer | null {
  const index = numberOf(host);
  // What changes gets the reports of a feed nobody had yet.
  const isSecond = round > 1 && index < changed;
  const body = (isSecond ? second : first)[index];
  if (body === undefined) return null;
  const etag = `"${isSecond ? 2 : 1}"`;
  if (known === etag) return { status: 304, headers: { etag }, body: '' };
  bytes += Buffer.byteLength(body);
  return { status: 200, headers: { etag, 'content-type': 'application/xml' }, body };
}

const certificate = await makeCertificate(['*.example.com']);
const web = await startLoopbackWeb(certificate, (host, _path, { headers }) => answer(host, headers['if-none-match']));
const restore = fetchThrough(web, certificate);
const gazetteer = must(openGazetteer([readFileSync('public/data/builtin.gaz')], { packaged: 1 }));
const derive = (article: Parameters<typeof deriveArticle>[0]) => deriveArticle(article, gazetteer);
const store = must(await openStore({ derive, nowMs: () => nowMs }));
const urls = first.map((_, index) => `http://feed${index}.example/feed.xml`);
must(
  await addSources(
    urls.map((url) => ({ url, title: new URL(url).host, siteUrl: null, folders: [] })),
    { store, nowMs: () => nowMs },
  ),
);

const deps: RefreshDeps = {
  store,
  derive,
  fetch: async (input, init) => {
    const { host } = new URL(String(input));
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    atOnceToOneHost = Math.max(atOnceToOneHost, underWay.get(host) ?? 0);
    atOnce = Math.max(
      atOnce,
      [...underWay.values()].reduce((sum, count) => sum + count, 0),
    );
    try {
      return await fetch(input, init);
    } finally {
      underWay.set(host, (underWay.get(host) ?? 1) - 1);
    }
  },
  nowMs: () => nowMs,
  random: () => 0.5,
  isGranted: async () => true,
  isOnline: () => true,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  onError: (error) => {
    throw error;
  },
};

await refreshSources({ ids: null, why: 'refresh' }, deps);
while (!(await store.upkeep()).done);
[round, nowMs] = [2, START + 3 * DAY];
const etags = new Map((await store.listSources()).map(({ source, state }) => [source.url, state?.etag ?? '']));
if ([...etags.values()].some((etag) => etag === '')) throw new Error('A feed was not read in the first round.');

// Once before it counts, so that neither goes over connections the other has opened.
await fetchPlainly();
bytes = 0;
const plain = await timed(fetchPlainly);
bytes = 0;
web.forget();
const summary = { fetched: 0, added: 0 };
const ours = await timed(async () => {
  Object.assign(summary, await refreshSources({ ids: null, why: 'refresh' }, deps));
});
if (web.requests.length !== feeds || summary.fetched !== feeds) throw new Error(`${web.requests.length} requests for ${feeds} feeds.`);
const activity = (await store.listActivity(2 * feeds)).filter(({ atMs }) => atMs === nowMs);
const sample: RoundSample = {
  feeds,
  statuses: Object.fromEntries([...Map.groupBy(activity, ({ status }) => String(status))].map(([status, rows]) => [status, rows.length])),
  added: summary.added,
  ms: ours.ms,
  processorMs: ours.processorMs,
  bytes,
  plainMs: plain.ms,
  plainProcessorMs: plain.processorMs,
  atOnce,
  atOnceToOneHost,
};
console.log(JSON.stringify(sample));
restore();
await web.close();

async function fetchPlainly(): Promise<void> {
  const queue = [...etags];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [url, etag] = next;
      await (await fetch(url, { cache: 'no-store', headers: { 'If-None-Match': etag } })).arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
}

async function timed(work: () => Promise<void>): Promise<{ ms: number; processorMs: number }> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - begin, processorMs: (user + system) / 1000 };
}
