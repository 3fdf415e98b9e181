import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { importStarterPack, isStarterPackDue } from '../../../lib/background/starter-pack.ts';
import type { Workplace } from '../../../lib/background/workplace.ts';
import { finishRemovals } from '../../../lib/services/sources.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { settle, value } from '../../contract/checks.ts';
import { derive, record } from '../../contract/sample-data.ts';
import { ARTICLE, OUTLET, packOf, REPORTER, TOPIC } from '../packs/records.ts';

const fake = vi.hoisted(() => ({ version: '1.0.0', kept: {} as Record<string, unknown> }));

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: fake.version }) },
    storage: {
      local: { get: async (key: string) => ({ [key]: fake.kept[key] }), set: async (rows: object) => void Object.assign(fake.kept, rows) },
    },
  },
}));

vi.mock('../../../lib/platform/own-files.ts', () => ({
  readOwnFile: async () =>
    new TextEncoder().encode(
      packOf([ARTICLE, OUTLET, REPORTER, TOPIC])
        .map((line) => `${line}\n`)
        .join(''),
    ),
}));

let opened = 0;
const open = (databaseName: string) => openStore({ databaseName, derive, nowMs: () => 7 }).then(value);

/** What an opening does with the starter pack; says whether its pack is in the list then. */
async function started(store: IndexedDbStore): Promise<boolean> {
  const place = { store, gazetteer: value(openGazetteer([buildGazetteer([])])), refreshTopics: async () => {} } as unknown as Workplace;
  if (await isStarterPackDue(store)) await importStarterPack(place);
  return (await store.listPacks()).length === 1;
}

/** Changes the index record behind the store's back. */
async function changeRecord(databaseName: string, change: (kept: object) => unknown): Promise<void> {
  const request = indexedDB.open(databaseName);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const transaction = request.result.transaction('meta', 'readwrite');
  const meta = transaction.objectStore('meta');
  const asked = meta.get('state');
  asked.onsuccess = () => meta.put(change(asked.result), 'state');
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  request.result.close();
}

beforeEach(() => {
  fake.version = '1.0.0';
  fake.kept = {};
});

it.each([
  ['another format of derived data', (kept: object) => ({ ...kept, format: 1 })],
  ['a damaged record', () => 'no record'],
])('a starter pack that was removed stays away at %s', async (_what, change) => {
  const name = `starter-${opened++}`;
  const store = await open(name);
  expect(await started(store)).toBe(true);
  expect(await isStarterPackDue(store)).toBe(false);
  value(await store.startRemoval((await store.listPacks())[0]!.id, false));
  value(await finishRemovals(store));
  value(await store.addArticles([record('mine')]));
  const { updatedAtMs } = await store.status();
  store.close();
  await changeRecord(name, change);
  // It comes with a new version of Sidelight.
  fake.version = '1.1.0';
  const again = await open(name);
  expect(await started(again)).toBe(false);
  await settle(again);
  expect(await isStarterPackDue(again)).toBe(false);
  expect(await again.status()).toMatchObject({ updatedAtMs, articles: 1 });
  again.close();
});

it('a starter pack comes anew where the database was cleared', async () => {
  const store = await open(`starter-${opened++}`);
  expect(await started(store)).toBe(true);
  store.close();
  const cleared = await open(`starter-${opened++}`);
  expect(await started(cleared)).toBe(true);
  cleared.close();
});
