import type { FacetKind, FacetValue, SearchFacets } from '../core/search-answer.ts';
import type { MatchNode } from '../index/match.ts';
import { typedAuthorTerms } from '../search/author-names.ts';
import { nameFilter, narrowingLeaves, withFilters, withoutParts } from '../search/edit-query.ts';
import { languageTerm } from '../search/language-term.ts';
import { parseQuery } from '../search/parse-query.ts';
import { QUERY_MARKS, type QueryLeaf } from '../search/query-tree.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { ownAuthors } from './same-reporters.ts';
import { sameTopics } from './same-topics.ts';
import { type FoundReports, type OpenSearch, openSearch, runSearch } from './search-run.ts';

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

/** A value that may be shown: how it is found, and the filters that ask for it. */
interface Value {
  label: string;
  /** Of a topic or reporter. */
  id?: string;
  where: MatchNode;
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
  const kinds: [FacetKind, Value[]][] = [
    ['outlet', await outletValues(articles, search)],
    ['language', languageValues(articles)],
    ['topic', topicValues(articles, search, topicLabel)],
    ['reporter', reporterValues(articles, search)],
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
  const counts = new Map(values.map((value, i) => [value, counted.counts[i] ?? 0]));
  const leaves = narrowingLeaves(parseQuery(text));
  const facets: SearchFacets['facets'] = kinds.map(([kind, list]) => ({ kind, values: shown(list, counts, text, leaves) }));
  facets.splice(4, 0, { kind: 'period', values: periods(counted.months, text, leaves) });
  return { query: text, counted: counted.total, some: found.atLeast, facets: facets.filter((facet) => facet.values.length > 0) };
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

async function outletValues(articles: StoredArticle[], { sources }: OpenSearch): Promise<Value[]> {
  const names = new Map((await sources.lists.outlets()).map(({ id, names: [name] }) => [id, name!]));
  return frequent(articles, ({ article }) => (article.outletId === null ? [] : [[article.outletId, null]])).flatMap(([id]) => {
    const label = names.get(id);
    return label === undefined ? [] : [named('outlet', label, label, { kind: 'any', terms: [`~${id}`] })];
  });
}

function languageValues(articles: StoredArticle[]): Value[] {
  return frequent(articles, ({ article }) => (article.language === null ? [] : [[article.language, null]])).map(([language]) => ({
    label: language,
    where: { kind: 'any', terms: [languageTerm(language)] },
    filters: [`lang:${language}`],
    isChosen: (leaf) => leaf.kind === 'language' && leaf.language === language,
  }));
}

function topicValues(articles: StoredArticle[], { sources }: OpenSearch, labelOf: (id: string) => string | null): Value[] {
  const same = sameTopics(sources.corrections);
  const ids = frequent(articles, ({ topics }) => [...new Set(topics.map(({ id }) => same.of(id)))].map((id) => [id, null]));
  return ids.flatMap(([id]) => {
    const label = labelOf(id);
    const where: MatchNode = { kind: 'any', terms: same.members(id).map((member) => `#${member}`) };
    return label === null ? [] : [{ ...named('topic', label, id, where), id }];
  });
}

function reporterValues(articles: StoredArticle[], { sources }: OpenSearch): Value[] {
  const { people } = sources;
  const found = frequent(articles, ({ article }) =>
    ownAuthors(article, people).map(({ name, reporterId }) => [reporterId ?? `=${fold(name)}`, { name, reporterId }]),
  );
  return found.map(([, { name, reporterId }]) => {
    const byName: MatchNode = { kind: 'and', parts: typedAuthorTerms(name).map((term) => ({ kind: 'any', terms: [term] })) };
    const where: MatchNode =
      reporterId === null ? byName : { kind: 'any', terms: people.members(reporterId).map((member) => `@${member}`) };
    return { ...named('reporter', name, name, where), ...(reporterId !== null && { id: reporterId }) };
  });
}

/** What the user did with the reports; nothing for marks no report has. */
async function markValues({ sources }: OpenSearch): Promise<Value[]> {
  const values = await Promise.all(
    QUERY_MARKS.map(async (mark): Promise<Value> => {
      const docIds = await sources.store.docIdsOf(await sources.marks.ids(mark));
      return {
        label: mark,
        where: { kind: 'docs', docIds: docIds.filter((docId) => docId !== null) },
        filters: [mark === 'note' ? 'has:note' : `is:${mark}`],
        isChosen: (leaf) => leaf.kind === 'mark' && leaf.mark === mark,
      };
    }),
  );
  return values.filter(({ where }) => where.kind === 'docs' && where.docIds.length > 0);
}

function named(kind: 'outlet' | 'topic' | 'reporter', label: string, name: string, where: MatchNode): Value {
  return {
    label,
    where,
    filters: [nameFilter(kind, name)],
    isChosen: (leaf) => leaf.kind === kind && leaf.exact && fold(leaf.name).trim() === fold(name).trim(),
  };
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
