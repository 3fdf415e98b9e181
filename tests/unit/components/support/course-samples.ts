import type { CourseData } from '../../../../components/course-data.ts';
import type { Course, DayCounts, ReporterPage, TopicPage } from '../../../../lib/core/course.ts';
import { ok } from '../../../../lib/core/result.ts';
import type { Story } from '../../../../lib/core/story.ts';
import { article, NOW, PROFILE, ROWS } from './samples.ts';

const TODAY = Math.floor(NOW / 86_400_000);

/** Reports on every `step`th day of `days` up to some days ago, 1 to `most` of them. */
function some(days: number, step: number, most: number, ago = 0): DayCounts {
  return Array.from({ length: Math.ceil(days / step) }, (_, i): [number, number] => [
    TODAY - ago - days + 1 + i * step,
    1 + ((i * 7) % most),
  ]);
}

function total(...lists: DayCounts[]): DayCounts {
  const counts = new Map<number, number>();
  for (const [day, count] of lists.flat()) counts.set(day, (counts.get(day) ?? 0) + count);
  return [...counts].sort((a, b) => a[0] - b[0]);
}

const BANDS = [
  { label: 'Kyiv Independent', days: some(260, 9, 4, 3) },
  { label: 'The Harbour Courier', days: some(200, 11, 3, 3) },
  { label: 'المرصد التجريبي', days: some(120, 13, 3, 5) },
  { label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbeamtenzeitung', days: some(90, 17, 2, 4) },
  { label: 'Приклад-Новини', days: some(60, 10, 2, 3) },
];
const REST = some(240, 29, 2, 6);
const DAYS = total(...BANDS.map(({ days }) => days), REST);

/** Reports of most of a year, three days silent. */
export const COURSE: Course = {
  today: TODAY,
  days: DAYS,
  indexDays: some(400, 1, 23),
  reports: DAYS.reduce((sum, [, count]) => sum + count, 2),
  undated: 2,
  indexSize: 4210,
  outlets: 12,
  bands: {
    outlet: BANDS,
    language: [
      { label: 'en', days: total(BANDS[0]!.days, BANDS[1]!.days) },
      { label: 'ar', days: BANDS[2]!.days },
      { label: 'uk', days: BANDS[4]!.days },
    ],
    reporter: [{ label: 'Martin Fornusek', days: some(200, 18, 3, 3) }],
  },
};

const SHARED = {
  course: COURSE,
  first: article('dnipro', 'What is known about the missile that struck Dnipro', { datePublished: '2025-05-13' }),
  latest: article('lathe', 'A carousel lathe, and the plant it was seen in', { datePublished: '2026-01-27' }),
  topics: [
    { id: 'topic:votkinsk', label: 'Votkinsk plant', count: 41 },
    { id: 'country:UA', label: 'Ukraine', count: 102 },
    { id: 'topic:l', label: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', count: 9 },
    { id: 'topic:ar', label: 'ميناء رمادي', count: 7 },
  ],
  looked: 300,
};

/** A topic that a pack brought. */
export const TOPIC_PAGE: TopicPage = {
  ...SHARED,
  id: 'topic:oreshnik',
  label: 'Oreshnik',
  kind: 'product',
  description: 'Russian intermediate-range ballistic missile, first fired at Dnipro in November 2024.',
  source: 'pack',
  sourceAtMs: null,
  followed: false,
  reporters: [
    { id: 'reporter:martin-fornusek', label: 'Martin Fornusek', count: 23 },
    { id: 'reporter:ines', label: 'Ines Varga', count: 4 },
  ],
  query: 'topic:"topic:oreshnik"',
};

/** The reporter of the samples. */
export const REPORTER_PAGE: ReporterPage = {
  ...SHARED,
  card: PROFILE,
  reporters: [{ id: 'reporter:ines', label: 'Ines Varga', count: 4 }],
  query: 'reporter:"Martin Fornusek"',
};

/** A story of five reports, two of them independent. */
export const STORY: Story = {
  anchorId: 'kyiv',
  headline: 'China denies helping Russia produce Oreshnik missiles',
  reports: [
    {
      article: article('telegraph', 'Chinese machines worth $10.3 billion went to Russia’s missile makers', { outletName: 'Lowland Post' }),
      stand: 'own',
      agency: null,
      of: null,
      evidence: null,
      adds: { topics: [{ id: 'topic:votkinsk', label: 'Votkinsk plant' }], names: ['Oreshnik'], figures: ['$10.3 billion'] },
    },
    {
      article: ROWS[0]!.article,
      stand: 'own',
      agency: null,
      of: null,
      evidence: null,
      adds: { topics: [], names: ['Guo Jiakun'], figures: [] },
    },
    {
      article: article('wire1', 'Beijing rejects claim its machines build Oreshnik', {
        outletName: 'Northern Wire',
        datePublished: '2026-01-29',
      }),
      stand: 'copy',
      agency: 'AFP',
      of: { id: 'kyiv', outletName: 'Kyiv Independent' },
      evidence: 'text',
      adds: null,
    },
    {
      article: { ...ROWS[3]!.article, datePublished: '2026-01-29' },
      stand: 'language',
      agency: null,
      of: null,
      evidence: null,
      adds: { topics: [], names: [], figures: ['1 200 верстатів'] },
    },
    {
      article: article('undated', 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbeamtenzeitung bestätigt', {
        outletName: null,
        datePublished: null,
        publishedAtMs: null,
        language: 'de',
      }),
      stand: 'short',
      agency: null,
      of: null,
      evidence: null,
      adds: null,
    },
  ],
  independent: 2,
  atLeast: true,
  outlets: 5,
  languages: 3,
  indexReports: 214,
};

/** Courses made of the samples. */
export function createFakeCourses(answers: Partial<CourseData> = {}): CourseData {
  return {
    topic: async () => ok(TOPIC_PAGE),
    reporter: async () => ok(REPORTER_PAGE),
    reports: async (_subject, { from, limit, days }) => {
      const total = days === undefined ? 70 : 2;
      const rows = Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, i) =>
        from + i < ROWS.length ? ROWS[from + i]!.article : article(`more${from + i}`, `Report number ${from + i + 1} of the course`),
      );
      return ok({ rows, total });
    },
    story: async () => ok(STORY),
    ...answers,
  };
}
