import { tokenise } from '../text/tokenise.ts';
import { isFunctionWord } from './function-words.ts';
import { nameKeys } from './names/name-keys.ts';
import { figuresIn, namesIn, type TextName } from './names-in-text.ts';
import { stem } from './stem.ts';

/** A report of a story, with what its copies have besides. */
export interface StoryText {
  id: string;
  language: string | null;
  publishedAtMs: number | null;
  /** Topics it names, those it is most about first, with all words that name them in any language. */
  topics: { id: string; labels: string[] }[];
  /** Headline, standfirst and stored text. */
  text: string;
}

/** What a report has that none before it has: ids of topics, names and figures as written. */
export interface Added {
  topics: string[];
  names: string[];
  figures: string[];
}

const DAY_MS = 86_400_000;
/** More of a kind is no news but a list. */
const MOST_TOPICS = 6;
const MOST_NAMES = 4;
const MOST_FIGURES = 3;

/** What of a text is compared. */
interface Read {
  stems: ReadonlySet<string>;
  keys: ReadonlySet<string>;
  figures: ReadonlySet<string>;
}

/**
 * What each dated report of a story adds: topics, names and figures that no report which may be earlier has. Of two reports of one day of which one states
 * no hour, either may be the earlier, so neither is called first with what both have. Names are compared by their stems within a language, by their
 * consonants between languages; one that a topic of the report stands for is the topic's.
 */
export function whatEachAdds(texts: StoryText[]): Map<string, Added> {
  const read = new Map(texts.map((text) => [text.id, readText(text)]));
  return new Map(
    texts.flatMap((one): [string, Added][] => {
      if (one.publishedAtMs === null) return [];
      const earlier = texts.filter((other) => other !== one && mayPrecede(other, one));
      return [[one.id, added(one, earlier, read)]];
    }),
  );
}

function added(one: StoryText, earlier: StoryText[], read: ReadonlyMap<string, Read>): Added {
  const known = new Set(earlier.flatMap(({ topics }) => topics.map(({ id }) => id)));
  const topicWords = new Set(
    one.topics.flatMap(({ labels }) => labels.flatMap(tokenise)).flatMap((word) => (isFunctionWord(word) ? [] : [stem(word)])),
  );
  const before = earlier.map((other) => ({ language: other.language, ...(read.get(other.id) as Read) }));
  const isKnown = (name: TextName): boolean => {
    const stems = tokenise(name.text).map(stem);
    if (stems.some((word) => topicWords.has(word))) return true;
    const keys = nameKeys(name.text);
    return before.some((other) =>
      other.language === one.language ? stems.every((word) => other.stems.has(word)) : keys.some((key) => other.keys.has(key)),
    );
  };
  const names = namesIn(one.text, one.language)
    // One word that stands there once is as often the beginning of a title as a name.
    .filter((name) => (name.words.length > 1 || name.count > 1) && !isKnown(name))
    .sort((a, b) => b.words.length * b.count - a.words.length * a.count || (a.text < b.text ? -1 : 1));
  const figures = figuresIn(one.text, one.language).filter(({ value }) => !before.some((other) => other.figures.has(value)));
  return {
    topics: one.topics.flatMap(({ id }) => (known.has(id) ? [] : [id])).slice(0, MOST_TOPICS),
    names: withoutParts(names).slice(0, MOST_NAMES),
    figures: figures.slice(0, MOST_FIGURES).map(({ text }) => text),
  };
}

/** "Guo" is said by "Guo Jiakun". */
function withoutParts(names: TextName[]): string[] {
  return names.flatMap((name) => {
    const isPart = names.some((other) => other.words.length > name.words.length && name.words.every((word) => other.words.includes(word)));
    return isPart ? [] : [name.text];
  });
}

function readText({ text, language }: StoryText): Read {
  return {
    stems: new Set(tokenise(text).map(stem)),
    keys: new Set(text.split('\n').flatMap(nameKeys)),
    figures: new Set(figuresIn(text, language).map(({ value }) => value)),
  };
}

/** Whether a report may have come before another. Midnight UTC is a day without an hour; one without a date may have come at any time. */
function mayPrecede(one: StoryText, other: StoryText): boolean {
  const [a, b] = [one.publishedAtMs, other.publishedAtMs];
  if (a === null || b === null) return true;
  const isDay = a % DAY_MS === 0 || b % DAY_MS === 0;
  return isDay ? Math.floor(a / DAY_MS) <= Math.floor(b / DAY_MS) : a <= b;
}
