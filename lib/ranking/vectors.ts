import type { TermImpact } from '../index/types.ts';
import { topVector } from '../index/vector.ts';
import { isFunctionWord } from './function-words.ts';
import { idf } from './idf.ts';
import { isSkeleton } from './names/name-keys.ts';
import { stem } from './stem.ts';
import type { RankingDocument, RankingQuery, RankingTopic, TermStatistics } from './types.ts';
import { WORDS } from './weights.ts';

/** The words of a report or a page by stem: one place of each list a stem. Lists rather than an object a word, for ranking makes five thousand. */
export interface WeighedWords {
  /** Stems as numbers, which hold for one `TermStatistics`. */
  stems: number[];
  weights: number[];
  /** The form that stands in the text (the strongest, where several share a stem). */
  terms: string[];
  /** True for words of grammar, which say nothing in another language. */
  grammar: boolean[];
}

/** A report made ready for many comparisons: weights by stem, length of the vector, topics by id, name keys as a set. */
export interface PreparedDocument {
  document: RankingDocument;
  words: WeighedWords;
  length: number;
  /** Length without the words of grammar. */
  contentLength: number;
  topics: Map<string, RankingTopic>;
  nameKeys: ReadonlySet<string>;
  /** Those of the keys that are skeletons of names. */
  names: string[];
}

/** A page made ready: the strongest words by stem, names boosted, their length. */
export interface PreparedQuery {
  query: RankingQuery;
  words: WeighedWords;
  /** Place of a stem in `words`. */
  placeOf: ReadonlyMap<number, number>;
  length: number;
  contentLength: number;
  /** Skeletons of names in the page's opening. */
  names: ReadonlySet<string>;
}

/** Prepares a report; statistics must cover the words of its vector. */
export function prepareDocument(document: RankingDocument, stats: TermStatistics): PreparedDocument {
  const words = weigh(document.vector, stats);
  let nameKeys: ReadonlySet<string> | null = null;
  return {
    document,
    words,
    length: lengthOf(words),
    contentLength: lengthOf(words, true),
    topics: new Map(document.topics.map((topic) => [topic.id, topic])),
    // Only reports in another language than the page's are asked for theirs.
    get nameKeys() {
      nameKeys ??= new Set(document.nameKeys);
      return nameKeys;
    },
    names: document.nameKeys.filter(isSkeleton),
  };
}

/** Prepares the page; statistics must cover its words. */
export function prepareQuery(query: RankingQuery, stats: TermStatistics): PreparedQuery {
  const all = weigh(query.words, stats, query.capitalised);
  const { spellings } = vocabularyOf(stats);
  const order = [...all.stems.keys()]
    .sort((a, b) => all.weights[b]! - all.weights[a]! || (spellings[all.stems[a]!]! < spellings[all.stems[b]!]! ? -1 : 1))
    .slice(0, WORDS.pageWords);
  const words: WeighedWords = {
    stems: order.map((place) => all.stems[place]!),
    weights: order.map((place) => all.weights[place]!),
    terms: order.map((place) => all.terms[place]!),
    grammar: order.map((place) => all.grammar[place]!),
  };
  return {
    query,
    words,
    placeOf: new Map(words.stems.map((stem, place) => [stem, place])),
    length: lengthOf(words),
    contentLength: lengthOf(words, true),
    names: new Set(query.nameKeys.filter(isSkeleton)),
  };
}

/** The page as if it were a report of the index: its strongest words alone, no word counting more for its capital. */
export function preparePageAsReport({ id, headline, language, outletId, publishedAtMs, words }: RankingQuery, stats: TermStatistics) {
  const document = {
    id: id ?? '',
    headline,
    language,
    outletId,
    publishedAtMs,
    topics: [],
    vector: topVector(words),
    signature: new Uint32Array(),
    nameKeys: [],
  };
  return prepareDocument(document, stats);
}

/** True for `#topic`, `@reporter` and `~outlet` terms. */
export function isPseudoTerm(term: string): boolean {
  return term.startsWith('#') || term.startsWith('@') || term.startsWith('~');
}

interface KnownWord {
  stem: number;
  idf: number;
  grammar: boolean;
}

/** What is known of words while the statistics of one index live. Candidates of one page share two words of three, and stemming is slow. */
interface Vocabulary {
  words: Map<string, KnownWord>;
  stems: Map<string, number>;
  /** By stem: how it is written. */
  spellings: string[];
  /** By stem: its place in the list that is being made, plus one; 0 between two. */
  places: number[];
}

const vocabularies = new WeakMap<TermStatistics, Vocabulary>();

function vocabularyOf(stats: TermStatistics): Vocabulary {
  let known = vocabularies.get(stats);
  if (known === undefined) {
    known = { words: new Map(), stems: new Map(), spellings: [], places: [] };
    vocabularies.set(stats, known);
  }
  return known;
}

function learn({ words, stems, spellings, places }: Vocabulary, term: string, stats: TermStatistics): KnownWord {
  const spelling = stem(term);
  let number = stems.get(spelling);
  if (number === undefined) {
    number = spellings.push(spelling) - 1;
    places.push(0);
    stems.set(spelling, number);
  }
  const word = { stem: number, idf: idf(term, stats), grammar: isFunctionWord(term) };
  words.set(term, word);
  return word;
}

function weigh(terms: TermImpact[], stats: TermStatistics, boosted?: ReadonlySet<string>): WeighedWords {
  const vocabulary = vocabularyOf(stats);
  const { words, places } = vocabulary;
  const found: WeighedWords = { stems: [], weights: [], terms: [], grammar: [] };
  for (const { term, impact } of terms) {
    if (isPseudoTerm(term)) continue;
    const word = words.get(term) ?? learn(vocabulary, term, stats);
    const weight = (impact / 255) * word.idf * (boosted?.has(term) ? WORDS.nameBoost : 1);
    if (weight <= 0) continue;
    const place = places[word.stem]! - 1;
    if (place < 0) {
      places[word.stem] = found.stems.push(word.stem);
      found.weights.push(weight);
      found.terms.push(term);
      found.grammar.push(word.grammar);
      continue;
    }
    // Forms of one word add up less than two words would.
    const other = found.weights[place]!;
    found.weights[place] = Math.hypot(other, weight);
    if (other < weight) found.terms[place] = term;
    found.grammar[place] = found.grammar[place]! && word.grammar;
  }
  for (const number of found.stems) places[number] = 0;
  return found;
}

function lengthOf({ weights, grammar }: WeighedWords, withoutGrammar = false): number {
  let sum = 0;
  for (let place = 0; place < weights.length; place++) if (!withoutGrammar || !grammar[place]) sum += weights[place]! * weights[place]!;
  return Math.sqrt(sum) || 1;
}
