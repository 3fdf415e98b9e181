import type { MatchNode } from '../index/match.ts';
import { languageTerm } from '../search/language-term.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { nameKey } from '../text/name-key.ts';
import { byReporter, EVERYTHING, onTopic } from './course-subject.ts';
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
  deps: Pick<ReporterDeps, 'store' | 'people' | 'same' | 'edits' | 'outletNames'>,
): Promise<CourseValues> {
  const { store, people, same } = deps;
  const outlets = await correctedOutlets(deps);
  const values: CourseValues = {
    outlet: await frequent(read, ({ article }) => [outlets.of(article)], outlets.where),
    language: await frequent(
      read,
      ({ article }) => [article.language],
      (tag) => any(languageTerm(tag)),
    ),
    reporter: await frequent(
      read,
      ({ article }) => ownAuthors(article, people).map(({ reporterId }) => reporterId),
      (id) => byReporter(id, { store, people }),
    ),
    topic: await frequent(
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

/** Which outlet reports are of: as corrected, where the reader named one that the index knows; none where they named another. */
async function correctedOutlets({ store, edits, outletNames }: Pick<ReporterDeps, 'store' | 'edits' | 'outletNames'>) {
  const ids = new Map([...outletNames].map(([id, name]) => [nameKey(name), id]));
  const corrected = edits.flatMap((edit) =>
    edit.field === 'outlet' ? [[edit.recordId, edit.value === null ? null : (ids.get(nameKey(edit.value)) ?? null)] as const] : [],
  );
  const byReport = new Map(corrected);
  const docIds = corrected.length === 0 ? [] : await store.docIdsOf(corrected.map(([articleId]) => articleId));
  const docsOf = (isOne: (outlet: string | null) => boolean): MatchNode => ({
    kind: 'docs',
    docIds: docIds.filter((docId, i): docId is number => docId !== null && isOne(corrected[i]?.[1] ?? null)),
  });
  return {
    of: ({ id, outletId }: { id: string; outletId: string | null }): string | null =>
      byReport.get(id) ?? (byReport.has(id) ? null : outletId),
    where(id: string): MatchNode {
      if (corrected.length === 0) return any(`~${id}`);
      const found: MatchNode = { kind: 'and', parts: [any(`~${id}`), { kind: 'not', part: docsOf(() => true) }] };
      return { kind: 'or', parts: [found, docsOf((outlet) => outlet === id)] };
    },
  };
}

function any(...terms: string[]): MatchNode {
  return { kind: 'any', terms };
}

async function frequent(
  read: StoredArticle[],
  keysOf: (report: StoredArticle) => (string | null)[],
  whereOf: (key: string) => MatchNode | Promise<MatchNode>,
): Promise<CourseValue[]> {
  const tally = new Map<string, number>();
  for (const report of read) {
    for (const key of new Set(keysOf(report))) if (key !== null) tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  const keys = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_COUNTED);
  return Promise.all(keys.map(async ([key]) => ({ key, where: await whereOf(key), count: 0, all: 0 })));
}

async function countAll(values: CourseValue[], where: MatchNode, store: Store): Promise<void> {
  const counts = values.flatMap((value): MatchNode[] => [{ kind: 'and', parts: [where, value.where] }, value.where]);
  const counted = await store.match({ where: EVERYTHING, weights: [], order: 'newest', limit: 0, counts });
  values.forEach((value, i) => {
    value.count = counted.counts[2 * i] ?? 0;
    value.all = counted.counts[2 * i + 1] ?? 0;
  });
}
