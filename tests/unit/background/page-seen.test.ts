import { beforeEach, expect, it, vi } from 'vitest';
import type { App } from '../../../lib/background/app.ts';
import { createContentHandlers } from '../../../lib/background/page-handlers.ts';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import type { SettingsState } from '../../../lib/messaging/protocol.ts';
import { knownPage } from '../../../lib/services/known-page.ts';
import type { SettingsService } from '../../../lib/services/settings.ts';

const fake = vi.hoisted(() => ({ memory: {} as Record<string, unknown>, told: [] as unknown[], url: 'https://news.example/front' }));

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    runtime: { sendMessage: async (message: unknown) => void fake.told.push(message) },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: fake.memory[key] }),
        set: async (entries: Record<string, unknown>) => void Object.assign(fake.memory, entries),
      },
    },
    tabs: { get: async () => ({ url: fake.url }) },
  },
}));

beforeEach(() => {
  fake.memory = {};
  fake.told = [];
});

function gates(mode: 'every-site' | 'on-click') {
  const done: string[] = [];
  const pages = { forget: async () => void done.push('forget'), analyse: async () => void done.push('analyse') };
  const remember = async (key: string, value: unknown): Promise<boolean> => {
    fake.memory[key] = value;
    return true;
  };
  const state: SettingsState = { ...DEFAULT_SETTINGS, mode, grantedHosts: ['*'], permissionMissing: false, missingHosts: [] };
  const handlers = createContentHandlers({ pages, remember } as unknown as App, { state: async () => state } as unknown as SettingsService);
  const shown = () =>
    knownPage(3, {
      session: { get: async (key) => fake.memory[key] },
      tabUrl: async () => fake.url,
      loadSettings: async () => state,
    });
  return { handlers, done, shown };
}

it('a page that the gate took for no article is said to be passed over, to open surfaces too', async () => {
  const { handlers, done, shown } = gates('every-site');
  await handlers.pageSeen({ isArticle: false }, 3);
  expect(done).toEqual(['forget']);
  expect(await shown()).toEqual({ kind: 'needs-click', host: 'news.example', passedOver: true });
  expect(fake.told).toEqual([{ type: 'page-state-changed', tabId: 3 }]);
  fake.url = 'https://news.example/other';
  expect(await shown()).toEqual({ kind: 'needs-click', host: 'news.example' });
});

it('an article is read, and nothing is noted of a page that may not be read unasked', async () => {
  const every = gates('every-site');
  await every.handlers.pageSeen({ isArticle: true }, 3);
  expect(every.done).toEqual(['forget', 'analyse']);
  const click = gates('on-click');
  await click.handlers.pageSeen({ isArticle: false }, 3);
  expect([click.done, fake.memory]).toEqual([[], {}]);
});
