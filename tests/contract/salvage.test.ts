import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { salvage } from '../../lib/store/indexed-db/salvage.ts';
import { parseBackup } from '../../lib/store/parse-backup.ts';
import { value } from './checks.ts';
import { lines, open, type Profile, profile, restore } from './profiles.ts';
import { fillLibrary, outlet, pin, record, reporter } from './sample-data.ts';

async function filled(): Promise<{ of: Profile; backup: string[] }> {
  const of = profile();
  const store = await open(of);
  value(await store.addArticles(Array.from({ length: 450 }, (_, i) => record(`r${i}`, { text: `Text ${i}` }))));
  value(await store.addArticles([record('alone', { text: 'A text of its own' })]));
  value(await store.putReporters([reporter('p')]));
  value(await store.putOutlets([outlet('outlet:o')]));
  value(await store.putPin(pin('r1')));
  value(await store.putPin(pin('r2')));
  value(await store.putSave({ id: 'r2', savedAtMs: 4 }));
  await fillLibrary(store);
  const backup = await lines(store, of);
  store.close();
  return { of, backup };
}

/** Opens a database of the profile as a newer version would, changes it, and leaves it at that version. */
async function change(name: string, work: (database: IDBDatabase, upgrade: IDBTransaction) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 999);
    request.onupgradeneeded = () => work(request.result, request.transaction!);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

const sorted = (all: string[]): string[] => [...all].sort();

async function rescue(of: Profile) {
  const saved = value(await salvage(of.settings, { databaseName: of.name }));
  const found = (await saved.file.text()).trimEnd().split('\n');
  return { ...saved, found, parsed: value(await parseBackup(found)) };
}

/** Makes reading fail as a browser does where records are damaged. */
async function damaged<T>(isDamaged: (table: string, query: unknown) => boolean, work: () => Promise<T>): Promise<T> {
  const { get, getAll, getAllKeys } = IDBObjectStore.prototype;
  const guard = <Args extends unknown[]>(read: (this: IDBObjectStore, ...given: Args) => IDBRequest) =>
    function (this: IDBObjectStore, ...given: Args) {
      if (isDamaged(this.name, given[0])) throw new DOMException('Internal error reading the disk.', 'UnknownError');
      return read.apply(this, given);
    };
  IDBObjectStore.prototype.get = guard(get);
  IDBObjectStore.prototype.getAll = guard(getAll) as typeof getAll;
  try {
    return await work();
  } finally {
    Object.assign(IDBObjectStore.prototype, { get, getAll, getAllKeys });
  }
}

describe('what can be read of an index', () => {
  it('that is sound is everything', async () => {
    const { of, backup } = await filled();
    const { found, lost, textsLost, trimmed } = await rescue(of);
    expect(sorted(found.slice(1).map((line) => `${line}\n`))).toEqual(sorted(backup.slice(1)));
    expect([lost, textsLost, trimmed]).toEqual([[], 0, 0]);
  });

  it('made by a newer version is all that this version knows, and the index stays as it is', async () => {
    const { of, backup } = await filled();
    await change(of.name, (database, upgrade) => {
      database.createObjectStore('opinions', { keyPath: 'id' }).put({ id: 'o1' });
      const pins = upgrade.objectStore('pins');
      pins.put({ ...pin('r1'), mood: 'glad' });
      pins.put({ ...pin('r9'), state: 'forgotten' });
      upgrade.objectStore('notes').put({ id: 'pin r2', text: 'T', draft: null, updatedAtMs: 5, history: [{ text: 'S' }] });
    });
    const { found, parsed, lost, trimmed } = await rescue(of);
    expect(found).toHaveLength(backup.length + 1);
    expect(parsed.content.pins.map(({ id }) => id)).toEqual(['r1', 'r2']);
    expect(parsed.content.pins[0]).toEqual(pin('r1'));
    expect([lost, trimmed]).toEqual([[{ table: 'pins', rows: 1 }], 2]);
    const versions = await indexedDB.databases();
    expect(versions.find(({ name }) => name === of.name)?.version).toBe(999);
    const other = profile();
    const store = await open(other);
    await restore(store, other, found, 'keep');
    expect(await store.listPins()).toHaveLength(2);
    store.close();
  });

  it('with damaged records is all the others, and the damaged ones are counted', async () => {
    const { of } = await filled();
    const isDamaged = (table: string, query: unknown): boolean => table === 'pins' && (query === 'r1' || query instanceof IDBKeyRange);
    const { parsed, lost } = await damaged(isDamaged, () => rescue(of));
    expect(parsed.content.pins.map(({ id }) => id)).toEqual(['r2']);
    expect(parsed.content.notes).toHaveLength(1);
    expect(parsed.content.articles).toHaveLength(451);
    expect(lost).toEqual([{ table: 'pins', rows: 1 }]);
  });

  it('whose texts cannot be read has its reports without them, and says so', async () => {
    const { of } = await filled();
    const { parsed, textsLost } = await damaged(
      (table) => table === 'texts' || table === 'groups',
      () => rescue(of),
    );
    expect(parsed.content.articles).toHaveLength(451);
    expect(parsed.content.articles.find(({ id }) => id === 'alone')?.text).toBe('A text of its own');
    expect(textsLost).toBe(450);
  });

  it('that is not there is a failure, and makes none', async () => {
    expect(await salvage(profile().settings, { databaseName: 'nowhere' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere');
  });
});
