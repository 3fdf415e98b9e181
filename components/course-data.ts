import type { CourseReports, CourseSubject, ReporterPage, TopicPage } from '../lib/core/course.ts';
import type { Result } from '../lib/core/result.ts';
import type { Story } from '../lib/core/story.ts';

/** The library page's access to what is counted in the index. Nothing is written. Expected failures are values. */
export interface CourseData {
  /** Fails with `not-found` for a topic that neither lists nor reports name. */
  topic(id: string): Promise<Result<TopicPage>>;
  /** Fails with `not-found` for a reporter who is not in the index. */
  reporter(id: string): Promise<Result<ReporterPage>>;
  /** A block of a subject's reports; `days`: only those from the first local day on and before the second. */
  reports(
    subject: CourseSubject,
    asked: { from: number; limit: number; days?: [from: number, to: number] | undefined },
  ): Promise<Result<CourseReports>>;
  /** The reports of the same event as a stored one. Fails with `not-found`. */
  story(articleId: string): Promise<Result<Story>>;
}
