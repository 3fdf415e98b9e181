import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { serveImportThread } from '../../../lib/background/import-thread.ts';
import { importsInThread } from '../../../lib/background/import-worker.ts';
import { openLibraryPins } from '../../../lib/background/library-pins.ts';
import { openLibraryRest } from '../../../lib/background/library-rest.ts';
import type { StoreOptions } from '../../../lib/store/indexed-db/open-store.ts';

/*
 * Whoever meets damage drops what is derived. Whatever page or thread that is, somebody has to rebuild it.
 */

const fake = vi.hoisted(() => ({ told: [] as object[], opened: [] as StoreOptions[] }));

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    i18n: { getMessage: () => '', getUILanguage: () => 'en' },
    runtime: { getManifest: () => ({ version: '1.0.0' }), getURL: (path: string) => path },
    storage: { local: { get: async () => ({}), set: async () => {} } },
  },
}));

vi.mock('../../../lib/messaging/client.ts', () => ({
  createPageClient: () => ({ dataChanged: async (args: object) => void fake.told.push(args) }),
}));

vi.mock('../../../lib/store/indexed-db/open-store.ts', () => ({
  openStore: async (options: StoreOptions) => {
    fake.opened.push(options);
    return { ok: false, error: { code: 'storage-failed', message: 'Not here.' } };
  },
}));

beforeEach(() => {
  fake.told = [];
  fake.opened = [];
});

/** Waits until somebody opens the store, and finds damage as they. */
async function findDamage(): Promise<void> {
  await vi.waitFor(() => expect(fake.opened).not.toHaveLength(0));
  fake.opened[0]!.onRebuildDue!();
}

it('the library’s pins tell the background', async () => {
  openLibraryPins();
  await findDamage();
  expect(fake.told).toEqual([{}]);
});

it('the rest of the library tells the background, and open surfaces look again', async () => {
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(4)));
  const data = openLibraryRest();
  void data.listActivity(5);
  await findDamage();
  expect(fake.told).toEqual([{ reports: true }]);
});

it('the thread that imports tells its page', async () => {
  vi.stubGlobal('fetch', async () => new Response(new Uint8Array(4)));
  const { port1, port2 } = new MessageChannel();
  vi.stubGlobal(
    'Worker',
    class {
      postMessage = (message: unknown) => port1.postMessage(message);
      addEventListener = (type: 'message', listener: (event: { data: unknown }) => void) => port1.addEventListener(type, listener as never);
    },
  );
  serveImportThread(port2 as never, () => Promise.reject() as never);
  port1.start();
  port2.start();
  const told = vi.fn();
  void importsInThread(told).preview(new Blob(['no pack']), null, {});
  await findDamage();
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
  port1.close();
  port2.close();
});
