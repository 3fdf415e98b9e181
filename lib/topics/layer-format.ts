import type { TopicKind } from '../core/topic.ts';
import type { AliasRole } from './source.ts';

/** "SLGZ" in memory order. */
export const LAYER_MAGIC = 0x5a474c53;
/** Raised whenever a reader of the former version would misread a layer. */
export const LAYER_VERSION = 3;
/** u32 fields before the sections' lengths: magic, version, checksum, total bytes, most words in a name, classes. */
export const HEADER_FIELDS = 6;

/**
 * Sections in file order with the bytes of one element; widest first, so that each is aligned.
 * Edges of the token trie lie in groups of one (node, stem), found through an open-addressing table of these pairs; `nodeOut` leads from a node to its
 * aliases; `endings` is a hash set of (ending class, ending), `classEnding` each class's dictionary ending; texts are UTF-8 in `strings`, folded words UTF-16 in `units`.
 */
export const SECTIONS = {
  slotKey: 4,
  slotEdge: 4,
  edgeCheck: 4,
  edgeChild: 4,
  nodeOut: 4,
  endings: 4,
  endingSet: 4,
  classEnding: 4,
  stemsCapital: 4,
  stemsLower: 4,
  edgeSet: 4,
  aliasTopic: 4,
  languageSets: 4,
  topicHash: 4,
  topicText: 4,
  labelFirst: 4,
  labelText: 4,
  soundKey: 4,
  soundAlias: 4,
  typoKey: 4,
  typoWord: 4,
  wordFirst: 4,
  wordAlias: 4,
  edgeClass: 2,
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

/** Bits of the sets of first words' stems, as `stemBit` gives them: small enough to stay in the processor's cache. */
export const STEM_BITS = 1 << 18;
const STEM_SHIFT = 14;
/** Bits of the set of endings of all classes, by the low bits of their hash, which runs from the last letter to the first. */
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

/** Bit of `edgeChild`: another edge of the same node and stem follows. */
export const MORE_EDGES = 0x80000000;

/** Checksum of a layer's bytes after the header's first three fields, taken four at a time. */
export function layerChecksum(words: Uint32Array): number {
  let hash = 0x811c9dc5;
  for (let i = 3; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, 0x01000193) ^ (hash >>> 15);
  return hash >>> 0;
}

/** Open-addressing slots for `count` keys at a load of at most 0.7: a power of two. */
export function slotsFor(count: number): number {
  let slots = 8;
  while (slots * 0.7 < count) slots *= 2;
  return slots;
}

/** Bit of a stem's hash in a set of stems. */
export function stemBit(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> STEM_SHIFT;
}

/** The checksum in a layer's header, unverified: tells one build of a packaged list from another. */
export function layerMark(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(8, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
