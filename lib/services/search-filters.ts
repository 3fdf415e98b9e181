import type { Correction } from '../core/user-data.ts';
import { isAuthorNamed, typedAuthorTerms } from '../search/author-names.ts';
import { isSure, type NamedItem, searchNames } from '../search/name-search.ts';
import type { ParsedQuery } from '../search/parse-query.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { detectTopics } from '../topics/detect.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import type { JoinedIds } from './joined-ids.ts';
import { type SameReporters, sameReporters } from './same-reporters.ts';
import { sameTopics } from './same-topics.ts';

const NAMES_PER_FILTER = 8;

/** What each filter of a query allows; null where the query has no such filter. */
export interface Filters {
  /** Ids of reporters, and the names as typed: many authors have no id. */
  reporters: { ids: Set<string>; typed: string[]; people: SameReporters } | null;
  outlets: Set<string> | null;
  topics: Set<string> | null;
}

/** Finds who and what the filters of a query name. `topicsNamed`: ids of topics the store does not list, such as the built-in ones. */
export async function resolveFilters(
  query: ParsedQuery,
  store: Store,
  corrections: Correction[],
  topicsNamed: (typed: string) => string[],
): Promise<Filters> {
  const find = async (typed: string[], list: () => Promise<NamedItem[]>): Promise<Set<string> | null> => {
    if (typed.length === 0) return null;
    const items = await list();
    return new Set(typed.flatMap((name) => searchNames(items, name, NAMES_PER_FILTER).map(({ id }) => id)));
  };
  const [reporters, outlets, topics] = await Promise.all([
    query.reporters.length === 0 ? null : reporterIds(query.reporters, store),
    find(query.outlets, async () => (await store.listOutlets()).map(({ id, name }) => ({ id, names: [name] }))),
    find(query.topics, async () =>
      (await store.listTopics()).map(({ id, names }) => ({ id, names: [id, ...Object.values(names).flat()] })),
    ),
  ]);
  for (const id of query.topics.flatMap(topicsNamed)) topics?.add(id);
  if (topics !== null) {
    const same = sameTopics(corrections);
    for (const id of allIds(topics, same)) topics.add(id);
  }
  const people = sameReporters(corrections);
  return { reporters: reporters && { ids: new Set(allIds(reporters, people)), typed: query.reporters, people }, outlets, topics };
}

function allIds(ids: Set<string>, joined: JoinedIds): string[] {
  return [...ids].flatMap((id) => joined.members(joined.of(id)));
}

/** A likeness is left out where the index has an author who is called as typed. */
async function reporterIds(typed: string[], store: Store): Promise<Set<string>> {
  const items = (await store.listReporters()).map(({ id, name, alternateNames }) => ({ id, names: [name, ...alternateNames] }));
  const ids = await Promise.all(
    typed.map(async (name) => {
      const hits = searchNames(items, name, NAMES_PER_FILTER);
      const terms = typedAuthorTerms(name);
      const found = hits.some(isSure) ? [] : await Promise.all(terms.map((term) => store.evaluate([{ term, weight: 1 }], 1)));
      return found.length > 0 && found.every(({ length }) => length > 0) ? [] : hits.map(({ id }) => id);
    }),
  );
  return new Set(ids.flat());
}

/** Topics a gazetteer knows by this id or name, in any of its languages; in small letters too, as people type. */
export function topicsNamed(typed: string, gazetteer: Gazetteer): string[] {
  const id = typed.trim();
  if (gazetteer.kind(id) !== null) return [id];
  const found = topicsCalled(id, gazetteer);
  return found.length > 0
    ? found
    : topicsCalled(
        id.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase()),
        gazetteer,
      );
}

function topicsCalled(name: string, gazetteer: Gazetteer): string[] {
  return detectTopics({ language: null, parts: [{ zone: 'title', text: name }] }, gazetteer)
    .filter(({ mentions }) => mentions.some(({ start, end }) => start === 0 && end === name.length))
    .map((topic) => topic.id);
}

/** Pseudo-terms of which a report has at least one for each filter it passes; one list a filter the query has. */
export function filterTerms({ reporters, outlets, topics }: Filters): string[][] {
  const marked = (mark: string, ids: Set<string>) => [...ids].map((id) => `${mark}${id}`);
  return [
    ...(reporters ? [[...marked('@', reporters.ids), ...reporters.typed.flatMap(typedAuthorTerms)]] : []),
    ...(outlets ? [marked('~', outlets)] : []),
    ...(topics ? [marked('#', topics)] : []),
  ];
}

/** Whether a report passes every filter. */
export function passesFilters({ article, topics }: StoredArticle, query: ParsedQuery, filters: Filters): boolean {
  const { publishedAtMs, language } = article;
  if (query.languages.length > 0 && !query.languages.includes(language ?? '')) return false;
  if (query.beforeMs !== null && (publishedAtMs === null || publishedAtMs >= query.beforeMs)) return false;
  if (query.afterMs !== null && (publishedAtMs === null || publishedAtMs < query.afterMs)) return false;
  if (filters.outlets && !filters.outlets.has(article.outletId ?? '')) return false;
  if (filters.reporters && !article.authors.some((author) => isWanted(article.id, author, filters.reporters!))) return false;
  return !filters.topics || topics.some(({ id }) => filters.topics!.has(id));
}

function isWanted(
  articleId: string,
  { name, reporterId }: { name: string; reporterId: string | null },
  { ids, typed, people }: NonNullable<Filters['reporters']>,
) {
  const isTheirs = reporterId !== null && ids.has(reporterId) && !people.notTheirs(reporterId).has(articleId);
  return isTheirs || typed.some((wanted) => isAuthorNamed(name, wanted));
}
