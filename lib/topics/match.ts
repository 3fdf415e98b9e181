import * as C from '../text/characters.ts';
import { sampleUnits, spreadWord, turnedRest, turnUnit } from '../text/hash.ts';
import { foldWord, GAP_GLUED, GAP_HARD, type Scan } from '../text/scan.ts';
import { withoutClitics } from './clitics.ts';
import { isOfLanguage, type MatchContext, passes } from './gates.ts';
import { firstAlias, hasEnding, type Layer } from './layer.ts';
import {
  childSeed,
  EDGE_FIELDS,
  ENDING_BITS,
  LENGTHS_WITHIN,
  LONG_STEM,
  languageBit,
  lengthBit,
  letterBit,
  MAX_ENDING,
  NEAR_STEM,
  stemBit,
} from './layer-format.ts';
import { endsWell, firstUnit, hasComplement, isHangul, MOST_JOINTS, sharedWord } from './neighbours.ts';
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
  /** Only the head of a name, whose other words stand near. */
  head: boolean;
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
  /** Where the head ends whose other words are being looked for; 0 while none are. */
  headTo: number;
  /** Whether the words after the first are looked for at the end of a list. */
  joined: boolean;
  /** Words that may still be looked at. */
  looks: number;
  /** Of those found so far the one farthest from the head, and whether the word right after it is one of them. */
  farthest: number;
  followed: boolean;
  /** The head whose other words stand nearest, and how far. */
  head: Match | undefined;
  nearest: number;
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
  headTo: 0,
  joined: false,
  looks: 0,
  farthest: 0,
  followed: false,
  head: undefined,
  nearest: 0,
};

/** Longest names that start at word `at` and end before word `limit`, all of one length; none where no name starts there. Blockers are among them. */
export function longestAt(scan: Scan, at: number, context: MatchContext, limit = scan.count): Match[] {
  search.scan = scan;
  search.context = context;
  search.from = at;
  search.limit = limit;
  search.best = 0;
  search.found = NONE;
  search.head = undefined;
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
  const { found, best } = search;
  const head = search.head as Match | undefined;
  search.found = NONE;
  // A whole name of the same length comes before it.
  return head && head.to > best ? [head] : found;
}

function walkClitics(search: Search, at: number): void {
  const { scan, layer } = search;
  for (const { letters, units, begin, length, hashes } of withoutClitics(scan, at)) {
    search.clitic = letters;
    walk(search, 0, layer.nodes[0]! & LENGTHS_WITHIN[length]!, at, units, begin, length, hashes, 0);
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

/** Follows every cut of word `at` into a stem of one of `lengths` and an ending from the node of the trie that `seed` stands for, longest stem first. */
function walk(
  search: Search,
  seed: number,
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
      const key = spreadWord(stem, seed);
      const bit = stemBit(key);
      if ((edgeSet[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
      const low = key & 0xffff;
      const bucket = key >>> layer.bucketShift;
      const end = buckets[bucket + 1]! * EDGE_FIELDS;
      for (let edge = buckets[bucket]! * EDGE_FIELDS; edge < end; edge += EDGE_FIELDS) {
        const tag = edges[edge + 1]!;
        if ((tag & 0xffff) !== low || (edges[edge]! & search.languageBit) === 0) continue;
        if (edges[edge]! >>> 16 !== sample(units, unitFrom, cut)) continue;
        const bends = ending !== classEnding[tag >>> 16];
        if (bends && !hasEnding(layer, tag >>> 16, ending)) continue;
        if (search.headTo === 0 && at - search.from < MOST_STEPS) {
          path[2 * (at - search.from)] = cut;
          path[2 * (at - search.from) + 1] = tag >>> 16;
        }
        search.particle = cut < length && isHangul(units[unitFrom]!) ? length - cut : 0;
        arrive(search, edge / EDGE_FIELDS + 1, childSeed(key, tag >>> 16), at, bends);
      }
    }
  }
}

function sample(units: Uint16Array, from: number, length: number): number {
  return sampleUnits(length, units[from]!, units[from + ((length - 1) >> 1)]!, units[from + length - 1]!);
}

function arrive(search: Search, node: number, seed: number, at: number, bends: boolean): void {
  const { scan, layer } = search;
  if (search.headTo !== 0) {
    arriveNear(search, node, seed, at);
    return;
  }
  const next = at + 1;
  const before = search.inflected;
  search.inflected = before || bends;
  if (firstAlias(layer, node + 1) > firstAlias(layer, node) && endsWell(scan, next)) accept(search, node, next);
  const leads = layer.nodes[node]!;
  if (leads & NEAR_LENGTH && search.limit === scan.count && next > search.best && endsWell(scan, next)) lookNear(search, seed, next);
  if (leads !== 0 && next < search.limit && next - search.from < layer.maxWords && scan.gap[next]! < GAP_HARD) {
    lead(search, seed, leads, next);
    if (at === search.from && scan.capital[at] !== 0 && search.best <= next) {
      const shared = sharedWord(scan, next);
      if (shared > 0) {
        search.joined = true;
        lead(search, seed, leads, shared);
        search.joined = false;
      }
    }
  }
  search.inflected = before;
}

/** Follows word `at` from a node that `leads` on, if its first letter and its length may lead on. */
function lead(search: Search, seed: number, leads: number, at: number): void {
  const { scan } = search;
  const lengths = leads & LENGTHS_WITHIN[scan.length[at]!]!;
  if (lengths === 0 || !((leads >>> 16) & letterBit(firstUnit(scan, at)))) return;
  const begin = foldWord(scan, at);
  walk(search, seed, lengths, at, scan.units, begin, scan.length[at]!, scan.hash, begin);
}

const NEAR_WORDS = 25;
/** Words looked at for one head: a text may repeat what several names lack. */
const MOST_LOOKS = 300;
const NEAR_LENGTH = lengthBit(NEAR_STEM.length);
const NEAR_UNITS = Uint16Array.of(NEAR_STEM.charCodeAt(0));
const NEAR_HASHES = Int32Array.of(turnUnit(0, NEAR_STEM.charCodeAt(0)));

/** Looks around words `[search.from, to)`, the head of names, for the other words of these. */
function lookNear(search: Search, seed: number, to: number): void {
  search.headTo = to;
  search.looks = MOST_LOOKS;
  search.farthest = -1;
  search.followed = false;
  walk(search, seed, NEAR_LENGTH, to, NEAR_UNITS, 0, 1, NEAR_HASHES, 0);
  search.headTo = 0;
}

/** At a node below the head: takes its names, and looks on for what they still lack. */
function arriveNear(search: Search, node: number, seed: number, at: number): void {
  const { scan, layer, from, headTo, farthest, followed } = search;
  if (farthest < 0) search.farthest = 0;
  else {
    search.farthest = Math.max(farthest, at < from ? from - at : at - headTo + 1);
    search.followed = followed || (at >= headTo && at <= headTo + MOST_JOINTS);
    if (firstAlias(layer, node + 1) > firstAlias(layer, node)) acceptHead(search, node);
  }
  const leads = layer.nodes[node]!;
  const end = Math.min(scan.count, headTo + NEAR_WORDS);
  for (let near = leads === 0 ? end : Math.max(0, from - NEAR_WORDS); near < end; near++) {
    if (near === from) near = headTo;
    if (near >= end) break;
    if (!scan.capital[near] && scan.bits[near]! & (C.LOWER | C.UPPER)) continue;
    const lengths = leads & LENGTHS_WITHIN[scan.length[near]!]!;
    if (lengths === 0 || !((leads >>> 16) & letterBit(firstUnit(scan, near)))) continue;
    if (search.looks-- <= 0) break;
    const begin = foldWord(scan, near);
    walk(search, seed, lengths, near, scan.units, begin, scan.length[near]!, scan.hash, begin);
  }
  search.farthest = farthest;
  search.followed = followed;
}

/** The nearest one is meant; a head with a complement of its own ("president of Peru") means that. */
function acceptHead(search: Search, node: number): void {
  const { scan, headTo, context, farthest } = search;
  if (search.head && (search.head.to > headTo || search.nearest <= farthest)) return;
  if (!search.followed && !context.titleCase && hasComplement(scan, headTo)) return;
  takeHead(search, node, headTo, farthest);
}

/** The first word of a name whose other words end a list of such: it stands for the name. */
function acceptJoined(search: Search, node: number): void {
  const to = search.from + 1;
  if (!search.head || search.head.to <= to) takeHead(search, node, to, 0);
}

/** Takes what the names of a node are called by words `[search.from, to)`, if anything. */
function takeHead(search: Search, node: number, to: number, nearest: number): void {
  const { layer, scan, from, context } = search;
  const end = firstAlias(layer, node + 1);
  for (let alias = firstAlias(layer, node); alias < end; alias++) {
    if (!passes(layer, alias, search.language, scan, from, to, context)) continue;
    search.head = { layer, alias, from, to, inflected: search.inflected, clitic: search.clitic, particle: 0, head: true };
    search.nearest = nearest;
  }
}

/** Whether a name is of the text's language and another is not: a topic's names of several languages may bend in different ways. */
function isNearer({ layer, language }: Search, alias: number, other: number): boolean {
  return isOfLanguage(layer, alias, language) && !isOfLanguage(layer, other, language);
}

function accept(search: Search, node: number, to: number): void {
  const { layer, scan, from, context } = search;
  if (search.joined) {
    acceptJoined(search, node);
    return;
  }
  if (scan.gap[from] === GAP_GLUED && from > 0 && search.clitic === 0) return;
  if (to < search.best) return;
  const end = firstAlias(layer, node + 1);
  for (let alias = firstAlias(layer, node); alias < end; alias++) {
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
      search.found.push({
        layer,
        alias,
        from,
        to,
        inflected: search.inflected,
        clitic: search.clitic,
        particle: search.particle,
        head: false,
      });
    else if (known.inflected ? !search.inflected : !search.inflected && isNearer(search, alias, known.alias)) {
      known.alias = alias;
      known.inflected = false;
    }
  }
}
