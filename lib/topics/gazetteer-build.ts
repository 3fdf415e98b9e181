import { hashText, mix, sampleUnits, spreadWord, turnText } from '../text/hash.ts';
import { transliterationKey } from '../text/transliterate.ts';
import { type Name, namesOf, uniqueYearless } from './gazetteer-names.ts';
import {
  EDGE_FIELDS,
  ENDING_BITS,
  KINDS,
  LEAST_STEM,
  lengthBit,
  MAX_LANGUAGES,
  NODE_FIELDS,
  OPENING,
  OPENINGS,
  openingSlot,
  STEM_BITS,
  slotShift,
  slotsFor,
  stemBit,
} from './layer-format.ts';
import type { PackedSections } from './layer-write.ts';
import { TextPool } from './layer-write.ts';
import type { SourceEntry } from './source.ts';

interface AliasRecord {
  topic: number;
  name: Name;
  languages: Set<number>;
}

interface Edge {
  parent: number;
  stem: string;
  ending: number;
  child: number;
}

/** What a build gathers before it is packed. */
interface Draft {
  edges: Map<string, Edge>;
  nodes: Map<number, AliasRecord[]>;
  nodeCount: number;
  classes: Map<string, number>;
  languages: string[];
  opensCapital: Uint16Array;
  opensLower: Uint16Array;
  maxWords: number;
}

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
    opensCapital: new Uint16Array(OPENINGS),
    opensLower: new Uint16Array(OPENINGS),
    maxWords: 1,
  };
  const yearless = uniqueYearless(topics.map((t) => t.entry));
  const texts = new TextPool();
  const labels: { language: number; text: number }[] = [];
  const labelFirst: number[] = [];
  const topicText: number[] = [];
  for (const [t, { entry }] of topics.entries()) {
    topicText.push(texts.add(entry.id), texts.add(entry.description ?? ''));
    labelFirst.push(labels.length);
    for (const language of Object.keys(entry.names).sort()) {
      const first = entry.names[language]?.[0];
      if (typeof first === 'string' && first !== '') labels.push({ language: languageIndex(draft, language), text: texts.add(first) });
    }
    for (const name of namesOf(entry, yearless)) insert(draft, t, name);
  }
  labelFirst.push(labels.length);
  const aliases = [...draft.nodes].sort((a, b) => a[0] - b[0]).flatMap(([, records]) => records);
  const strings = texts.pack();
  const sections = {
    ...packTrie(draft),
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
    topicHash: Uint32Array.from(topics, (t) => t.hash),
    topicKind: Uint8Array.from(topics, (t) => Math.max(0, KINDS.indexOf(t.entry.kind))),
    topicText: strings.ranges(topicText),
    labelFirst: Uint32Array.from(labelFirst),
    labelText: strings.ranges(labels.map((l) => l.text)),
    labelLanguage: Uint16Array.from(labels, (l) => l.language),
    languages: new TextEncoder().encode(draft.languages.join('\n')),
    strings: strings.bytes,
  };
  return { sections, maxWords: draft.maxWords, classes: draft.classes.size };
}

function mergeById(entries: SourceEntry[]): SourceEntry[] {
  const byId = new Map<string, SourceEntry>();
  for (const entry of entries) {
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

function insert(draft: Draft, topic: number, name: Name): void {
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
    const records = draft.nodes.get(node) ?? [];
    draft.nodes.set(node, records);
    addRecord(draft, records, topic, name);
    const opening = openingSlot(turnText(start.stem.slice(0, OPENING)));
    draft.opensCapital[opening]! |= lengthBit(start.stem.length);
    if (name.startsLower || isUncased(start.stem)) draft.opensLower[opening]! |= lengthBit(start.stem.length);
  }
}

function isUncased(stem: string): boolean {
  return stem.toUpperCase() === stem;
}

function addRecord(draft: Draft, records: AliasRecord[], topic: number, name: Name): void {
  const language = languageIndex(draft, name.language);
  const same = records.find(
    (r) => r.topic === topic && r.name.flags === name.flags && r.name.capitals === name.capitals && r.name.acronyms === name.acronyms,
  );
  if (same) same.languages.add(language);
  else records.push({ topic, name, languages: new Set([language]) });
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

function packTrie(draft: Draft) {
  const slots = slotsFor(draft.edges.size);
  const shift = slotShift(slots);
  const edges = new Uint32Array(slots * EDGE_FIELDS);
  const edgeSet = new Uint32Array(STEM_BITS / 32);
  const nodes = new Uint32Array((draft.nodeCount + 1) * NODE_FIELDS);
  for (const { parent, stem, ending, child } of draft.edges.values()) {
    const key = spreadWord(turnText(stem), parent);
    edgeSet[stemBit(key) >>> 5]! |= 1 << (stemBit(key) & 31);
    nodes[parent * NODE_FIELDS + 1]! |= lengthBit(stem.length);
    let slot = key >>> shift;
    while (edges[slot * EDGE_FIELDS]) slot = (slot + 1) & (slots - 1);
    edges.set([sampleText(stem), child, (ending << 16) | (key & 0xffff)], slot * EDGE_FIELDS);
  }
  const endingSet = new Uint32Array(ENDING_BITS / 32);
  const pairs: number[] = [];
  for (const [list, id] of draft.classes) {
    for (const ending of list.split(' ')) {
      const hash = turnText(ending);
      endingSet[(hash & (ENDING_BITS - 1)) >>> 5]! |= 1 << (hash & 31);
      pairs.push(mix(hash, id + 1) || 1);
    }
  }
  // The dictionary form's own ending stands first in its class.
  const classEnding = Uint32Array.from(draft.classes.keys(), (list) => turnText(list.split(' ', 1)[0]!));
  const endings = new Uint32Array(slotsFor(pairs.length));
  for (const pair of pairs) {
    let slot = pair & (endings.length - 1);
    while (endings[slot] && endings[slot] !== pair) slot = (slot + 1) & (endings.length - 1);
    endings[slot] = pair;
  }
  let aliases = 0;
  for (let node = 0; node <= draft.nodeCount; node++) {
    nodes[node * NODE_FIELDS] = aliases;
    aliases += draft.nodes.get(node)?.length ?? 0;
  }
  return { classEnding, edgeSet, endingSet, edges, endings, nodes };
}

function packAliases(aliases: AliasRecord[]) {
  const sets = new Map<string, number>();
  const words: number[] = [];
  const setOf = (languages: Set<number>) => {
    const sorted = [...languages].sort((a, b) => a - b);
    const key = sorted.join(' ');
    const known = sets.get(key);
    if (known !== undefined) return known;
    const bits = new Uint32Array(MAX_LANGUAGES / 32);
    for (const language of sorted) bits[language >>> 5]! |= 1 << (language & 31);
    words.push(...bits);
    sets.set(key, sets.size);
    return sets.size - 1;
  };
  return {
    aliasTopic: Uint32Array.from(aliases, (a) => a.topic),
    aliasLanguages: Uint16Array.from(aliases, (a) => setOf(a.languages)),
    languageSets: Uint32Array.from(words),
    aliasCapitals: Uint8Array.from(aliases, (a) => a.name.capitals & 255),
    aliasAcronyms: Uint8Array.from(aliases, (a) => a.name.acronyms & 255),
    aliasFlags: Uint8Array.from(aliases, (a) => a.name.flags),
    aliasLetters: Uint8Array.from(aliases, (a) => a.name.letters),
  };
}

function packSounds(aliases: AliasRecord[], topics: SourceEntry[]) {
  const keys = new Map<number, number>();
  for (const [i, { name, topic }] of aliases.entries()) {
    if (!name.forgiving || name.letters < 6 || topics[topic]!.kind === 'country') continue;
    const key = transliterationKey(name.text);
    if (key.length >= 5 && !keys.has(hashText(key))) keys.set(hashText(key), i);
  }
  return packTable([...keys], 'soundKey', 'soundAlias');
}

/** One edit inside a word leaves its first or its second half whole: both halves are keys. */
function packTypos(aliases: AliasRecord[], topics: SourceEntry[]) {
  const keys: [number, number][] = [];
  const units: number[] = [];
  const wordFirst = [0];
  const wordAlias: number[] = [];
  const seen = new Set<string>();
  for (const [i, { name, topic }] of aliases.entries()) {
    const word = name.words[0]!.folded;
    if (!name.forgiving || topics[topic]!.kind === 'person' || word.length < 7 || seen.has(`${topic} ${word}`)) continue;
    seen.add(`${topic} ${word}`);
    const half = word.length >> 1;
    keys.push([mix(hashText(word.slice(0, half)), 2 * word.length), wordAlias.length]);
    keys.push([mix(hashText(word.slice(half)), 2 * word.length + 1), wordAlias.length]);
    for (let k = 0; k < word.length; k++) units.push(word.charCodeAt(k));
    wordFirst.push(units.length);
    wordAlias.push(i);
  }
  return {
    ...packTable(keys, 'typoKey', 'typoWord'),
    units: Uint16Array.from(units),
    wordFirst: Uint32Array.from(wordFirst),
    wordAlias: Uint32Array.from(wordAlias),
  };
}

/** Open-addressing multimap; values are stored plus one, 0 being an empty slot. */
function packTable<K extends string, V extends string>(pairs: [number, number][], keyName: K, valueName: V): Record<K | V, Uint32Array> {
  const slots = slotsFor(pairs.length);
  const keys = new Uint32Array(slots);
  const values = new Uint32Array(slots);
  for (const [key, value] of pairs) {
    let slot = key & (slots - 1);
    while (values[slot]) slot = (slot + 1) & (slots - 1);
    keys[slot] = key;
    values[slot] = value + 1;
  }
  return { [keyName]: keys, [valueName]: values } as Record<K | V, Uint32Array>;
}

function sampleText(text: string): number {
  const last = text.length - 1;
  return sampleUnits(text.length, text.charCodeAt(0), text.charCodeAt(last >> 1), text.charCodeAt(last)) >>> 0;
}
