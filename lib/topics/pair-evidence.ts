import type { Mention, ZonedText } from '../core/topic.ts';
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
  /** "Sino-Russian", "Russia–Ukraine". */
  compound: boolean;
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
const SENTENCE_END = /(?:\p{Ll}{2}|\p{N}|["”»)])[.!?…]["”»’)]*\s|[。！？]|\n/u;
const WORD_BEFORE = /(\p{L}+)\s+(?:the\s+)?$/u;
const APPOSITION = /\p{L}\s*,\s+$/u;
const HYPHEN = /^\s?[-‐‑‒–—]\s?$/u;
const SUBJECT_WORDS = 3;

/** Evidence for the pair of `a` and `b`, `b` being the later one of the same part. */
export function evidenceOf(text: ZonedText, a: CountryMention, b: CountryMention, previous: CountryMention | undefined): PairEvidence {
  const { part, start, zone } = a.mention;
  const source = text.parts[part]!.text;
  const end = b.mention.end;
  const between = source.slice(a.mention.end, b.mention.start);
  const gap = Math.max(0, b.word - a.to);
  const compound = isCompound(text, a, b);
  return {
    mention: { part, start, end, surface: source.slice(start, end), zone, method: 'co-mention' },
    gap,
    acrossSentences: SENTENCE_END.test(between),
    located: !compound && (isLocated(source, b, gap > 1) || isLocated(source, a, previous === undefined || a.word - previous.to > 1)),
    compound,
    opens: a.wordInSentence < SUBJECT_WORDS,
  };
}

/** Whether two neighbouring names make one word: "Sino-Russian", "Russia–Ukraine". */
export function isCompound(text: ZonedText, a: CountryMention, b: CountryMention): boolean {
  if (a.mention.part !== b.mention.part || a.to !== b.word || a.id === b.id) return false;
  return a.bound || b.bound || HYPHEN.test(text.parts[a.mention.part]!.text.slice(a.mention.end, b.mention.start));
}

function isLocated(source: string, country: CountryMention, apart: boolean): boolean {
  if (country.adjectival) return false;
  const before = source.slice(Math.max(0, country.mention.start - 24), country.mention.start);
  if (apart && APPOSITION.test(before)) return true;
  const word = WORD_BEFORE.exec(before)?.[1];
  return word !== undefined && PLACE_WORDS.has(word.toLowerCase());
}
