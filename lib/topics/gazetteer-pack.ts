import { hashText, mix, sampleUnits, spreadWord, turnText } from '../text/hash.ts';
import { transliterationKey } from '../text/transliterate.ts';
import type { Name } from './gazetteer-names.ts';
import {
  bucketShift,
  bucketsFor,
  childSeed,
  EDGE_FIELDS,
  ENDING_BITS,
  lengthBit,
  letterBit,
  MAX_LANGUAGES,
  packSteps,
  STEM_BITS,
  slotsFor,
  stemBit,
} from './layer-format.ts';
import type { SourceEntry } from './source.ts';

/** Names that end at a node of the trie and mean the same topic in the same way. */
export interface AliasRecord {
  topic: number;
  name: Name;
  languages: Set<number>;
  /** Languages of texts that it counts in, as bits. */
  served: number;
}

interface Edge {
  parent: number;
  stem: string;
  ending: number;
  child: number;
}

/** What a build gathers before it is packed. */
export interface Draft {
  edges: Map<string, Edge>;
  nodes: Map<number, AliasRecord[]>;
  nodeCount: number;
  classes: Map<string, number>;
  languages: string[];
  opensCapital: Uint32Array;
  opensLower: Uint32Array;
  maxWords: number;
}

/** Languages served below each node, as the bits that edges to it carry. */
function languagesByNode(draft: Draft): Uint16Array {
  const served = new Uint16Array(draft.nodeCount);
  for (const [node, records] of draft.nodes) for (const record of records) served[node]! |= record.served;
  // Children were numbered after their parents.
  for (const { parent, child } of [...draft.edges.values()].reverse()) served[parent]! |= served[child]!;
  return served;
}

/** An edge with its place among all, by which its node is numbered. */
type Keyed = Edge & { key: number };

/** Every edge with its key, parents before their children. */
function keyedEdges(draft: Draft): Keyed[] {
  const seeds = new Int32Array(draft.nodeCount);
  return [...draft.edges.values()].map((edge) => {
    const key = spreadWord(turnText(edge.stem), seeds[edge.parent]!);
    seeds[edge.child] = childSeed(key, edge.ending);
    return { ...edge, key };
  });
}

/** The trie of all names with its sets and buckets, and the names in the order of its nodes. */
export function packTrie(draft: Draft) {
  const served = languagesByNode(draft);
  const buckets = new Uint32Array(bucketsFor(draft.edges.size) + 1);
  const shift = bucketShift(buckets.length - 1);
  const edges = new Uint32Array(draft.edges.size * EDGE_FIELDS);
  const edgeSet = new Uint32Array(STEM_BITS / 32);
  const nodes = new Uint32Array(draft.nodeCount);
  const keyed = keyedEdges(draft);
  keyed.sort((a, b) => (a.key >>> shift) - (b.key >>> shift) || a.child - b.child);
  const places = new Uint32Array(draft.nodeCount);
  for (const [i, { child }] of keyed.entries()) places[child] = i + 1;
  for (const [i, { parent, stem, ending, child, key }] of keyed.entries()) {
    edgeSet[stemBit(key) >>> 5]! |= 1 << (stemBit(key) & 31);
    nodes[places[parent]!]! |= lengthBit(stem.length) | (letterBit(stem.charCodeAt(0)) << 16);
    buckets[(key >>> shift) + 1]! = i + 1;
    edges.set([(sampleText(stem) << 16) | served[child]!, (ending << 16) | (key & 0xffff)], i * EDGE_FIELDS);
  }
  for (let bucket = 1; bucket < buckets.length; bucket++) buckets[bucket] = Math.max(buckets[bucket]!, buckets[bucket - 1]!);
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
  const aliases: AliasRecord[] = [];
  const ordered = [0, ...keyed.map(({ child }) => child)];
  const firsts: number[] = [];
  for (const node of ordered) {
    firsts.push(aliases.length);
    aliases.push(...(draft.nodes.get(node) ?? []));
  }
  firsts.push(aliases.length);
  const { low: nodeAlias, base: nodeAliasBase } = packSteps(firsts);
  return { aliases, classEnding, edgeSet, endingSet, edges, buckets, endings, nodes, nodeAlias, nodeAliasBase };
}

/** What is known of each name, in the order of the nodes. */
export function packAliases(aliases: AliasRecord[]) {
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

/** Names of one word by their sound. */
export function packSounds(aliases: AliasRecord[], topics: SourceEntry[]) {
  const keys = new Map<number, number>();
  for (const [i, { name, topic }] of aliases.entries()) {
    if (!name.forgiving || name.letters < 6 || topics[topic]!.kind === 'country') continue;
    const key = transliterationKey(name.text);
    if (key.length < 5) continue;
    const known = keys.get(hashText(key));
    // Of several topics with one sound the first has it, wherever the trie has put its name.
    if (known === undefined || topic < aliases[known]!.topic) keys.set(hashText(key), i);
  }
  return packTable([...keys], 'soundKey', 'soundAlias');
}

/** One edit inside a word leaves its first or its second half whole: both halves are keys. */
export function packTypos(aliases: AliasRecord[], topics: SourceEntry[]) {
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
    keys.push([mix(turnText(word.slice(0, half)), 2 * word.length), wordAlias.length]);
    keys.push([mix(turnText(word.slice(half)), 2 * word.length + 1), wordAlias.length]);
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
  return sampleUnits(text.length, text.charCodeAt(0), text.charCodeAt(last >> 1), text.charCodeAt(last));
}
