import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { refused, settle, value } from './checks.ts';
import { derive, pin, record } from './sample-data.ts';

let opened = 0;

function open(databaseName: string): Promise<IndexedDbStore> {
  return openStore({ databaseName, derive, nowMs: Date.now }).then(value);
}

function raw(databaseName: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Changes every record of a table behind the store's back. */
async function spoil(databaseName: string, table: string, change: (value: unknown) => unknown): Promise<number> {
  const database = await raw(databaseName);
  const transaction = database.transaction(table, 'readwrite');
  const store = transaction.objectStore(table);
  let changed = 0;
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    store.openCursor().onsuccess = (event) => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
      if (cursor === null) return;
      cursor.update(change(cursor.value));
      changed++;
      cursor.continue();
    };
  });
  database.close();
  return changed;
}

function flip(value: unknown): unknown {
  const bytes = (value as Uint8Array).slice();
  const at = Math.floor(bytes.length / 2);
  bytes[at] = bytes[at]! ^ 0x55;
  return bytes;
}

const QUESTION = [
  { term: 'lathe', weight: 1 },
  { term: 'name42', weight: 4 },
];

async function filled(count: number): Promise<{ name: string; expected: Awaited<ReturnType<IndexedDbStore['evaluate']>> }> {
  const name = `damage-${opened++}`;
  const store = await open(name);
  value(await store.addArticles(Array.from({ length: count }, (_, i) => record(`r${i}`, { headline: `Lathe name${i}` }))));
  value(await store.putPin(pin('r1')));
  await settle(store);
  const expected = await store.evaluate(QUESTION, 5000);
  store.close();
  return { name, expected };
}

describe('damaged derived data', () => {
  const cases: [string, string, number, (value: unknown) => unknown][] = [
    ['parts of a small segment', 'parts', 200, flip],
    ['parts cut short', 'parts', 200, (bytes) => (bytes as Uint8Array).slice(0, 10)],
    ['parts of another kind', 'parts', 200, () => 'not bytes'],
    ['buckets of a large segment', 'buckets', 2100, flip],
    ['buckets emptied', 'buckets', 2100, () => new Uint8Array(0)],
    ['rows of the delta tier', 'delta', 20, (row) => ({ ...(row as object), impacts: new Uint8Array(1) })],
    ['forward data', 'articles', 20, (row) => ({ ...(row as object), forward: { topics: 5 } })],
    ['forward data that are missing', 'articles', 20, (row) => ({ ...(row as object), forward: undefined })],
    ['the index record and the tables beside it', 'meta', 200, () => ({ format: 1 })],
  ];
  for (const [what, table, count, change] of cases) {
    it(`${what}: reads stay safe, a rebuild starts by itself and restores every answer`, async () => {
      const { name, expected } = await filled(count);
      expect(await spoil(name, table, change)).toBeGreaterThan(0);
      const store = await open(name);
      const during = await store.evaluate(QUESTION, 5000);
      expect(during.length).toBeLessThanOrEqual(expected.length);
      const kept = await store.getArticles(['r1', 'r2']);
      expect(kept.map(({ article }) => article.headline)).toEqual(['Lathe name1', 'Lathe name2']);
      expect(await store.listPins()).toHaveLength(1);
      await store.documentFrequencies(['lathe']);
      const did = await settle(store);
      expect(did).toContain('rebuild');
      expect(await store.evaluate(QUESTION, 5000)).toEqual(expected);
      expect((await store.getArticles(['r1']))[0]!.vector.length).toBeGreaterThan(0);
      expect((await store.status()).articles).toBe(count);
      store.close();
    }, 60_000);
  }

  it('is told once it is dropped, so that somebody goes on with the rebuild', async () => {
    const { name } = await filled(200);
    await spoil(name, 'parts', flip);
    const told = vi.fn();
    const store = value(await openStore({ databaseName: name, derive, nowMs: Date.now, onRebuildDue: told }));
    await store.evaluate(QUESTION, 5000);
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    expect((await store.status()).rebuilding).toBe(0);
    store.close();
  });

  it('a merge that meets damage rebuilds instead of spreading it', async () => {
    const name = `damage-${opened++}`;
    const store = await open(name);
    for (let i = 0; i < 5; i++) {
      value(
        await store.addArticles(Array.from({ length: 130 }, (_, j) => record(`r${i * 130 + j}`, { headline: `Lathe name${i * 130 + j}` }))),
      );
    }
    const expected = await store.evaluate(QUESTION, 1000);
    await spoil(name, 'parts', flip);
    expect(await settle(store)).toContain('rebuild');
    expect(await store.evaluate(QUESTION, 1000)).toEqual(expected);
    store.close();
  }, 60_000);

  it('another format keeps when something last came, and the numbers of segments', async () => {
    const { name } = await filled(200);
    await spoil(name, 'meta', (kept) => ({ ...(kept as object), format: 1, updatedAtMs: 99, nextSegment: 50 }));
    const store = await open(name);
    expect((await store.status()).updatedAtMs).toBe(99);
    await settle(store);
    expect(await store.status()).toMatchObject({ updatedAtMs: 99, articles: 200, rebuilding: null });
    const database = await raw(name);
    const asked = database.transaction('meta').objectStore('meta').get('state');
    await vi.waitFor(() => expect(asked.result.nextSegment).toBeGreaterThan(50));
    database.close();
    store.close();
  });

  it('articles can be added while the index record is damaged', async () => {
    const { name } = await filled(10);
    await spoil(name, 'meta', () => null);
    const store = await open(name);
    value(await store.addArticles([record('new', { headline: 'Lathe' })]));
    await settle(store);
    expect((await store.evaluate([{ term: 'lathe', weight: 1 }], 50)).length).toBe(11);
    store.close();
  });
});

describe('a text that the browser cannot read', () => {
  const { get } = IDBObjectStore.prototype;
  const fails = vi.fn();
  afterEach(() => {
    IDBObjectStore.prototype.get = get;
    fails.mockClear();
  });
  const spoilText = (table: string, docId: number) => {
    IDBObjectStore.prototype.get = function (this: IDBObjectStore, key) {
      if (this.name === table && key === docId) {
        fails();
        throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      }
      return get.call(this, key);
    };
  };
  const LONG = 'Pendulum '.repeat(5_000);
  const reports = (count: number) =>
    Array.from({ length: count }, (_, at) => record(`r${at}`, { headline: `Lathe name${at}`, text: at === 50 ? LONG : `Short text${at}` }));

  it('does not stop a rebuild: its report is found by its headline', async () => {
    const store = await open(`damage-${opened++}`);
    value(await store.addArticles(reports(100)));
    await settle(store);
    const [spoilt] = await store.docIdsOf(['r50']);
    spoilText('texts', spoilt!);
    value(await store.startRebuild());
    await settle(store);
    expect(fails).toHaveBeenCalled();
    expect((await store.status()).rebuilding).toBeNull();
    const found = async (term: string) => (await store.evaluate([{ term, weight: 1 }], 200)).length;
    expect([await found('lathe'), await found('name50'), await found('text49'), await found('pendulum')]).toEqual([100, 1, 1, 0]);
    store.close();
  });

  it('stays where it is while others move, and is there once it can be read', async () => {
    const name = `damage-${opened++}`;
    const store = await open(name);
    for (const each of reports(70)) value(await store.addArticles([each]));
    const [spoilt] = await store.docIdsOf(['r50']);
    spoilText('recentTexts', spoilt!);
    await settle(store);
    expect(fails).toHaveBeenCalled();
    store.close();
    IDBObjectStore.prototype.get = get;
    const again = await open(name);
    const texts = (await again.getArticles(['r49', 'r50', 'r51'])).map(({ article }) => article.text);
    expect(texts).toEqual(['Short text49', LONG, 'Short text51']);
    again.close();
  });
});

describe('refusals', () => {
  it('a database of a newer version is refused and not touched', async () => {
    const name = `damage-${opened++}`;
    await new Promise<void>((resolve) => {
      const request = indexedDB.open(name, 99);
      request.onupgradeneeded = () => request.result.createObjectStore('future').put('kept', 1);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    refused(await openStore({ databaseName: name, derive, nowMs: Date.now }), 'index-newer-than-code');
    const database = await raw(name);
    expect([database.version, [...database.objectStoreNames]]).toEqual([99, ['future']]);
    database.close();
  });

  it('a full disk is a value, and what was there stays', async () => {
    const name = `damage-${opened++}`;
    const store = await open(name);
    value(await store.addArticles([record('a', { headline: 'Lathe', text: 'text' })]));
    value(await store.putPin(pin('a')));
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full(this: IDBObjectStore): never {
      throw new DOMException('full', 'QuotaExceededError');
    } as typeof put;
    try {
      refused(await store.addArticles([record('b', { headline: 'Lathe' })]), 'quota-exceeded');
      refused(await store.addArticles([record('a', { headline: 'Lathe', text: 'other' })]), 'quota-exceeded');
      refused(await store.putPin(pin('b')), 'quota-exceeded');
      refused(await store.putFollows([{ id: '@r', seenAtMs: 7 }]), 'quota-exceeded');
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect((await store.getArticles(['a', 'b'])).map(({ article }) => article.text)).toEqual(['text']);
    expect(await store.listPins()).toHaveLength(1);
    expect((await store.status()).articles).toBe(1);
    value(await store.addArticles([record('b', { headline: 'Lathe' })]));
    store.close();
  });

  it('two stores of one database never interleave their writes', async () => {
    const name = `damage-${opened++}`;
    const [one, two] = [await open(name), await open(name)];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 === 0 ? one : two).addArticles([record(`r${i}`, { headline: 'Lathe', text: `text ${i}` })]),
      ),
    );
    const stored = await two.getArticles(Array.from({ length: 40 }, (_, i) => `r${i}`));
    expect(stored.map(({ article }) => article.text)).toEqual(Array.from({ length: 40 }, (_, i) => `text ${i}`));
    expect(new Set(stored.map(({ docId }) => docId)).size).toBe(40);
    expect(await one.evaluate([{ term: 'lathe', weight: 1 }], 100)).toEqual(await two.evaluate([{ term: 'lathe', weight: 1 }], 100));
    one.close();
    two.close();
  });
});
