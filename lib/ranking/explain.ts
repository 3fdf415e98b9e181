import type { CoverageGroup, Reason } from '../core/coverage.ts';
import { publicationDay } from '../core/date.ts';
import type { Texts } from '../text/format/texts.ts';
import { isFunctionWord } from './function-words.ts';
import { combine } from './score.ts';
import type { Spelling } from './spellings.ts';
import type { Features, RankingDocument, RankingQuery, SharedTopic } from './types.ts';

/** Characters a reason has at most. */
const MAX_REASON = 120;
/** From this salience on a report is about a topic, not merely naming it (relevance.md, section 7). */
const ABOUT_FROM = 0.5;
const MOST_NAMED = 2;
const MOST_QUOTED = 3;
const MOST_BESIDE = 2;
const TERMS_KEPT = 5;
/** A word that says less than this share of the strongest one is not worth quoting. */
const LEAST_SHARE = 1 / 3;

/** Texts that reasons are made of; all words of a reason are in `_locales`. */
export type ReasonTexts = Pick<Texts<ReasonText, ReasonPlural>, 't' | 'n' | 'list' | 'locale'>;
type ReasonText =
  | 'reasonSameEvent'
  | 'reasonDated'
  | 'reasonUndated'
  | 'reasonQuoted'
  | 'reasonSameDay'
  | 'reasonHeadlines'
  | 'reasonWord'
  | 'reasonWords'
  | 'reasonNameAndMatch'
  | 'reasonMatch'
  | 'reasonAlike'
  | (typeof NAMED)[keyof typeof NAMED][number];

/** How topics are claimed, alone and with words beside them. */
const NAMED = { about: ['reasonAbout', 'reasonAboutAndUse'], name: ['reasonName', 'reasonNameAndUse'] } as const;

/** Units of time: below so many days, the unit's days, and its texts. The next unit begins where there are two of it. */
const UNITS = [
  [14, 1, 'reasonDaysEarlier', 'reasonDaysLater'],
  [61, 7, 'reasonWeeksEarlier', 'reasonWeeksLater'],
  [731, 30.44, 'reasonMonthsEarlier', 'reasonMonthsLater'],
  [Number.POSITIVE_INFINITY, 365.25, 'reasonYearsEarlier', 'reasonYearsLater'],
] as const;
type ReasonPlural = (typeof UNITS)[number][2 | 3];

interface Quotable extends Spelling {
  term: string;
}

/**
 * Why a report is shown: one sentence, strongest evidence first, with nothing in it that the parts do not hold. Topics by the
 * labels of the page; words as the page writes them, in its order.
 */
export function explain(
  query: RankingQuery,
  document: RankingDocument,
  features: Features,
  group: CoverageGroup,
  { texts, spellings }: { texts: ReasonTexts; spellings: ReadonlyMap<string, Spelling> },
): Reason {
  const days = daysBetween(query, document);
  const words = features.sharedWords.filter(({ term }) => isTelling(term));
  const spelt = ({ term }: { term: string }) => spellings.get(term)?.surface ?? term;
  const sentence = (claim: string): string => {
    const led = group === 'same-event' ? texts.t('reasonSameEvent', claim) : claim;
    const whole = days === null ? texts.t('reasonUndated', led) : texts.t('reasonDated', led, timeBetween(days, texts));
    return whole.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(texts.locale));
  };
  let text = '';
  for (const claim of claims(query, features, quotable(words, spellings), texts)) {
    text = sentence(claim);
    if (text.length <= MAX_REASON) break;
  }
  return {
    text,
    topics: features.sharedTopics.map(({ id, label, inBothHeadlines }) => ({ id, label, inBothHeadlines })),
    terms: [...new Set(words.map(spelt))].slice(0, TERMS_KEPT),
    days,
    parts: {
      words: round(features.words),
      topics: round(features.topics),
      names: round(features.names),
      rank: round(combine(features, 'same-event')),
    },
  };
}

/** What may be claimed, best first; the first that fits is taken. The last is short and always true. */
function* claims({ topics }: RankingQuery, features: Features, words: Quotable[], texts: ReasonTexts): Generator<string> {
  const specific = features.sharedTopics.filter(({ kind }) => kind !== 'country' && kind !== 'relation');
  const countries = features.sharedTopics.filter((topic) => !specific.includes(topic));
  const broad = withoutParts(countries);
  const isAbout = ({ mainOnPage, salience }: SharedTopic) => mainOnPage && salience >= ABOUT_FROM;
  const headlines = [...specific, ...broad.filter(({ kind }) => kind === 'relation')].filter(({ inBothHeadlines }) => inBothHeadlines);
  for (const labels of fewer(labelsOf(headlines), MOST_NAMED)) yield texts.t('reasonHeadlines', texts.list(labels));
  // Words that are the names of a topic, or of a country both name, say no more than the topics do.
  const beside = (named: SharedTopic[]) => {
    const ids = new Set([...named, ...countries].map(({ id }) => id));
    const names = topics.filter(({ id }) => ids.has(id)).map((topic) => topic.named);
    return words.filter(({ term }) => !names.some((own) => own.has(term)));
  };
  const withWords = (verb: keyof typeof NAMED, named: SharedTopic[]) => namedWith(verb, named, beside, texts);
  yield* withWords('about', specific.filter(isAbout));
  yield* withWords('name', specific);
  yield* withWords('about', broad.filter(isAbout));
  if (features.otherLanguage && features.names > 0) {
    for (const labels of fewer(labelsOf(broad), 1)) yield texts.t('reasonNameAndMatch', texts.list(labels));
    if (words.length < 2) yield texts.t('reasonMatch');
  }
  for (const quoted of fewer(beside([]), MOST_QUOTED)) if (quoted.length > 1) yield texts.t('reasonWords', quote(quoted, texts));
  yield* withWords('name', broad);
  for (const quoted of fewer(words, MOST_QUOTED)) yield texts.t(quoted.length > 1 ? 'reasonWords' : 'reasonWord', quote(quoted, texts));
  if (features.names > 0) yield texts.t('reasonMatch');
  yield texts.t('reasonAlike');
}

/** Topics, with words beside them that are not their names again. One word alone is added only where it is a name. */
function* namedWith(
  verb: keyof typeof NAMED,
  topics: SharedTopic[],
  beside: (named: SharedTopic[]) => Quotable[],
  texts: ReasonTexts,
): Generator<string> {
  for (const named of fewer(topics, MOST_NAMED)) {
    const labels = texts.list(labelsOf(named));
    for (const quoted of fewer(beside(named), MOST_BESIDE))
      if (quoted.length > 1 || /^\p{Lu}/u.test(quoted[0]!.surface)) yield texts.t(NAMED[verb][1], labels, quote(quoted, texts));
    yield texts.t(NAMED[verb][0], labels);
  }
}

/** The first so many items, then one fewer each time, down to one. */
function* fewer<T>(items: T[], most: number): Generator<T[]> {
  for (let count = Math.min(most, items.length); count > 0; count--) yield items.slice(0, count);
}

function labelsOf(topics: SharedTopic[]): string[] {
  return [...new Set(topics.map(({ label }) => label))];
}

/** A pair of countries says what each of them would say again. */
function withoutParts(topics: SharedTopic[]): SharedTopic[] {
  const pairs = topics.filter(({ kind }) => kind === 'relation');
  const inPair = (id: string) => pairs.some((pair) => pair.id.split(/[:-]/).includes(id.slice('country:'.length)));
  return [...pairs, ...topics.filter(({ kind, id }) => kind !== 'relation' && !inPair(id))];
}

/** The strongest words, each spelling once; those the page does not write by themselves are left out. */
function quotable(words: Features['sharedWords'], spellings: ReadonlyMap<string, Spelling>): Quotable[] {
  const least = (words[0]?.share ?? 0) * LEAST_SHARE;
  const bySurface = new Map<string, Quotable>();
  for (const { term, share } of words) {
    const spelling = spellings.get(term);
    if (share < least || isFunctionWord(term) || spelling === undefined || bySurface.has(spelling.surface)) continue;
    bySurface.set(spelling.surface, { term, ...spelling });
  }
  return [...bySurface.values()];
}

/** In the order of the page, so that names stand together as it has them. */
function quote(words: Quotable[], texts: ReasonTexts): string {
  return texts.list([...words].sort((a, b) => a.at - b.at).map(({ surface }) => texts.t('reasonQuoted', surface)));
}

/** Report's day minus page's day, by the days that are shown of both. */
function daysBetween(page: Dated, report: Dated): number | null {
  const [from, to] = [page, report].map((side) => publicationDay(side.datePublished, side.publishedAtMs));
  return from == null || to == null ? null : to - from;
}

type Dated = Pick<RankingDocument, 'datePublished' | 'publishedAtMs'>;

/** "the same day", "2 days earlier", "3 weeks later", "5 months earlier", "2 years later": full units only, rounded down. */
export function timeBetween(days: number, texts: Pick<ReasonTexts, 't' | 'n'>): string {
  const distance = Math.abs(days);
  if (distance === 0) return texts.t('reasonSameDay');
  const [, unit, earlier, later] = UNITS.find(([upTo]) => distance < upTo)!;
  return texts.n(days < 0 ? earlier : later, Math.floor(distance / unit));
}

/** Short words and numbers say nothing out of their place; in scripts without spaces two characters are a word. */
function isTelling(term: string): boolean {
  return /\p{L}{3}/u.test(term) || /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}/u.test(term);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
