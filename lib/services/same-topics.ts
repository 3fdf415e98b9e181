import type { DetectedTopic } from '../core/topic.ts';
import type { Correction } from '../core/user-data.ts';
import type { QueryTerm } from '../index/types.ts';
import type { RankingTopic, TermStatistics } from '../ranking/types.ts';

/** Which topics the user said are one. Applied where topics are read, so that nothing stored changes and a change acts at once. */
export interface SameTopics {
  /** The id a topic is read as; its own where nobody said otherwise. */
  of(id: string): string;
  /** All ids that are read as this one, itself first. */
  members(id: string): string[];
}

/** Ids asked of the index for one topic: nobody joins more by hand, and a restored file must not make every page view slow. */
const MOST_MEMBERS = 64;

/** The topics that corrections join. Chains are followed to their end; in a circle the smallest id stands for all. Linear in the corrections. */
export function sameTopics(corrections: Correction[]): SameTopics {
  const next = new Map(corrections.flatMap((entry) => (entry.kind === 'same-as' ? [[entry.topicId, entry.sameAsId] as const] : [])));
  const resolved = new Map<string, string>();
  const of = (id: string): string => {
    const path = new Set<string>();
    let at = id;
    for (let to = next.get(at); to !== undefined && !resolved.has(at) && !path.has(at); to = next.get(at)) {
      path.add(at);
      at = to;
    }
    const target = path.has(at) ? [...path].slice([...path].indexOf(at)).sort()[0]! : (resolved.get(at) ?? at);
    for (const passed of path) resolved.set(passed, target);
    return target;
  };
  const members = new Map<string, Set<string>>();
  for (const id of new Set([...next].flat())) {
    const target = of(id);
    const known = members.get(target) ?? new Set([target]);
    if (known.size < MOST_MEMBERS) members.set(target, known.add(id));
  }
  return { of, members: (id) => [...(members.get(id) ?? [id])] };
}

/** Topics of a text with those that are one joined: all their places, the highest salience. Labels and kinds are those of the topic they are read as. */
export function joinDetected(
  topics: DetectedTopic[],
  same: SameTopics,
  describe: (id: string) => Pick<DetectedTopic, 'label' | 'kind'> | null,
): DetectedTopic[] {
  const joined = new Map<string, DetectedTopic>();
  for (const topic of topics) {
    const id = same.of(topic.id);
    const known = joined.get(id);
    if (known === undefined) {
      joined.set(id, id === topic.id ? topic : { ...topic, ...describe(id), id });
      continue;
    }
    const places = new Set(known.mentions.map(({ part, start }) => `${part} ${start}`));
    const mentions = [...known.mentions, ...topic.mentions.filter(({ part, start }) => !places.has(`${part} ${start}`))];
    mentions.sort((a, b) => a.part - b.part || a.start - b.start);
    const named = id === topic.id ? topic : known;
    const salience = Math.max(known.salience, topic.salience);
    joined.set(id, { ...named, salience, main: known.main || topic.main, mentions });
  }
  return [...joined.values()].sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
}

/** A stored report's topics, joined alike. */
export function joinStored<Topic extends RankingTopic>(topics: Topic[], same: SameTopics): Topic[] {
  const joined = new Map<string, Topic>();
  for (const topic of topics) {
    const id = same.of(topic.id);
    const known = joined.get(id);
    const salience = Math.max(known?.salience ?? 0, topic.salience);
    joined.set(id, { ...topic, id, salience, inTitle: topic.inTitle || known?.inTitle === true });
  }
  return [...joined.values()];
}

/** The index is asked for a topic under each of its ids. */
export function widenTerms(terms: QueryTerm[], same: SameTopics): QueryTerm[] {
  return terms.flatMap((entry) =>
    entry.term.startsWith('#') ? same.members(entry.term.slice(1)).map((id) => ({ ...entry, term: `#${id}` })) : [entry],
  );
}

/** Counts of topics over all of their ids, at most the index; a report that has two counts twice. */
export function joinCounts({ total, counts }: TermStatistics, same: SameTopics): TermStatistics {
  const joined = new Map(counts);
  for (const [term, count] of counts) {
    if (!term.startsWith('#')) continue;
    const target = `#${same.of(term.slice(1))}`;
    if (target !== term) joined.set(target, Math.min(total, (joined.get(target) ?? 0) + count));
  }
  return { total, counts: joined };
}
