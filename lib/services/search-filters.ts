import type { FieldEdit } from '../core/field-edit.ts';
import type { Reporter } from '../core/reporter.ts';
import type { Correction } from '../core/user-data.ts';
import type { MatchNode } from '../index/match.ts';
import { typedAuthorTerms } from '../search/author-names.ts';
import { isSure, likeNames, type NamedItem, type NameHit, searchNames, sureNames } from '../search/name-search.ts';
import type { NameNode } from '../search/query-tree.ts';
import type { Store } from '../store/store.ts';
import { nameKey } from '../text/name-key.ts';
import { topicsCalled } from '../topics/called.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import type { JoinedIds } from './joined-ids.ts';
import type { SameReporters } from './same-reporters.ts';
import { sameTopics } from './same-topics.ts';

const NAMES_PER_FILTER = 8;

/** Whom `reporter:` names: people by id, and the name as typed, since many authors have no id. */
export interface NamedReporter {
  name: string;
  /** Only authors of just this name, where there is a reporter of it and it stood in quotation marks. */
  exact: boolean;
  ids: ReadonlySet<string>;
}

/** Lists of names, each read from the store once and when first asked. */
export interface NameLists {
  outlets(): Promise<NamedItem[]>;
  reporters(): Promise<NamedItem[]>;
  topics(): Promise<NamedItem[]>;
}

/** Reporters by each name that was found, and by the one the reader gave them. */
function correctedReporters([reporters, edits]: [Reporter[], FieldEdit[]]): NamedItem[] {
  const given = new Map(edits.flatMap((edit) => (edit.of === 'reporter' && edit.field === 'name' ? [[edit.recordId, edit.value]] : [])));
  return reporters.map(({ id, name, alternateNames }) => ({ id, names: [name, ...alternateNames, given.get(id) ?? name] }));
}

/** The store's lists of names. */
export function nameLists(store: Store): NameLists {
  const once = (read: () => Promise<NamedItem[]>): (() => Promise<NamedItem[]>) => {
    let list: Promise<NamedItem[]> | null = null;
    return () => {
      list ??= read();
      return list;
    };
  };
  return {
    outlets: once(async () => (await store.listOutlets()).map(({ id, name }) => ({ id, names: [name] }))),
    reporters: once(async () => correctedReporters(await Promise.all([store.listReporters(), store.listRows('fieldEdits', 'reporter ')]))),
    topics: once(async () => (await store.listTopics()).map(({ id, names }) => ({ id, names: [id, ...Object.values(names).flat()] }))),
  };
}

/** Ids of the outlets, or topics, of a name. `topicsNamed`: ids of topics the store does not list, such as the built-in ones. */
export async function idsNamed(
  node: NameNode & { kind: 'outlet' | 'topic' },
  lists: NameLists,
  corrections: Correction[],
  topicsNamed: (typed: string) => string[],
): Promise<string[]> {
  if (node.kind === 'outlet') return named(await lists.outlets(), node).map(({ id }) => id);
  const known = topicsNamed(node.name);
  // A likeness is left out where a topic is called just so; in quotation marks, what holds the name among others too.
  const found = named(await lists.topics(), node).filter((hit) => known.length === 0 || (node.exact ? hit.score === 0 : isSure(hit)));
  return allIds([...found.map(({ id }) => id), ...known], sameTopics(corrections));
}

/** Whom a name means. A likeness is left out where the index has an author who is called as typed. */
export async function reporterNamed(
  { name, exact }: NameNode,
  lists: NameLists,
  store: Store,
  people: SameReporters,
): Promise<NamedReporter> {
  const items = await lists.reporters();
  const sure = onlyExact(sureNames(items, name, NAMES_PER_FILTER), exact);
  const isExact = exact && sure.some(({ score }) => score === 0);
  const terms = typedAuthorTerms(name);
  const found = sure.length > 0 ? [] : await Promise.all(terms.map((term) => store.evaluate([{ term, weight: 1 }], 1)));
  const hasAuthor = found.length > 0 && found.every(({ length }) => length > 0);
  const hits = sure.length > 0 || hasAuthor ? sure : likeNames(items, name, NAMES_PER_FILTER);
  return {
    name,
    exact: isExact,
    ids: new Set(
      allIds(
        hits.map(({ id }) => id),
        people,
      ),
    ),
  };
}

/** Reports of a reporter: surely those that carry the id, and those with an author to be looked at (`check`). */
export async function reporterMatch(reporter: NamedReporter, check: number, store: Store, people: SameReporters): Promise<MatchNode> {
  const byId = await Promise.all(
    [...reporter.ids].map(async (id): Promise<MatchNode> => {
      const theirs: MatchNode = { kind: 'any', terms: [`@${id}`] };
      const others = [...people.notTheirs(id)];
      if (others.length === 0) return theirs;
      const docIds = (await store.docIdsOf(others)).filter((docId) => docId !== null);
      return { kind: 'and', parts: [theirs, { kind: 'not', part: { kind: 'docs', docIds } }] };
    }),
  );
  const terms = typedAuthorTerms(reporter.name);
  const within: MatchNode = { kind: 'and', parts: terms.map((term) => ({ kind: 'any', terms: [term] })) };
  return { kind: 'or', parts: terms.length === 0 ? byId : [...byId, { kind: 'check', check, within }] };
}

/** Topics a gazetteer knows by this id or name, in any of its languages. */
export function topicsNamed(typed: string, gazetteer: Gazetteer): string[] {
  const id = typed.trim();
  return gazetteer.kind(id) === null ? topicsCalled(id, gazetteer) : [id];
}

function named(items: NamedItem[], { name, exact }: Pick<NameNode, 'name' | 'exact'>) {
  return onlyExact(searchNames(items, name, NAMES_PER_FILTER), exact);
}

/** Of names found those that are just what was typed, where that was asked for and there are some. */
function onlyExact(hits: NameHit[], exact: boolean): NameHit[] {
  const same = exact ? hits.filter(({ score }) => score === 0) : [];
  return same.length > 0 ? same : hits;
}

function allIds(ids: Iterable<string>, joined: JoinedIds): string[] {
  return [...new Set([...ids].flatMap((id) => joined.members(joined.of(id))))];
}

/** True where the words typed are the whole of a name, folded; quotation marks and repeated blanks aside. */
export function isSameName(name: string, typed: string): boolean {
  return nameKey(name) === nameKey(typed);
}
