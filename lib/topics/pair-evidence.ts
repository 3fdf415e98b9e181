import type { Mention, ZonedText } from '../core/topic.ts';
import { ALONE, DIGIT, kindOf, LETTER, LOWER, SPACE } from '../text/characters.ts';
import type { CountryMention } from './country-mention.ts';

/** How two countries stand to each other at one place of a text. */
export interface PairEvidence {
  /** Span from the first name to the end of the second. */
  mention: Mention;
  /** Words between the two names. */
  gap: number;
  /** A full stop lies between them. */
  acrossSentences: boolean;
  /** One of the two only says where something is: "in Haiti", "Kharkiv, Ukraine". */
  located: boolean;
  /** "Sino-Russian", "Russia–Ukraine", "Sweden's NATO bid". */
  compound: boolean;
  /** How many countries the list has that both are items of; 0 where they are not. */
  listed: number;
  /** How many countries are named beside the two, as items of a list with one of them. */
  besides: number;
  /** The first name opens its sentence, as a subject does. */
  opens: boolean;
}

/** Prepositions of place in the larger languages, as they stand before a country's name. */
const PLACE_WORDS = new Set(
  (
    'in near off inside outside across throughout within around en dans au aux à près nel nella na no em w we ve v ve s u у в во на біля поблизу во ў ' +
    'i ved bei im aus op nära près'
  ).split(' '),
);
/** Where a sentence may end: a quick look before the closer one. */
const STOP = /[.!?…。！？\n]/;
const WIDE_STOPS = '。！？\n';
const STOPS = '.!?…';
const CLOSERS = '"”»’)';
const HYPHEN = /^\s?[-‐‑‒–—]\s?$/;
/** "Sweden's NATO bid". */
const POSSESSIVE = /^['’]s\s$/;
/** "Sweden's accession to NATO": what leads from a country to an alliance that it joins. */
const ACCESSION =
  /^(?:['’]s)?\s.*(?:accession|membership|join(?:ing)?|candidacy|application|beitritt|mitgliedschaft|adhésion|adhesión|ingreso|вступлени|членств|вступ|przystąpieni|członkostw|akcesj)\p{L}*\s/iu;
const ACCESSION_WORDS = 6;
const ALLIANCES = new Set(['country:NATO', 'country:EU']);
const SUBJECT_WORDS = 3;
/** Letters of the longest word of place, and what may stand between it and the name. */
const PLACE_LETTERS = 10;
const COMMA = 44;

/** Where a country's name stands, read once however many pairs it is a part of. */
export interface Surroundings {
  /** After a word of place: "in Haiti". */
  placed: boolean;
  /** After a comma that follows a word: "Kharkiv, Ukraine". */
  apposed: boolean;
}

/** Reads what stands before a name; an adjective says nowhere where something is. */
export function surroundingsOf(text: ZonedText, { mention, adjectival }: CountryMention): Surroundings {
  if (adjectival) return { placed: false, apposed: false };
  const source = text.parts[mention.part]!.text;
  const end = beforeSpace(source, mention.start);
  if (end === mention.start || end === 0) return { placed: false, apposed: false };
  if (source.charCodeAt(end - 1) === COMMA) {
    const before = beforeSpace(source, end - 1);
    return { placed: false, apposed: before > 0 && (kindOf(source.charCodeAt(before - 1)) & (LETTER | ALONE)) !== 0 };
  }
  let word = wordBefore(source, end);
  if (word === 'the') {
    const further = beforeSpace(source, end - 3);
    if (further < end - 3) word = wordBefore(source, further);
  }
  return { placed: word !== '' && PLACE_WORDS.has(word.toLowerCase()), apposed: false };
}

/** Where the white space before `end` begins. */
function beforeSpace(source: string, end: number): number {
  let at = end;
  while (at > 0 && kindOf(source.charCodeAt(at - 1)) & SPACE) at--;
  return at;
}

/** The word that ends at `end`; empty where it is too long to be one of place. */
function wordBefore(source: string, end: number): string {
  let at = end;
  while (at > 0 && kindOf(source.charCodeAt(at - 1)) & LETTER) if (end - --at > PLACE_LETTERS) return '';
  return source.slice(at, end);
}

/** Evidence for the pair of `a` and `b`, `b` being the later one of the same part; `apart` says that no name stands right before `a`. */
export function evidenceOf(
  text: ZonedText,
  a: CountryMention,
  b: CountryMention,
  apart: boolean,
  aroundA: Surroundings,
  aroundB: Surroundings,
): PairEvidence {
  const { part, start, zone } = a.mention;
  const source = text.parts[part]!.text;
  const end = b.mention.end;
  const between = source.slice(a.mention.end, b.mention.start);
  const gap = Math.max(0, b.word - a.to);
  const joins = ALLIANCES.has(b.id) && gap <= ACCESSION_WORDS && ACCESSION.test(between);
  const compound = joins || isCompound(text, a, b) || POSSESSIVE.test(between);
  const located = aroundB.placed || (gap > 1 && aroundB.apposed) || aroundA.placed || (apart && aroundA.apposed);
  return {
    mention: { part, start, end, surface: source.slice(start, end), zone, method: 'co-mention' },
    gap,
    acrossSentences: holdsSentenceEnd(between),
    located: !compound && located,
    compound,
    listed: 0,
    besides: 0,
    opens: a.wordInSentence < SUBJECT_WORDS,
  };
}

/** Whether a full stop after two small letters, a digit or a closing mark, or a wide one, ends a sentence in a text. */
function holdsSentenceEnd(text: string): boolean {
  for (let at = text.search(STOP); at >= 0 && at < text.length; at++) {
    const character = text.charAt(at);
    if (WIDE_STOPS.includes(character)) return true;
    if (!STOPS.includes(character) || !mayPrecedeStop(text, at)) continue;
    let next = at + 1;
    while (next < text.length && CLOSERS.includes(text.charAt(next))) next++;
    if (next < text.length && kindOf(text.charCodeAt(next)) & SPACE) return true;
  }
  return false;
}

function mayPrecedeStop(text: string, at: number): boolean {
  if (at === 0) return false;
  const kind = kindOf(text.charCodeAt(at - 1));
  if (kind & LOWER) return at > 1 && (kindOf(text.charCodeAt(at - 2)) & LOWER) !== 0;
  return (kind & DIGIT) !== 0 || (text.charAt(at - 1) !== '’' && CLOSERS.includes(text.charAt(at - 1)));
}

/** Whether two neighbouring names make one word: "Sino-Russian", "Russia–Ukraine". */
export function isCompound(text: ZonedText, a: CountryMention, b: CountryMention): boolean {
  if (a.mention.part !== b.mention.part || a.to !== b.word || a.id === b.id) return false;
  return a.bound || b.bound || HYPHEN.test(text.parts[a.mention.part]!.text.slice(a.mention.end, b.mention.start));
}
