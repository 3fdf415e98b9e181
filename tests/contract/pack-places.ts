import 'fake-indexeddb/auto';
import { expect } from 'vitest';
import type { PackSigner } from '../../lib/packs/sign.ts';
import type { ArticleRecord, PackDescription, PackRecord } from '../../lib/packs/types.ts';
import { installPack } from '../../lib/services/install-pack.ts';
import { packId, planPack, planReports } from '../../lib/services/plan-pack.ts';
import { scanPack } from '../../lib/services/scan-pack.ts';
import { type IndexedDbStore, openStore, type StoreOptions } from '../../lib/store/indexed-db/open-store.ts';
import { ARTICLE, OUTLET, packOf, REPORTER, signedPackOf, signerOf, TOPIC } from '../unit/packs/records.ts';
import { value } from './checks.ts';
import { derive } from './sample-data.ts';

let opened = 0;
/** The time of every store. */
export const NOW = 1_000;
/** Signs packs. */
export const ANNA = signerOf(1);
/** Another signer. */
export const BERT = signerOf(2);

/** Opens a store of its own. */
export async function fresh(over: Partial<StoreOptions> = {}): Promise<IndexedDbStore> {
  return value(await openStore({ databaseName: `a-place-${opened++}`, derive, nowMs: () => NOW, ...over }));
}

/** A report of the pack, named by a letter. */
export const report = (id: string, over: Partial<ArticleRecord> = {}): ArticleRecord => ({
  ...ARTICLE,
  id,
  url: `https://harbour.example/${id}`,
  headline: `Report ${id}`,
  text: `Text of ${id}.`,
  ...over,
});
/** Records of a first version. */
export const FIRST: PackRecord[] = [OUTLET, REPORTER, TOPIC, report('a'), report('b')];

/** A pack of records, read and checked. */
export async function reading(records: PackRecord[], signer: PackSigner | null = null, about: Partial<PackDescription> = {}) {
  const lines = signer === null ? packOf(records, about) : signedPackOf(records, signer, about);
  return value(await scanPack(() => lines));
}

/** Installs one. */
export async function install(
  store: IndexedDbStore,
  records: PackRecord[],
  signer: PackSigner | null = null,
  about: Partial<PackDescription> = {},
) {
  return installPack(await reading(records, signer, about), { store, derive: (articles) => articles.map(derive), nowMs: NOW });
}

/** What installing it would do, of a pack of few reports. */
export async function plan(
  store: IndexedDbStore,
  records: PackRecord[],
  signer: PackSigner | null = null,
  about: Partial<PackDescription> = {},
) {
  const scanned = await reading(records, signer, about);
  const others = await planPack(scanned, { store, nowMs: NOW });
  const reports = [];
  for await (const some of planReports(scanned, { store, nowMs: NOW })) reports.push(some);
  const [articles, ...more] = reports;
  expect(more).toEqual([]);
  const write = { ...others.write, articles: articles?.write ?? [] };
  return { ...others, write, counts: { articles: articles?.counts, ...others.counts } };
}

/** Takes the pack of a name away. */
export async function remove(store: IndexedDbStore, name: string): Promise<void> {
  value(await store.startRemoval(packId(name), false));
  while (value(await store.continueRemoval(false)) !== null);
}

/** Headlines of the reports a to e that are here. */
export const headlines = async (store: IndexedDbStore) =>
  (await store.getArticles(['a', 'b', 'c', 'd', 'e'])).map(({ article }) => article.headline);
/** Their ids. */
export const ids = async (store: IndexedDbStore) =>
  (await store.getArticles(['a', 'b', 'c', 'd', 'e'])).map(({ article }) => article.id).join('');

/** Everything a store says, but for what a backup leaves out. */
export async function contents(store: IndexedDbStore) {
  const tables = ['articles', 'reporters', 'outlets', 'topics', 'packs'] as const;
  const rows = await Promise.all(tables.map((table) => store.readRows(table, null, 1_000)));
  const held = await Promise.all((await store.listPacks()).map(({ id }) => store.heldBy(id)));
  return { rows, held: held.map((one) => Object.values(one).map((list: string[]) => [...list].sort())), status: await store.status() };
}
