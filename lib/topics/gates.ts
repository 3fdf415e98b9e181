import * as C from '../text/characters.ts';
import { GAP_HARD, GAP_HYPHEN, GAP_SCRIPT, type Scan } from '../text/scan.ts';
import type { Layer } from './layer.ts';
import { FLAG_ANY_LANGUAGE, FLAG_CUT_SHORT, FLAG_LOWER_OK, KINDS, MAX_LANGUAGES, ROLE_MASK, ROLES } from './layer-format.ts';

/** What the gates need to know of the text beyond its words. */
export interface MatchContext {
  layers: Layer[];
  /** Per layer the index of the text's language, -1 where the layer has no name in it, -2 where the language is unknown. */
  languages: number[];
  /** Most words of the part begin with a capital: a headline in title case, or all capitals. */
  titleCase: boolean;
  /** The part has no small letters: capitals say nothing. */
  allCapitals: boolean;
  /** Which openings of words, by the low bits of their hash, may begin a part of a name that the text gave in full before. */
  followers: Uint8Array;
}

/** Letters of a name long enough to bear a capital missing for each one kept. */
const LONG_NAME = 12;
const BLOCKER = ROLES.indexOf('blocker');
const COMPOUND = ROLES.indexOf('compound');
const ADJECTIVE = ROLES.indexOf('adjective');
const COUNTRY = KINDS.indexOf('country');
const DEMONYM = ROLES.indexOf('demonym');

/** Whether words `[from, to)` may stand for a name: its language, its capitals, and what a bound form needs beside it. */
export function passes(
  layer: Layer,
  alias: number,
  language: number,
  scan: Scan,
  from: number,
  to: number,
  context: MatchContext,
): boolean {
  const flags = layer.aliasFlags[alias]!;
  const role = flags & ROLE_MASK;
  const acronyms = layer.aliasAcronyms[alias]!;
  const capitals = layer.aliasCapitals[alias]!;
  if (role === COMPOUND && !isBound(scan, from, to)) return false;
  if (!languageFits(layer, alias, language, role)) return false;
  for (let t = 0; acronyms >>> t; t++) {
    if (!(acronyms & (1 << t))) continue;
    if (!isAcronym(scan, from + t)) return false;
    // In a line of capitals "US", "WHO" or "IT" may be the word.
    if (context.allCapitals && to - from === 1 && scan.length[from]! <= 3) return false;
  }
  if (flags & FLAG_CUT_SHORT && !scan.capital[from] && !(from > 0 && scan.bits[from - 1]! & C.DIGIT)) return false;
  if (flags & FLAG_LOWER_OK || capitals === 0) return true;
  if (scan.capital[from]) return true;
  // "Премія Тюрінга" in a sentence: the first capital is the dictionary's, the others are the name's.
  const others = capitals & ~1;
  if (others === 0 || KINDS[layer.topicKind[layer.aliasTopic[alias]!]!] === 'person') return false;
  let kept = 0;
  for (let t = 1; others >>> t; t++) if (others & (1 << t)) kept += scan.capital[from + t] ? 1 : -1;
  return kept >= (layer.aliasLetters[alias]! >= LONG_NAME ? 0 : 1) && hasCapital(scan, from, to);
}

/** Whether a bound form is part of a compound: before a hyphen, in a script without spaces, or as a Korean syllable after one ("미·중"), which is no day ("3일·4일"). */
function isBound(scan: Scan, from: number, to: number): boolean {
  if (scan.bits[from]! & C.ALONE || (scan.bits[from]! & C.OWN_RUN && scan.gap[from] === GAP_HYPHEN)) return true;
  const ofNumber = scan.gap[from] === GAP_SCRIPT && (scan.bits[from - 1]! & C.DIGIT) !== 0;
  return to < scan.count && scan.gap[to] === GAP_HYPHEN && !ofNumber;
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

/** Whether a name counts on a page in another language: six letters or capitals throughout make an accident unlikely. */
export function countsAbroad(country: boolean, role: number, letters: number, acronyms: number): boolean {
  // A country is named in the text's own language; "Island" in English is none.
  if (country || role === ADJECTIVE || role === DEMONYM || role === COMPOUND) return false;
  return letters >= 6 || (acronyms !== 0 && letters >= 3) || role === BLOCKER;
}

function languageFits(layer: Layer, alias: number, language: number, role: number): boolean {
  if (isOfLanguage(layer, alias, language)) return true;
  const country = language >= 0 && layer.topicKind[layer.aliasTopic[alias]!] === COUNTRY;
  return countsAbroad(country, role, layer.aliasLetters[alias]!, layer.aliasAcronyms[alias]!);
}
