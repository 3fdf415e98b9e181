import type { TermImpact } from '../index/types.ts';
import { topVector } from '../index/vector.ts';
import { isFunctionWord } from './function-words.ts';
import { idf } from './idf.ts';
import { isSkeleton } from './names/name-keys.ts';
import { stem } from './stem.ts';
import type { RankingDocument, RankingQuery, RankingTopic, TermStatistics } from './types.ts';
import { WORDS } from './weights.ts';

/** A word's weight in a vector, with the form that stands in the text (the strongest, where several share a stem). */
export interface WordWeight {
  weight: number;
  term: string;
  /** A word of grammar, which says nothing in another language. */
  grammar: boolean;
}

/** A report made ready for many comparisons: weights by stem, length of the vector, topics by id, name keys as a set. */
export interface PreparedDocument {
  document: RankingDocument;
  words: Map<string, WordWeight>;
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
  words: ReadonlyMap<string, WordWeight>;
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
    length: lengthOf(words.values()),
    contentLength: lengthOf(words.values(), true),
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
  const words = new Map([...all].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1)).slice(0, WORDS.pageWords));
  return {
    query,
    words,
    length: lengthOf(words.values()),
    contentLength: lengthOf(words.values(), true),
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
  stem: string;
  idf: number;
  grammar: boolean;
}

/** Candidates of one page share two words of three, and stemming costs more than all else here. */
const knownWords = new WeakMap<TermStatistics, Map<string, KnownWord>>();

function weigh(terms: TermImpact[], stats: TermStatistics, boosted?: ReadonlySet<string>): Map<string, WordWeight> {
  const words = new Map<string, WordWeight>();
  let known = knownWords.get(stats);
  if (known === undefined) {
    known = new Map();
    knownWords.set(stats, known);
  }
  for (const { term, impact } of terms) {
    if (isPseudoTerm(term)) continue;
    let word = known.get(term);
    if (word === undefined) {
      word = { stem: stem(term), idf: idf(term, stats), grammar: isFunctionWord(term) };
      known.set(term, word);
    }
    const weight = (impact / 255) * word.idf * (boosted?.has(term) ? WORDS.nameBoost : 1);
    if (weight <= 0) continue;
    const other = words.get(word.stem);
    if (other === undefined) words.set(word.stem, { weight, term, grammar: word.grammar });
    // Forms of one word add up less than two words would.
    else
      words.set(word.stem, {
        weight: Math.hypot(other.weight, weight),
        term: other.weight >= weight ? other.term : term,
        grammar: other.grammar && word.grammar,
      });
  }
  return words;
}

function lengthOf(words: Iterable<WordWeight>, withoutGrammar = false): number {
  let sum = 0;
  for (const { weight, grammar } of words) if (!withoutGrammar || !grammar) sum += weight * weight;
  return Math.sqrt(sum) || 1;
}
