import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { SurfacePlatform } from '../../../components/surface-platform.ts';
import { interfaceLocale } from '../../../lib/platform/interface-texts.ts';
import { createSurfacePlatform, openLibrary } from '../../../lib/platform/surface-platform.ts';

interface OpenTab {
  id: number;
  windowId: number;
}

const fake = vi.hoisted(() => {
  const listeners = new Set<(message: unknown) => unknown>();
  return {
    listeners,
    calls: [] as [string, unknown][],
    library: [] as { id: number; windowId: number }[],
    /** Tab of the document that runs. */
    current: null as { id: number } | null,
    answer: undefined as unknown,
    uiLanguage: 'en',
  };
});

vi.mock('webextension-polyfill', () => {
  const note =
    (name: string, value: unknown = undefined) =>
    async (...args: unknown[]) => {
      fake.calls.push([name, args.length > 1 ? args : args[0]]);
      return value;
    };
  return {
    default: {
      runtime: {
        getURL: (path: string) => `chrome-extension://me${path}`,
        sendMessage: async (message: unknown) => {
          fake.calls.push(['message', message]);
          if (fake.answer === undefined) throw new Error('Receiving end does not exist.');
          return fake.answer;
        },
        onMessage: {
          addListener: (listener: (message: unknown) => unknown) => fake.listeners.add(listener),
          removeListener: (listener: (message: unknown) => unknown) => fake.listeners.delete(listener),
        },
      },
      tabs: {
        query: async () => fake.library,
        create: note('create'),
        update: note('update'),
        getCurrent: async () => fake.current,
      },
      windows: { getCurrent: async () => ({ id: 1 }), update: note('window') },
      i18n: { getUILanguage: () => fake.uiLanguage, getMessage: (name: string) => (name === 'locale' ? 'en-GB' : '') },
    },
  };
});

const LIBRARY: OpenTab = { id: 5, windowId: 2 };

beforeEach(() => {
  fake.listeners.clear();
  fake.calls.length = 0;
  fake.library = [];
  fake.current = null;
  fake.answer = undefined;
  fake.uiLanguage = 'en';
});

describe('the locale of surfaces and reasons', () => {
  it.each([
    ['de', 'en-GB'],
    ['ja', 'en-GB'],
    ['en-US', 'en-US'],
  ])('in a browser in %s with English texts is %s', (uiLanguage, locale) => {
    fake.uiLanguage = uiLanguage;
    expect(createSurfacePlatform('popup').locale).toBe(locale);
    expect(interfaceLocale()).toBe(locale);
  });
});

describe('the surface platform', () => {
  it('is the one the components ask for, no more and no less', () => {
    type Made = ReturnType<typeof createSurfacePlatform>;
    expectTypeOf<Made>().toExtend<SurfacePlatform>();
    expectTypeOf<keyof Made>().toEqualTypeOf<keyof SurfacePlatform>();
    expect(createSurfacePlatform('page')).toHaveProperty('onSectionAsked');
  });
});

describe('opening an address', () => {
  it('makes a tab in front, behind where asked, and none for what is no web address', () => {
    const { openTab } = createSurfacePlatform('popup');
    openTab('https://a.example/');
    openTab('https://a.example/', true);
    openTab('javascript:alert(1)', true);
    expect(fake.calls).toEqual([
      ['create', { url: 'https://a.example/', active: true }],
      ['create', { url: 'https://a.example/', active: false }],
    ]);
  });
});

describe('opening the library', () => {
  it('makes a tab where there is none', async () => {
    await openLibrary('search');
    expect(fake.calls).toEqual([['create', { url: 'chrome-extension://me/library.html#search' }]]);
  });

  it('tells the open page and only brings it to the front', async () => {
    fake.library = [LIBRARY];
    fake.answer = true;
    await openLibrary('search');
    expect(fake.calls).toEqual([
      ['message', { type: 'library-show-section', tabId: 5, section: 'search' }],
      ['update', [5, { active: true }]],
      ['window', [2, { focused: true }]],
    ]);
  });

  it('navigates a page that does not answer', async () => {
    fake.library = [LIBRARY];
    await openLibrary('data');
    expect(fake.calls[1]).toEqual(['update', [5, { active: true, url: 'chrome-extension://me/library.html#data' }]]);
  });
});

describe('the library page when it is asked for a section', () => {
  const say = (message: unknown) => [...fake.listeners].map((listener) => listener(message));
  const ASKED = { type: 'library-show-section', tabId: 5, section: 'search' };

  async function listen(ownTab: number | null) {
    fake.current = ownTab === null ? null : { id: ownTab };
    const asked: string[] = [];
    const stop = createSurfacePlatform('page').onSectionAsked((section) => asked.push(section));
    await Promise.resolve();
    await Promise.resolve();
    return { asked, stop };
  }

  it('shows it and answers, until it stops listening', async () => {
    const { asked, stop } = await listen(5);
    expect(await Promise.all(say(ASKED))).toEqual([true]);
    expect(asked).toEqual(['search']);
    stop();
    expect(fake.listeners.size).toBe(0);
  });

  it.each([
    ['in another tab', 6, ASKED],
    ['in no tab', null, ASKED],
    ['by another message', 5, { type: 'page-state-changed', tabId: 5 }],
    ['without a section', 5, { ...ASKED, section: 7 }],
    ['with nothing', 5, null],
  ])('stays silent %s', async (_, ownTab, message) => {
    const { asked } = await listen(ownTab);
    expect(say(message)).toEqual([undefined]);
    expect(asked).toEqual([]);
  });
});
