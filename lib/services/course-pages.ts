import type { CourseReports, CourseSubject, ReporterPage, TopicPage, TopicSource } from '../core/course.ts';
import type { ZoneOffset } from '../core/local-days.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Story } from '../core/story.ts';
import { isOwnTopic } from '../core/topic.ts';
import type { ReasonTexts } from '../ranking/explain.ts';
import type { Store } from '../store/store.ts';
import { findTopic, type Gazetteer } from '../topics/gazetteer.ts';
import { type CourseDeps, coursePage, courseReports } from './course.ts';
import { reporterDeps } from './coverage.ts';
import { isFollowed } from './followed.ts';
import { readReporter, reporterCard } from './reporters.ts';
import { storyOf } from './story.ts';

/** What the pages of topics, reporters and stories are read with. */
export interface PageDeps {
  store: Store;
  gazetteer: Gazetteer;
  nowMs: number;
  offset: ZoneOffset;
  texts: ReasonTexts;
  /** See `CoverageDeps`. */
  salt: string | null;
}

async function courseDeps({ store, gazetteer, nowMs, offset, texts }: PageDeps): Promise<CourseDeps> {
  return { ...(await reporterDeps({ store, gazetteer }, texts.locale)), nowMs, offset };
}

/** A topic's page, under whichever of its ids. Fails with `not-found` where no list names it and no report does. */
export async function readTopicPage(topicId: string, deps: PageDeps): Promise<Result<TopicPage>> {
  const { gazetteer, store } = deps;
  const course = await courseDeps(deps);
  const id = course.same.of(topicId);
  const label = course.topicLabel(id);
  const page = await coursePage({ kind: 'topic', id }, label ?? id, course);
  if (label === null && page.course.reports === 0) return fail('not-found', 'That topic is in no list any more.');
  const source = sourceOf(id, gazetteer);
  const made =
    source === 'own' ? (await store.listCorrections()).find((entry) => entry.kind === 'own-topic' && entry.topicId === id) : undefined;
  return ok({
    ...page,
    id,
    label: label ?? id,
    kind: gazetteer.kind(id),
    description: gazetteer.description(id) || null,
    source,
    sourceAtMs: made?.atMs ?? null,
    followed: isFollowed(`#${id}`, course),
  });
}

/** A reporter's page, under whichever of their ids. Fails with `not-found`. */
export async function readReporterPage(reporterId: string, deps: PageDeps): Promise<Result<ReporterPage>> {
  const course = await courseDeps(deps);
  const id = course.people.of(reporterId);
  const reporter = await readReporter(id, course);
  if (reporter === null) return fail('not-found', 'That reporter is not in the index any more.');
  const [card, page] = await Promise.all([reporterCard(reporter, course, 0), coursePage({ kind: 'reporter', id }, reporter.name, course)]);
  return ok({ ...page, card });
}

/** A block of the reports of a topic or reporter. */
export async function readCourseReports(
  subject: CourseSubject,
  asked: { from: number; limit: number; days?: [from: number, to: number] | undefined },
  deps: PageDeps,
): Promise<Result<CourseReports>> {
  return ok(await courseReports(subject, asked, await courseDeps(deps)));
}

/** The story that a report is part of. */
export function readStory(articleId: string, deps: PageDeps): Promise<Result<Story>> {
  return storyOf(articleId, deps);
}

/** Who lists a topic; the first layer of topics is Sidelight's own. */
function sourceOf(id: string, { layers }: Gazetteer): TopicSource | null {
  if (isOwnTopic(id)) return 'own';
  const at = layers.findIndex((layer) => findTopic(layer, id) >= 0);
  if (at < 0) return null;
  return at === 0 ? 'builtin' : 'pack';
}
