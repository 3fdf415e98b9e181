import type { CatalogueOutlet } from '../../../../lib/core/source.ts';
import type { ReportVersion } from '../../../../lib/core/user-data.ts';
import type { FoundFeed, SavedRow, SourceRow } from '../../../../lib/messaging/protocol.ts';
import { article, NOW } from './samples.ts';

const DAY = 86_400_000;

const version = (seenAtMs: number, over: Partial<ReportVersion>): ReportVersion => ({
  id: `v${seenAtMs}`,
  articleId: 'page:1',
  seenAtMs,
  from: 'page',
  headline: 'Port closed for a day',
  authors: ['Zoë Example'],
  datePublished: '2026-01-28',
  dateModified: null,
  textHash: 'aa',
  words: 412,
  ...over,
});

/** Saved pages: with a history, and one without text. */
export const SAVED: SavedRow[] = [
  {
    article: article('port', 'Port closed for a week, dockers say'),
    savedAtMs: NOW - DAY,
    versions: [
      version(NOW - 2 * DAY, {}),
      version(NOW - DAY, { headline: 'Port closed for a week, dockers say', textHash: 'bb', words: 530 }),
    ],
    hasText: true,
  },
  {
    article: article('pdf', 'Annual report of the harbour.pdf'),
    savedAtMs: NOW - 9 * DAY,
    versions: [version(NOW - 9 * DAY, { textHash: null, words: 0 })],
    hasText: false,
  },
];

const source = (name: string, over: Partial<SourceRow>): SourceRow => ({
  id: `source:${name}`,
  url: 'https://source.example/feed',
  title: name,
  siteUrl: null,
  folders: [],
  addedAtMs: NOW - 9 * 86_400_000,
  paused: false,
  format: 'rss',
  health: { code: 'fine', sinceMs: NOW - 1_200_000 },
  failure: null,
  reports: 214,
  lastAdded: 6,
  succeededAtMs: NOW - 1_200_000,
  nextAtMs: NOW + 2_400_000,
  granted: true,
  busy: false,
  ...over,
});

/** Sources in every state that a list can show. */
export const SOURCES: SourceRow[] = [
  source('Harbour Times', { id: 'source:harbour', url: 'https://harbour.example/feed' }),
  source('Вечірній берег', {
    id: 'source:coast',
    url: 'https://coast.example/rss',
    format: 'atom',
    busy: true,
    folders: ['Україна', 'Kyiv'],
  }),
  source('New Wire', { id: 'source:wire', url: 'https://wire.example/feed', health: { code: 'new' }, reports: 0, succeededAtMs: null }),
  source('Grey Ledger', {
    id: 'source:ledger',
    url: 'https://ledger.example/feed',
    health: { code: 'failing', failures: 3, nextAtMs: NOW + 7_200_000 },
    nextAtMs: NOW + 7_200_000,
    failure: { code: 'refused', status: 503 },
  }),
  source('Northern Post', {
    id: 'source:north',
    url: 'https://north.example/feed',
    health: { code: 'moved', url: 'https://post.example/feed.xml' },
  }),
  source('Old Gazette', {
    id: 'source:gazette',
    url: 'https://gazette.example/feed',
    health: { code: 'gone' },
    failure: { code: 'refused', status: 410 },
    nextAtMs: null,
  }),
  source('River Herald', {
    id: 'source:river',
    url: 'https://river.example/feed',
    granted: false,
    failure: { code: 'no-permission', status: null },
  }),
  source('Slow Review', { id: 'source:slow', url: 'https://slow.example/feed', paused: true, nextAtMs: null }),
];

/** A feed as it is found. */
export function foundFeed(url: string, over: Partial<FoundFeed> = {}): FoundFeed {
  return { url, title: 'Listed Voice', siteUrl: null, folders: [], format: 'rss', reports: 30, known: false, declared: false, ...over };
}

const catalogued = (id: string, name: string, over: Partial<CatalogueOutlet> = {}): CatalogueOutlet => ({
  id,
  name,
  nativeName: null,
  language: 'en',
  country: 'GB',
  site: `https://www.${id}.example/`,
  feed: `https://${id}.example/feed`,
  feedSource: 'arf/test.opml',
  ...over,
});

/** Outlets of a catalogue: with a feed address and without, in several scripts. */
export const OUTLETS: CatalogueOutlet[] = [
  catalogued('harbour', 'Harbour Times'),
  catalogued('coast', 'Vechirnii Bereh', { nativeName: 'Вечірній берег', language: 'uk', country: 'UA', feed: null, feedSource: null }),
  catalogued('minaa', 'Al Minaa', { nativeName: 'الميناء', language: 'ar', country: 'EG' }),
  catalogued('long', 'Allgemeine Zeitung für das gesamte Donaudampfschifffahrtselektrizitätenwesen', { language: 'de', country: 'AT' }),
];
