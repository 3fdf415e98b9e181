import type { TopicMarks } from '../core/topic-marks.ts';
import type { PageState } from '../messaging/protocol.ts';

/** From one country's name to the other's: their names are marked, not what is said of them. */
const SENTENCE = /\s\S+\s/;

/** What to mark on a page that was read: how it names its topics, each spelling once. Nothing for any other page. */
export function topicMarks(state: PageState): TopicMarks {
  if (state.kind !== 'ready') return { main: [], other: [] };
  const { coverage } = state;
  const spellings = (isMain: boolean): string[] =>
    coverage.topics
      .filter(({ main }) => main === isMain)
      .flatMap(({ kind, mentions }) =>
        mentions.map(({ surface }) => surface).filter((surface) => kind !== 'relation' || !SENTENCE.test(surface)),
      );
  const main = new Set(spellings(true));
  return { main: [...main], other: [...new Set(spellings(false))].filter((surface) => !main.has(surface)) };
}
