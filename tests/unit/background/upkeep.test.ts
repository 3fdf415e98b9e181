import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { App } from '../../../lib/background/app.ts';
import { noteChange, runUpkeep } from '../../../lib/background/upkeep.ts';
import { ok } from '../../../lib/core/result.ts';
import type { SettingsService } from '../../../lib/services/settings.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { value } from '../../contract/checks.ts';
import { derive, record } from '../../contract/sample-data.ts';

const fake = vi.hoisted(() => ({ kept: {} as Record<string, unknown>, alarms: new Set<string>() }));

vi.mock('../../../lib/platform/browser.ts', () => {
  const event = { addListener: () => {} };
  return {
    browser: {
      alarms: {
        create: async (name: string) => void fake.alarms.add(name),
        clear: async (name: string) => void fake.alarms.delete(name),
        onAlarm: event,
      },
      runtime: { onStartup: event, sendMessage: async () => {} },
      storage: {
        local: {
          get: async () => fake.kept,
          set: async (rows: object) => void Object.assign(fake.kept, rows),
          remove: async (key: string) => void delete fake.kept[key],
        },
      },
    },
  };
});

const settings = { restore: async () => {} } as unknown as SettingsService;
let opened = 0;

/** A background with a store, some of whose functions are replaced. */
async function background(over: Partial<IndexedDbStore> = {}) {
  const store = value(await openStore({ databaseName: `upkeep-${opened++}`, derive, nowMs: () => Date.now() }));
  value(await store.addArticles(Array.from({ length: 70 }, (_, at) => record(`r${at}`))));
  const place = { store: { ...store, ...over }, layerId: '', refreshTopics: async () => {} };
  const refreshAll = vi.fn(async () => {});
  return { store, refreshAll, app: { workplace: async () => ok(place), pages: { refreshAll } } as unknown as App };
}

beforeEach(() => {
  fake.kept = {};
  fake.alarms.clear();
});

const isNoted = () => [fake.kept.unfinished ?? false, fake.alarms.has('upkeep')];

it('is noted as unfinished until it is done', async () => {
  const { store, app } = await background();
  await runUpkeep(app, settings);
  expect(isNoted()).toEqual([false, false]);
  expect((await store.upkeep()).done).toBe(true);
});

it('leaves the alarm of what a page had begun, for there is more to see after', async () => {
  const { app } = await background();
  fake.kept.unfinished = true;
  await runUpkeep(app, settings);
  expect(isNoted()).toEqual([false, true]);
  await runUpkeep(app, settings);
  expect(isNoted()).toEqual([false, false]);
});

it('is taken up again where its first step fails', async () => {
  const { app } = await background({ upkeep: () => Promise.reject(new DOMException('Cannot be read.', 'UnknownError')) });
  await expect(runUpkeep(app, settings)).rejects.toThrow('Cannot be read.');
  expect(isNoted()).toEqual([true, true]);
});

it('is not done while a restore fails, though the rest goes on', async () => {
  const { store, app } = await background({
    restoreLeft: async () => ({ settings: null, articles: 1, of: 1 }),
    continueRestore: async () => ({ ok: false, error: { code: 'quota-exceeded', message: 'Full.' } }),
  });
  await runUpkeep(app, settings);
  expect((await store.upkeep()).done).toBe(true);
  expect(isNoted()).toEqual([true, true]);
});

it('begins at once with the rebuild of what a page found damaged, and once', async () => {
  const { store, app, refreshAll } = await background();
  value(await store.startRebuild());
  await Promise.all([noteChange(app, settings), noteChange(app, settings)]);
  await vi.waitFor(async () => expect((await store.status()).rebuilding).toBeNull());
  await vi.waitFor(() => expect(refreshAll).toHaveBeenCalledTimes(2));
  await noteChange(app, settings);
  expect(refreshAll).toHaveBeenCalledTimes(2);
});

it('rebuilds what anybody found damaged, and says so on the pages before and after', async () => {
  const { store, app, refreshAll } = await background();
  value(await store.startRebuild());
  await runUpkeep(app, settings);
  expect((await store.status()).rebuilding).toBeNull();
  expect(refreshAll).toHaveBeenCalledTimes(2);
  expect(isNoted()).toEqual([false, false]);
});
