import { beforeEach, describe, expect, it, vi } from 'vitest';
import { registerGate } from '../../../lib/platform/gate-script.ts';

interface Script {
  matches: string[];
  excludeMatches: string[];
}

const fake = vi.hoisted(() => ({
  /** Hosts by tab, as far as the browser shows them. */
  tabs: {} as Record<number, string>,
  registered: [] as Script[],
  given: [] as number[],
}));

vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    tabs: {
      query: async ({ url }: { url: string[] }) =>
        Object.entries(fake.tabs).flatMap(([id, host]) =>
          url.some((p) => ['*://*/*', `*://${host}/*`].includes(p)) ? [{ id: Number(id) }] : [],
        ),
    },
    scripting: {
      getRegisteredContentScripts: async () => fake.registered,
      registerContentScripts: async (scripts: Script[]) => void fake.registered.push(...scripts),
      updateContentScripts: async (scripts: Script[]) => void fake.registered.splice(0, 1, ...scripts),
      unregisterContentScripts: async () => void fake.registered.pop(),
      executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => {
        expect(files).toEqual(['gate.js']);
        fake.given.push(target.tabId);
        // The first is a page that the browser keeps to itself.
        if (target.tabId === 1) throw new Error('Cannot access contents of the page.');
      },
    },
  },
}));

/** Tabs that get a gate when it is registered so. */
async function givenBy(matches: string[], excludeMatches: string[] = []): Promise<number[]> {
  fake.given = [];
  await registerGate({ matches, excludeMatches });
  return fake.given;
}

beforeEach(() => {
  fake.tabs = { 1: 'a.example', 2: 'a.example', 3: 'b.example' };
  fake.registered = [];
});

describe('the gate in pages that are open', () => {
  it('comes into every page it is registered for, whichever tab is in front', async () => {
    expect(await givenBy(['*://a.example/*'])).toEqual([1, 2]);
  });

  it('does not come again where it is', async () => {
    await givenBy(['*://a.example/*']);
    expect(await givenBy(['*://a.example/*'])).toEqual([]);
    expect(await givenBy(['*://*/*'])).toEqual([3]);
  });

  it('stays out of sites that are switched off, and comes when they are switched on', async () => {
    expect(await givenBy(['*://*/*'], ['*://b.example/*'])).toEqual([1, 2]);
    expect(await givenBy(['*://*/*'])).toEqual([3]);
  });

  it('comes into all of them anew once the browser has forgotten it, as it does at an update', async () => {
    await givenBy(['*://*/*']);
    fake.registered = [];
    expect(await givenBy(['*://*/*'])).toEqual([1, 2, 3]);
  });

  it('is registered no longer where nothing shall be looked at', async () => {
    await givenBy(['*://*/*']);
    expect(await givenBy([])).toEqual([]);
    expect(fake.registered).toEqual([]);
  });
});
