import type { ArticleRow, ReporterCard } from './coverage.ts';
import type { TopicKind } from './topic.ts';

/** What reports are gathered by: a topic they name, or a reporter who wrote them. */
export interface CourseSubject {
  kind: 'topic' | 'reporter';
  id: string;
}

/** Reports by day of the reader's calendar (whole days since 1970-01-01), ascending; days without any are left out. */
export type DayCounts = [day: number, count: number][];

/** What bars are stacked by. */
export type CourseSplit = 'outlet' | 'language' | 'reporter';

/** The dated reports of one outlet, language or reporter. No report is in two bands of a split. */
export interface CourseBand {
  /** The outlet's or reporter's name, or a BCP 47 tag. */
  label: string;
  days: DayCounts;
}

/** Reports over time, beside all that the index holds. */
export interface Course {
  /** The reader's day when this was read. */
  today: number;
  days: DayCounts;
  /** All dated reports of the index: what the counts are of. */
  indexDays: DayCounts;
  /** Reports of the subject, dated or not. */
  reports: number;
  undated: number;
  indexSize: number;
  /** Sources the index knows. */
  outlets: number;
  /** Those with most reports first; reports of nobody here are what is left over. */
  bands: Record<CourseSplit, CourseBand[]>;
}

/** A topic or reporter with how many of the subject's reports name them, or are by them. */
export interface Counted {
  id: string;
  label: string;
  count: number;
}

/** What a topic's and a reporter's page have in common. */
export interface CoursePage {
  course: Course;
  /** The earliest and the latest dated report; null where none has a date. */
  first: ArticleRow | null;
  latest: ArticleRow | null;
  topics: Counted[];
  reporters: Counted[];
  /** Reports that topics and reporters were looked for in; each was then counted over all. */
  looked: number;
  /** The search for all of the reports. */
  query: string;
}

/** Who lists a topic: Sidelight itself, a pack, or the user. */
export type TopicSource = 'builtin' | 'pack' | 'own';

/** A topic's page. */
export interface TopicPage extends CoursePage {
  id: string;
  label: string;
  /** Null for a topic that no list names any more. */
  kind: TopicKind | null;
  description: string | null;
  source: TopicSource | null;
  /** When the user made it a topic, epoch ms; null for others. */
  sourceAtMs: number | null;
  followed: boolean;
}

/** A reporter's page. */
export interface ReporterPage extends CoursePage {
  card: ReporterCard;
}

/** A block of the subject's reports, newest first, those without a date last. */
export interface CourseReports {
  rows: ArticleRow[];
  total: number;
}
