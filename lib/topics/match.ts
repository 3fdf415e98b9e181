import * as C from '../text/characters.ts';
import { checkRun, HASH_SEED, mix } from '../text/hash.ts';
import { GAP_GLUED, GAP_HARD, GAP_HYPHEN, type Scan } from '../text/scan.ts';
import type { Layer } from './layer.ts';
import {
  ENDING_BITS,
  FLAG_ANY_LANGUAGE,
  FLAG_LOWER_OK,
  KINDS,
  LEAST_STEM,
  MAX_ENDING,
  MAX_LANGUAGES,
  MORE_EDGES,
  ROLE_MASK,
  ROLES,
  stemBit,
} from './layer-format.ts';

/** A name found: words `[from, to)` of the scan. `start` moves past a clitic that is written together with the first word. */
export interface Match {
  layer: Layer;
  alias: number;
  from: number;
  to: number;
  inflected: boolean;
  clitic: number;
  /** Letters of the last word's Korean particle, which the span leaves out. */
  particle: number;
}

/** What the gates need to know of the text beyond its words. */
export interface MatchContext {
  layers: Layer[];
  /** Per layer the index of the text's language, -1 where the layer has no name in it, -2 where the language is unknown. */
  languages: number[];
  /** Most words of the part begin with a capital: a headline in title case, or all capitals. */
  titleCase: boolean;
  /** The part has no small letters: capitals say nothing. */
  allCapitals: boolean;
}

/** Letters of a name long enough to bear a capital missing for each one kept. */
const LONG_NAME = 12;
const BLOCKER = ROLES.indexOf('blocker');
const COMPOUND = ROLES.indexOf('compound');
const ADJECTIVE = ROLES.indexOf('adjective');
const COUNTRY = KINDS.indexOf('country');
const DEMONYM = ROLES.indexOf('demonym');

interface Search {
  layer: Layer;
  language: number;
  scan: Scan;
  context: MatchContext;
  from: number;
  best: number;
  found: Match[];
  inflected: boolean;
  clitic: number;
  particle: number;
  /** No name may reach beyond this word. */
  limit: number;
}

const NONE: Match[] = [];

/** One search at a time, and one object for all of them: most words start none. */
const search: Search = {
  layer: undefined as unknown as Layer,
  language: 0,
  scan: undefined as unknown as Scan,
  context: undefined as unknown as MatchContext,
  from: 0,
  best: 0,
  found: NONE,
  inflected: false,
  clitic: 0,
  particle: 0,
  limit: 0,
};

/** Longest names that start at word `at` and end before word `limit`, all of one length; none where no name starts there. Blockers are among them. */
export function longestAt(scan: Scan, at: number, context: MatchContext, limit = scan.count): Match[] {
  search.scan = scan;
  search.context = context;
  search.from = at;
  search.limit = limit;
  search.best = 0;
  search.found = NONE;
  const unit = scan.units[scan.from[at]!]!;
  for (let i = 0; i < context.layers.length; i++) {
    search.layer = context.layers[i]!;
    search.language = context.languages[i]!;
    search.clitic = 0;
    search.inflected = false;
    if (mayStart(search.layer, scan, at)) walk(search, 0, at, scan.units, scan.from[at]!, scan.length[at]!, scan.hash, scan.from[at]!);
    if (unit >= 0x590 && unit < 0x700) walkClitics(search, at, unit < 0x600 ? HEBREW_CLITICS : ARABIC_CLITICS);
  }
  const { found } = search;
  search.found = NONE;
  return found;
}

/** Whether word `at`, less some ending, may be the first word of a name. */
export function mayStart(layer: Layer, scan: Scan, at: number): boolean {
  const { endingSet } = layer;
  const stems = scan.capital[at] ? layer.stemsCapital : layer.stemsLower;
  const { units, hash } = scan;
  const from = scan.from[at]!;
  const last = from + scan.length[at]! - 1;
  const least = Math.min(last, Math.max(from + LEAST_STEM - 1, last - MAX_ENDING));
  let ending = HASH_SEED;
  for (let i = last; i >= least; i--) {
    if (endingSet[(ending & (ENDING_BITS - 1)) >>> 5]! & (1 << (ending & 31))) {
      const stem = stemBit(hash[i]!);
      if (stems[stem >>> 5]! & (1 << (stem & 31))) return true;
    }
    ending = Math.imul(ending ^ units[i]!, 0x01000193);
  }
  return false;
}

const scratchHash = new Uint32Array(70);
const ARABIC_CLITICS = ['وال', 'بال', 'فال', 'كال', 'لل', 'ال', 'و', 'ب', 'ل', 'ف', 'ك'];
const HEBREW_CLITICS = ['וה', 'שה', 'מה', 'וב', 'ול', 'ומ', 'ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ'];

function walkClitics(search: Search, at: number, clitics: string[]): void {
  const { scan } = search;
  const from = scan.from[at]!;
  const length = scan.length[at]!;
  for (const clitic of clitics) {
    if (length - clitic.length < 2 || !startsWith(scan.units, from, clitic)) continue;
    const begin = from + clitic.length;
    let hash = HASH_SEED;
    for (let i = 0; i < length - clitic.length; i++) {
      hash = Math.imul(hash ^ scan.units[begin + i]!, 0x01000193);
      scratchHash[i] = hash;
    }
    search.clitic = clitic.length;
    walk(search, 0, at, scan.units, begin, length - clitic.length, scratchHash.slice(), 0);
  }
  search.clitic = 0;
}

function startsWith(units: Uint16Array, from: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (units[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Follows every cut of word `at` into stem and ending from a node of the trie, deepest first. */
function walk(
  search: Search,
  node: number,
  at: number,
  units: Uint16Array,
  unitFrom: number,
  length: number,
  hashes: Uint32Array,
  hashFrom: number,
): void {
  const { layer } = search;
  const { edgeSet, endingSet, slotKey, slotEdge } = layer;
  const slots = slotKey.length - 1;
  const least = Math.max(1, length - MAX_ENDING);
  let ending = HASH_SEED;
  for (let cut = length; cut >= least; cut--) {
    const before = ending;
    ending = Math.imul(ending ^ units[unitFrom + cut - 1]!, 0x01000193);
    if ((endingSet[(before & (ENDING_BITS - 1)) >>> 5]! & (1 << (before & 31))) === 0) continue;
    const key = mix(hashes[hashFrom + cut - 1]! >>> 0, node);
    const bit = stemBit(key);
    if ((edgeSet[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
    let slot = key & slots;
    while (slotEdge[slot] !== 0 && slotKey[slot] !== key) slot = (slot + 1) & slots;
    if (slotEdge[slot] !== 0) followEdges(search, slotEdge[slot]! - 1, at, units, unitFrom, cut, length - cut, before >>> 0);
  }
}

/** Takes the edges of one stem whose endings fit the rest of the word; `ending` is the rest's hash, last letter first. */
function followEdges(
  search: Search,
  first: number,
  at: number,
  units: Uint16Array,
  unitFrom: number,
  cut: number,
  rest: number,
  ending: number,
): void {
  const { layer } = search;
  let checked = false;
  const particle = rest > 0 && isHangul(units[unitFrom]!) ? rest : 0;
  for (let edge = first; ; edge++) {
    const child = layer.edgeChild[edge]!;
    if (hasEnding(layer, layer.edgeClass[edge]!, ending)) {
      if (!checked && layer.edgeCheck[first] !== checkRun(units, unitFrom, unitFrom + cut)) return;
      checked = true;
      search.particle = particle;
      arrive(search, child & ~MORE_EDGES, at, ending !== layer.classEnding[layer.edgeClass[edge]!]);
    }
    if (child < MORE_EDGES) return;
  }
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

function hasEnding(layer: Layer, endingClass: number, ending: number): boolean {
  const pair = mix(ending, endingClass + 1) || 1;
  const slots = layer.endings.length - 1;
  for (let slot = pair & slots; layer.endings[slot] !== 0; slot = (slot + 1) & slots) if (layer.endings[slot] === pair) return true;
  return false;
}

function arrive(search: Search, node: number, at: number, bends: boolean): void {
  const { scan, layer } = search;
  const next = at + 1;
  const before = search.inflected;
  search.inflected = before || bends;
  if (layer.nodeOut[node + 1]! > layer.nodeOut[node]! && endsWell(scan, next)) accept(search, node, next);
  if (next < search.limit && next - search.from < layer.maxWords && joins(scan.gap[next]!)) {
    walk(search, node, next, scan.units, scan.from[next]!, scan.length[next]!, scan.hash, scan.from[next]!);
  }
  search.inflected = before;
}

function endsWell(scan: Scan, next: number): boolean {
  return next >= scan.count || scan.gap[next] !== GAP_GLUED;
}

function joins(gap: number): boolean {
  return gap < GAP_HARD;
}

function accept(search: Search, node: number, to: number): void {
  const { layer, scan, from } = search;
  if (scan.gap[from] === GAP_GLUED && from > 0 && search.clitic === 0) return;
  if (to < search.best) return;
  for (let alias = layer.nodeOut[node]!; alias < layer.nodeOut[node + 1]!; alias++) {
    if (!passes(search, alias, to)) continue;
    if (to > search.best || search.found === NONE) search.found = [];
    search.best = to;
    const topic = layer.aliasTopic[alias]!;
    const known = search.found.find((m) => m.layer === layer && layer.aliasTopic[m.alias] === topic);
    if (!known)
      search.found.push({ layer, alias, from, to, inflected: search.inflected, clitic: search.clitic, particle: search.particle });
    else if (known.inflected && !search.inflected) {
      known.alias = alias;
      known.inflected = false;
    }
  }
}

function passes(search: Search, alias: number, to: number): boolean {
  const { layer, scan, from, context } = search;
  const flags = layer.aliasFlags[alias]!;
  const role = flags & ROLE_MASK;
  const acronyms = layer.aliasAcronyms[alias]!;
  const capitals = layer.aliasCapitals[alias]!;
  if (role === COMPOUND && !(to < scan.count && scan.gap[to] === GAP_HYPHEN) && !(scan.bits[from]! & C.ALONE)) return false;
  if (!languageFits(search, alias, role)) return false;
  for (let t = 0; acronyms >>> t; t++) {
    if (!(acronyms & (1 << t))) continue;
    if (!isAcronym(scan, from + t)) return false;
    // In a line of capitals "US", "WHO" or "IT" may be the word.
    if (context.allCapitals && to - from === 1 && scan.length[from]! <= 3) return false;
  }
  if (flags & FLAG_LOWER_OK || capitals === 0) return true;
  if (scan.capital[from]) return true;
  // "Премія Тюрінга" in a sentence: the first capital is the dictionary's, the others are the name's.
  const others = capitals & ~1;
  if (others === 0 || KINDS[layer.topicKind[layer.aliasTopic[alias]!]!] === 'person') return false;
  let kept = 0;
  for (let t = 1; others >>> t; t++) if (others & (1 << t)) kept += scan.capital[from + t] ? 1 : -1;
  return kept >= (layer.aliasLetters[alias]! >= LONG_NAME ? 0 : 1) && hasCapital(scan, from, to);
}

function hasCapital(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (scan.capital[at]) return true;
  return false;
}

/** All capitals, or in Cyrillic capitals with an ending of one or two small letters ("МИДа"). */
function isAcronym(scan: Scan, at: number): boolean {
  const bits = scan.bits[at]!;
  if (!(bits & C.UPPER)) return false;
  const small = scan.length[at]! - scan.capital[at]!;
  return !(bits & C.LOWER) || (scan.capital[at]! >= 3 && small <= ((bits & C.CYRILLIC) !== 0 ? 2 : 1));
}

/** A capital that the place itself asks for: start of a sentence, or a headline that capitalises every word. */
export function isUninformative(scan: Scan, at: number, context: MatchContext): boolean {
  return context.titleCase || context.allCapitals || at === 0 || scan.gap[at]! === GAP_HARD;
}

/** Whether a name is of the text's language (by its index in the layer), of any, or the text's language unknown. */
export function isOfLanguage(layer: Layer, alias: number, language: number): boolean {
  if (language === -2 || layer.aliasFlags[alias]! & FLAG_ANY_LANGUAGE) return true;
  return (
    language >= 0 &&
    (layer.languageSets[layer.aliasLanguages[alias]! * (MAX_LANGUAGES / 32) + (language >>> 5)]! & (1 << (language & 31))) !== 0
  );
}

function isCountry(layer: Layer, alias: number): boolean {
  return layer.topicKind[layer.aliasTopic[alias]!] === COUNTRY;
}

/** On a page in another language a name counts only when six letters or capitals throughout make an accident unlikely. */
function languageFits(search: Search, alias: number, role: number): boolean {
  const { layer, language } = search;
  if (isOfLanguage(layer, alias, language)) return true;
  // A country is named in the text's own language; "Island" in English is none.
  if (role === ADJECTIVE || role === DEMONYM || role === COMPOUND || (isCountry(layer, alias) && language >= 0)) return false;
  return layer.aliasLetters[alias]! >= 6 || (layer.aliasAcronyms[alias]! !== 0 && layer.aliasLetters[alias]! >= 3) || role === BLOCKER;
}
