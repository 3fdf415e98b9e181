import type { CourseReports, CourseSubject, ReporterPage, TopicPage } from '../core/course.ts';
import type { ZoneOffset } from '../core/local-days.ts';
import type { Result } from '../core/result.ts';
import type { Story } from '../core/story.ts';
import type { ReasonTexts } from '../ranking/explain.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { LibraryPlace } from './library-data.ts';

/** What the library's pages of topics, reporters and stories work with. */
export interface LibraryCoursesDeps {
  open(): Promise<Result<LibraryPlace>>;
  nowMs(): number;
  /** The reader's time zone. */
  offset: ZoneOffset;
  texts: ReasonTexts;
  salt(): Promise<string | null>;
}

/** The library page's access to what is counted in the index. It reads the store itself, and loads what reads it when it is first asked. */
export function createLibraryCourses(deps: LibraryCoursesDeps) {
  async function read<T>(work: (pages: typeof import('./course-pages.ts'), place: PageDepsOf) => Promise<Result<T>>): Promise<Result<T>> {
    const [place, pages, salt] = await Promise.all([deps.open(), import('./course-pages.ts'), deps.salt()]);
    if (!place.ok) return place;
    // A pack or the background may have brought topics since this page read them.
    await place.value.refreshTopics();
    const { store, gazetteer } = place.value;
    return work(pages, { store, gazetteer, nowMs: deps.nowMs(), offset: deps.offset, texts: deps.texts, salt });
  }
  const within: typeof read = (work) => attemptResult(() => read(work));

  return {
    topic: (id: string): Promise<Result<TopicPage>> => within((pages, place) => pages.readTopicPage(id, place)),
    reporter: (id: string): Promise<Result<ReporterPage>> => within((pages, place) => pages.readReporterPage(id, place)),
    reports: (
      subject: CourseSubject,
      asked: { from: number; limit: number; days?: [from: number, to: number] | undefined },
    ): Promise<Result<CourseReports>> => within((pages, place) => pages.readCourseReports(subject, asked, place)),
    story: (articleId: string): Promise<Result<Story>> => within((pages, place) => pages.readStory(articleId, place)),
  };
}

type PageDepsOf = import('./course-pages.ts').PageDeps;
