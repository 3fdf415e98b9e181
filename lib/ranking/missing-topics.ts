import type { MissingTopic } from '../core/coverage.ts';
import type { TopicKind } from '../core/topic.ts';
import type { RankingDocument, RankingQuery } from './types.ts';

/** Below this salience a report only mentions a topic. */
const MENTION_BELOW = 0.3;
const MOST = 6;

/**
 * Topics the shown reports are about and the page does not name, the most frequent first. Countries that stand in a pair already
 * listed are left to the pair; a pair of which the page names both sides is nothing new. `describe` answers null for ids nobody knows.
 */
export function missingTopics(
  query: RankingQuery,
  shown: RankingDocument[],
  describe: (id: string) => { label: string; kind: TopicKind } | null,
): MissingTopic[] {
  const onPage = new Set(query.topics.map(({ id }) => id));
  const found = new Map<string, { count: number; salience: number }>();
  for (const { topics } of shown) {
    for (const { id, salience } of topics) {
      if (onPage.has(id) || salience < MENTION_BELOW || isKnownPair(id, onPage)) continue;
      const entry = found.get(id) ?? { count: 0, salience: 0 };
      found.set(id, { count: entry.count + 1, salience: entry.salience + salience });
    }
  }
  const inPairs = new Set([...found.keys()].flatMap(sidesOf));
  return [...found]
    .filter(([id]) => !inPairs.has(id))
    .sort(([idA, a], [idB, b]) => b.count - a.count || b.salience - a.salience || (idA < idB ? -1 : 1))
    .flatMap(([id, { count }]) => {
      const known = describe(id);
      return known === null ? [] : [{ id, ...known, count }];
    })
    .slice(0, MOST);
}

function isKnownPair(id: string, onPage: ReadonlySet<string>): boolean {
  const sides = sidesOf(id);
  return sides.length === 2 && sides.every((side) => onPage.has(side));
}

/** `relation:CN-RU` → its two countries; [] for any other id. */
function sidesOf(id: string): string[] {
  const match = /^relation:([A-Z]+)-([A-Z]+)$/.exec(id);
  return match ? [`country:${match[1]}`, `country:${match[2]}`] : [];
}
