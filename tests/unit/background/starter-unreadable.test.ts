import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { importStarterPack } from '../../../lib/background/starter-pack.ts';
import { openWorkplace } from '../../../lib/background/workplace.ts';
import { buildGazetteer } from '../../../lib/topics/gazetteer.ts';

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: { getManifest: () => ({ version: '1.0.0' }) },
    storage: { local: { get: async () => ({}), set: async () => {} } },
  },
}));
vi.mock('../../../lib/platform/keep-storage.ts', () => ({ keepStorage: () => {} }));

afterEach(() => vi.unstubAllGlobals());

it('opens the index without the starter pack where its file is missing from the build', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const gazetteer = buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }]);
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('.gaz')) return new Response(gazetteer.slice());
    throw new TypeError('Failed to fetch');
  });
  const opened = await openWorkplace({});
  expect(opened.ok).toBe(true);
  if (!opened.ok) return;
  expect((await opened.value.store.status()).articles).toBe(0);
  expect(log).toHaveBeenCalledWith('Sidelight: the starter pack could not be read');
  await expect(importStarterPack(opened.value)).resolves.toBeUndefined();
  opened.value.store.close();
});
