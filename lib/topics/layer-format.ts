import type { TopicKind } from '../core/topic.ts';
import { spreadWord } from '../text/hash.ts';
import type { AliasRole } from './source.ts';

/** "SLGZ" in memory order. */
export const LAYER_MAGIC = 0x5a474c53;
/** Raised whenever a reader of the former version would misread a layer. */
export const LAYER_VERSION = 7;
/** u32 fields before the sections' lengths: magic, version, checksum, total bytes, most words in a name, classes. */
export const HEADER_FIELDS = 6;

/**
 * Sections in file order with the bytes of one element; widest first, so that each is aligned.
 * `edges` are the token trie's edges, EDGE_FIELDS numbers each, in buckets by the upper bits of their stem's spread hash; `buckets` says where each
 * begins. An edge is `sampleUnits` of the stem above the languages that it serves (`languageBit`), and the ending class above the lower half of the
 * spread hash; it leads to the node one above its own place, the root being 0. What a node's edges are hashed with is no number of the node, which
 * their order decides, but its `childSeed`. `nodes` has for each node `letterBit` of the stems that lead on above their lengths (as bits),
 * `nodeAlias` its first alias; the aliases end where the next node's begin. Lists with a `…Base` are read by `stepAt`. `opensCapital` and `opensLower` hold by the opening
 * of first words' stems which languages they serve above their lengths. `endings` is a hash set of
 * (ending class, ending), `classEnding` each class's dictionary ending; texts are UTF-8 in `strings`, folded words UTF-16 in `units`.
 */
export const SECTIONS = {
  edges: 4,
  buckets: 4,
  nodes: 4,
  endings: 4,
  endingSet: 4,
  classEnding: 4,
  edgeSet: 4,
  opensCapital: 4,
  opensLower: 4,
  aliasTopic: 4,
  languageSets: 4,
  nodeAliasBase: 4,
  topicTextBase: 4,
  labelFirstBase: 4,
  labelTextBase: 4,
  soundKey: 4,
  soundAlias: 4,
  typoKey: 4,
  typoWord: 4,
  wordFirst: 4,
  wordAlias: 4,
  nodeAlias: 2,
  topicHash: 2,
  topicText: 2,
  labelFirst: 2,
  labelText: 2,
  aliasLanguages: 2,
  labelLanguage: 2,
  units: 2,
  aliasCapitals: 1,
  aliasAcronyms: 1,
  aliasFlags: 1,
  aliasLetters: 1,
  topicKind: 1,
  languages: 1,
  strings: 1,
} as const;

/** Name of a section of a packed layer. */
export type SectionName = keyof typeof SECTIONS;

/** Slots of the tables of how first words begin, by capital or small letter. */
export const OPENINGS = 1 << 13;
const OPENING_SHIFT = 19;
/** Letters of an opening; a shorter stem is one by itself. */
export const OPENING = 4;
/** Length from which stems share a bit. */
export const LONG_STEM = 16;
/** Bits of the set of stems by node, as `stemBit` gives them: small enough to stay in the processor's cache. */
export const STEM_BITS = 1 << 18;
const STEM_SHIFT = 14;
/** Bits of the set of endings of all classes, by the low bits of their `turnUnit` hash. */
export const ENDING_BITS = 1 << 13;
/** Longest ending any rule gives. */
export const MAX_ENDING = 9;
/** A stem shorter than this takes no endings at a name's beginning: its forms are listed. */
export const LEAST_STEM = 3;
/** Languages a layer can tell apart; names in further ones count as of any language. */
export const MAX_LANGUAGES = 256;

export const KINDS: readonly TopicKind[] = ['person', 'organisation', 'place', 'product', 'event', 'country', 'relation', 'topic'];
export const ROLES: readonly ('name' | AliasRole)[] = ['name', 'adjective', 'demonym', 'metonym', 'compound', 'blocker', 'money'];

/** Low bits of an alias's flags: index into ROLES. */
export const ROLE_MASK = 7;
/** The name may stand in lower case although its dictionary form does not. */
export const FLAG_LOWER_OK = 8;
/** Of any language: no gate on the page's. */
export const FLAG_ANY_LANGUAGE = 16;
/** A word that also means something common: at the start of a sentence its capital proves nothing. */
export const FLAG_COMMON_WORD = 32;
/** A country's name that people bear too. */
export const FLAG_BORNE = 64;
/** A name cut short to one word ("October 2022"): without its capital it counts only after a number. */
export const FLAG_CUT_SHORT = 128;

/** Stem of the edge below which a name goes on with words that may stand anywhere near: no text has it. */
export const NEAR_STEM = '\u0001';

/** Numbers a slot of `edges` has. */
export const EDGE_FIELDS = 2;

/** Of a list of numbers that never fall so many, as a power of two, share a base; the rest of each has sixteen bits. */
const STEPS_SHIFT = 3;
/** Names of one spelling that a layer keeps: no text tells more of them apart, and eight nodes of them fit sixteen bits. */
export const MOST_SHARING = 8000;

/** Number `i` of a list packed by `packSteps`. */
export function stepAt(low: Uint16Array, base: Uint32Array, i: number): number {
  return base[i >>> STEPS_SHIFT]! + low[i]!;
}

/** Packs numbers that never fall in two bytes each and a base for eight of them. Throws where eight span more than sixteen bits. */
export function packSteps(values: ArrayLike<number>): { low: Uint16Array; base: Uint32Array } {
  const low = new Uint16Array(values.length);
  const base = new Uint32Array(Math.ceil(values.length / (1 << STEPS_SHIFT)));
  for (let i = 0; i < values.length; i++) {
    if (i % (1 << STEPS_SHIFT) === 0) base[i >>> STEPS_SHIFT] = values[i]!;
    const rest = values[i]! - base[i >>> STEPS_SHIFT]!;
    if (rest < 0 || rest > 0xffff) throw new RangeError('packSteps: eight numbers span more than sixteen bits');
    low[i] = rest;
  }
  return { low, base };
}

/** Checksum of a layer's bytes after the header's first three fields, taken four at a time. */
export function layerChecksum(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let i = 3; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193) ^ (hash >>> 15);
  return hash >>> 0;
}

/** Bits by which the spread hash of a stem is shifted to become its bucket. */
export function bucketShift(buckets: number): number {
  return Math.clz32(buckets) + 1;
}

/** What stands for a node in the hashes of its edges: from the key and the ending class of the edge to it; 0 for the root. */
export function childSeed(key: number, endingClass: number): number {
  return (key + endingClass + 1) | 0;
}

/** Buckets for so many edges, three at most in each on the average: a power of two. */
export function bucketsFor(edges: number): number {
  let buckets = 8;
  while (3 * buckets < edges) buckets *= 2;
  return buckets;
}

/** All languages of an edge: a name below it counts whatever the text's language. */
export const EVERY_LANGUAGE = 0xffff;

/** The bit of sixteen that stands for a language by its index in the layer; every one where the text's is negative, unknown to the layer. */
export function languageBit(language: number): number {
  return language < 0 ? EVERY_LANGUAGE : 1 << (language & 15);
}

/** The bit of sixteen that stands for a stem's first letter. */
export function letterBit(unit: number): number {
  return 1 << (unit & 15);
}

/** Open-addressing slots for `count` keys at a load of at most 0.8: a power of two. */
export function slotsFor(count: number): number {
  let slots = 8;
  while (slots * 0.8 < count) slots *= 2;
  return slots;
}

/** Bit of a stem seen from a node, as `spreadWord` gives it, in the set of stems. */
export function stemBit(spread: number): number {
  return spread >>> STEM_SHIFT;
}

/** Slot of an opening's hash. */
export function openingSlot(hash: number): number {
  return spreadWord(hash, 0) >>> OPENING_SHIFT;
}

/** The bit that stands for a stem's length, one letter or more. */
export function lengthBit(letters: number): number {
  return 1 << (letters < LONG_STEM ? letters - 1 : LONG_STEM - 1);
}

/** By a word's letters the bits of the stems that it can have, its ending being one that a rule may give. */
export const LENGTHS_WITHIN = Uint16Array.from({ length: 128 }, (_, letters) => {
  const longest = letters < LONG_STEM ? (1 << letters) - 1 : 0xffff;
  const shortest = letters - MAX_ENDING - 1;
  return shortest <= 0 ? longest : longest & (0xffff << (shortest < LONG_STEM ? shortest : LONG_STEM - 1));
});

/** The checksum in a layer's header, unverified: tells one build of a packaged list from another. */
export function layerMark(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(8, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
