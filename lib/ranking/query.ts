import type { DetectedTopic, ZonedText } from '../core/topic.ts';
import type { QueryTerm, TermImpact } from '../index/types.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';
import { topicWeight } from './features.ts';
import { idf } from './idf.ts';
import { nameKeys } from './names/name-keys.ts';
import { NAME_KEY_CHARS } from './names/report-name-keys.ts';
import type { PageTopic, RankingQuery, TermStatistics } from './types.ts';
import { isPseudoTerm } from './vectors.ts';
import { QUERY, WORDS } from './weights.ts';

const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu;

/** The page as the caller knows it. */
export interface QueryInput {
  /** The stored report this page is, if the index holds it. */
  id: string | null;
  headline: string;
  outletId: string | null;
  publishedAtMs: number | null;
  /** As stated; left out where only the instant is known. */
  datePublished?: string | null;
  zones: ZonedText;
  topics: DetectedTopic[];
  /** `documentTerms` of the index over the same fields as stored reports; pseudo-terms are ignored. */
  words: TermImpact[];
  signature: Uint32Array;
}

/** Makes a page ready for finding candidates and for ranking. `stats` should cover `words` and the topics as `#id`. */
export function buildQuery(input: QueryInput, stats: TermStatistics): RankingQuery {
  const topics = input.topics.map(toPageTopic);
  const words = input.words.filter(({ term }) => !isPseudoTerm(term));
  const text = input.zones.parts.map((part) => part.text).join('\n');
  const capitalised = capitalisedWords(text);
  return {
    id: input.id,
    headline: input.headline,
    language: input.zones.language,
    outletId: input.outletId,
    publishedAtMs: input.publishedAtMs,
    ...(input.datePublished !== undefined && { datePublished: input.datePublished }),
    topics,
    words,
    text,
    capitalised,
    terms: queryTerms(words, capitalised, topics, stats),
    signature: input.signature,
    nameKeys: nameKeys(text.slice(0, NAME_KEY_CHARS)),
  };
}

/**
 * The terms to ask the index for, strongest first: the best words by impact × idf (names boosted) and the topics as `#id`, main ones
 * first, weighted so that on a tiny index a shared topic outweighs any word.
 */
export function queryTerms(words: TermImpact[], capitalised: ReadonlySet<string>, topics: PageTopic[], stats: TermStatistics): QueryTerm[] {
  const weighted = words.map(({ term, impact }) => ({
    term,
    weight: (impact / 255) * idf(term, stats) * (capitalised.has(term) ? WORDS.nameBoost : 1),
  }));
  const ids = topics.map((topic) => ({
    term: `#${topic.id}`,
    weight: QUERY.topicFactor * topicWeight(topic.id, topic.kind, stats) * topic.salience,
  }));
  return [...strongest(ids, QUERY.topics), ...strongest(weighted, QUERY.words)].sort(byWeight);
}

/** Folded words that stand capitalised somewhere in a text: names, and first words of sentences, which do little harm. */
export function capitalisedWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text.matchAll(CAPITALISED)) words.add(fold(word));
  return words;
}

function toPageTopic(topic: DetectedTopic): PageTopic {
  const { id, kind, label, salience, main } = topic;
  const inTitle = topic.mentions.some((mention) => mention.zone === 'title');
  const surfaces = new Set(topic.mentions.map(({ surface }) => surface));
  return { id, kind, label, salience, main, inTitle, named: new Set([...surfaces].flatMap(tokenise)) };
}

function strongest(terms: QueryTerm[], limit: number): QueryTerm[] {
  return terms
    .filter(({ weight }) => weight > 0)
    .sort(byWeight)
    .slice(0, limit);
}

function byWeight(a: QueryTerm, b: QueryTerm): number {
  return b.weight - a.weight || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0);
}
