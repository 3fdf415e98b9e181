import { hashText, turnText } from '../text/hash.ts';
import { countsAbroad } from './gates.ts';
import { type Name, namesOf, spellingsOf } from './gazetteer-names.ts';
import { type AliasRecord, type Draft, packAliases, packSounds, packTrie, packTypos } from './gazetteer-pack.ts';
import {
  EVERY_LANGUAGE,
  FLAG_ANY_LANGUAGE,
  KINDS,
  LEAST_STEM,
  languageBit,
  lengthBit,
  MAX_LANGUAGES,
  MOST_SHARING,
  NEAR_STEM,
  OPENING,
  OPENINGS,
  openingSlot,
  packSteps,
  ROLES,
} from './layer-format.ts';
import type { PackedSections } from './layer-write.ts';
import { TextPool } from './layer-write.ts';
import { uniqueQualifiedForms } from './qualified-names.ts';
import { uniqueShortForms } from './short-names.ts';
import type { SourceEntry } from './source.ts';

/** UTF-16 units that are kept of a description and of a label, and that an id may have: more than a pack allows. */
const MOST_DESCRIPTION = 5000;
const MOST_LABEL = 1000;
const MOST_ID = 400;
/** Languages in which a topic has a label. */
const MOST_LABELS = 1000;

/** Sections of a layer from entries; the same entries in any order give the same sections. Later entries of an id add names to the first. */
export function buildSections(entries: SourceEntry[]): { sections: PackedSections; maxWords: number; classes: number } {
  const topics = mergeById(entries).map((entry) => ({ entry, hash: hashText(entry.id) }));
  topics.sort((a, b) => a.hash - b.hash || (a.entry.id < b.entry.id ? -1 : 1));
  const draft: Draft = {
    edges: new Map(),
    nodes: new Map(),
    nodeCount: 1,
    classes: new Map([['', 0]]),
    languages: [],
    opensCapital: new Uint32Array(OPENINGS),
    opensLower: new Uint32Array(OPENINGS),
    maxWords: 1,
  };
  const shortened = uniqueShortForms(topics.map((t) => t.entry));
  const qualified = uniqueQualifiedForms(
    topics.map((t) => t.entry),
    spellingsOf,
  );
  const texts = new TextPool();
  const labels: { language: number; text: number }[] = [];
  const labelFirst: number[] = [];
  const topicText: number[] = [];
  for (const [t, { entry }] of topics.entries()) {
    topicText.push(texts.add(entry.id), texts.add((entry.description ?? '').slice(0, MOST_DESCRIPTION)));
    labelFirst.push(labels.length);
    for (const language of Object.keys(entry.names).sort().slice(0, MOST_LABELS)) {
      const first = entry.names[language]?.[0];
      if (typeof first === 'string' && first !== '')
        labels.push({ language: languageIndex(draft, language), text: texts.add(first.slice(0, MOST_LABEL)) });
    }
    for (const name of namesOf(entry, shortened, qualified)) insert(draft, t, name, entry.kind === 'country');
  }
  labelFirst.push(labels.length);
  const { aliases, ...trie } = packTrie(draft);
  const strings = texts.pack();
  const sections = {
    ...trie,
    ...packAliases(aliases),
    ...packSounds(
      aliases,
      topics.map((t) => t.entry),
    ),
    ...packTypos(
      aliases,
      topics.map((t) => t.entry),
    ),
    opensCapital: draft.opensCapital,
    opensLower: draft.opensLower,
    topicHash: Uint16Array.from(topics, (t) => t.hash >>> 16),
    topicKind: Uint8Array.from(topics, (t) => Math.max(0, KINDS.indexOf(t.entry.kind))),
    ...sectionsOf('topicText', strings.ranges(topicText)),
    ...sectionsOf('labelFirst', labelFirst),
    ...sectionsOf('labelText', strings.ranges(labels.map((l) => l.text))),
    labelLanguage: Uint16Array.from(labels, (l) => l.language),
    languages: new TextEncoder().encode(draft.languages.join('\n')),
    strings: strings.bytes,
  };
  return { sections, maxWords: draft.maxWords, classes: draft.classes.size };
}

function sectionsOf<N extends string>(name: N, values: ArrayLike<number>) {
  const { low, base } = packSteps(values);
  return { [name]: low, [`${name}Base`]: base } as { [K in N]: Uint16Array } & { [K in `${N}Base`]: Uint32Array };
}

function mergeById(entries: SourceEntry[]): SourceEntry[] {
  const byId = new Map<string, SourceEntry>();
  for (const entry of entries) {
    if (entry.id.length > MOST_ID) continue;
    const known = byId.get(entry.id);
    if (!known) {
      byId.set(entry.id, { ...entry, names: { ...entry.names }, aliases: [...(entry.aliases ?? [])] });
      continue;
    }
    for (const [language, names] of Object.entries(entry.names))
      known.names[language] = [...new Set([...(known.names[language] ?? []), ...names])];
    known.aliases = [...(known.aliases ?? []), ...(entry.aliases ?? [])];
  }
  return [...byId.values()];
}

function languageIndex(draft: Draft, language: string): number {
  const primary = language.toLowerCase();
  const known = draft.languages.indexOf(primary);
  if (known >= 0) return known;
  if (draft.languages.length >= MAX_LANGUAGES - 1 || /[\n]/.test(primary)) return MAX_LANGUAGES - 1;
  return draft.languages.push(primary) - 1;
}

function insert(draft: Draft, topic: number, name: Name, country: boolean): void {
  const served = servedBy(draft, name, country);
  draft.maxWords = Math.max(draft.maxWords, name.words.length);
  const [first, ...rest] = name.words;
  // A stem of one or two letters says nothing by itself: its forms stand in the trie as they are.
  const starts =
    first!.stem.length < LEAST_STEM && first!.endings.join('') !== ''
      ? first!.endings.map((ending) => ({ folded: first!.folded, stem: first!.stem + ending, endings: [''] }))
      : [first!];
  for (const start of starts) {
    let node = 0;
    for (const word of [start, ...rest]) node = edgeTo(draft, node, word.stem, classOf(draft, word.endings));
    if (name.rest.length > 0) node = edgeTo(draft, node, NEAR_STEM, 0);
    for (const word of name.rest) node = edgeTo(draft, node, word.stem, classOf(draft, word.endings));
    const records = draft.nodes.get(node) ?? [];
    draft.nodes.set(node, records);
    addRecord(draft, records, topic, name, served);
    const opening = openingSlot(turnText(start.stem.slice(0, OPENING)));
    const bits = lengthBit(start.stem.length) | (served << 16);
    draft.opensCapital[opening]! |= bits;
    if (name.startsLower || isUncased(start.stem)) draft.opensLower[opening]! |= bits;
  }
}

function isUncased(stem: string): boolean {
  return stem.toUpperCase() === stem;
}

function servedBy(draft: Draft, { language, flags, role, letters, acronyms }: Name, country: boolean): number {
  if (flags & FLAG_ANY_LANGUAGE || countsAbroad(country, ROLES.indexOf(role), letters, acronyms & 255)) return EVERY_LANGUAGE;
  return languageBit(languageIndex(draft, language));
}

function addRecord(draft: Draft, records: AliasRecord[], topic: number, name: Name, served: number): void {
  const language = languageIndex(draft, name.language);
  const same = records.find(
    (r) => r.topic === topic && r.name.flags === name.flags && r.name.capitals === name.capitals && r.name.acronyms === name.acronyms,
  );
  if (same) {
    same.languages.add(language);
    same.served |= served;
  } else if (records.length < MOST_SHARING) records.push({ topic, name, languages: new Set([language]), served });
}

function edgeTo(draft: Draft, parent: number, stem: string, ending: number): number {
  const key = `${parent} ${ending} ${stem}`;
  const known = draft.edges.get(key);
  if (known) return known.child;
  const child = draft.nodeCount++;
  draft.edges.set(key, { parent, stem, ending, child });
  return child;
}

function classOf(draft: Draft, endings: string[]): number {
  const key = endings.join(' ');
  const known = draft.classes.get(key);
  if (known !== undefined) return known;
  const id = draft.classes.size;
  draft.classes.set(key, id);
  return id;
}
