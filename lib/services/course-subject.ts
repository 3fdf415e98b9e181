import type { CourseSubject } from '../core/course.ts';
import type { MatchNode } from '../index/match.ts';
import { nameFilter } from '../search/edit-query.ts';
import type { ReporterDeps } from './reporters.ts';

/** Whatever the index holds. */
export const EVERYTHING: MatchNode = { kind: 'not', part: { kind: 'any', terms: [] } };

/** What a topic's reports match, under any of its ids. */
export function onTopic(id: string, { same }: Pick<ReporterDeps, 'same'>): MatchNode {
  return { kind: 'any', terms: same.members(same.of(id)).map((member) => `#${member}`) };
}

/** What a reporter's reports match, under any of their ids; none that the user said is not theirs. */
export async function byReporter(id: string, { store, people }: Pick<ReporterDeps, 'store' | 'people'>): Promise<MatchNode> {
  const by: MatchNode = { kind: 'any', terms: people.members(people.of(id)).map((member) => `@${member}`) };
  const others = [...people.notTheirs(id)];
  if (others.length === 0) return by;
  const docIds = (await store.docIdsOf(others)).filter((docId) => docId !== null);
  return { kind: 'and', parts: [by, { kind: 'not', part: { kind: 'docs', docIds } }] };
}

/** What a subject's reports match. */
export async function whereOf({ kind, id }: CourseSubject, deps: Pick<ReporterDeps, 'store' | 'people' | 'same'>): Promise<MatchNode> {
  return kind === 'topic' ? onTopic(id, deps) : byReporter(id, deps);
}

/** The search for a subject's reports. */
export function queryOf({ kind, id }: CourseSubject, label: string): string {
  return kind === 'topic' ? nameFilter('topic', id) : nameFilter('reporter', label);
}
