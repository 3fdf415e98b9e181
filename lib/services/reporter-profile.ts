import type { Article } from '../core/article.ts';
import type { ReporterFacts, ReporterName, ReporterProfile } from '../core/reporter-profile.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { biosOf } from '../core/stated-bio.ts';
import { searchNames } from '../search/name-search.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { perhapsSame } from './perhaps-same.ts';
import { type ReporterDeps, readReporter, reporterCard, reportsBy } from './reporters.ts';
import { ownAuthors, type SameReporters, sameReporters } from './same-reporters.ts';

/** Latest reports that are counted in: they are read for it. */
const COUNTED_REPORTS = 1_000;
/** Rows of each list of facts. */
const MOST_FACTS = 8;
/** Recent reports shown, so that one which is not theirs can be taken out. */
const RECENT_REPORTS = 12;
const FOUND_REPORTERS = 6;

/** What the index knows of a reporter, under whichever of their ids. Fails with `not-found`. */
export async function reporterProfile(reporterId: string, deps: ReporterDeps): Promise<Result<ReporterProfile>> {
  const { store, people } = deps;
  const id = people.of(reporterId);
  const reporter = await readReporter(id, deps);
  if (reporter === null) return fail('not-found', 'That reporter is not in the index.');
  const [card, docIds, reporters, outlets, corrections, { articles: indexSize }] = await Promise.all([
    reporterCard(reporter, deps, RECENT_REPORTS),
    reportsBy(id, Number.POSITIVE_INFINITY, deps),
    store.listReporters(),
    store.listOutlets(),
    store.listCorrections(),
    store.status(),
  ]);
  const stored = await store.getArticlesByDocId(docIds.slice(0, COUNTED_REPORTS), { text: false });
  const counted = factsOf(
    id,
    stored.map(({ article }) => article),
    deps,
  );
  const joined = corrections.flatMap((entry) => {
    if (entry.kind !== 'same-reporter' || people.of(entry.reporterId) !== id) return [];
    const one = reporters.find((other) => other.id === entry.reporterId);
    return one === undefined ? [] : [{ ...nameOf(one, deps.outletNames), correctionId: entry.id }];
  });
  return ok({
    ...card,
    facts: { ...counted, reports: docIds.length, indexSize },
    earlierBios: reporters
      .filter((one) => people.of(one.id) === id)
      .flatMap(biosOf)
      .sort((a, b) => b.atMs - a.atMs)
      .slice(reporter.edited.has('bio') ? 0 : 1),
    joined,
    perhapsSame: perhapsSame(id, { reporters, outlets, corrections, people }),
  });
}

/** Reporters of a name as typed, typing errors forgiven, without one and those who are the same. */
export async function reportersNamed(typed: string, notId: string, store: Store): Promise<ReporterName[]> {
  const [reporters, outlets, corrections] = await Promise.all([store.listReporters(), store.listOutlets(), store.listCorrections()]);
  const people = sameReporters(corrections);
  const own = people.of(notId);
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  const others = reporters.filter(({ id }) => people.of(id) !== own);
  const found = searchNames(
    others.map(({ id, name, alternateNames }) => ({ id, names: [name, ...alternateNames] })),
    typed,
    FOUND_REPORTERS,
  );
  return found.flatMap((hit) => others.filter(({ id }) => id === hit.id).map((one) => nameOf(one, outletNames)));
}

function nameOf(
  { id, name, outletId }: { id: string; name: string; outletId: string | null },
  outletNames: ReadonlyMap<string, string>,
): ReporterName {
  return { id, name, outletName: outletId === null ? null : (outletNames.get(outletId) ?? null) };
}

function factsOf(
  id: string,
  articles: Article[],
  { outletNames, people }: { outletNames: ReadonlyMap<string, string>; people: SameReporters },
): Omit<ReporterFacts, 'reports' | 'indexSize'> {
  const outlets = counts(articles.flatMap(({ outletId }) => outletNames.get(outletId ?? '') ?? []));
  const languages = counts(articles.flatMap(({ language }) => language ?? []));
  const named = articles.flatMap((article) => ownAuthors(article, people).filter(({ reporterId }) => reporterId !== id));
  const keyOf = ({ name, reporterId }: (typeof named)[number]) => reporterId ?? `=${fold(name)}`;
  const byKey = new Map(named.map((author) => [keyOf(author), author]));
  const dates = articles.flatMap(({ publishedAtMs }) => publishedAtMs ?? []);
  return {
    of: articles.length,
    outlets: outlets.map(([name, count]) => ({ name, count })),
    languages: languages.map(([language, count]) => ({ language, count })),
    coAuthors: counts(named.map(keyOf)).map(([key, count]) => ({ ...byKey.get(key)!, count })),
    firstAtMs: dates.length === 0 ? null : Math.min(...dates),
    lastAtMs: dates.length === 0 ? null : Math.max(...dates),
  };
}

/** The most frequent ones with their numbers. */
function counts(values: string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST_FACTS);
}
