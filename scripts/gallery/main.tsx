import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/report.css';
import '../../components/styles/surface.css';
import '../../components/styles/page.css';
import '../../components/styles/welcome.css';
import '../../components/styles/library.css';
import type { TopicProposals } from '../../components/library-data.ts';
import { LibraryView } from '../../components/views/LibraryView.tsx';
import { PopupView } from '../../components/views/PopupView.tsx';
import { WelcomeView } from '../../components/views/WelcomeView.tsx';
import { fail, ok, type Result } from '../../lib/core/result.ts';
import type { PageState } from '../../lib/messaging/protocol.ts';
import {
  type Answers,
  createFakeCatalogue,
  createFakeClient,
  createFakeLibrary,
  createFakePlatform,
} from '../../tests/unit/components/support/fakes.ts';
import { HARD_ROWS, INDEX, NOW, PINS, ROWS, readyState, SETTINGS, topic } from '../../tests/unit/components/support/samples.ts';
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

function library(answers: Answers = {}, activity = false, topics: Result<TopicProposals> = ok({ proposals: PROPOSALS, reports: 2000 })) {
  const data = createFakeLibrary({
    topicProposals: async () => topics,
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
      platform={createFakePlatform({ surface: 'page', dir })}
      client={createFakeClient(readyState(), answers)}
      data={data}
      catalogue={createFakeCatalogue()}
    />
  );
}

const many = Array.from({ length: 14 }, (_, index) => topic(`t${index}`, `Topic number ${index + 1}`, index < 2, 1));

const SCENES: Record<string, () => preact.JSX.Element> = {
  ready: () => popup(readyState()),
  panel: () => popup(readyState(), 'panel'),
  hard: () =>
    popup(readyState({ rows: HARD_ROWS, topics: [...many, topic('l', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', true, 1)] })),
  empty: () => popup(readyState({ rows: [], missing: [], reporters: [], timeline: null })),
  bare: () =>
    popup(
      readyState({ rows: [], missing: [], reporters: [], timeline: null, topics: [], index: { ...INDEX, articles: 0, sampleArticles: 0 } }),
    ),
  loading: () => popup(readyState(), 'popup', { getPage: never, getIndexStatus: never }),
  click: () => popup({ kind: 'needs-click', host: 'news.example' }),
  panelclick: () => popup({ kind: 'needs-click', host: null }, 'panel'),
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
  fewtopics: () => popup(readyState({ rows: [], missing: [], reporters: [], timeline: null, topics: [topic('t', 'Oreshnik', true, 2)] })),
  notopics: () => popup(readyState({ rows: [], missing: [], reporters: [], timeline: null, topics: [] })),
  librarysearchfail: () => library({ search: async () => fail('storage-failed', 'The index could not be opened.') }),
  librarybare: () => library({ getIndexStatus: async () => ok({ ...INDEX, articles: 0 }) }),
  welcome: () => (
    <WelcomeView platform={createFakePlatform({ surface: 'page', dir })} client={createFakeClient()} catalogue={createFakeCatalogue()} />
  ),
  library: () => library(),
  notopicsproposed: () => library({}, false, ok({ proposals: [], reports: 3 })),
  topicsfail: () => library({}, false, fail('storage-failed', 'No.')),
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
  nosaved: () => library({ listSaved: async () => ok([]) }),
  nosources: () => library({ listSources: async () => ok([]) }),
  nopins: () => library({ listPins: async () => ok([]) }),
  manypins: () => library({ listPins: async () => ok(PINS) }, true),
};

const root = document.getElementById('app');
document.documentElement.dataset.surface = query.get('surface') ?? 'panel';
const draw = SCENES[scene];
if (root !== null && draw !== undefined) render(draw(), root);
