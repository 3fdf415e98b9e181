import type { BrowserUnderTest } from './browser-under-test.ts';

/** Everything the extension keeps on disk: per database and table the keys with a digest of each value, `storage.local`, and the addresses in each cache. */
export interface ProfileDump {
  databases: Record<string, Record<string, string[]>>;
  local: Record<string, unknown>;
  caches: Record<string, string[]>;
}

/** Reads the whole profile of the extension, without any code of the extension. */
export function dumpProfile(browser: BrowserUnderTest): Promise<ProfileDump> {
  return browser.inExtension<ProfileDump>(`(${readProfile.toString()})()`);
}

/** Runs in a document of the extension; refers to nothing outside itself. */
async function readProfile(): Promise<ProfileDump> {
  // biome-ignore lint/suspicious/noExplicitAny: the browser API has another name in each browser.
  const api = (globalThis as any).browser ?? (globalThis as any).chrome;
  const plain = (_key: string, value: unknown): unknown => {
    const bytes =
      value instanceof ArrayBuffer
        ? new Uint8Array(value)
        : ArrayBuffer.isView(value)
          ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
          : null;
    if (bytes === null) return typeof value === 'bigint' ? String(value) : value;
    let sum = 0;
    for (const byte of bytes) sum = (Math.imul(sum, 31) + byte) | 0;
    return `${bytes.length} bytes ${sum}`;
  };
  const ask = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const databases: ProfileDump['databases'] = {};
  // biome-ignore lint/suspicious/noExplicitAny: Chromium alone has buckets.
  const buckets = (navigator as any).storageBuckets;
  const factories: [string, IDBFactory][] = [['', indexedDB]];
  for (const bucket of (await buckets?.keys()) ?? []) factories.push([`${bucket}/`, (await buckets.open(bucket)).indexedDB]);
  const all = await Promise.all(
    factories.map(async ([place, factory]) => (await factory.databases()).map(({ name }) => ({ place, factory, name }))),
  );
  for (const { place, factory, name } of all.flat()) {
    if (name === undefined) continue;
    const database = await ask(factory.open(name));
    const tables: Record<string, string[]> = {};
    for (const table of database.objectStoreNames) {
      const store = database.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([ask(store.getAllKeys()), ask(store.getAll())]);
      tables[table] = values.map((value, index) => `${JSON.stringify(keys[index])}: ${JSON.stringify(value, plain)}`);
    }
    databases[place + name] = tables;
    database.close();
  }
  const kept: ProfileDump['caches'] = {};
  // On a full disk Firefox cannot even begin to have caches.
  const names = await caches.keys().catch(() => []);
  for (const name of names) kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
  return { databases, local: await api.storage.local.get(null), caches: kept };
}
