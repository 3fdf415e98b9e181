/** What kind of thing a topic is. */
export type TopicKind = 'person' | 'organisation' | 'place' | 'product' | 'event' | 'country' | 'relation' | 'topic';

/** A topic as a gazetteer lists it: dictionary forms by language; inflected forms are the matcher's work. */
export interface GazetteerEntry {
  /** `country:RU`, `relation:CN-RU`, `topic:oreshnik`, or any id of the user's. */
  id: string;
  kind: TopicKind;
  /** Names by BCP 47 primary tag; the first of a language is its label. */
  names: Record<string, string[]>;
  /** One line in English that tells what it is. */
  description?: string;
}

/** The part of a page a phrase stands in. `lead` is the first paragraph (or 60 words) of the body. */
export type Zone = 'title' | 'dek' | 'lead' | 'body' | 'caption';

/** How a phrase was recognised as naming a topic. */
export type MentionMethod = 'exact' | 'inflected' | 'transliterated' | 'fuzzy' | 'co-mention';

/** One place where a text names a topic. Offsets are UTF-16 indexes into the zone's own text. */
export interface Mention {
  start: number;
  end: number;
  surface: string;
  zone: Zone;
  method: MentionMethod;
  /** Which text of `ZonedText.parts` the offsets are into. */
  part: number;
}

/** A topic found in a text. */
export interface DetectedTopic {
  id: string;
  kind: TopicKind;
  /** In the page's language where the gazetteer knows one, else English, else any. */
  label: string;
  /** 0..1: how likely a reader would say the text is about it. */
  salience: number;
  /** True when the text is about the topic, false for a passing mention. */
  main: boolean;
  mentions: Mention[];
  /** How many mentions there are, where `mentions` has each spelling once. */
  mentionCount?: number;
}

/** A text cut into zones, in reading order. */
export interface ZonedText {
  language: string | null;
  parts: { zone: Zone; text: string }[];
}

/** A report is about a topic, and counts towards a beat, from this salience on: below, it names it in passing. */
export const ABOUT_SALIENCE = 0.5;

const OWN = 'own:';

/** The id of a topic of the user's own, by a key of its name. */
export function ownTopicId(key: string): string {
  return `${OWN}${key}`;
}

/** True for topics of the user's own. */
export function isOwnTopic(id: string): boolean {
  return id.startsWith(OWN);
}
