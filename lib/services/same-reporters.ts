import type { Article } from '../core/article.ts';
import type { Correction } from '../core/user-data.ts';
import { type JoinedIds, joinIds } from './joined-ids.ts';

/** Which reporters the user said are one person, and which reports are not theirs. */
export interface SameReporters extends JoinedIds {
  /** Ids of reports that are not by a person, under any of their ids, though their bylines were taken for them. */
  notTheirs(id: string): ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** What corrections say of reporters. Applied where reporters are read: nothing stored changes, so that undo is exact. */
export function sameReporters(corrections: Correction[]): SameReporters {
  const joined = joinIds(
    corrections.flatMap((entry) => (entry.kind === 'same-reporter' ? [[entry.reporterId, entry.sameAsId] as const] : [])),
  );
  const others = new Map<string, Set<string>>();
  for (const entry of corrections) {
    if (entry.kind !== 'not-theirs') continue;
    const id = joined.of(entry.reporterId);
    others.set(id, (others.get(id) ?? new Set()).add(entry.articleId));
  }
  return { ...joined, notTheirs: (id) => others.get(joined.of(id)) ?? NONE };
}

/** The authors of a report as they are to be read: a reporter whose report it is not is left as a name alone. */
export function ownAuthors({ id, authors }: Pick<Article, 'id' | 'authors'>, people: SameReporters): Article['authors'] {
  return authors.map(({ name, reporterId }) => ({
    name,
    reporterId: reporterId === null || people.notTheirs(reporterId).has(id) ? null : people.of(reporterId),
  }));
}
