import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { derive, record } from './sample-data.ts';

const LONG = 'Ein Satz über Łódź і Київ 上海 🚀. '.repeat(60);

/** Records of the texts' table, changed by `change` where it gives something. */
function eachText(factory: IDBFactory, name: string, change?: (value: unknown) => unknown): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('texts', 'readwrite');
      const values: unknown[] = [];
      transaction.objectStore('texts').openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (cursor === null) return;
        values.push(cursor.value);
        if (change !== undefined) cursor.update(change(cursor.value));
        cursor.continue();
      };
      transaction.oncomplete = () => {
        request.result.close();
        resolve(values);
      };
    };
  });
}

it('texts come back unchanged, long ones kept compressed', async () => {
  const factory = new IDBFactory();
  const store = value(await openStore({ indexedDB: factory, derive, nowMs: Date.now }));
  const texts = ['short', LONG, `${LONG}\ud83d`];
  value(await store.addArticles(texts.map((text, i) => record(`a${i}`, { text }))));
  expect((await store.getArticles(['a0', 'a1', 'a2'])).map(({ article }) => article.text)).toEqual(texts);
  store.close();
  const [short, long, broken] = await eachText(factory, 'sidelight-texts');
  expect([short, broken]).toEqual([texts[0], texts[2]]);
  expect((long as Uint8Array).byteLength).toBeLessThan(LONG.length / 5);
});

it('a damaged text is answered as empty, and its article otherwise whole', async () => {
  const factory = new IDBFactory();
  const store = value(await openStore({ indexedDB: factory, derive, nowMs: Date.now }));
  value(await store.addArticles([record('a', { text: LONG }), record('b', { text: LONG })]));
  let n = 0;
  await eachText(factory, 'sidelight-texts', (kept) => (n++ === 0 ? (kept as Uint8Array).map((byte) => byte ^ 0x55) : { not: 'a text' }));
  const stored = await store.getArticles(['a', 'b']);
  expect(stored.map(({ article }) => [article.headline, article.text])).toEqual([
    ['Report a', ''],
    ['Report b', ''],
  ]);
  expect((await store.status()).rebuilding).toBeNull();
  store.close();
});

it('texts live in a storage bucket of their own where the browser has them', async () => {
  const [main, apart] = [new IDBFactory(), new IDBFactory()];
  const asked: string[] = [];
  const storageBuckets = {
    open: async (name: string) => {
      asked.push(name);
      return { indexedDB: apart };
    },
  };
  const store = value(await openStore({ indexedDB: main, storageBuckets, derive, nowMs: Date.now }));
  expect(asked).toEqual([]);
  value(await store.addArticles([record('a', { text: LONG })]));
  expect((await store.getArticles(['a']))[0]?.article.text).toBe(LONG);
  store.close();
  expect(asked).toEqual(['sidelight-texts']);
  expect((await main.databases()).map(({ name }) => name)).toEqual(['sidelight']);
  expect((await apart.databases()).map(({ name }) => name)).toEqual(['sidelight-texts']);
});

it('a bucket that cannot be opened fails the write whole, and the next one tries again', async () => {
  let works = false;
  const apart = new IDBFactory();
  const storageBuckets = {
    open: async () => {
      if (!works) throw new TypeError('refused');
      return { indexedDB: apart };
    },
  };
  const store = value(await openStore({ indexedDB: new IDBFactory(), storageBuckets, derive, nowMs: Date.now }));
  const refused = await store.addArticles([record('a', { text: LONG })]);
  expect(refused.ok ? null : refused.error.code).toBe('storage-failed');
  expect((await store.status()).articles).toBe(0);
  works = true;
  value(await store.addArticles([record('a', { text: LONG })]));
  expect((await store.getArticles(['a']))[0]?.article.text).toBe(LONG);
  store.close();
});
