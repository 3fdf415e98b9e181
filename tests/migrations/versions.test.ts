import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { MAIN_MIGRATIONS, TEXTS_MIGRATIONS } from '../../lib/store/indexed-db/migrations/list.ts';
import { createFirstTables } from '../../lib/store/indexed-db/migrations/main-001-first.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { settle, value } from '../contract/checks.ts';
import { article, derive, pin, reporter } from '../contract/sample-data.ts';

function version(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      resolve(request.result.version);
      request.result.close();
    };
  });
}

describe('migrations', () => {
  it('leave an empty store in the state the code expects', async () => {
    const store = value(await openStore({ databaseName: 'state', derive, nowMs: Date.now }));
    expect(await store.status()).toEqual({ articles: 0, outlets: 0, reporters: 0, sampleArticles: 0, updatedAtMs: null, rebuilding: null });
    expect(await store.upkeep()).toEqual({ did: 'nothing', done: true });
    store.close();
  });

  it('give a new database the version that is their number', async () => {
    value(await openStore({ databaseName: 'fresh', derive, nowMs: Date.now })).close();
    expect(await version('fresh')).toBe(MAIN_MIGRATIONS.length);
    expect(TEXTS_MIGRATIONS.length).toBe(2);
  });

  it('the tables of version 1 are what they were when it was written', async () => {
    const tables: Record<string, string[]> = {};
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('first', 1);
      request.onupgradeneeded = () => {
        createFirstTables(request.result, request.transaction!);
        for (const name of request.result.objectStoreNames) {
          tables[name] = [...(request.transaction?.objectStore(name).indexNames ?? [])];
        }
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect(tables).toEqual({
      activity: ['atMs'],
      articles: ['id', 'sample', 'url'],
      buckets: [],
      corrections: [],
      delta: [],
      followed: [],
      forward: [],
      long: [],
      meta: [],
      outlets: [],
      parts: [],
      pins: [],
      reporters: [],
      times: [],
      topics: [],
      vocabulary: [],
    });
  });

  it('an index of derived format 1 answers at once and is derived again, once', async () => {
    const filling = value(await openStore({ databaseName: 'format-1', derive, nowMs: Date.now }));
    value(
      await filling.addArticles(
        ['a', 'b'].map((id) => ({ article: article(id, { headline: 'Lathe', text: id }), derived: derive(article(id)) })),
      ),
    );
    filling.close();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('format-1');
      request.onsuccess = () => {
        const transaction = request.result.transaction(['meta', 'articles', 'forward'], 'readwrite');
        const [meta, articles] = [transaction.objectStore('meta'), transaction.objectStore('articles')];
        meta.get('state').onsuccess = ({ target }) => meta.put({ ...(target as IDBRequest).result, format: 1 }, 'state');
        articles.openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
          if (cursor === null) return;
          const { forward, ...row } = cursor.value;
          const { nameKeys: _nameKeys, ...kept } = forward;
          cursor.update(row);
          transaction.objectStore('forward').put(kept, row.docId);
          cursor.continue();
        };
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const store = value(await openStore({ databaseName: 'format-1', derive, nowMs: Date.now }));
    expect((await store.getArticles(['a', 'b'])).map((stored) => [stored.article.text, stored.nameKeys])).toEqual([
      ['a', []],
      ['b', []],
    ]);
    await settle(store);
    expect(await store.evaluate([{ term: 'lathe', weight: 1 }], 5)).toHaveLength(2);
    expect((await store.getArticles(['a']))[0]?.nameKeys).toEqual(['=Lathe']);
    expect(await store.upkeep()).toEqual({ did: 'nothing', done: true });
    store.close();
  });

  it('reporters of version 1 are found by name', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('reporters', 1);
      request.onupgradeneeded = () => {
        createFirstTables(request.result, request.transaction!);
        request.transaction!.objectStore('reporters').put(reporter('p', { name: 'Zoë Example' }));
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const store = value(await openStore({ databaseName: 'reporters', derive, nowMs: Date.now }));
    expect((await store.findReporters({ names: ['zoe example'], profiles: [] })).map(({ id }) => id)).toEqual(['p']);
    store.close();
  });

  it('packs of version 3 are known by what they brought, and can be removed', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('packs', 3);
      request.onupgradeneeded = () => {
        for (const step of MAIN_MIGRATIONS.slice(0, 3)) step(request.result, request.transaction!);
      };
      request.onsuccess = () => {
        const transaction = request.result.transaction(['articles', 'reporters'], 'readwrite');
        for (let i = 0; i < 2_345; i++) {
          const from = { kind: i === 7 ? ('saved-page' as const) : ('pack' as const), source: i % 3 === 0 ? 'Third' : 'Others' };
          const { text: _text, ...row } = article(`a${i}`, { provenance: { ...from, licence: 'CC0-1.0', addedAtMs: 9 } });
          transaction.objectStore('articles').put({ ...row, docId: i + 1 });
        }
        transaction
          .objectStore('reporters')
          .put(reporter('p', { provenance: { kind: 'pack', source: 'Third', licence: null, addedAtMs: 9 } }));
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const store = value(await openStore({ databaseName: 'packs', derive, nowMs: Date.now }));
    const packs = await store.listPacks();
    expect(packs.map(({ name, licence, importedAtMs }) => [name, licence, importedAtMs]).sort()).toEqual([
      ['Others', 'CC0-1.0', 9],
      ['Third', '', 9],
    ]);
    const [others, third] = await Promise.all(
      ['Others', 'Third'].map((name) => store.heldBy(packs.find((pack) => pack.name === name)!.id)),
    );
    expect([others!.articles.length, third!.articles.length, third!.reporters]).toEqual([1_562, 782, ['p']]);
    expect(others!.articles).not.toContain('a7');
    store.close();
  });

  it('source rows of version 1 without any derived data open, and the index is rebuilt from them', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('bare', 1);
      request.onupgradeneeded = () => {
        createFirstTables(request.result, request.transaction!);
        request.transaction!.objectStore('meta').clear();
      };
      request.onsuccess = () => {
        const transaction = request.result.transaction(['articles', 'pins'], 'readwrite');
        const { text: _text, ...row } = article('a', { headline: 'Lathe' });
        transaction.objectStore('articles').put({ ...row, docId: 4 });
        transaction.objectStore('pins').put(pin('a'));
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const store = value(await openStore({ databaseName: 'bare', derive, nowMs: Date.now }));
    expect((await store.listPins()).map(({ id }) => id)).toEqual(['a']);
    await settle(store);
    expect((await store.evaluate([{ term: 'lathe', weight: 1 }], 5)).map(({ docId }) => docId)).toEqual([4]);
    expect((await store.status()).articles).toBe(1);
    store.close();
  });
});
