import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DetectedTopic, Mention, TopicKind } from '../../lib/core/topic.ts';
import { detectTopics } from '../../lib/topics/detect.ts';
import { buildGazetteer, type Gazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import type { SourceEntry } from '../../lib/topics/source.ts';
import { zonesOfText } from '../../lib/topics/zones.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/topics/', import.meta.url));
const KINDS: Record<string, TopicKind> = { Person: 'person', Location: 'place', LocOrg: 'place', Org: 'organisation' };

/** A place in a text that people marked as naming a topic; `names` are its dictionary forms, `main` whether they say that the text is about it. */
export interface MarkedMention {
  start: number;
  end: number;
  surface: string;
  ids: Set<string>;
  names: string[];
  main: boolean;
}

/** A text with what people marked in it. */
export interface MarkedText {
  id: string;
  language: string;
  text: string;
  mentions: MarkedMention[];
}

/** A set of marked texts, with a gazetteer of the dictionary forms of all of its topics and nothing else. */
export interface TopicSet {
  texts: MarkedText[];
  gazetteer: Gazetteer;
}

interface Row {
  id: string;
  language: string;
  text: string;
  mentions: (Pick<MarkedMention, 'start' | 'end' | 'surface'> & {
    title?: string;
    main?: boolean;
    type?: string;
    norm?: { name?: string[]; lastname?: string[]; firstname?: string[] };
  })[];
}

/** True where the data lie beside the clone. */
export function haveTopicSets(): boolean {
  return existsSync(DATA);
}

/** Reads a set and builds its gazetteer as ../shared/eval does. */
export function readTopicSet(name: 'itn' | 'factrueval'): TopicSet {
  const rows = readFileSync(`${DATA}${name}/docs.ndjson`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const entries = new Map<string, SourceEntry>();
  const texts = rows.map(({ id, language, text, mentions }) => ({
    id,
    language,
    text,
    mentions: mentions.map(({ start, end, surface, title, main = false, type = '', norm = {} }): MarkedMention => {
      const forms = title === undefined ? normalForms(norm) : [{ id: `${language} ${title}`, names: [title.replace(/ \([^)]*\)$/, '')] }];
      for (const form of forms) {
        const known = entries.get(form.id)?.names[language] ?? [];
        entries.set(form.id, { id: form.id, kind: KINDS[type] ?? 'topic', names: { [language]: [...new Set([...known, ...form.names])] } });
      }
      return { start, end, surface, ids: new Set(forms.map((form) => form.id)), names: forms.flatMap((form) => form.names), main };
    }),
  }));
  return { texts, gazetteer: gazetteerOf([...entries.values()]) };
}

/** A gazetteer of entries alone. */
export function gazetteerOf(entries: SourceEntry[]): Gazetteer {
  const opened = openGazetteer([buildGazetteer(entries)]);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

function normalForms({ name, lastname = [], firstname = [] }: NonNullable<Row['mentions'][number]['norm']>) {
  if (name?.length) return name.map((one) => ({ id: one.toLowerCase(), names: [one] }));
  return lastname.map((last) => ({ id: last.toLowerCase(), names: [last, ...firstname.map((first) => `${first} ${last}`)] }));
}

/** A mention by its place in the whole text. */
export type PlacedMention = Mention & { id: string };

/** What is found in a text, and every mention of it by its place in the whole text. */
export function detectIn(
  { language, text }: Pick<MarkedText, 'language' | 'text'>,
  gazetteer: Gazetteer,
  isKnownWord?: (folded: string) => boolean,
): { topics: DetectedTopic[]; mentions: PlacedMention[] } {
  const { parts, bases } = zonesOfText(text, null);
  const topics = detectTopics({ language, parts }, gazetteer, { relations: false, ...(isKnownWord && { isKnownWord }) });
  const mentions = topics.flatMap(({ id, mentions }) =>
    mentions.map((mention) => ({ ...mention, id, start: mention.start + bases[mention.part]!, end: mention.end + bases[mention.part]! })),
  );
  return { topics, mentions };
}

/** Whether two spans share a character. */
export function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
