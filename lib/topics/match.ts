import * as C from '../text/characters.ts';
import { mixSigned, sampleUnits, spreadWord, turnedRest, turnUnit } from '../text/hash.ts';
import { foldWord, GAP_GLUED, GAP_HARD, type Scan } from '../text/scan.ts';
import { type MatchContext, passes } from './gates.ts';
import type { Layer } from './layer.ts';
import {
  EDGE_FIELDS,
  ENDING_BITS,
  LENGTHS_WITHIN,
  LONG_STEM,
  languageBit,
  letterBit,
  MAX_ENDING,
  NODE_FIELDS,
  stemBit,
} from './layer-format.ts';
import { openingLengths, readOpening } from './opening.ts';

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
  languageBit: number;
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
const MOST_STEPS = 64;
/** Letters of the stem and class of the ending of each word on the way to the node that the search is at. */
const path = new Int32Array(2 * MOST_STEPS);
/** The name whose way is asked for, and the way. */
let wanted: Match | undefined;
let wantedPath: number[] = [];

/** One search at a time, and one object for all of them: most words start none. */
const search: Search = {
  layer: undefined as unknown as Layer,
  language: 0,
  languageBit: 0,
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
  for (let i = 0; i < context.layers.length; i++) {
    const layer = context.layers[i]!;
    const clitics = readOpening(scan, at);
    const lengths = openingLengths(layer, context.languages[i]!, scan, at);
    if (lengths === 0 && !clitics) continue;
    search.layer = layer;
    search.language = context.languages[i]!;
    search.languageBit = languageBit(search.language);
    search.clitic = 0;
    search.inflected = false;
    if (lengths !== 0) {
      const begin = foldWord(scan, at);
      walk(search, 0, lengths, at, scan.units, begin, scan.length[at]!, scan.hash, begin);
    }
    if (clitics) walkClitics(search, at);
  }
  const { found } = search;
  search.found = NONE;
  return found;
}

const scratchHash = new Int32Array(70);
const ARABIC_CLITICS = ['وال', 'بال', 'فال', 'كال', 'لل', 'ال', 'و', 'ب', 'ل', 'ف', 'ك'];
const HEBREW_CLITICS = ['וה', 'שה', 'מה', 'וב', 'ול', 'ומ', 'ו', 'ה', 'ב', 'ל', 'מ', 'ש', 'כ'];

function walkClitics(search: Search, at: number): void {
  const { scan } = search;
  const from = foldWord(scan, at);
  const clitics = scan.units[from]! < 0x600 ? HEBREW_CLITICS : ARABIC_CLITICS;
  const length = scan.length[at]!;
  for (const clitic of clitics) {
    if (length - clitic.length < 2 || !startsWith(scan.units, from, clitic)) continue;
    const begin = from + clitic.length;
    let hash = 0;
    for (let i = 0; i < length - clitic.length; i++) {
      hash = turnUnit(hash, scan.units[begin + i]!);
      scratchHash[i] = hash;
    }
    search.clitic = clitic.length;
    walk(
      search,
      0,
      search.layer.nodes[1]! & LENGTHS_WITHIN[length - clitic.length]!,
      at,
      scan.units,
      begin,
      length - clitic.length,
      scratchHash.slice(),
      0,
    );
  }
  search.clitic = 0;
}

/** How the gazetteer cuts the words of a name found: letters of the stem and class of the ending, two numbers a word. */
export function pathOf(match: Match, scan: Scan, context: MatchContext): number[] {
  wanted = match;
  wantedPath = [];
  longestAt(scan, match.from, context, match.to);
  wanted = undefined;
  return wantedPath.slice(0, 2 * (match.to - match.from));
}

function startsWith(units: Uint16Array, from: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (units[from + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Follows every cut of word `at` into a stem of one of `lengths` and an ending from a node of the trie, longest stem first. */
function walk(
  search: Search,
  node: number,
  lengths: number,
  at: number,
  units: Uint16Array,
  unitFrom: number,
  length: number,
  hashes: Int32Array,
  hashFrom: number,
): void {
  const { layer } = search;
  const { edgeSet, endingSet, edges, buckets, classEnding } = layer;
  const whole = hashes[hashFrom + length - 1]!;
  for (let left = lengths & 0xffff; left !== 0; ) {
    const longest = 32 - Math.clz32(left);
    left ^= 1 << (longest - 1);
    // The highest bit stands for all long stems.
    for (let cut = longest < LONG_STEM ? longest : length; cut >= longest && cut >= length - MAX_ENDING; cut--) {
      const stem = hashes[hashFrom + cut - 1]!;
      const ending = cut === length ? 0 : turnedRest(whole, stem, length - cut);
      if ((endingSet[(ending & (ENDING_BITS - 1)) >>> 5]! & (1 << (ending & 31))) === 0) continue;
      const key = spreadWord(stem, node);
      const bit = stemBit(key);
      if ((edgeSet[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
      const low = key & 0xffff;
      const bucket = key >>> layer.bucketShift;
      const end = buckets[bucket + 1]! * EDGE_FIELDS;
      for (let edge = buckets[bucket]! * EDGE_FIELDS; edge < end; edge += EDGE_FIELDS) {
        const tag = edges[edge + 2]!;
        if ((tag & 0xffff) !== low || (edges[edge]! & search.languageBit) === 0) continue;
        if (edges[edge]! >>> 16 !== sample(units, unitFrom, cut)) continue;
        const bends = ending !== classEnding[tag >>> 16];
        if (bends && !hasEnding(layer, tag >>> 16, ending)) continue;
        if (at - search.from < MOST_STEPS) {
          path[2 * (at - search.from)] = cut;
          path[2 * (at - search.from) + 1] = tag >>> 16;
        }
        search.particle = cut < length && isHangul(units[unitFrom]!) ? length - cut : 0;
        arrive(search, edges[edge + 1]!, at, bends);
      }
    }
  }
}

function sample(units: Uint16Array, from: number, length: number): number {
  return sampleUnits(length, units[from]!, units[from + ((length - 1) >> 1)]!, units[from + length - 1]!);
}

function isHangul(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

/** Whether a class of endings has the ending with this hash. */
export function hasEnding(layer: Layer, endingClass: number, ending: number): boolean {
  const pair = mixSigned(ending, endingClass + 1) || 1;
  const slots = layer.endings.length - 1;
  for (let slot = pair & slots; layer.endings[slot] !== 0; slot = (slot + 1) & slots) if (layer.endings[slot] === pair) return true;
  return false;
}

function arrive(search: Search, node: number, at: number, bends: boolean): void {
  const { scan, layer } = search;
  const next = at + 1;
  const before = search.inflected;
  search.inflected = before || bends;
  const { nodes } = layer;
  if (nodes[(node + 1) * NODE_FIELDS]! > nodes[node * NODE_FIELDS]! && endsWell(scan, next)) accept(search, node, next);
  const leads = nodes[node * NODE_FIELDS + 1]!;
  if (leads !== 0 && next < search.limit && next - search.from < layer.maxWords && scan.gap[next]! < GAP_HARD) {
    const lengths = leads & LENGTHS_WITHIN[scan.length[next]!]!;
    if (lengths !== 0 && (leads >>> 16) & letterBit(firstUnit(scan, next))) {
      const begin = foldWord(scan, next);
      walk(search, node, lengths, next, scan.units, begin, scan.length[next]!, scan.hash, begin);
    }
  }
  search.inflected = before;
}

function endsWell(scan: Scan, next: number): boolean {
  return next >= scan.count || scan.gap[next] !== GAP_GLUED;
}

/** First folded letter of a word: few need all of theirs. */
function firstUnit(scan: Scan, at: number): number {
  return scan.bits[at]! & C.SKIP ? scan.units[foldWord(scan, at)]! : C.FOLDS[scan.text.charCodeAt(scan.start[at]!)]!;
}

function accept(search: Search, node: number, to: number): void {
  const { layer, scan, from, context } = search;
  if (scan.gap[from] === GAP_GLUED && from > 0 && search.clitic === 0) return;
  if (to < search.best) return;
  const end = layer.nodes[(node + 1) * NODE_FIELDS]!;
  for (let alias = layer.nodes[node * NODE_FIELDS]!; alias < end; alias++) {
    if (!passes(layer, alias, search.language, scan, from, to, context)) continue;
    if (alias === wanted?.alias && layer === wanted.layer) for (let i = 0; i < 2 * (to - from); i++) wantedPath.push(path[i]!);
    if (to > search.best || search.found === NONE) search.found = [];
    search.best = to;
    const topic = layer.aliasTopic[alias]!;
    let known: Match | undefined;
    for (let i = 0; i < search.found.length && !known; i++) {
      const other = search.found[i]!;
      if (other.layer === layer && layer.aliasTopic[other.alias] === topic) known = other;
    }
    if (!known)
      search.found.push({ layer, alias, from, to, inflected: search.inflected, clitic: search.clitic, particle: search.particle });
    else if (known.inflected && !search.inflected) {
      known.alias = alias;
      known.inflected = false;
    }
  }
}
