import type { Coverage } from '../../../lib/core/coverage.ts';
import { ok } from '../../../lib/core/result.ts';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import type { PageState } from '../../../lib/messaging/protocol.ts';
import type { ReadDocument } from '../../../lib/services/known-page.ts';
import type { TabReading } from '../../../lib/services/read-tab.ts';
import { createTabPages, type TabPagesDeps } from '../../../lib/services/tab-pages.ts';
import { copiedArticle } from '../../support/snapshots.ts';

/** What an empty index gives. */
export const EMPTY: Coverage = {
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
export const OPENED: ReadDocument = { openedAtMs: 1000, address: 'https://news.example/a' };

/** A keeper of tab states over a memory, with what was told of them and how often a tab was read. */
export function stage(reading: TabReading, change: Partial<TabPagesDeps> = {}) {
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

/** An article as a tab was read, of the first document. */
export const article = (value: object = copiedArticle()): TabReading => ({
  kind: 'read',
  value: { ...value, openedAtMs: OPENED.openedAtMs },
  url: 'https://news.example/a',
});
