import type { ArticleRow, Coverage, CoverageRow, IndexStatus, ReporterCard } from '../../../../lib/core/coverage.ts';
import type { FollowedList } from '../../../../lib/core/followed.ts';
import { newPin } from '../../../../lib/core/new-pin.ts';
import type { ReporterProfile } from '../../../../lib/core/reporter-profile.ts';
import type { SearchFacets } from '../../../../lib/core/search-answer.ts';
import type { DetectedTopic, TopicKind } from '../../../../lib/core/topic.ts';
import type { Pin } from '../../../../lib/core/user-data.ts';
import type { PageFacts, PageState, SafekeepingState, SettingsState } from '../../../../lib/messaging/protocol.ts';

/** The clock of all component tests and of the gallery. */
export const NOW = Date.UTC(2026, 0, 30, 10);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function article(id: string, headline: string, rest: Partial<ArticleRow> = {}): ArticleRow {
  return {
    id,
    url: `https://${id}.example/report`,
    headline,
    outletName: 'The Harbour Courier',
    datePublished: '2026-01-28',
    publishedAtMs: Date.UTC(2026, 0, 28),
    language: 'en',
    authors: [],
    sample: true,
    ...rest,
  };
}

export function topic(id: string, label: string, main: boolean, count: number, kind: TopicKind = 'topic'): DetectedTopic {
  const mention = { start: 0, end: label.length, surface: label, zone: 'body', method: 'exact', part: 0 } as const;
  return { id, kind, label, main, salience: main ? 0.9 : 0.4, mentions: Array.from({ length: count }, () => ({ ...mention })) };
}

export const TOPICS: DetectedTopic[] = [
  topic('topic:oreshnik', 'Oreshnik', true, 6, 'product'),
  topic('relation:CN-RU', 'China–Russia', true, 4, 'relation'),
  topic('topic:votkinsk', 'Votkinsk plant', false, 1, 'organisation'),
  topic('country:UA', 'Ukraine', false, 3, 'country'),
];

const ORESHNIK = { id: 'topic:oreshnik', label: 'Oreshnik', inBothHeadlines: true };
const CHINA_RUSSIA = { id: 'relation:CN-RU', label: 'China–Russia', inBothHeadlines: false };

export const ROWS: CoverageRow[] = [
  {
    article: article('kyiv', 'China denies helping Russia produce Oreshnik missiles', {
      outletName: 'Kyiv Independent',
      datePublished: '2026-01-29',
      authors: [{ name: 'Martin Fornusek', reporterId: 'reporter:martin-fornusek' }],
      sample: false,
    }),
    group: 'same-event',
    score: 0.91,
    reason: {
      text: 'Both headlines name Oreshnik; both are about China–Russia; published the same day.',
      topics: [ORESHNIK, CHINA_RUSSIA],
      terms: ['lathe', 'Votkinsk', 'dual-use'],
      days: 0,
      parts: { words: 0.62, topics: 0.31, names: 0, rank: 1.2 },
    },
    copies: [
      {
        article: article('wire1', 'Beijing rejects claim its machines build Oreshnik', {
          outletName: 'Northern Wire',
          datePublished: '2026-01-29',
        }),
        why: 'text',
        agency: 'AFP',
      },
      {
        article: article('wire2', 'China denies helping Russia produce Oreshnik missiles', {
          outletName: 'Lowland Post',
          datePublished: '2026-01-29',
        }),
        why: 'headline',
        agency: null,
      },
    ],
  },
  {
    article: article('lathe', 'A carousel lathe, and the plant it was seen in', {
      authors: [{ name: 'Ines Varga', reporterId: 'reporter:ines' }],
    }),
    group: 'same-event',
    score: 0.74,
    reason: {
      text: 'Both are about Oreshnik and the Votkinsk plant; a day earlier.',
      topics: [
        { ...ORESHNIK, inBothHeadlines: false },
        { id: 'topic:votkinsk', label: 'Votkinsk plant', inBothHeadlines: true },
      ],
      terms: ['carousel'],
      days: -1,
      parts: { cosine: 0.44, date: 0.09 },
    },
    copies: [],
  },
  {
    article: article('dnipro', 'What is known about the missile that struck Dnipro', {
      outletName: 'Steppe Review',
      datePublished: '2024-11-22',
      publishedAtMs: Date.UTC(2024, 10, 22),
    }),
    group: 'background',
    score: 0.58,
    reason: {
      text: 'Background on Oreshnik: its first use, 14 months earlier.',
      topics: [ORESHNIK],
      terms: [],
      days: -433,
      parts: { cosine: 0.31 },
    },
    copies: [],
  },
  {
    article: article('uk', 'Звідки верстати на Воткінському заводі', {
      outletName: 'Приклад-Новини',
      language: 'uk',
      authors: [{ name: 'Олена Гай', reporterId: null }],
    }),
    group: 'other-language',
    score: 0.66,
    reason: {
      text: 'Both are about Oreshnik (Орєшник) and the Votkinsk plant; a day earlier.',
      topics: [ORESHNIK],
      terms: [],
      days: -1,
      parts: { cosine: 0.4 },
    },
    copies: [],
  },
  {
    article: article('ar', 'موسكو تنشر صاروخ أوريشنيك في بيلاروسيا', {
      outletName: 'المرصد التجريبي',
      language: 'ar',
      datePublished: '2026-01',
    }),
    group: 'other-language',
    score: 0.52,
    reason: { text: 'Both are about Oreshnik (أوريشنيك).', topics: [ORESHNIK], terms: [], days: null, parts: { cosine: 0.3 } },
    copies: [],
  },
];

export const REPORTERS: ReporterCard[] = [
  {
    id: 'reporter:martin-fornusek',
    name: 'Martin Fornusek',
    jobTitle: 'Reporter',
    outletName: 'Kyiv Independent',
    bio: 'Writes on international and regional politics, history and disinformation; based in Lviv. Master’s degree in Conflict and Democracy Studies, Masaryk University.',
    bioSource: 'author box, kyivindependent.com',
    bioAtMs: null,
    languages: ['en', 'cs', 'uk'],
    beats: [
      { id: 'topic:oreshnik', label: 'Oreshnik', count: 4 },
      { id: 'relation:CN-RU', label: 'China–Russia', count: 3 },
    ],
    recent: [ROWS[0]?.article as ArticleRow],
    onThisPage: true,
    followed: false,
    sample: false,
  },
  {
    id: 'reporter:ines',
    name: 'Ines Varga',
    jobTitle: null,
    outletName: 'The Harbour Courier',
    bio: null,
    bioSource: null,
    bioAtMs: null,
    languages: [],
    beats: [{ id: 'topic:votkinsk', label: 'Votkinsk plant', count: 2 }],
    recent: [],
    onThisPage: false,
    followed: true,
    sample: true,
  },
];

export const PROFILE: ReporterProfile = {
  ...(REPORTERS[0] as ReporterCard),
  bioAtMs: NOW - 30 * DAY,
  facts: {
    reports: 1240,
    indexSize: 4210,
    of: 1000,
    outlets: [
      { name: 'Kyiv Independent', count: 990 },
      { name: 'The Harbour Courier', count: 10 },
    ],
    languages: [{ language: 'en', count: 1000 }],
    coAuthors: [{ name: 'Ines Varga', reporterId: 'reporter:ines', count: 12 }],
    firstAtMs: Date.UTC(2023, 4, 3),
    lastAtMs: Date.UTC(2026, 0, 29),
  },
  earlierBios: [{ text: 'Reports on Czechia.', source: 'starter pack', atMs: NOW - 90 * DAY }],
  joined: [{ id: 'reporter:mf', name: 'M. Fornusek', outletName: null, correctionId: 'c:joined' }],
  perhapsSame: [
    { id: 'reporter:uk', name: 'Мартін Форнусек', outletName: 'Kyiv Independent', evidence: 'spelling', profile: null },
    { id: 'reporter:social', name: 'Martin F.', outletName: null, evidence: 'profile', profile: 'https://social.example/fornusek' },
  ],
};

export const FOLLOWED: FollowedList = {
  rows: [
    {
      id: '#topic:oreshnik',
      name: 'Oreshnik',
      outletName: null,
      reports: 41,
      fresh: ROWS.slice(0, 2).map(({ article: row }) => row),
      freshCount: 2,
      atLeast: false,
    },
    { id: '@reporter:ines', name: 'Ines Varga', outletName: 'The Harbour Courier', reports: 1, fresh: [], freshCount: 0, atLeast: false },
    { id: '@reporter:gone', name: null, outletName: null, reports: 0, fresh: [], freshCount: 0, atLeast: false },
  ],
  indexSize: 4210,
  atMs: NOW,
};

export const INDEX: IndexStatus = {
  articles: 4210,
  outlets: 12,
  reporters: 38,
  sampleArticles: 62,
  updatedAtMs: NOW - 2 * HOUR,
  rebuilding: null,
};

const COUNTS = [1, 6, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 7, 4, 0, 5];

export const COVERAGE: Coverage = {
  topics: TOPICS,
  rows: ROWS,
  event: {
    reports: 5,
    languages: 2,
    independent: 1,
    atLeast: true,
    pageUnsure: false,
    origins: [
      { kind: 'agency', agency: 'AFP', outlets: ['Kyiv Independent', 'Northern Wire', 'Lowland Post'] },
      { kind: 'short', agency: null, outlets: ['The Harbour Courier'] },
      { kind: 'language', agency: null, outlets: ['Приклад-Новини', null] },
    ],
  },
  missing: [
    { id: 'topic:rubezh', kind: 'product', label: 'RS-26 Rubezh', count: 2 },
    { id: 'place:lviv', kind: 'place', label: 'Lviv', count: 2 },
    { id: 'topic:dual-use', kind: 'topic', label: 'dual-use goods', count: 1 },
  ],
  reporters: REPORTERS,
  timeline: {
    bins: COUNTS.map((count, index) => ({
      startMs: NOW - (COUNTS.length - index) * 16 * DAY,
      endMs: NOW - (COUNTS.length - index - 1) * 16 * DAY,
      count,
      hasThisPage: index === COUNTS.length - 1,
    })),
    matching: 31,
    indexSize: 4210,
    outlets: 12,
  },
  index: INDEX,
  followedTopics: ['relation:CN-RU'],
};

export const PAGE: PageFacts = {
  tabId: 7,
  host: 'news.example',
  headline: 'Beijing says it gave no help with the Oreshnik missile',
  language: 'en',
  outletName: 'News Example',
  datePublished: '2026-01-29',
  authors: ['Martin Fornusek'],
  evidence: {
    'topic:oreshnik': [
      { zone: 'title', method: 'exact', before: 'Beijing says it gave no help with the ', surface: 'Oreshnik', after: ' missile' },
      {
        zone: 'body',
        method: 'exact',
        before: 'machines said to be used in building ',
        surface: 'Oreshnik',
        after: ' warheads at a state plant',
      },
      { zone: 'caption', method: 'fuzzy', before: 'Parts of the “', surface: 'Oreshnkik', after: '” gathered at the place of impact' },
    ],
    'relation:CN-RU': [
      { zone: 'lead', method: 'co-mention', before: '', surface: 'China’s Foreign Ministry', after: ' dismissed reports about Russia’s' },
    ],
  },
  words: 412,
};

export function readyState(coverage: Partial<Coverage> = {}, page: Partial<PageFacts> = {}): Extract<PageState, { kind: 'ready' }> {
  return { kind: 'ready', page: { ...PAGE, ...page }, coverage: { ...COVERAGE, ...coverage }, pinnedIds: ['kyiv'] };
}

export const SETTINGS: SettingsState = {
  mode: 'on-click',
  sites: ['kyivindependent.com', 'harbour-courier.example'],
  blockedSites: ['mail.example'],
  showBadge: true,
  markTopics: false,
  firstRunDone: true,
  grantedHosts: [],
  permissionMissing: false,
  missingHosts: [],
};

export const PINS: Pin[] = ROWS.map((row, index) =>
  newPin({
    id: row.article.id,
    article: row.article,
    state: (['unread', 'reading', 'read', 'archived'] as const)[index % 4] ?? 'unread',
    pinnedAtMs: NOW - (index * 30 + 1) * HOUR,
  }),
);

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

/** Rows that break layouts: unbroken words, markup and bidirectional controls as text, no outlet, no date. */
export const HARD_ROWS: CoverageRow[] = [
  {
    article: article('long', `${LONG}${LONG} und Oreshnik`, {
      outletName: LONG,
      language: 'de',
      authors: [{ name: LONG, reporterId: null }],
    }),
    group: 'same-event',
    score: 0.8,
    reason: { text: `Both name ${LONG}.`, topics: [{ id: 'x', label: LONG, inBothHeadlines: true }], terms: [LONG], days: 3, parts: {} },
    copies: [],
  },
  {
    article: article('markup', '<script>alert(1)</script><b>Bold</b> \u202eevil\u202c & co', {
      outletName: null,
      datePublished: null,
      publishedAtMs: null,
      language: null,
    }),
    group: 'same-event',
    score: 0.7,
    reason: { text: '<img src=x onerror=alert(1)>', topics: [], terms: [], days: null, parts: {} },
    copies: [],
  },
];

/** Facets of a search for “lathe”. */
export const FACETS: SearchFacets = {
  query: 'lathe',
  counted: 120,
  some: false,
  facets: [
    {
      kind: 'outlet',
      values: [
        { label: 'Kyiv Independent', count: 90, chosen: false, query: 'outlet:"Kyiv Independent" lathe' },
        { label: 'Telegraph', count: 30, chosen: true, query: 'lathe' },
      ],
    },
    { kind: 'language', values: [{ label: 'uk', count: 12, chosen: false, query: 'lang:uk lathe' }] },
    {
      kind: 'topic',
      values: [{ label: 'Votkinsk plant', count: 41, chosen: false, query: 'topic:"topic:votkinsk" lathe', id: 'topic:votkinsk' }],
    },
    { kind: 'period', values: [{ label: '2026-01', count: 7, chosen: false, query: 'after:2026-01 before:2026-02 lathe' }] },
    { kind: 'mark', values: [{ label: 'unread', count: 2, chosen: false, query: 'is:unread lathe' }] },
  ],
};

/** Kept as it should be. */
export const SAFE: SafekeepingState = {
  outside: { atMs: NOW - 3 * 86_400_000, by: 'hand' },
  changesSince: 12,
  remind: false,
  weekly: false,
  failure: null,
  copiesFailAtMs: null,
};
