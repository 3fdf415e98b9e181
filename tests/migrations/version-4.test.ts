import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newPin } from '../../lib/core/new-pin.ts';
import { byHand } from '../../lib/core/rank.ts';
import { MAIN_MIGRATIONS, TEXTS_MIGRATIONS } from '../../lib/store/indexed-db/migrations/list.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { settle, value } from '../contract/checks.ts';
import { derive } from '../contract/sample-data.ts';

type Line = { database: 'main' | 'texts'; version?: number; table?: string; key?: IDBValidKey; value?: unknown };

/** What the release with version 4 had on disk, row by row; bytes are written as `$bytes` (base64) and `$words`. */
const LINES = readFileSync(fileURLToPath(new URL('../fixtures/databases/version-4.ndjson', import.meta.url)), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line, revive) as Line);

function revive(_key: string, given: unknown): unknown {
  const packed = given as { $bytes?: string; $words?: number[] } | null;
  if (typeof packed?.$bytes === 'string') return Uint8Array.from(atob(packed.$bytes), (character) => character.charCodeAt(0));
  return Array.isArray(packed?.$words) ? Uint32Array.from(packed.$words) : given;
}

function build(name: string, of: Line['database'], steps: typeof MAIN_MIGRATIONS): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines = LINES.filter(({ database }) => database === of);
    const { version } = lines.find((line) => line.version !== undefined)!;
    const request = indexedDB.open(name, version);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const step of steps.slice(0, version)) step(request.result, request.transaction!);
    };
    // After the steps: one of them fills its tables from others.
    request.onsuccess = () => {
      const transaction = request.result.transaction([...request.result.objectStoreNames], 'readwrite');
      for (const { table, key, value: row } of lines) if (table !== undefined) transaction.objectStore(table).put(row, key);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

it('a database of version 4 keeps all it had, and its pins get their place by the time they were pinned', async () => {
  await build('four', 'main', MAIN_MIGRATIONS);
  await build('four-texts', 'texts', TEXTS_MIGRATIONS);
  const store = value(await openStore({ databaseName: 'four', derive, nowMs: Date.now }));
  const before = LINES.filter(({ table }) => table === 'pins').map((line) => line.value as Parameters<typeof newPin>[0]);
  expect(await store.listPins()).toEqual(before.map(newPin));
  expect((await store.listPins()).sort(byHand).map(({ pinnedAtMs }) => pinnedAtMs)).toEqual([1785000000123, 1780000000000, 1780000000000]);
  for (const table of ['corrections', 'followed', 'saves', 'versions', 'sources', 'entries', 'packs', 'holdings', 'reporters'] as const) {
    expect(await store.readRows(table, null, 10)).toEqual(LINES.filter((line) => line.table === table).map((line) => line.value));
  }
  expect((await store.getArticles(['r1', 'r2'])).map(({ article }) => article.text)).toEqual(['One\n\nTwo', 'Мова 漢字']);
  await settle(store);
  expect(await store.evaluate([{ term: 'lathe', weight: 1 }], 5)).toHaveLength(1);
  for (const table of ['notes', 'collections', 'trash'] as const) expect(await store.listRows(table)).toEqual([]);
  store.close();
});
