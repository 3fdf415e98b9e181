import type { DetectedTopic } from '../core/topic.ts';
import type { Correction } from '../core/user-data.ts';
import type { QueryTerm } from '../index/types.ts';
import type { RankingTopic, TermStatistics } from '../ranking/types.ts';
import { type JoinedIds, joinIds } from './joined-ids.ts';

/** Which topics the user said are one. */
export type SameTopics = JoinedIds;

/** The topics that corrections join. */
export function sameTopics(corrections: Correction[]): SameTopics {
  return joinIds(corrections.flatMap((entry) => (entry.kind === 'same-as' ? [[entry.topicId, entry.sameAsId] as const] : [])));
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
