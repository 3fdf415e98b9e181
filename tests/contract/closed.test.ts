import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { openedOnce } from '../../lib/store/opened-once.ts';
import { value } from './checks.ts';
import { derive, pin, record } from './sample-data.ts';

const RESTS = { derive, nowMs: () => 0 };

/** A store as background and library hold it, and every connection that was made for it. */
function heldStore(databaseName: string) {
  const connections: IDBDatabase[] = [];
  const noting = {
    open: (name: string, version?: number) => {
      const request = indexedDB.open(name, version);
      request.addEventListener('success', () => void connections.push(request.result));
      return request;
    },
  } as IDBFactory;
  return { connections, store: openedOnce((onClosed) => openStore({ ...RESTS, indexedDB: noting, databaseName, onClosed })) };
}

describe('a store that others close', () => {
  it('is opened anew where the browser ends its connections: all that was kept is there', async () => {
    const { store, connections } = heldStore('closed-by-browser');
    const first = value(await store());
    await first.addArticles([record('r1', { headline: 'Lathe', text: 'A long text.' })]);
    value(await first.putPin(pin('r1')));
    for (const connection of connections) forceCloseDatabase(connection as never);
    await vi.waitFor(async () => expect(value(await store())).not.toBe(first));
    await usable(value(await store()), 1);
  });

  it('is opened anew where the storage is cleared: empty', async () => {
    const { store } = heldStore('cleared');
    await value(await store()).addArticles([record('r1', { headline: 'Lathe' })]);
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('cleared');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    await usable(value(await store()), 0);
  });

  it('is one for all who ask meanwhile, and tried again after a failure', async () => {
    const tries = vi.fn().mockResolvedValueOnce({ ok: false }).mockResolvedValue({ ok: true });
    const open = openedOnce<unknown>(tries);
    expect(await Promise.all([open(), open()])).toEqual([{ ok: false }, { ok: false }]);
    expect([await open(), await open()]).toEqual([{ ok: true }, { ok: true }]);
    expect(tries).toHaveBeenCalledTimes(2);
  });

  it('is tried again where the opening rejected', async () => {
    const open = openedOnce<unknown>(vi.fn().mockRejectedValueOnce(new Error('broken')).mockResolvedValue({ ok: true }));
    await expect(open()).rejects.toThrow('broken');
    expect(await open()).toEqual({ ok: true });
  });
});

async function usable(store: IndexedDbStore, pins: number): Promise<void> {
  expect(await store.listPins()).toHaveLength(pins);
  value(await store.putPin(pin('r2')));
  expect(await store.listPinIds()).toContain('r2');
}
