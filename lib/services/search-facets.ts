import type { FacetKind, FacetValue, SearchFacets } from '../core/search-answer.ts';
import type { MatchNode } from '../index/match.ts';
import { nameFilter, narrowingLeaves, withFilters, withoutParts } from '../search/edit-query.ts';
import { languageTerm } from '../search/language-term.ts';
import { parseQuery } from '../search/parse-query.ts';
import { QUERY_MARKS, type QueryLeaf } from '../search/query-tree.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { nameKey, quotableName } from '../text/name-key.ts';
import { correctedOf, correctedTimes } from './corrected-times.ts';
import { ownAuthors } from './same-reporters.ts';
import { sameTopics } from './same-topics.ts';
import { type KnownWords, planSearch, type ReportCheck } from './search-plan.ts';
import { countChecked, type FoundReports, type OpenSearch, openSearch, runSearch } from './search-run.ts';

/** Reports read to learn which values there are; how many reports have each is then counted in the postings. */
const BEST_READ = 100;
const SPREAD_READ = 100;
/** Values of one facet shown at most. */
const VALUES = 8;
/** More months than this are shown as years. */
const MONTHS = 14;
const MAY_CHECK = 2_000;

/** What facets need beside the store. */
export interface FacetOptions {
  topicsNamed?: (typed: string) => string[];
  /** A topic's name for people; null where nobody knows it. */
  topicLabel: (id: string) => string | null;
}

/** A name that may be shown; `id` of a topic or reporter. */
interface Named {
  label: string;
  id?: string;
}

/** A value that may be shown: how it is found, and the filters that ask for it. */
interface Value {
  label: string;
  /** Of a topic or reporter. */
  id?: string;
  where: MatchNode;
  /** What `where` leaves to be looked up in the reports. */
  checks: ReportCheck[];
  filters: string[];
  isChosen: (leaf: QueryLeaf) => boolean;
}

/**
 * What the reports that match have in common: values by kind, the most frequent first. Which values there are is learnt from the best and
 * from reports spread over all that match; each is then counted over all of them.
 */
export async function searchFacets(text: string, store: Store, { topicsNamed, topicLabel }: FacetOptions): Promise<SearchFacets> {
  const search = await openSearch(text, store, { topicsNamed });
  const { known } = search;
  if (known === null) return { query: text, counted: 0, some: false, facets: [] };
  const isChecked = (found: FoundReports): boolean => found.plan.checks.length > 0;
  const found = await runSearch(
    { ...search, known },
    { order: 'best', whole: false, wanted: MAY_CHECK, sample: SPREAD_READ, months: true },
  );
  const where: MatchNode = isChecked(found) ? { kind: 'docs', docIds: found.docs.map(({ docId }) => docId) } : found.plan.where;
  const read = new Set([...found.docs.slice(0, BEST_READ).map(({ docId }) => docId), ...(isChecked(found) ? [] : found.matches.sample)]);
  const articles = await store.getArticlesByDocId([...read], { text: false });
  const valuesOf = namedValues({ ...search, known });
  const kinds: [FacetKind, Value[]][] = [
    ['outlet', await valuesOf('outlet', await outletNames(articles, search))],
    ['language', languageValues(articles)],
    ['topic', await valuesOf('topic', topicNames(articles, search, topicLabel))],
    ['reporter', await valuesOf('reporter', await reporterNames(articles, search))],
    ['mark', await markValues(search)],
  ];
  const values = kinds.flatMap(([, list]) => list);
  const counted = await store.match({
    where,
    weights: [],
    order: 'newest',
    limit: 0,
    counts: values.map((value) => value.where),
    months: true,
  });
  const leaves = narrowingLeaves(parseQuery(text));
  const counts = new Map(values.map((value, i) => [value, counted.counts[i] ?? 0]));
  const atLeast = await lookUp(values, counts, where, leaves, search);
  const facets: SearchFacets['facets'] = kinds.map(([kind, list]) => ({ kind, values: shown(list, counts, text, leaves) }));
  const months = await correctedMonths(counted.months, where, search);
  facets.splice(4, 0, { kind: 'period', values: periods(months, text, leaves) });
  return { query: text, counted: counted.total, some: found.atLeast || atLeast, facets: facets.filter((facet) => facet.values.length > 0) };
}

/** Counts the values for which reports have to be looked at: no more of them than are shown. True where one may have more. */
async function lookUp(values: Value[], counts: Map<Value, number>, where: MatchNode, leaves: QueryLeaf[], { sources }: OpenSearch) {
  const unsure = values.filter((value) => value.checks.length > 0);
  unsure.sort((a, b) => Number(leaves.some(b.isChosen)) - Number(leaves.some(a.isChosen)) || counts.get(b)! - counts.get(a)!);
  for (const value of unsure.slice(VALUES)) counts.set(value, 0);
  let atLeast = false;
  for (const value of unsure.slice(0, VALUES)) {
    const found = await countChecked({ kind: 'and', parts: [where, value.where] }, value.checks, sources, MAY_CHECK);
    counts.set(value, found.total);
    atLeast ||= found.atLeast;
  }
  return atLeast;
}

function shown(list: Value[], counts: ReadonlyMap<Value, number>, text: string, leaves: QueryLeaf[]): FacetValue[] {
  const values = list.flatMap((value): FacetValue[] => {
    const count = counts.get(value) ?? 0;
    const asked = leaves.filter(value.isChosen);
    const chosen = asked.length > 0;
    const query = chosen ? withoutParts(text, asked) : withFilters(text, value.filters);
    return count > 0 || chosen ? [{ label: value.label, count, chosen, query, ...(value.id !== undefined && { id: value.id }) }] : [];
  });
  return values.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || (a.label < b.label ? -1 : 1)).slice(0, VALUES);
}

/** The most frequent keys of what was read, twice as many as are shown: the exact counts order them. */
function frequent<T>(articles: StoredArticle[], keysOf: (entry: StoredArticle) => [key: string, value: T][]): [string, T][] {
  const tally = new Map<string, { value: T; count: number }>();
  for (const entry of articles) {
    for (const [key, value] of keysOf(entry)) tally.set(key, { value, count: (tally.get(key)?.count ?? 0) + 1 });
  }
  return [...tally]
    .sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2 * VALUES)
    .map(([key, { value }]) => [key, value]);
}

async function outletNames(articles: StoredArticle[], { sources }: OpenSearch): Promise<Named[]> {
  const names = new Map((await sources.lists.outlets()).map(({ id, names: [name] }) => [id, name!]));
  const corrected = new Map(sources.own.edits.flatMap((edit) => (edit.field === 'outlet' ? [[edit.recordId, edit.value]] : [])));
  const found = frequent(articles, ({ article: { id, outletId } }) =>
    [outletId === null ? undefined : names.get(outletId), corrected.get(id)].flatMap((name) =>
      name === undefined || name === null ? [] : [[nameKey(name), name] as [string, string]],
    ),
  );
  return found.map(([, label]) => ({ label }));
}

function languageValues(articles: StoredArticle[]): Value[] {
  return frequent(articles, ({ article }) => (article.language === null ? [] : [[article.language, null]])).map(([language]) => ({
    label: language,
    where: { kind: 'any', terms: [languageTerm(language)] },
    checks: [],
    filters: [`lang:${language}`],
    isChosen: (leaf) => leaf.kind === 'language' && leaf.language === language,
  }));
}

function topicNames(articles: StoredArticle[], { sources }: OpenSearch, labelOf: (id: string) => string | null): Named[] {
  const same = sameTopics(sources.corrections);
  const ids = frequent(articles, ({ topics }) => [...new Set(topics.map(({ id }) => same.of(id)))].map((id) => [id, null]));
  return ids.flatMap(([id]) => {
    const label = labelOf(id);
    return label === null ? [] : [{ label, id }];
  });
}

/** Reporters by their names, as the reader corrected them; authors without a reporter as they are called. */
async function reporterNames(articles: StoredArticle[], { sources }: OpenSearch): Promise<Named[]> {
  const { people, lists } = sources;
  const names = new Map((await lists.reporters()).map(({ id, names: all }) => [id, all.at(-1)!]));
  const found = frequent(articles, ({ article }) =>
    ownAuthors(article, people).flatMap(({ name, reporterId }, i): [string, Named][] => {
      if (reporterId !== null) return [[reporterId, { label: names.get(reporterId) ?? name, id: reporterId }]];
      return article.authors[i]?.reporterId === null ? [[`=${nameKey(name)}`, { label: name }]] : [];
    }),
  );
  return found.map(([, value]) => value);
}

/** What the user did with the reports; nothing for marks no report has. */
async function markValues({ sources }: OpenSearch): Promise<Value[]> {
  const values = await Promise.all(
    QUERY_MARKS.map(async (mark): Promise<Value> => {
      const docIds = await sources.store.docIdsOf(await sources.marks.ids(mark));
      return {
        label: mark,
        where: { kind: 'docs', docIds: docIds.filter((docId) => docId !== null) },
        checks: [],
        filters: [mark === 'note' ? 'has:note' : `is:${mark}`],
        isChosen: (leaf) => leaf.kind === 'mark' && leaf.mark === mark,
      };
    }),
  );
  return values.filter(({ where }) => where.kind === 'docs' && where.docIds.length > 0);
}

/** Values of names, each found and counted as the filter that a press puts in front of the query: of several with one name the first. */
function namedValues({ known, sources }: OpenSearch & { known: KnownWords }) {
  return async (kind: 'outlet' | 'topic' | 'reporter', names: Named[]): Promise<Value[]> => {
    const byKey = new Map([...names].reverse().map((one) => [nameKey(one.label), one]));
    byKey.delete('');
    return Promise.all(
      [...byKey].reverse().map(async ([key, { label, id }]): Promise<Value> => {
        const leaf: QueryLeaf = { kind, name: quotableName(label), exact: true, start: 0, end: 0 };
        const { where, checks } = await planSearch({ ...known, root: leaf }, sources);
        const isChosen = (asked: QueryLeaf): boolean => asked.kind === kind && asked.exact && nameKey(asked.name) === key;
        return { label, where, checks, filters: [nameFilter(kind, label)], isChosen, ...(id !== undefined && { id }) };
      }),
    );
  };
}

/** Months with the reports whose day the reader corrected counted in that of the corrected one. */
async function correctedMonths(found: [month: number, count: number][], where: MatchNode, { sources }: OpenSearch): Promise<typeof found> {
  const { store, own } = sources;
  const corrected = await correctedTimes(own.edits, store);
  if (corrected.size === 0) return found;
  const docIds = await correctedOf(where, corrected, store);
  const before = await store.match({ where: { kind: 'docs', docIds }, weights: [], order: 'newest', limit: 0, months: true });
  const counts = new Map(found);
  const add = (month: number, count: number): unknown => counts.set(month, (counts.get(month) ?? 0) + count);
  for (const [month, count] of before.months) add(month, -count);
  for (const docId of docIds) {
    const minute = corrected.get(docId) ?? null;
    if (minute === null) continue;
    const day = new Date(minute * 60_000);
    add(12 * day.getUTCFullYear() + day.getUTCMonth(), 1);
  }
  return [...counts].filter(([, count]) => count > 0);
}

/** Months, or years where there are many, the latest first. */
function periods(months: [month: number, count: number][], text: string, leaves: QueryLeaf[]): FacetValue[] {
  const size = months.length > MONTHS ? 12 : 1;
  const counts = new Map<number, number>();
  for (const [month, count] of months) counts.set(Math.floor(month / size), (counts.get(Math.floor(month / size)) ?? 0) + count);
  const dates = leaves.filter(({ kind }) => kind === 'before' || kind === 'after');
  const isOne = dates.length === 2 && counts.size === 1;
  return [...counts]
    .sort((a, b) => b[0] - a[0])
    .slice(0, MONTHS)
    .map(([period, count]) => {
      const label = dateOf(period * size, size);
      const filters = [`after:${label}`, `before:${dateOf((period + 1) * size, size)}`];
      return { label, count, chosen: isOne, query: isOne ? withoutParts(text, dates) : withFilters(withoutParts(text, dates), filters) };
    });
}

function dateOf(month: number, size: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return size === 12 ? year : `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}
