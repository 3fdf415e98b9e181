import Fuse from 'fuse.js/basic';
import type { CatalogueOutlet, CatalogueQuery } from '../core/source.ts';
import { fold } from '../text/fold.ts';
import { usableLocale } from '../text/format/locale.ts';
import { countryName, languageName } from '../text/format/names.ts';

/** Whose catalogue it is. */
export interface CatalogueReader {
  /** BCP 47 tag of the interface: languages and countries are found by their names in it. */
  locale: string;
  /** BCP 47 tags of what the reader reads, dearest first, as `navigator.languages` has them. */
  languages: readonly string[];
}

interface Entry {
  outlet: CatalogueOutlet;
  /** Folded whole names, with and without a first short word: "The Times" is looked for as "times", "El País" as "pais". */
  names: string[];
  /** Words that may be typed in part: of the names, and the longest label of the host. */
  nameWords: string[];
  /** Words of the names of its language and country; may be typed in part, too. */
  factWords: string[];
  hostLabels: string[];
  /** Place in the order without a query. */
  place: number;
}

const MAX_TYPED = 64;
const MAX_WORDS = 6;
/** As in the search of names: forgives one slip in a short word, two in a long one. */
const THRESHOLD = 0.35;
/** What is that much less like than the likest is left out: a slip in a name has one reading, seldom two. */
const NEARLY = 0.15;
/** Among hundreds of names, shorter words are like several by chance. */
const MIN_LIKENESS = 5;
/** A word of a script that puts no spaces between words stands inside names. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{M}]+$/u;
/** Letters that Unicode takes for undivided, as they are typed on a keyboard without them. */
const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' };

/**
 * Prepares the search of a catalogue for one reader. The function it answers finds outlets that hold every typed word in their name (in
 * either script), site, language or country (by name in the reader's languages, in English and in its own); whole names before words,
 * words before beginnings, and names like a word only where it is found nowhere. Without words it answers all that pass the filters. What fits
 * equally well comes in the order of the reader's languages, dearest first and of the reader's country first, then by name of language.
 */
export function catalogueSearch(
  outlets: readonly CatalogueOutlet[],
  reader: CatalogueReader,
): (query: CatalogueQuery) => CatalogueOutlet[] {
  const nameFacts = factNames([reader.locale, ...reader.languages, 'en']);
  const entries = inReadersOrder(outlets, reader).map((outlet, place) => entryOf(outlet, place, nameFacts(outlet)));
  return ({ typed, language, country }) => {
    const allowed = entries.filter(
      ({ outlet }) => (language === null || outlet.language === language) && (country === null || outlet.country === country),
    );
    const phrase = plain(typed.slice(0, MAX_TYPED))
      .replace(/^\s*(?:https?:\/\/)?(?:www\.)?/, '')
      .replace(/[\s/]+$/, '');
    const words = wordsOf(phrase).slice(0, MAX_WORDS);
    if (words.length === 0) return phrase === '' ? allowed.map(({ outlet }) => outlet) : [];
    const scores = words.map((word) => scoresOf(word, allowed));
    return allowed
      .flatMap((entry) => {
        const parts = scores.map((score) => score.get(entry) ?? Number.POSITIVE_INFINITY);
        const score = parts.reduce((sum, part) => sum + part, phraseScore(entry, phrase));
        return Number.isFinite(score) ? [{ entry, score }] : [];
      })
      .sort((a, b) => a.score - b.score || a.entry.place - b.entry.place)
      .map(({ entry }) => entry.outlet);
  };
}

/** Every entry that holds the word, lower is better: 0 whole, 1 beginning of a name's, 2 of a fact's; else 3 and more: inside or like a name. */
function scoresOf(word: string, entries: Entry[]): Map<Entry, number> {
  const begins = (one: string) => one.startsWith(word);
  const scores = new Map<Entry, number>();
  for (const entry of entries) {
    if ([entry.nameWords, entry.factWords, entry.hostLabels].some((words) => words.includes(word))) scores.set(entry, 0);
    else if (entry.nameWords.some(begins)) scores.set(entry, 1);
    else if (entry.factWords.some(begins)) scores.set(entry, 2);
  }
  if (scores.size > 0) return scores;
  if (UNSPACED.test(word))
    return new Map(entries.filter(({ names }) => names.some((name) => name.includes(word))).map((entry) => [entry, 3]));
  if (word.length < MIN_LIKENESS) return scores;
  const fuse = new Fuse(entries, {
    keys: ['nameWords'],
    threshold: THRESHOLD,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    includeScore: true,
  });
  const hits = fuse.search(word).map(({ item, score }) => ({ item, score: score ?? 1 }));
  const best = Math.min(...hits.map(({ score }) => score));
  return new Map(hits.filter(({ score }) => score <= best + NEARLY).map(({ item, score }) => [item, 3 + score]));
}

function phraseScore({ names, hostLabels }: Entry, phrase: string): number {
  if (names.includes(phrase) || hostLabels.join('.') === phrase) return -2;
  return names.some((name) => name.startsWith(phrase)) ? -1 : 0;
}

function entryOf(outlet: CatalogueOutlet, place: number, facts: string[]): Entry {
  const hostLabels = new URL(outlet.site).hostname.replace(/^www\./, '').split('.');
  const names = [outlet.name, outlet.nativeName ?? ''].map(plain).filter((name) => name !== '');
  const bare = names.map((name) => name.replace(/^\S{1,3}\s/u, ''));
  const label = hostLabels.reduce((longest, one) => (one.length > longest.length ? one : longest));
  return {
    outlet,
    names: [...new Set([...names, ...bare])],
    nameWords: [...new Set([...names.flatMap(wordsOf), label])],
    factWords: facts.flatMap(wordsOf),
    hostLabels,
    place,
  };
}

/** Names of an outlet's language and country in some languages and in its own; each is looked up once, since asking `Intl` is slow. */
function factNames(tongues: string[]): (outlet: CatalogueOutlet) => string[] {
  const known = new Map<string, string[]>();
  return ({ language, country }) => {
    const key = `${language} ${country}`;
    const names =
      known.get(key) ??
      [...new Set([...tongues, language])]
        .flatMap((tongue) => [languageName(language, tongue) ?? '', countryName(country, tongue) ?? ''])
        .map(plain);
    known.set(key, names);
    return names;
  };
}

function inReadersOrder(outlets: readonly CatalogueOutlet[], { locale, languages }: CatalogueReader): CatalogueOutlet[] {
  const wanted = languages.flatMap(tagParts);
  const rank = (outlet: CatalogueOutlet) =>
    Math.min(
      ...wanted.map(({ language, region }, index) =>
        language !== outlet.language ? Number.POSITIVE_INFINITY : 2 * index + (region === null || region === outlet.country ? 0 : 1),
      ),
    );
  const compare = new Intl.Collator(usableLocale(locale)).compare;
  return outlets
    .map((outlet) => ({ outlet, rank: rank(outlet), language: languageName(outlet.language, locale) ?? outlet.language }))
    .sort((a, b) => (a.rank === b.rank ? compare(a.language, b.language) : a.rank - b.rank))
    .map(({ outlet }) => outlet);
}

/** Language and region of a tag in today's spelling; nothing where it is malformed. */
function tagParts(tag: string): { language: string; region: string | null }[] {
  try {
    const { language, region } = new Intl.Locale(tag);
    // The catalogue says which written Norwegian; a browser may say only "Norwegian", and who reads one reads the other.
    return [{ language: language === 'no' || language === 'nn' ? 'nb' : language, region: region ?? null }];
  } catch {
    return [];
  }
}

function plain(text: string): string {
  return fold(text).replaceAll(/[øłđðßæœıþ]/g, (letter) => PLAIN[letter] ?? letter);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
