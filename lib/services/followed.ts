import type { FollowedList, FollowedRow } from '../core/followed.ts';
import { ok, type Result } from '../core/result.ts';
import { ABOUT_SALIENCE } from '../core/topic.ts';
import type { Follow } from '../core/user-data.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { toRow } from './article-row.ts';
import { cameAfter } from './came-after.ts';
import { type ReporterDeps, readReporter, reportsBy } from './reporters.ts';
import { ownAuthors } from './same-reporters.ts';
import { joinStored } from './same-topics.ts';

/** What reading follows works with. `people` and `same`: a follow of one id is a follow of all that are one with it. */
export type FollowDeps = Pick<ReporterDeps, 'people' | 'same' | 'followed'>;

/** When reports are new. */
export interface NewsNeeds {
  nowMs: number;
  /** Reports that a surface has shown as new in this session of the browser. */
  shown: ReadonlySet<string>;
}

/** A report is new for so long, if the reader never looks: then it is old news. */
const NEW_FOR_MS = 14 * 86_400_000;
/** Reports of a follow that are looked through for new ones. */
const LOOKED_AT = 200;
const SHOWN_FRESH = 20;

/** All ids under which what a pseudo-term names is followed, itself or what it is read as first. */
export function followIds(pseudoTerm: string, { people, same }: Pick<FollowDeps, 'people' | 'same'>): string[] {
  const [mark, id] = [pseudoTerm.charAt(0), pseudoTerm.slice(1)];
  const joined = mark === '@' ? people : same;
  return joined.members(joined.of(id)).map((member) => `${mark}${member}`);
}

/** Begins or ends following a reporter or topic, under whichever of its ids. Answers with what was followed and is not any more. */
export async function setFollowed(
  pseudoTerm: string,
  followed: boolean,
  { store, nowMs, ...deps }: Pick<FollowDeps, 'people' | 'same'> & { store: Store; nowMs: number },
): Promise<Result<Follow[]>> {
  const ids = followIds(pseudoTerm, deps);
  if (!followed) return store.deleteFollows(ids);
  const written = await store.putFollows([{ id: ids[0] as string, seenAtMs: nowMs }]);
  return written.ok ? ok([]) : written;
}

/** Since when reports of what a pseudo-term names are new; null where it is not followed. */
function seenAt(pseudoTerm: string, deps: FollowDeps): number | null {
  const times = followIds(pseudoTerm, deps).flatMap((id) => deps.followed.get(id) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether a reporter or topic is followed under any of its ids. */
export function isFollowed(pseudoTerm: string, deps: FollowDeps): boolean {
  return deps.followed.size > 0 && seenAt(pseudoTerm, deps) !== null;
}

/** Names whom or what the user follows that makes a report new: its author, or a topic it is about. Null for a report that is not. */
export function newsOf(
  { article, topics }: Pick<StoredArticle, 'article' | 'topics'>,
  deps: FollowDeps & Pick<ReporterDeps, 'topicLabel'>,
  { nowMs, shown }: NewsNeeds,
): string | null {
  if (deps.followed.size === 0 || shown.has(article.id) || !cameAfter(article, nowMs - NEW_FOR_MS)) return null;
  const isNewOf = (pseudoTerm: string): boolean => cameAfter(article, seenAt(pseudoTerm, deps) ?? Number.POSITIVE_INFINITY);
  const author = ownAuthors(article, deps.people).find(({ reporterId }) => reporterId !== null && isNewOf(`@${reporterId}`));
  if (author !== undefined) return author.name;
  const topic = joinStored(topics, deps.same).find(({ id, salience }) => salience >= ABOUT_SALIENCE && isNewOf(`#${id}`));
  return topic === undefined ? null : deps.topicLabel(topic.id);
}

/** All that the user follows, with what is new; those that are one are one row. Those with news come first, then by name. */
export async function followedList(deps: ReporterDeps, nowMs: number): Promise<FollowedList> {
  const ids = [...new Set([...deps.followed.keys()].map((id) => followIds(id, deps)[0] as string))];
  const [rows, { articles: indexSize }] = await Promise.all([Promise.all(ids.map((id) => followedRow(id, deps))), deps.store.status()]);
  const rank = ({ name, freshCount }: FollowedRow) => (freshCount > 0 ? 0 : name !== null ? 1 : 2);
  rows.sort((a, b) => rank(a) - rank(b) || (a.name ?? a.id).localeCompare(b.name ?? b.id));
  return { rows, indexSize, atMs: nowMs };
}

async function followedRow(pseudoTerm: string, deps: ReporterDeps): Promise<FollowedRow> {
  const id = pseudoTerm.slice(1);
  const isReporter = pseudoTerm.startsWith('@');
  const [reporter, docIds] = await Promise.all([
    isReporter ? readReporter(id, deps) : null,
    isReporter ? reportsBy(id, Number.POSITIVE_INFINITY, deps) : reportsOn(pseudoTerm, deps),
  ]);
  const seenAtMs = seenAt(pseudoTerm, deps) ?? Number.POSITIVE_INFINITY;
  const isFresh = ({ article, topics }: StoredArticle): boolean =>
    cameAfter(article, seenAtMs) &&
    (isReporter || joinStored(topics, deps.same).some((topic) => topic.id === id && topic.salience >= ABOUT_SALIENCE));
  const { fresh, all } = await newest(docIds, isFresh, deps);
  return {
    id: pseudoTerm,
    name: isReporter ? (reporter?.name ?? null) : deps.topicLabel(id),
    outletName: reporter?.outletId ? (deps.outletNames.get(reporter.outletId) ?? null) : null,
    reports: docIds.length,
    fresh: fresh.slice(0, SHOWN_FRESH).map(({ article }) => toRow(article, deps.outletNames, deps.people, deps.edits)),
    freshCount: fresh.length,
    atLeast: !all,
  };
}

async function reportsOn(pseudoTerm: string, deps: ReporterDeps): Promise<number[]> {
  const terms = followIds(pseudoTerm, deps).map((term) => ({ term, weight: 1 }));
  return (await deps.store.evaluate(terms, Number.POSITIVE_INFINITY)).map(({ docId }) => docId);
}

/** New ones among the documents that were written last; `all` is false where there are more than were looked at. */
async function newest(docIds: number[], isFresh: (stored: StoredArticle) => boolean, { store }: ReporterDeps) {
  // A report that came later was written later, but so is an old one that was renewed: of neither can it be told when to stop.
  const latest = docIds.toSorted((a, b) => b - a).slice(0, LOOKED_AT);
  const stored = await store.getArticlesByDocId(latest, { text: false });
  return { fresh: stored.filter(isFresh), all: docIds.length <= LOOKED_AT };
}
