import type { TopicKind } from '../core/topic.ts';
import * as C from '../text/characters.ts';
import { turnedRest } from '../text/hash.ts';
import { foldedWord, foldWord, GAP_ABBREVIATION, GAP_HARD, GAP_SPACE, type Scan } from '../text/scan.ts';
import { acronymFits, introducedAcronym } from './acronyms.ts';
import { isUninformative, type MatchContext } from './gates.ts';
import { hasEnding, type Layer } from './layer.ts';
import { KINDS, ROLE_MASK } from './layer-format.ts';
import { type Match, pathOf } from './match.ts';
import { isAdjective } from './nested.ts';
import { FOLLOWER_OPENINGS, followerOpening } from './opening.ts';

/** A word of a name found, as the gazetteer cuts it. */
interface FormWord {
  stem: number;
  letters: number;
  ending: number;
}

/** A name that the text has given in full. */
interface Given {
  match: Match;
  kind: TopicKind;
  words: FormWord[];
  /** First folded letter of the first word, for initials. */
  initial: number;
  /** Only capitals stand for it: introduced as an acronym. */
  acronym: boolean;
}

/** A part of a name given in full before, up to word `to`. */
export interface Follower {
  match: Match;
  to: number;
  inflected: boolean;
}

/** Names that one text gave in full, by how their parts begin. */
export interface GivenNames {
  byOpening: Map<number, { given: Given; word: number }[]>;
  /** By layer and alias. */
  known: Set<number>;
}

const LEAST_STEM = 3;
const MOST_WORDS = 6;
const MOST_GIVEN = 200;
const MOST_ALIASES = 2 ** 32;
const PERSON_WORDS = 3;
const PATRONYMIC = /(?:ович|евич|овн|евн|івн|ївн|ичн|евіч|авіч|овіч|аўн|еўн)(?:а|у|ем|ом|е|ы|і|и|ой|ою|ей|ею)?$/u;
/** English titles keep their capital before a surname. */
const TITLES = new Set(
  (
    'president premier chancellor minister secretary senator sen representative rep congressman governor gov mayor king queen prince princess emperor pope ' +
    'cardinal archbishop bishop father judge justice chief general gen colonel col captain major admiral lieutenant sergeant officer detective mr mrs ms miss dr ' +
    'professor prof sir lord lady dame sheikh ayatollah imam rabbi ambassador director chairman coach herr frau monsieur madame'
  ).split(' '),
);
const PERSON = KINDS.indexOf('person');

/** A store for the names of one text. */
export function givenNames(): GivenNames {
  return { byOpening: new Map(), known: new Set() };
}

/** Remembers a name of several words that the text gives in full, and the acronym that it introduces; marks their openings in `context`. */
export function rememberGiven(names: GivenNames, match: Match, scan: Scan, context: MatchContext): void {
  const { layer, alias, from, to } = match;
  if (to - from < 2 || to - from > MOST_WORDS || match.clitic > 0 || (layer.aliasFlags[alias]! & ROLE_MASK) !== 0) return;
  const kind = KINDS[layer.topicKind[layer.aliasTopic[alias]!]!]!;
  if (kind === 'country' || kind === 'relation') return;
  const key = context.layers.indexOf(layer) * MOST_ALIASES + alias;
  if (names.known.has(key) || names.known.size >= MOST_GIVEN) return;
  names.known.add(key);
  const single = mayShrinkToWord(match, kind);
  // A part of two words or more needs a third one beside it.
  if (to - from === 2 && single === NEVER && introducedAcronym(scan, from, to) < 0) return;
  const path = pathOf(match, scan, context);
  const words: FormWord[] = [];
  for (let i = 0; i < to - from; i++) {
    const letters = path[2 * i]!;
    words.push({ stem: scan.hash[foldWord(scan, from + i) + letters - 1]!, letters, ending: path[2 * i + 1]! });
  }
  const given: Given = { match, kind, words, initial: scan.units[foldWord(scan, from)]!, acronym: false };
  for (let i = 0; i < words.length; i++) {
    if (!scan.capital[from + i] || words[i]!.letters < LEAST_STEM || !mayBegin(single, i, words.length)) continue;
    add(names, given, i, scan.hash[foldWord(scan, from + i) + LEAST_STEM - 1]!, context);
  }
  const at = introducedAcronym(scan, from, to);
  if (at >= 0 && acronymFits(scan, at, from, to)) {
    const begin = foldWord(scan, at);
    const letters = scan.length[at]!;
    const word = { stem: scan.hash[begin + letters - 1]!, letters, ending: -1 };
    add(
      names,
      { match, kind, words: [word], initial: 0, acronym: true },
      0,
      scan.hash[begin + Math.min(letters, LEAST_STEM) - 1]!,
      context,
    );
  }
}

const NEVER = 0;
const BY_FIRST = 1;
const BY_LAST = 2;

/** Which single words may stand for a name, as bits: a person's first and last, an organisation's first ("Goldman"), the last of what looks like a person. */
function mayShrinkToWord({ layer, alias, from, to }: Match, kind: TopicKind): number {
  if (kind === 'person') return BY_FIRST | BY_LAST;
  if (kind === 'organisation') return BY_FIRST;
  return kind === 'topic' && to - from <= PERSON_WORDS && layer.aliasCapitals[alias] === (1 << (to - from)) - 1 ? BY_LAST : NEVER;
}

function mayBegin(single: number, word: number, words: number): boolean {
  if (word === 0) return words > 2 || (single & BY_FIRST) !== 0;
  return word < words - 1 || (single & BY_LAST) !== 0;
}

function add(names: GivenNames, given: Given, word: number, opening: number, { followers }: MatchContext): void {
  followers[opening & (FOLLOWER_OPENINGS - 1)] = 1;
  const known = names.byOpening.get(opening);
  if (known) known.push({ given, word });
  else names.byOpening.set(opening, [{ given, word }]);
}

/** The topic whose name, given before, word `at` and those after it are a part of; nothing where two topics may be meant. */
export function followerAt(names: GivenNames, scan: Scan, at: number, context: MatchContext): Follower | undefined {
  if (!scan.capital[at]) return undefined;
  const opening = followerOpening(scan, at, context);
  const candidates = opening < 0 ? undefined : names.byOpening.get(opening);
  if (!candidates) return undefined;
  let best: Follower | undefined;
  let rival = false;
  for (const { given, word } of candidates) {
    const found = partAt(given, word, scan, at, context);
    if (!found || (best && found.to < best.to)) continue;
    if (best && found.to === best.to) rival ||= topicOf(best.match) !== topicOf(found.match) || best.match.layer !== found.match.layer;
    else rival = false;
    best = found;
  }
  return rival ? undefined : best;
}

function topicOf({ layer, alias }: Match): number {
  return layer.aliasTopic[alias]!;
}

function partAt(given: Given, first: number, scan: Scan, at: number, context: MatchContext): Follower | undefined {
  const { match, words } = given;
  const { layer } = match;
  let inflected = false;
  let word = first;
  let to = at;
  while (word < words.length && to < scan.count && (to === at || scan.gap[to]! < GAP_HARD)) {
    const bent = isForm(layer, words[word]!, scan, to, given.acronym);
    if (bent < 0) break;
    inflected ||= bent > 0;
    word++;
    to++;
  }
  const count = to - at;
  if (count === 0) return undefined;
  if (given.acronym) return { match, to, inflected };
  if (count === words.length) return undefined;
  const follower = { match, to, inflected };
  const opens = first === 0;
  const closes = word === words.length;
  if (!opens && !closes) return undefined;
  if (!closes && given.kind !== 'person' && isAdjective(scan, to - 1)) return undefined;
  if (count > 1) return isBounded(scan, at, to) ? follower : undefined;
  return maySingle(given, opens, scan, at, context) ? withPatronymic(given, opens, scan, follower) : undefined;
}

/** 0 where a word has the form of the dictionary, 1 where another one of its name, -1 where it is another word. */
function isForm(layer: Layer, word: FormWord, scan: Scan, at: number, acronym: boolean): number {
  const length = scan.length[at]!;
  if (length < word.letters) return -1;
  const begin = foldWord(scan, at);
  if (scan.hash[begin + word.letters - 1] !== word.stem) return -1;
  if (acronym) return isInCapitals(scan, at) && length - word.letters <= (word.letters > 2 && scan.bits[at]! & C.CYRILLIC ? 2 : 0) ? 0 : -1;
  const ending =
    length === word.letters ? 0 : turnedRest(scan.hash[begin + length - 1]!, scan.hash[begin + word.letters - 1]!, length - word.letters);
  if (ending === layer.classEnding[word.ending]) return 0;
  return hasEnding(layer, word.ending, ending) ? 1 : -1;
}

function isInCapitals(scan: Scan, at: number): boolean {
  return scan.capital[at]! >= Math.min(scan.length[at]!, 2);
}

/** No further capitalised word belongs to it: "Владимир Иванов" is no part of Владимир Петров. */
function isBounded(scan: Scan, at: number, to: number): boolean {
  return !isJoinedCapital(scan, to) && !precededByName(scan, at);
}

/** Whether word `at`, capitalised, follows its neighbour with nothing but a space between. */
function isJoinedCapital(scan: Scan, at: number): boolean {
  return at > 0 && at < scan.count && scan.gap[at] === GAP_SPACE && scan.capital[at] !== 0;
}

function maySingle({ kind, match, initial }: Given, opens: boolean, scan: Scan, at: number, context: MatchContext): boolean {
  if (!(mayShrinkToWord(match, kind) & (opens ? BY_FIRST : BY_LAST))) return false;
  if (kind !== 'person' && isUninformative(scan, at, context)) return false;
  if (kind === 'organisation') return isBounded(scan, at, at + 1);
  // In a headline of capitals the next word says nothing.
  if (context.titleCase || context.allCapitals) return !opens && !precededByOther(scan, at, initial);
  if (isJoinedCapital(scan, at + 1) && !(opens && isPatronymic(scan, at + 1))) return false;
  return opens ? !precededByName(scan, at) : !precededByOther(scan, at, initial);
}

/** Whether a capitalised word that opens no sentence stands right before. */
function precededByName(scan: Scan, at: number): boolean {
  return at > 0 && scan.gap[at] === GAP_SPACE && scan.capital[at - 1] !== 0 && at > 1 && scan.gap[at - 1] !== GAP_HARD;
}

/** Whether another person's first name or initial stands before a surname; a title does not count. */
function precededByOther(scan: Scan, at: number, initial: number): boolean {
  if (at === 0) return false;
  const before = at - 1;
  if (scan.gap[at] === GAP_ABBREVIATION && scan.length[before]! <= 2 && scan.capital[before]) {
    let first = before;
    while (first > 0 && scan.gap[first] === GAP_ABBREVIATION && scan.length[first - 1]! <= 2 && scan.capital[first - 1]) first--;
    return scan.units[foldWord(scan, first)] !== initial;
  }
  if (scan.gap[at] !== GAP_SPACE || !scan.capital[before]) return false;
  if (TITLES.has(foldedWord(scan, before))) return false;
  // The first word of a sentence has a capital anyhow.
  return before > 0 && scan.gap[before] !== GAP_HARD;
}

function isPatronymic(scan: Scan, at: number): boolean {
  if (at >= scan.count || !(scan.bits[at]! & C.CYRILLIC) || scan.length[at]! < 6) return false;
  return PATRONYMIC.test(foldedWord(scan, at));
}

/** "Борис Николаевич": the given name with the father's. */
function withPatronymic(given: Given, opens: boolean, scan: Scan, follower: Follower): Follower {
  if (given.match.layer.topicKind[topicOf(given.match)] !== PERSON || !opens) return follower;
  return isJoinedCapital(scan, follower.to) && isPatronymic(scan, follower.to) ? { ...follower, to: follower.to + 1 } : follower;
}
