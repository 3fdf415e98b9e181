import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../../lib/background/app.ts';
import { createPageHandlers } from '../../../lib/background/page-handlers.ts';
import { createSources } from '../../../lib/background/sources.ts';
import type { Workplace } from '../../../lib/background/workplace.ts';
import { ok } from '../../../lib/core/result.ts';
import type { Source } from '../../../lib/core/source.ts';
import type { SettingsService } from '../../../lib/services/settings.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { value } from '../../contract/checks.ts';
import { derive } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const fake = vi.hoisted(() => ({
  granted: new Set<string>(),
  /** Minutes until they go off, by name. */
  alarms: {} as Record<string, number>,
  permissionsChanged: [] as ((change: { origins: string[] }) => void)[],
}));

vi.mock('../../../lib/platform/browser.ts', () => {
  const event = { addListener: () => {} };
  const onPermission = { addListener: (listener: (change: { origins: string[] }) => void) => void fake.permissionsChanged.push(listener) };
  return {
    browser: {
      alarms: {
        create: async (name: string, { delayInMinutes }: { delayInMinutes: number }) =>
          void Object.assign(fake.alarms, { [name]: delayInMinutes }),
        clear: async (name: string) => void delete fake.alarms[name],
        onAlarm: event,
      },
      permissions: {
        contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => fake.granted.has(origin)),
        getAll: async () => ({ origins: [...fake.granted] }),
        onAdded: onPermission,
        onRemoved: onPermission,
      },
      runtime: { sendMessage: async () => {}, onStartup: event },
      storage: {
        local: { get: async () => ({}), set: async () => {}, remove: async () => {} },
        // An earlier background of the session set the alarm.
        session: { get: async (key: string) => ({ [key]: true }), set: async () => {} },
      },
    },
  };
});

const FEED = 'https://harbour.example/feed';
const rss = (ids: string) =>
  `<rss version="2.0"><channel><title>Harbour Times</title>${['a', 'b', 'c'].map((name) => `<item><guid>${ids}${name}</guid><title>The ${name} of the harbour</title><link>https://harbour.example/${name}</link></item>`).join('')}</channel></rss>`;
const answers = (make: (init?: RequestInit) => Response) =>
  vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => Object.defineProperty(make(init), 'url', { value: FEED }));
const SOURCE: Source = { id: 'source:a', url: FEED, title: 'Harbour Times', siteUrl: null, folders: [], addedAtMs: 1, paused: false };
const PAGE = snapshotOf({ url: 'https://harbour.example/a', feeds: [{ url: FEED, title: '', type: 'application/rss+xml' }] });
let opened = 0;

/** The background, with the sources of a store as a restore leaves them: no fetch has taught anything, no alarm is set. */
async function restored(sources: Source[]) {
  const store = value(await openStore({ databaseName: `background-sources-${opened++}`, derive, nowMs: () => Date.now() }));
  value(await store.putSources(sources));
  const gazetteer = value(openGazetteer([buildGazetteer([])]));
  const place = { store, gazetteer, layerId: '', refreshTopics: async () => {} } as Workplace;
  const app = {
    workplace: async () => ok(place),
    withPlace: (task: (place: Workplace) => unknown) => task(place),
    pages: { refreshAll: async () => {}, snapshot: async () => PAGE },
  } as unknown as App;
  const settings = { state: async () => ({}), restore: async () => {} } as unknown as SettingsService;
  const made = createSources(app, settings);
  made.serve();
  return { store, made, handlers: createPageHandlers(app, settings, made.handlers as never, made.start) };
}

beforeEach(() => {
  fake.granted = new Set(['*://harbour.example/*']);
  fake.alarms = {};
  fake.permissionsChanged = [];
  vi.stubGlobal('navigator', { onLine: true });
  answers(() => new Response(rss('')));
});
afterEach(() => vi.unstubAllGlobals());

describe('sources that a restore or an import brought', () => {
  it('are due within a minute once a page says that data came in', async () => {
    const { handlers } = await restored([SOURCE]);
    value(await handlers.dataChanged({}));
    expect(fake.alarms.sources).toBeUndefined();
    value(await handlers.dataChanged({ reports: true }));
    expect(fake.alarms.sources).toBe(1);
  });

  it('are listed with the reports that came with them', async () => {
    const { store, made } = await restored([SOURCE]);
    value(
      await store.addSourceEntries(
        SOURCE.id,
        ['a', 'b', 'a'].map((articleId) => ({ articleId, keys: [] })),
      ),
    );
    expect(value(await made.handlers.listSources({}))).toMatchObject([{ health: { code: 'new' }, reports: 2 }]);
  });

  it('are fetched once the permission for their host comes, unless they are paused or the host is another', async () => {
    const url = 'https://other.example/feed';
    const paused = { ...SOURCE, id: 'source:b', url: 'https://harbour.example/b', paused: true };
    const { store } = await restored([SOURCE, paused, { ...SOURCE, id: 'source:c', url }]);
    fake.granted.add('*://other.example/*');
    fake.permissionsChanged[0]?.({ origins: ['*://harbour.example/*'] });
    const states = async () => (await store.listSources()).map(({ source, state }) => [source.id, state?.failure]);
    const expected = [
      ['source:a', null],
      ['source:b', undefined],
      ['source:c', undefined],
    ];
    await vi.waitFor(async () => expect(await states()).toEqual(expected), 10_000);
    await vi.waitFor(() => expect(fake.alarms.sources).toBe(1), 10_000);
    expect([await states(), (await store.status()).articles]).toEqual([expected, 3]);
  });
});

it('a feed of the open page that is a source is said to be refused where the browser does not let us fetch it', async () => {
  const { made } = await restored([SOURCE]);
  const feeds = async () => value(await made.handlers.siteFeeds({ tabId: 1 })).map(({ known, refused }) => [known, refused]);
  expect(await feeds()).toEqual([[true, false]]);
  fake.granted.clear();
  expect(await feeds()).toEqual([[true, true]]);
});

describe('a source', () => {
  async function fetched() {
    const { store, made } = await restored([SOURCE]);
    const fetchNow = async () => {
      const before = (await store.listActivity(9)).length;
      value(await made.handlers.refreshSources({ ids: [SOURCE.id] }));
      // The alarm is set when all is done.
      fake.alarms = {};
      await vi.waitFor(async () => expect((await store.listActivity(9)).length).toBeGreaterThan(before), 10_000);
      await vi.waitFor(() => expect(fake.alarms.sources).toBeGreaterThan(1), 10_000);
      return value(await made.handlers.listSources({}))[0];
    };
    return { store, fetchNow };
  }

  it('counts the reports that came from it once each, whatever ids its feed gives them', async () => {
    const { store, fetchNow } = await fetched();
    expect(await fetchNow()).toMatchObject({ reports: 3, failure: null });
    answers(() => new Response(rss('new-')));
    expect(await fetchNow()).toMatchObject({ reports: 3 });
    expect((await store.sourceEntries(SOURCE.id)).length).toBe(6);
  });

  it('that a restore brought keeps the count of its reports where its first fetch fails', async () => {
    const { store, fetchNow } = await fetched();
    value(await store.addSourceEntries(SOURCE.id, [{ articleId: 'a', keys: [] }]));
    answers((init) => {
      if (init?.redirect !== 'manual') throw new TypeError('Failed to fetch');
      return Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    });
    expect(await fetchNow()).toMatchObject({ reports: 1, failure: { code: 'leads-away', status: null }, health: { code: 'failing' } });
  });
});
