import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../../lib/background/app.ts';
import { createSafekeeping } from '../../../lib/background/safekeeping.ts';
import { serveUpkeep } from '../../../lib/background/upkeep.ts';
import type { SettingsService } from '../../../lib/services/settings.ts';

const fake = vi.hoisted(() => ({
  /** Minutes until they go off, by name. */
  alarms: {} as Record<string, number>,
  session: {} as Record<string, unknown>,
  local: {} as Record<string, unknown>,
}));

vi.mock('../../../lib/platform/browser.ts', () => {
  const event = { addListener: () => {} };
  const area = (of: 'session' | 'local') => ({
    get: async (key: string) => (key in fake[of] ? { [key]: fake[of][key] } : {}),
    set: async (values: object) => void Object.assign(fake[of], values),
  });
  return {
    browser: {
      alarms: {
        create: async (name: string, { delayInMinutes }: { delayInMinutes: number }) =>
          void Object.assign(fake.alarms, { [name]: delayInMinutes }),
        onAlarm: event,
      },
      runtime: { onStartup: event, onInstalled: event },
      storage: { local: area('local'), session: area('session') },
    },
  };
});

/** A background that starts while no event says that the browser or the extension did. */
function start(): void {
  const app = {} as App;
  createSafekeeping(app).serve();
  serveUpkeep(app, {} as SettingsService, async () => {});
}

beforeEach(() => {
  Object.assign(fake, { alarms: {}, session: {}, local: {} });
});

describe('the first background of a session, also after the extension was switched off and on', () => {
  it('sets the alarms of copies and trash; the next ones leave them', async () => {
    start();
    await vi.waitFor(() => expect(fake.alarms).toEqual({ safekeeping: 2, trash: 1 }));
    await vi.waitFor(() => expect(Object.keys(fake.session)).toHaveLength(2));
    fake.alarms = {};
    start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fake.alarms).toEqual({});
  });

  it('takes up what was unfinished', async () => {
    fake.local.unfinished = true;
    start();
    await vi.waitFor(() => expect(fake.alarms).toEqual({ safekeeping: 2, trash: 1, upkeep: 1 }));
  });
});
