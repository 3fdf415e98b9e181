import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../lib/core/coverage.ts';
import { ok } from '../../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import type { Mention } from '../../../lib/core/topic.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import type { ReadDocument } from '../../../lib/services/known-page.ts';
import type { TabReading } from '../../../lib/services/read-tab.ts';
import { keepInSession, type SessionMemory } from '../../../lib/services/session-room.ts';
import { createTabPages, type TabPagesDeps } from '../../../lib/services/tab-pages.ts';
import { topicMarks } from '../../../lib/services/topic-marks.ts';
import { copiedArticle, copiedPage } from '../../support/snapshots.ts';

const EMPTY: Coverage = {
  topics: [],
  rows: [],
  event: null,
  missing: [],
  reporters: [],
  timeline: null,
  followedTopics: [],
  index: { articles: 0, outlets: 0, reporters: 0, sampleArticles: 0, updatedAtMs: null, rebuilding: null },
};

/** The documents of the tabs: what was read is of the first. */
const OPENED: ReadDocument = { openedAtMs: 1000, address: 'https://news.example/a' };

function stage(reading: TabReading, change: Partial<TabPagesDeps> = {}) {
  const memory = new Map<string, unknown>();
  const seen: PageState[] = [];
  let reads = 0;
  let clock = 0;
  const pages = createTabPages({
    session: {
      get: async (key) => memory.get(key),
      set: async (key, value) => void memory.set(key, structuredClone(value)),
      remove: async (key) => void memory.delete(key),
      keys: async () => [...memory.keys()],
    },
    readTab: async () => {
      reads++;
      return reading;
    },
    documentIn: async () => OPENED,
    nowMs: () => ++clock,
    tabUrl: async () => reading.url,
    loadSettings: async () => DEFAULT_SETTINGS,
    analyse: async () => ok({ coverage: EMPTY, evidence: {}, pinnedIds: [], stagesMs: {} }),
    changed: (_tabId, state) => void seen.push(state),
    ...change,
  });
  return { pages, memory, seen, reads: () => reads };
}

const FRONT_PAGE = `<title>Courier</title><ul>${'<li><a href="/x">A teaser of a report that is elsewhere</a></li>'.repeat(60)}</ul><p>A word of welcome from the editors, who are glad to see you here.</p>`;
const article = (value: object = copiedArticle()): TabReading => ({
  kind: 'read',
  value: { ...value, openedAtMs: OPENED.openedAtMs },
  url: 'https://news.example/a',
});
const REFUSED: TabReading = { kind: 'refused', url: 'https://news.example/a', protectedPage: false };
const text = (of: string): string =>
  `<article><h1>${of}</h1>${`<p>${`The news of ${of} was told once more in the harbour. `.repeat(6)}</p>`.repeat(3)}</article>`;

/** A memory with room for so many pages, each with its text or all without. */
function smallMemory(pages: number) {
  const memory = new Map<string, unknown>();
  const session: SessionMemory = {
    get: async (key) => memory.get(key),
    set: async (key, value) => {
      if (!memory.has(key) && memory.size >= pages) throw new Error('Session storage quota bytes exceeded.');
      memory.set(key, structuredClone(value));
    },
    remove: async (key) => void memory.delete(key),
    keys: async () => [...memory.keys()],
  };
  return { memory, session };
}

describe('tab pages', () => {
  it('know nothing before a click, and show what a click found', async () => {
    const { pages, seen } = stage(article());
    expect(await pages.get(1)).toEqual({ kind: 'needs-click', host: 'news.example' });
    const analysed = await pages.analyse(1, true);
    expect(analysed.ok && analysed.value.kind).toBe('ready');
    expect((await pages.get(1)).kind).toBe('ready');
    expect(seen.map((state) => state.kind)).toEqual(['ready']);
  });

  it('tell of every tab that was read', async () => {
    const { pages } = stage(article());
    await pages.analyse(1, true);
    await pages.analyse(2, true);
    expect((await pages.known()).map(({ tabId, state }) => [tabId, state.kind])).toEqual([
      [1, 'ready'],
      [2, 'ready'],
    ]);
    await pages.forget(1);
    expect((await pages.known()).map(({ tabId }) => tabId)).toEqual([2]);
  });

  it('never show one address’s results for another', async () => {
    let url = 'https://news.example/a';
    const { pages } = stage(article(), { tabUrl: async () => url });
    await pages.analyse(1, true);
    url = 'https://other.example/b';
    expect(await pages.get(1)).toEqual({ kind: 'needs-click', host: 'other.example' });
  });

  it('neither keep nor work on the article before for a tab that went on inside the page', async () => {
    let url = 'https://news.example/a';
    const { pages, seen } = stage(article(), { tabUrl: async () => url });
    await pages.analyse(1, true);
    expect((await pages.snapshot(1))?.url).toBe(url);
    url = 'https://news.example/b';
    expect(await pages.snapshot(1)).toBeNull();
    expect(await pages.refresh(1)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    await pages.refreshAll();
    expect(seen.length).toBe(1);
  });

  it('keep what was read of a tab whose address cannot be seen', async () => {
    let url: string | null = 'https://news.example/a';
    const { pages } = stage(article(), { tabUrl: async () => url });
    await pages.analyse(1, true);
    url = null;
    expect(await pages.snapshot(1)).not.toBeNull();
    expect((await pages.refresh(1)).ok).toBe(true);
  });

  it('do not read a site that was switched off', async () => {
    const { pages, reads } = stage(article(), { loadSettings: async () => ({ ...DEFAULT_SETTINGS, blockedSites: ['news.example'] }) });
    expect(await pages.analyse(1, true)).toEqual(ok({ kind: 'site-off', host: 'news.example' }));
    expect(reads()).toBe(0);
  });

  it('read a tab once for two requests at the same time', async () => {
    const { pages, reads } = stage(article());
    await Promise.all([pages.analyse(1, true), pages.analyse(1, false)]);
    expect(reads()).toBe(1);
  });

  it('drop work on a document the tab has left meanwhile', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { pages, memory, seen } = stage(article(), {
      analyse: async () => {
        await held;
        return ok({ coverage: EMPTY, evidence: {}, pinnedIds: [], stagesMs: {} });
      },
    });
    const first = pages.analyse(1, false);
    await pages.forget(1);
    release();
    await first;
    expect([memory.size, seen.length]).toEqual([0, 0]);
    expect((await pages.get(1)).kind).toBe('needs-click');
  });

  it('ask for a click again once a site was switched on again', async () => {
    let blockedSites = ['news.example'];
    const { pages } = stage(article(), { loadSettings: async () => ({ ...DEFAULT_SETTINGS, blockedSites }) });
    await pages.analyse(1, true);
    blockedSites = [];
    expect((await pages.get(1)).kind).toBe('needs-click');
  });

  it('keep the state when the browser’s memory for the page’s text is full', async () => {
    const memory = new Map<string, unknown>();
    const { pages, reads } = stage(article(), {
      session: {
        get: async (key) => memory.get(key),
        set: async (key, value) => {
          if ((value as { snapshot: unknown }).snapshot !== null) throw new Error('QuotaExceededError');
          memory.set(key, value);
        },
        remove: async (key) => void memory.delete(key),
        keys: async () => [...memory.keys()],
      },
    });
    await pages.analyse(1, true);
    expect((await pages.get(1)).kind).toBe('ready');
    expect(await pages.snapshot(1)).toBeNull();
    // What needs the text reads the page again.
    expect((await pages.refresh(1)).ok).toBe(true);
    expect(reads()).toBe(2);
  });

  it('make room for the page that is read: what was read longest ago goes first', async () => {
    const { memory, session } = smallMemory(3);
    const { pages, seen } = stage(article(), { session });
    for (const tabId of [9, 2, 7]) await pages.analyse(tabId, true);
    await pages.analyse(9, true);
    await pages.analyse(4, true);
    expect([...memory.keys()].sort()).toEqual(['tab:4', 'tab:7', 'tab:9']);
    expect((await pages.get(2)).kind).toBe('needs-click');
    expect(await keepInSession(session, 'draft:search', 'harbour')).toBe(true);
    expect(memory.size).toBe(3);
    expect(seen.length).toBe(5);
  });

  it('say nothing of a state that could not be kept, and answer with it all the same', async () => {
    const { session } = smallMemory(0);
    const { pages, seen } = stage(article(), { session });
    expect(await pages.analyse(1, true)).toMatchObject({ ok: true, value: { kind: 'ready' } });
    expect(seen).toEqual([]);
    expect(await keepInSession(session, 'draft:search', 'harbour')).toBe(false);
  });

  it('keep each spelling of a topic once, and how often it is named', async () => {
    const mention = (surface: string, start: number): Mention => ({
      start,
      end: start + 1,
      surface,
      zone: 'body',
      method: 'exact',
      part: 0,
    });
    const mentions = ['Kyiv', 'Kiev', 'Kyiv', 'Kyiv', 'Kiew'].map(mention);
    const topics = [{ id: 'topic:kyiv', kind: 'place' as const, label: 'Kyiv', salience: 1, main: true, mentions }];
    const { pages } = stage(article(), {
      analyse: async () => ok({ coverage: { ...EMPTY, topics }, evidence: {}, pinnedIds: [], stagesMs: {} }),
    });
    await pages.analyse(1, true);
    const state = await pages.get(1);
    const [kept] = state.kind === 'ready' ? state.coverage.topics : [];
    expect([kept?.mentions.map(({ surface }) => surface), kept?.mentionCount]).toEqual([['Kyiv', 'Kiev', 'Kiew'], 5]);
    expect(topicMarks(state).main).toEqual(['Kyiv', 'Kiev', 'Kiew']);
  });

  it('read what is on the screen by now where it is saved or pinned, and then work on that', async () => {
    let body = text('The ferry is late because of the fog');
    const headlines: unknown[] = [];
    const { pages } = stage(article(), {
      readTab: async () => article(copiedArticle({ body })),
      analyse: async ({ headline }) => {
        headlines.push(headline);
        return ok({ coverage: EMPTY, evidence: {}, pinnedIds: [], stagesMs: {} });
      },
    });
    await pages.analyse(1, true);
    body = text('The ferry is late because of the ice');
    expect((await pages.readNow(1))?.headline).toBe('The ferry is late because of the ice');
    await pages.refresh(1);
    expect(headlines).toEqual(['The ferry is late because of the fog', 'The ferry is late because of the ice']);
    // A tab that was not read is read and worked on.
    await pages.readNow(2);
    expect((await pages.get(2)).kind).toBe('ready');
  });

  it('save what was read before where the browser refuses, and keep what is known; nothing where there is no article any more', async () => {
    let reading = article();
    const { pages, seen } = stage(reading, { readTab: async () => reading });
    await pages.analyse(1, true);
    reading = REFUSED;
    expect((await pages.readNow(1))?.headline).toBe('Twelve ships in the harbour');
    expect((await pages.get(1)).kind).toBe('ready');
    expect(seen.length).toBe(1);
    reading = article(copiedArticle({ body: '<p>Nothing more.</p>' }));
    expect(await pages.readNow(1)).toBeNull();
    expect((await pages.get(1)).kind).toBe('not-an-article');
    reading = REFUSED;
    expect(await pages.readNow(2)).toBeNull();
  });

  it.each<[string, ReadDocument | null, boolean]>([
    ['the same document at the same address', OPENED, false],
    ['the same document elsewhere', { ...OPENED, address: 'https://news.example/b' }, true],
    ['the same address loaded again', { ...OPENED, openedAtMs: 2000 }, true],
    ['a document that does not answer', null, true],
  ])('after what may be a navigation, with %s', async (_, document, isForgotten) => {
    const { pages } = stage(article(), { documentIn: async () => document });
    await pages.analyse(1, true);
    const asked = pages.navigated(1);
    // Nothing is said of the tab before the answer is there.
    expect((await pages.get(1)).kind).toBe(isForgotten ? 'needs-click' : 'ready');
    expect(await asked).toBe(isForgotten);
  });

  it('keep what was read of the next document before the answer about it came', async () => {
    const { promise, resolve } = Promise.withResolvers<ReadDocument | null>();
    const { pages } = stage(article(), { documentIn: () => promise });
    const asked = pages.navigated(1);
    const analysed = pages.analyse(1, false);
    resolve(null);
    expect(await asked).toBe(false);
    await analysed;
    expect((await pages.get(1)).kind).toBe('ready');
  });

  it('forget every tab of a site that is switched off, and no other', async () => {
    const { pages, seen } = stage(article());
    await pages.analyse(1, true);
    await pages.analyse(2, true);
    await pages.forgetHost('other.example');
    expect((await pages.get(1)).kind).toBe('ready');
    await pages.forgetHost('news.example');
    expect([(await pages.get(1)).kind, (await pages.get(2)).kind]).toEqual(['needs-click', 'needs-click']);
    expect(seen.filter((state) => state.kind === 'site-off').length).toBe(2);
  });

  it('forget a tab entirely', async () => {
    const { pages, memory } = stage(article());
    await pages.analyse(1, true);
    await pages.forget(1);
    expect(memory.size).toBe(0);
  });

  it.each<[string, TabReading, boolean, Partial<PageState>]>([
    ['a browser page', { kind: 'refused', url: null, protectedPage: true }, true, { kind: 'unsupported', reason: 'browser-page' }],
    [
      'a closed page after a click',
      { kind: 'refused', url: null, protectedPage: false },
      true,
      { kind: 'unsupported', reason: 'browser-page' },
    ],
    ['a page without permission', { kind: 'refused', url: null, protectedPage: false }, false, { kind: 'needs-click', host: null }],
    [
      'a PDF',
      { kind: 'read', value: { contentType: 'application/pdf' }, url: 'https://a.example/x' },
      true,
      { kind: 'unsupported', reason: 'pdf' },
    ],
    [
      'a PDF the viewer keeps to itself',
      { kind: 'refused', url: 'https://a.example/x.pdf', protectedPage: false },
      true,
      { kind: 'unsupported', reason: 'pdf' },
    ],
    [
      'a page of the browser whose address it shows',
      { kind: 'refused', url: 'about:license', protectedPage: false },
      true,
      { kind: 'unsupported', reason: 'browser-page' },
    ],
    [
      'the add-on store',
      { kind: 'refused', url: 'https://addons.mozilla.org/', protectedPage: false },
      true,
      { kind: 'unsupported', reason: 'store-page' },
    ],
    [
      'an empty page',
      { kind: 'read', value: copiedArticle({ body: '' }), url: 'https://a.example/' },
      true,
      { kind: 'unsupported', reason: 'no-text' },
    ],
    [
      'a front page',
      { kind: 'read', value: copiedPage(FRONT_PAGE, 'https://a.example/'), url: 'https://a.example/' },
      true,
      { kind: 'not-an-article', host: 'a.example' },
    ],
    ['rubbish', { kind: 'read', value: { parts: 'yes' }, url: 'https://a.example/' }, true, { kind: 'error' }],
  ])('say what is the matter with %s', async (_name, reading, clicked, expected) => {
    const { pages } = stage(reading);
    const state = await pages.analyse(1, clicked);
    expect(state.ok && state.value).toMatchObject(expected);
  });

  it('tell a failing index as a state, and refresh without reading again', async () => {
    let broken = true;
    const { pages, reads } = stage(article(), {
      analyse: async () =>
        broken
          ? { ok: false, error: { code: 'index-newer-than-code', message: 'The index was made by a newer version.' } }
          : ok({ coverage: EMPTY, evidence: {}, pinnedIds: [], stagesMs: {} }),
    });
    const first = await pages.analyse(1, true);
    expect(first.ok && first.value.kind).toBe('error');
    broken = false;
    await pages.analyse(1, true);
    const again = await pages.refresh(1);
    expect(again.ok && again.value.kind).toBe('ready');
    expect(reads()).toBe(2);
  });

  it('are all worked on again when the index gives other answers, but for those without results', async () => {
    let articles = 0;
    const { pages, reads } = stage(article(), {
      analyse: async () =>
        ok({ coverage: { ...EMPTY, index: { ...EMPTY.index, articles: ++articles } }, evidence: {}, pinnedIds: [], stagesMs: {} }),
    });
    await pages.analyse(1, true);
    await pages.analyse(2, true);
    await pages.refreshAll();
    const counts = async () => {
      const states = await Promise.all([1, 2, 3].map((tabId) => pages.get(tabId)));
      return states.map((state) => (state.kind === 'ready' ? state.coverage.index.articles : state.kind));
    };
    expect(await counts()).toEqual([3, 4, 'needs-click']);
    await pages.refreshAll(1);
    expect(await counts()).toEqual([3, 5, 'needs-click']);
    expect(reads()).toBe(2);
  });
});
