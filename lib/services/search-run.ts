import type { Article } from '../core/article.ts';
import type { QueryNotice } from '../core/query-notice.ts';
import type { MatchNode } from '../index/match.ts';
import { isAuthorNamed } from '../search/author-names.ts';
import { holdsPhrase, readTokens, type Wanted } from '../search/match-text.ts';
import { parseQuery } from '../search/parse-query.ts';
import { leavesOf } from '../search/query-tree.ts';
import { wantedOf, withSomeWords } from '../search/wanted.ts';
import type { Matches, Store } from '../store/store.ts';
import { type SameReporters, sameReporters } from './same-reporters.ts';
import { isSameName, nameLists } from './search-filters.ts';
import { markedReports } from './search-marks.ts';
import { ownWords } from './search-own.ts';
import { type KnownWords, knowWords, type PlanSources, planSearch, type ReportCheck, type SearchPlan } from './search-plan.ts';

/** Reports looked at for a phrase or a name while someone types, and how many where none of them had it. */
const CHECKED = 200;
const CHECKED_FOR_ONE = 2_000;
const AT_ONCE = 50;

/** A query that was understood: its words known to the index, its names found. */
export interface OpenSearch {
  sources: PlanSources;
  /** Null where nothing is asked for. */
  known: KnownWords | null;
  notices: QueryNotice[];
}

/** How far a search goes. */
export interface RunOptions {
  order: 'best' | 'newest';
  /** Reports wanted; more may be found. */
  wanted: number;
  /** Whether every report the index finds is checked. */
  whole: boolean;
  /** Whether reports are looked at until as many as wanted are confirmed, however long that takes. */
  patient?: boolean;
  /** See `MatchRequest`. */
  sample?: number;
  months?: boolean;
}

/** What a search found. */
export interface FoundReports {
  plan: SearchPlan;
  wanted: Wanted;
  /** In order, all of them confirmed. At least as many as wanted, where there are. */
  docs: { docId: number; score: number }[];
  /** Reports that match; where `atLeast`, there may be more. */
  total: number;
  atLeast: boolean;
  matches: Matches;
  notices: QueryNotice[];
}

/** Reads a query and asks the index for its words. */
export async function openSearch(
  text: string,
  store: Store,
  { topicsNamed = () => [], whole = false }: { topicsNamed?: ((typed: string) => string[]) | undefined; whole?: boolean },
): Promise<OpenSearch> {
  const { root, notices } = parseQuery(text);
  const reading = ownWords(store);
  const [corrections, own, known] = await Promise.all([
    store.listCorrections(),
    reading,
    root === null ? null : knowWords(text, root, store, reading, whole ? Number.POSITIVE_INFINITY : undefined),
  ]);
  const people = sameReporters(corrections);
  return {
    sources: { store, lists: nameLists(store), marks: markedReports(store), own, corrections, people, topicsNamed },
    known,
    notices,
  };
}

/** Runs a query; where no report has every word, once more with some of them. */
export async function runSearch(
  { sources, known, notices }: OpenSearch & { known: KnownWords },
  options: RunOptions,
): Promise<FoundReports> {
  const found = await run(known, sources, options);
  const some = found.total === 0 ? withSomeWords(known.root) : null;
  if (some === null) return { ...found, notices: [...notices, ...found.plan.notices] };
  const again = await run({ ...known, root: some }, sources, options);
  const [first] = leavesOf(some);
  const note: QueryNotice = { code: 'someWords', start: first!.leaf.start, end: first!.leaf.end, text: '', instead: '' };
  return { ...again, notices: [...notices, ...again.plan.notices, ...(again.total > 0 ? [note] : [])] };
}

async function run(known: KnownWords, sources: PlanSources, options: RunOptions): Promise<Omit<FoundReports, 'notices'>> {
  const plan = await planSearch(known, sources);
  const order = plan.weights.length === 0 ? 'newest' : options.order;
  const { where, weights, checks } = plan;
  const { sample, months, wanted, whole, patient = false } = options;
  const looksOn = whole || (patient && checks.length > 0);
  const limit = looksOn ? Number.POSITIVE_INFINITY : Math.max(wanted, checks.length > 0 ? CHECKED_FOR_ONE : 0);
  const matches = await sources.store.match({
    where,
    weights,
    order,
    limit,
    ...(sample === undefined ? {} : { sample }),
    ...(months === undefined ? {} : { months }),
  });
  const confirmed =
    checks.length === 0 ? null : await confirm(matches, checks, sources, whole ? Number.POSITIVE_INFINITY : wanted, looksOn);
  return {
    plan,
    wanted: wantedOf(known.root),
    docs: confirmed?.docs ?? matches.best,
    total: confirmed?.total ?? matches.total,
    atLeast: confirmed?.atLeast ?? false,
    matches,
  };
}

/** How many reports are of `where`, checks answered by looking at no more than `most`; `atLeast`: there may be more. */
export async function countChecked(
  where: MatchNode,
  checks: ReportCheck[],
  sources: PlanSources,
  most: number,
): Promise<{ total: number; atLeast: boolean }> {
  const matches = await sources.store.match({ where, weights: [], order: 'newest', limit: most });
  return confirm(matches, checks, sources, most, true);
}

/** Looks at reports, best first, for what postings cannot tell, until enough are confirmed; `looksOn`: however many have to be looked at. */
async function confirm(matches: Matches, checks: ReportCheck[], sources: PlanSources, wanted: number, looksOn: boolean) {
  const docs: FoundReports['docs'] = [];
  const withText = checks.some(({ kind }) => kind === 'phrase');
  let looked = 0;
  let held = 0;
  for (let from = 0; from < matches.best.length && docs.length < wanted; from += AT_ONCE) {
    if (!looksOn && looked >= CHECKED && docs.length > 0) break;
    const batch = matches.best.slice(from, from + AT_ONCE);
    const unsure = batch.filter(({ sure }) => !sure).map(({ docId }) => docId);
    const articles = await sources.store.readArticles(unsure, { text: withText });
    const holds = new Set(
      articles.filter(({ docId, article }) => isMatch(docId, article, matches, checks, sources.people)).map(({ docId }) => docId),
    );
    looked += unsure.length;
    held += holds.size;
    docs.push(...batch.filter(({ docId, sure }) => sure || holds.has(docId)));
  }
  return { docs, total: matches.sure + held, atLeast: looked < matches.total - matches.sure };
}

function isMatch(docId: number, article: Article, matches: Matches, checks: ReportCheck[], people: SameReporters): boolean {
  let text: ReturnType<typeof readTokens> | null = null;
  return matches.matches(docId, (i) => {
    const check = checks[i]!;
    if (check.kind === 'author') {
      const { name, exact } = check.reporter;
      return article.authors.some(({ name: byline, reporterId }) => {
        if (!exact) return isAuthorNamed(byline, name);
        // Of a reporter who is called so, what is not theirs is left out; a name alone finds what bylines say.
        return isSameName(byline, name) && (reporterId === null || !people.notTheirs(reporterId).has(article.id));
      });
    }
    text ??= readTokens(`${article.headline}\n${article.description ?? ''}\n${article.text}`);
    return holdsPhrase(text, check.phrase);
  });
}
