import { checkRun, HASH_SEED, mix } from '../text/hash.ts';
import { GAP_GLUED, GAP_HARD, type Scan } from '../text/scan.ts';
import { type MatchContext, passes } from './gates.ts';
import type { Layer } from './layer.ts';
import { ENDING_BITS, LEAST_STEM, MAX_ENDING, MORE_EDGES, stemBit } from './layer-format.ts';

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
  const { layer, scan, from, context } = search;
  if (scan.gap[from] === GAP_GLUED && from > 0 && search.clitic === 0) return;
  if (to < search.best) return;
  for (let alias = layer.nodeOut[node]!; alias < layer.nodeOut[node + 1]!; alias++) {
    if (!passes(layer, alias, search.language, scan, from, to, context)) continue;
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
