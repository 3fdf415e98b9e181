import type { MatchNode } from '../index/match.ts';
import { languageTerm } from '../search/language-term.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { EVERYTHING, onTopic } from './course-subject.ts';
import type { ReporterDeps } from './reporters.ts';
import { ownAuthors } from './same-reporters.ts';

/** An outlet, language, reporter or topic of a subject's reports. */
export interface CourseValue {
  /** Its id; a BCP 47 tag for a language. */
  key: string;
  /** How the index is asked for it. */
  where: MatchNode;
  /** How many of the subject's reports have it, and how many of the whole index. */
  count: number;
  all: number;
}

/** Values by kind, those with most of the subject's reports first. */
export type CourseValues = Record<'outlet' | 'language' | 'reporter' | 'topic', CourseValue[]>;

/** Values of a kind that are counted: more than are shown, since only the counts tell which those are. */
const MOST_COUNTED = 24;

/** What reports have in common: learnt from those that were read, counted over all that `where` matches. */
export async function courseValues(
  read: StoredArticle[],
  where: MatchNode,
  { store, people, same }: Pick<ReporterDeps, 'store' | 'people' | 'same'>,
): Promise<CourseValues> {
  const values: CourseValues = {
    outlet: frequent(
      read,
      ({ article }) => [article.outletId],
      (id) => any(`~${id}`),
    ),
    language: frequent(
      read,
      ({ article }) => [article.language],
      (tag) => any(languageTerm(tag)),
    ),
    reporter: frequent(
      read,
      ({ article }) => ownAuthors(article, people).map(({ reporterId }) => reporterId),
      (id) => any(...people.members(id).map((member) => `@${member}`)),
    ),
    topic: frequent(
      read,
      ({ topics }) => topics.map(({ id }) => same.of(id)),
      (id) => onTopic(id, { same }),
    ),
  };
  await countAll(Object.values(values).flat(), where, store);
  for (const list of Object.values(values)) list.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return values;
}

/** The same values so that no report has two of them: each without those before it. */
export function apart(values: CourseValue[]): MatchNode[] {
  return values.map(({ where }, i) => ({
    kind: 'and',
    parts: [where, ...values.slice(0, i).map((before): MatchNode => ({ kind: 'not', part: before.where }))],
  }));
}

function any(...terms: string[]): MatchNode {
  return { kind: 'any', terms };
}

function frequent(
  read: StoredArticle[],
  keysOf: (report: StoredArticle) => (string | null)[],
  whereOf: (key: string) => MatchNode,
): CourseValue[] {
  const tally = new Map<string, number>();
  for (const report of read) {
    for (const key of new Set(keysOf(report))) if (key !== null) tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  return [...tally]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_COUNTED)
    .map(([key]) => ({ key, where: whereOf(key), count: 0, all: 0 }));
}

async function countAll(values: CourseValue[], where: MatchNode, store: Store): Promise<void> {
  const counts = values.flatMap((value): MatchNode[] => [{ kind: 'and', parts: [where, value.where] }, value.where]);
  const counted = await store.match({ where: EVERYTHING, weights: [], order: 'newest', limit: 0, counts });
  values.forEach((value, i) => {
    value.count = counted.counts[2 * i] ?? 0;
    value.all = counted.counts[2 * i + 1] ?? 0;
  });
}
