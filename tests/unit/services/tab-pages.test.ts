import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import type { TabReading } from '../../../lib/services/read-tab.ts';
import { copiedArticle, copiedPage } from '../../support/snapshots.ts';
import { article, EMPTY, stage } from './tab-stage.ts';

const FRONT_PAGE = `<title>Courier</title><ul>${'<li><a href="/x">A teaser of a report that is elsewhere</a></li>'.repeat(60)}</ul><p>A word of welcome from the editors, who are glad to see you here.</p>`;
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
    expect((await pages.get(1)).kind).toBe('error');
    broken = false;
    await pages.refreshAll();
    expect(await pages.get(1)).toMatchObject({ kind: 'ready', page: { host: 'news.example' } });
    expect(reads()).toBe(1);
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
