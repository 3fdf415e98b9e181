import type { Counted, CourseBand, CoursePage, CourseReports, CourseSubject } from '../core/course.ts';
import type { ArticleRow } from '../core/coverage.ts';
import { countDays, dayStart, localDay, type ZoneOffset } from '../core/local-days.ts';
import type { MatchNode } from '../index/match.ts';
import { toRow } from './article-row.ts';
import { type CorrectedTimes, correctedTimes, publishedTimes, publishedWithin } from './corrected-times.ts';
import { EVERYTHING, queryOf, whereOf } from './course-subject.ts';
import { apart, type CourseValue, courseValues } from './course-values.ts';
import { type ReporterDeps, readReporter } from './reporters.ts';

/** What pages about topics and reporters are made with. */
export interface CourseDeps extends ReporterDeps {
  nowMs: number;
  /** The reader's time zone. */
  offset: ZoneOffset;
}

/** Reports in which values are looked for: the latest, and some spread over all, so that the work is the same however many there are. */
const LATEST_READ = 100;
const SPREAD_READ = 200;
/** Bands of a split beside "others": more colours than that are not told apart. */
const MOST_BANDS = 5;
const MOST_NAMED = 10;
const DAY_MIN = 1440;

/**
 * A subject's course, with what its reports have in common. Which outlets, languages, reporters and topics there are is learnt from at most 300 of its
 * reports; what comes out is counted over all of them, from postings and times alone. No text is read, nothing is written.
 */
export async function coursePage(subject: CourseSubject, label: string, deps: CourseDeps): Promise<CoursePage> {
  const { store, outletNames, people, same } = deps;
  const where = await whereOf(subject, deps);
  const found = await store.match({ where, weights: [], order: 'newest', limit: LATEST_READ, sample: SPREAD_READ });
  const read = [...new Set([...found.best.map(({ docId }) => docId), ...found.sample])];
  const [stored, status] = await Promise.all([store.getArticlesByDocId(read, { text: false }), store.status()]);
  const values = await courseValues(stored, where, deps);
  const own = subject.kind === 'topic' ? same.of(subject.id) : people.of(subject.id);
  const reporters = values.reporter.filter(({ key }) => key !== own).slice(0, MOST_NAMED);
  const names = new Map(
    (await Promise.all(reporters.map(({ key }) => readReporter(key, deps)))).flatMap((one) => (one === null ? [] : [[one.id, one.name]])),
  );

  const splits = {
    outlet: named(values.outlet, (id) => outletNames.get(id)),
    language: named(values.language, (tag) => tag),
    reporter: named(reporters, (id) => names.get(id)),
  };
  const bands = Object.values(splits).flat();
  const within = Object.values(splits).flatMap(apart);
  const corrected = await correctedTimes(deps.edits, store);
  const [indexTimes = NONE, ownTimes = NONE, ...bandTimes] = await publishedTimes(
    [EVERYTHING, where, ...within.map((band): MatchNode => ({ kind: 'and', parts: [where, band] }))],
    corrected,
    store,
  );
  const daysOf = new Map(bands.map((band, i) => [band, countDays(bandTimes[i] ?? NONE, deps.offset)]));
  const drawn = (split: NamedValue[]): CourseBand[] => split.map((band) => ({ label: band.label, days: daysOf.get(band) ?? [] }));
  const latest = found.best[0];
  return {
    course: {
      today: localDay(Math.floor(deps.nowMs / 60_000), deps.offset),
      days: countDays(ownTimes, deps.offset),
      indexDays: countDays(indexTimes, deps.offset),
      reports: found.total,
      undated: found.total - ownTimes.length,
      indexSize: status.articles,
      outlets: status.outlets,
      bands: { outlet: drawn(splits.outlet), language: drawn(splits.language), reporter: drawn(splits.reporter) },
    },
    first: await earliest(where, ownTimes, corrected, deps),
    latest: latest === undefined || latest.score === 0 ? null : ((await rowsOf([latest.docId], deps))[0] ?? null),
    topics: related(
      values.topic.filter(({ key }) => key !== own),
      status.articles,
      deps,
    ),
    reporters: reporters.flatMap(({ key, count }) => (names.has(key) ? [{ id: key, label: names.get(key) ?? '', count }] : [])),
    looked: stored.length,
    query: queryOf(subject, label),
  };
}

/** A block of a subject's reports, newest first; `days`: only those of the local days from the first on and before the second. */
export async function courseReports(
  subject: CourseSubject,
  asked: { from: number; limit: number; days?: [from: number, to: number] | undefined },
  deps: CourseDeps,
): Promise<CourseReports> {
  const where = await whereOf(subject, deps);
  const within: MatchNode =
    asked.days === undefined
      ? where
      : {
          kind: 'and',
          parts: [where, publishedOn(asked.days[0], asked.days[1], deps.offset, await correctedTimes(deps.edits, deps.store))],
        };
  const found = await deps.store.match({ where: within, weights: [], order: 'newest', limit: asked.from + asked.limit });
  const docIds = found.best.slice(asked.from).map(({ docId }) => docId);
  return { rows: await rowsOf(docIds, deps), total: found.total };
}

/** Reports of local days: a report that states a day and no hour is kept at midnight UTC, and belongs to the day it states. */
function publishedOn(from: number, to: number, offset: ZoneOffset, corrected: CorrectedTimes): MatchNode {
  const stated = (day: number): MatchNode => publishedWithin(day * DAY_MIN, day * DAY_MIN + 1, corrected);
  const timed = publishedWithin(dayStart(from, offset), dayStart(to, offset), corrected);
  return { kind: 'or', parts: [{ kind: 'and', parts: [timed, { kind: 'not', part: stated(to) }] }, stated(from)] };
}

async function earliest(where: MatchNode, minutes: Uint32Array, corrected: CorrectedTimes, deps: CourseDeps): Promise<ArticleRow | null> {
  if (minutes.length === 0) return null;
  const first = minutes.reduce((a, b) => Math.min(a, b));
  const then = publishedWithin(first, first + 1, corrected);
  const { best } = await deps.store.match({ where: { kind: 'and', parts: [where, then] }, weights: [], order: 'newest', limit: 1 });
  const [row] = await rowsOf(
    best.map(({ docId }) => docId),
    deps,
  );
  return row ?? null;
}

/** Rows of documents, in the order given, as the user corrected them. */
async function rowsOf(docIds: number[], { store, outletNames, people, edits }: CourseDeps): Promise<ArticleRow[]> {
  const articles = await store.readArticles(docIds, { text: false });
  return articles.map(({ article }) => toRow(article, outletNames, people, edits));
}

type NamedValue = CourseValue & { label: string };
const NONE = new Uint32Array(0);

function named(values: CourseValue[], labelOf: (key: string) => string | undefined): NamedValue[] {
  return values
    .flatMap((value) => {
      const label = labelOf(value.key);
      return label === undefined || value.count === 0 ? [] : [{ ...value, label }];
    })
    .slice(0, MOST_BANDS);
}

/** Topics by how many of the reports name them too, weighted by their rarity in the index: a country that everything names says little. */
function related(topics: CourseValue[], indexSize: number, { topicLabel }: CourseDeps): Counted[] {
  const weight = ({ count, all }: CourseValue): number => count * Math.log(1 + indexSize / Math.max(1, all));
  return topics
    .filter(({ count }) => count > 0)
    .sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1))
    .flatMap(({ key, count }) => {
      const label = topicLabel(key);
      return label === null ? [] : [{ id: key, label, count }];
    })
    .slice(0, MOST_NAMED);
}
