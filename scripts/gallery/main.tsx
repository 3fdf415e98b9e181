import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/surface.css';
import '../../components/styles/page.css';
import '../../components/styles/welcome.css';
import '../../components/styles/library.css';
import type { LibraryData, TopicProposals } from '../../components/library-data.ts';
import { LibraryView } from '../../components/views/LibraryView.tsx';
import { PopupView } from '../../components/views/PopupView.tsx';
import { WelcomeView } from '../../components/views/WelcomeView.tsx';
import { newPin } from '../../lib/core/new-pin.ts';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { PageState } from '../../lib/messaging/protocol.ts';
import { article } from '../../tests/contract/sample-data.ts';
import { COURSE, createFakeCourses, TOPIC_PAGE } from '../../tests/unit/components/support/course-samples.ts';
import { createFakeExchange, createFakeSync } from '../../tests/unit/components/support/fake-exchange.ts';
import { createFakePins, type FakePins } from '../../tests/unit/components/support/fake-pins.ts';
import {
  type Answers,
  createFakeCatalogue,
  createFakeClient,
  createFakeLibrary,
  createFakePlatform,
} from '../../tests/unit/components/support/fakes.ts';
import {
  FACETS,
  HARD_ROWS,
  INDEX,
  NOW,
  PINS,
  ROWS,
  readyState,
  SAFE,
  SETTINGS,
  topic,
} from '../../tests/unit/components/support/samples.ts';
import { SAVED } from '../../tests/unit/components/support/source-samples.ts';

const query = new URLSearchParams(location.search);
const dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
const scene = query.get('scene') ?? 'ready';

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

function popup(state: PageState, surface: 'popup' | 'panel' = 'popup', answers: Answers = {}) {
  const client = createFakeClient(state, { analysePage: async () => ok(state), ...answers });
  return <PopupView platform={createFakePlatform({ surface, dir, canOpenPanel: surface === 'popup' })} client={client} />;
}

const PROPOSALS = [
  {
    name: 'Grey Harbour',
    language: 'en',
    reports: 12,
    outlets: 4,
    headlines: ['Dockers of Grey Harbour walk out', 'What the Grey Harbour deal hides'],
  },
  { name: 'ميناء رمادي', language: 'ar', reports: 3, outlets: 1, headlines: ['ميناء رمادي يغلق أبوابه'] },
  {
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk',
    language: 'de',
    reports: 2,
    outlets: 2,
    headlines: [
      'Im Donaudampfschifffahrtselektrizitätenhauptbetriebswerk steht seit Montag alles still, wie die Belegschaft am Abend bestätigte',
    ],
  },
];

const CORRECTIONS = [
  { id: 'a', kind: 'alias', atMs: NOW, of: 'Oreshnik', text: '榛树' },
  { id: 'b', kind: 'same-as', atMs: NOW - 1e7, of: 'Hazel', text: 'Oreshnik' },
  { id: 'c', kind: 'not-topic', atMs: NOW - 2e7, of: 'Nature (journal)', text: 'nature' },
  { id: 'd', kind: 'not-related', atMs: NOW - 3e7, of: null, text: null },
  { id: 'f', kind: 'same-reporter', atMs: NOW - 4e7, of: 'Мартін Форнусек', text: 'Martin Fornusek' },
  { id: 'g', kind: 'not-theirs', atMs: NOW - 4e7, of: 'Martin Fornusek', text: 'A carousel lathe, and the plant it was seen in' },
  { id: 'h', kind: 'not-copy', atMs: NOW - 35e6, of: 'Port closed after divers find cracks', text: 'Port closed' },
  { id: 'e', kind: 'own-topic', atMs: NOW - 4e7, of: 'Grey Harbour', text: null },
] as const;

const COPIES = [0, 1, 2, 9, 40].map((days, at) => ({
  ...{ id: 9 - at, madeAtMs: NOW - days * 86_400_000, mark: '', leftOut: at === 4 ? 12 : 0, bytes: 480_000 - at * 31_000 },
  counts: { settings: 1, pins: 61 - at * 9, articles: 70 - at * 9 },
}));

/** Pins with tags, notes and news; collections, the trash, a stored text. */
const gathered = await gather();

function library(
  answers: Answers = {},
  given: Partial<LibraryData> = {},
  activity = false,
  topics: Result<TopicProposals> = ok({ proposals: PROPOSALS, reports: 2000 }),
  usedBytes = 3e8,
) {
  const data = createFakeLibrary({
    topicProposals: async () => topics,
    ...given,
    ...(activity
      ? {
          listActivity: async () =>
            ok([
              {
                id: '1',
                atMs: NOW,
                url: 'https://harbour-courier.example/feed.xml',
                source: 'Harbour Courier',
                why: 'refresh',
                status: 200,
                bytes: 48_210,
              },
              { id: '2', atMs: NOW - 4e6, url: 'https://steppe-review.example/rss', why: 'discovery', status: null, bytes: 0 },
            ]),
        }
      : {}),
  });
  return (
    <LibraryView
      platform={createFakePlatform({ surface: 'page', dir, storageRoom: async () => ({ usedBytes, quotaBytes: 1e10, kept: 'not' }) })}
      client={createFakeClient(readyState(), answers)}
      data={data}
      catalogue={createFakeCatalogue()}
    />
  );
}

async function gather(): Promise<FakePins> {
  const text = Array.from(
    { length: 9 },
    () => 'The plant at Votkinsk makes missiles, and a carousel lathe was seen in it on state television.',
  ).join('\n\n');
  const stored = article('kyiv', {
    headline: PINS[0]?.article.headline ?? '',
    text,
    authors: [{ name: 'PTI | Updated:', reporterId: null }],
  });
  const news = async () => ok(new Map([['kyiv', 3]]));
  const pins = createFakePins(
    [
      ...PINS,
      ...HARD_ROWS.map(({ article: row }, at) => newPin({ id: row.id, article: row, state: 'archived', pinnedAtMs: NOW - 1e9 - at })),
    ],
    [stored],
    { newSincePinned: news },
  );
  const { data } = pins;
  await data.changePins(['kyiv', 'lathe'], { addTags: ['Oreshnik', 'machine tools'] });
  await data.changePins(['ar'], { addTags: ['الصين', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'] });
  await data.finishNote(
    'pin kyiv',
    '## To check\n\n- [x] who counted **$10.3 bn**\n- [ ] the [lathe](https://example.com/) in the picture\n\n> denies, not disproves',
  );
  await data.keepDraft('pin lathe', 'Ask the maker whether');
  await data.addCollection('Oreshnik', null, null);
  await data.addCollection('Lathes and who sells them', 'collection-1', null);
  await data.addCollection('Everything on Votkinsk', null, 'Votkinsk lang:uk');
  await data.addToCollection('collection-1', ['kyiv', 'dnipro', 'uk']);
  await data.finishNote('item collection-1 kyiv', 'The denial itself: quote the spokesperson, not the headline.');
  await data.finishNote('collection collection-1', 'What is *known* of the missile and of what it is made with.');
  await data.trashPins(['uk']);
  await data.editField('kyiv', { of: 'article', field: 'authors', value: ['Martin Fornusek'] });
  return pins;
}

const many = Array.from({ length: 14 }, (_, index) => topic(`t${index}`, `Topic number ${index + 1}`, index < 2, 1));

const SCENES: Record<string, () => preact.JSX.Element> = {
  ready: () => popup(readyState()),
  panel: () => popup(readyState(), 'panel'),
  hard: () =>
    popup(readyState({ rows: HARD_ROWS, topics: [...many, topic('l', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', true, 1)] })),
  empty: () => popup(readyState({ rows: [], event: null, missing: [], reporters: [], timeline: null })),
  bare: () =>
    popup(
      readyState({
        rows: [],
        event: null,
        missing: [],
        reporters: [],
        timeline: null,
        topics: [],
        index: { ...INDEX, articles: 0, sampleArticles: 0 },
      }),
    ),
  loading: () => popup(readyState(), 'popup', { getPage: never, getIndexStatus: never }),
  click: () => popup({ kind: 'needs-click', host: 'news.example' }),
  panelclick: () => popup({ kind: 'needs-click', host: null }, 'panel'),
  passedover: () =>
    popup({ kind: 'needs-click', host: 'news.example', passedOver: true }, 'panel', {
      getSettings: async () => ok({ ...SETTINGS, mode: 'every-site' }),
    }),
  chosen: () =>
    popup({ ...readyState(), ownId: 'own' }, 'popup', {
      getSettings: async () => ok({ ...SETTINGS, mode: 'chosen-sites' }),
      listPinIds: async () => ok(['own']),
    }),
  revoked: () =>
    popup({ kind: 'needs-click', host: 'news.example' }, 'popup', {
      getSettings: async () => ok({ ...SETTINGS, mode: 'every-site', permissionMissing: true }),
    }),
  off: () => popup({ kind: 'site-off', host: 'mail.example' }),
  notarticle: () => popup({ kind: 'not-an-article', host: 'news.example', words: 84 }),
  pdf: () => popup({ kind: 'unsupported', reason: 'pdf' }),
  denied: () => popup({ kind: 'error', error: { code: 'no-permission', message: 'No.' } }),
  error: () => popup({ kind: 'error', error: { code: 'storage-failed', message: 'No.' } }),
  searchfail: () => popup(readyState(), 'popup', { search: async () => fail('storage-failed', 'The index could not be opened.') }),
  rebuilding: () => popup(readyState({ index: { ...INDEX, rebuilding: 0.42 } })),
  noreporter: () => popup(readyState(), 'popup', { getReporter: async () => fail('not-found', 'No.') }),
  fewtopics: () =>
    popup(readyState({ rows: [], event: null, missing: [], reporters: [], timeline: null, topics: [topic('t', 'Oreshnik', true, 2)] })),
  notopics: () => popup(readyState({ rows: [], event: null, missing: [], reporters: [], timeline: null, topics: [] })),
  libraryfacets: () => library({ searchFacets: async () => ok(FACETS) }),
  librarysearchfail: () => library({ search: async () => fail('storage-failed', 'The index could not be opened.') }),
  librarybare: () => library({ getIndexStatus: async () => ok({ ...INDEX, articles: 0 }) }),
  welcome: () => (
    <WelcomeView platform={createFakePlatform({ surface: 'page', dir })} client={createFakeClient()} catalogue={createFakeCatalogue()} />
  ),
  library: () => library(),
  courseempty: () =>
    library({}, { courses: createFakeCourses({ topic: async () => ok({ ...TOPIC_PAGE, course: { ...COURSE, reports: 0, days: [] } }) }) }),
  coursefail: () =>
    library(
      {},
      {
        courses: createFakeCourses({
          topic: async () => fail('storage-failed', 'No.'),
          reporter: async () => fail('not-found', 'No.'),
          story: async () => fail('not-found', 'No.'),
        }),
      },
    ),
  notopicsproposed: () => library({}, {}, false, ok({ proposals: [], reports: 3 })),
  topicsfail: () => library({}, {}, false, fail('storage-failed', 'No.')),
  notfollowed: () => library({ listFollowed: async () => ok({ rows: [], indexSize: 0, atMs: NOW }) }),
  news: () => popup(readyState({ rows: ROWS.map((row, at) => (at === 0 ? { ...row, newFrom: 'Oreshnik' } : row)) })),
  corrections: () => library({ listCorrections: async () => ok([...CORRECTIONS]) }),
  kept: () =>
    popup(readyState(), 'popup', {
      keptPage: async () =>
        ok({
          articleId: 'x',
          savedAtMs: NOW - 9e7,
          seenAtMs: NOW - 9e7,
          changes: [
            { field: 'headline', before: 'China denies helping Russia build missile, ministry says at daily briefing', after: 'x' },
            { field: 'text', before: '412', after: '530' },
          ],
          versions: SAVED[0]?.versions ?? [],
        }),
    }),
  devices: () =>
    library(
      {},
      {
        exchange: async () =>
          createFakeExchange({
            previewExchange: async () =>
              ok({
                madeAtMs: NOW - 8e7,
                isOwn: false,
                counts: [
                  { kind: 'pins', added: 128, changed: 12, removed: 2 },
                  { kind: 'notes', added: 14, changed: 3, removed: 0 },
                  { kind: 'collectionItems', added: 1204, changed: 0, removed: 31 },
                ],
                lost: 2,
              }),
            listLost: async () =>
              ok([
                {
                  key: 'pin a',
                  field: 'lost note a 1',
                  of: 'note',
                  about: 'China denies helping Russia produce Oreshnik missiles',
                  text: 'Ask the ministry which lathes were meant, and when they were sold.',
                  atMs: NOW,
                },
                {
                  key: 'collection b',
                  field: 'lost name b 1',
                  of: 'name',
                  about: null,
                  text: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbeamtenzeitung',
                  atMs: NOW,
                },
              ]),
          }),
        sync: async () =>
          createFakeSync({
            syncStatus: async () =>
              ok({
                on: { url: 'https://couch.newsroom.example/databases/the-desk-that-follows-missiles', user: 'ann', whenOpened: true },
                last: { atMs: NOW - 3e6, problem: 'away', changed: 12, sent: 3, unreadable: 1 },
              }),
          }),
      },
    ),
  safe: () =>
    library(
      {
        getSafekeeping: async () =>
          ok({ ...SAFE, weekly: true, remind: true, changesSince: 61, failure: { code: 'not-written', atMs: NOW } }),
      },
      { listCopies: async () => ok(COPIES) },
      false,
      undefined,
      9.2e9,
    ),
  fault: () =>
    library(
      { getIndexStatus: async () => fail('index-newer-than-code', ''), getSafekeeping: async () => fail('index-newer-than-code', '') },
      {
        listCopies: async () => ok(COPIES),
        exportBackup: async () =>
          ok({
            file: new Blob(['x']),
            changes: null,
            lost: {
              lost: [
                { table: 'pins', rows: 3 },
                { table: 'notes', rows: null },
              ],
              textsLost: 214,
              trimmed: 40,
            },
          }),
      },
    ),
  full: () => (
    <PopupView
      platform={createFakePlatform({ dir, storageRoom: async () => ({ usedBytes: 9.95e9, quotaBytes: 1e10, kept: 'kept' }) })}
      client={createFakeClient(readyState())}
    />
  ),
  nosaved: () => library({ listSaved: async () => ok([]) }),
  nosources: () => library({ listSources: async () => ok([]) }),
  nopins: () => library({}, { pins: createFakePins([]).data }),
  manypins: () => library({}, {}, true),
  gathered: () => library({}, { pins: gathered.data }),
};

const root = document.getElementById('app');
document.documentElement.dataset.surface = query.get('surface') ?? 'panel';
const draw = SCENES[scene];
if (root !== null && draw !== undefined) render(draw(), root);
