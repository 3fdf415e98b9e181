import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/core/result.ts';
import type { Mention } from '../../../lib/core/topic.ts';
import type { ReadDocument } from '../../../lib/services/known-page.ts';
import type { TabReading } from '../../../lib/services/read-tab.ts';
import { keepInSession, type SessionMemory } from '../../../lib/services/session-room.ts';
import { topicMarks } from '../../../lib/services/topic-marks.ts';
import { copiedArticle } from '../../support/snapshots.ts';
import { article, EMPTY, OPENED, stage } from './tab-stage.ts';

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

describe('what is remembered of tabs', () => {
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

  it('ask nothing of a tab of which nothing is known', async () => {
    const { pages } = stage(article(), { documentIn: () => Promise.reject(new Error('asked')) });
    expect(await pages.navigated(1)).toBe(true);
  });

  it('keep what was read of the next document before the answer about it came', async () => {
    const { promise, resolve } = Promise.withResolvers<ReadDocument | null>();
    const { pages } = stage(article(), { documentIn: () => promise });
    await pages.analyse(1, true);
    const asked = pages.navigated(1);
    const analysed = pages.analyse(1, false);
    resolve(null);
    expect(await asked).toBe(false);
    await analysed;
    expect((await pages.get(1)).kind).toBe('ready');
  });
});
