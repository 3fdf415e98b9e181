import type { CoverageGroup, Reason } from '../core/coverage.ts';
import { combine } from './score.ts';
import type { Features, RankingDocument, RankingQuery, SharedTopic } from './types.ts';

/** Characters a reason has at most. */
const MAX_REASON = 120;
const DAY_MS = 86_400_000;
/** From this salience on a report is about a topic, not merely naming it (relevance.md, section 7). */
const ABOUT_FROM = 0.5;
const MOST_NAMED = 2;

/**
 * Why a report is shown: one plain sentence, strongest evidence first, with nothing in it that the parts do not hold. Topics by the
 * labels of the page; words as both texts have them, folded.
 */
export function explain(query: RankingQuery, document: RankingDocument, features: Features, group: CoverageGroup): Reason {
  const days = wholeDays(query.publishedAtMs, document.publishedAtMs);
  const terms = features.sharedWords.map(({ term }) => term).filter(isTelling);
  const time = days === null ? '' : `; ${timeBetween(days)}`;
  const lead = group === 'same-event' ? 'Same event: ' : '';
  let evidence = '';
  for (const candidate of evidences(features, terms)) {
    if (lead.length + candidate.length + time.length + 1 <= MAX_REASON) {
      evidence = candidate;
      break;
    }
  }
  return {
    text: `${capitalise(`${lead}${evidence}${time}`.replace(/^; /, ''))}.`,
    topics: features.sharedTopics.map(({ id, label, inBothHeadlines }) => ({ id, label, inBothHeadlines })),
    terms: terms.slice(0, 5),
    days,
    parts: {
      words: round(features.words),
      topics: round(features.topics),
      names: round(features.names),
      rank: round(combine(features, 'same-event')),
    },
  };
}

/** Ways to put the evidence, best first; the first that fits is taken. The last is short and always true. */
function* evidences(features: Features, terms: string[]): Generator<string> {
  const inHeadlines = byTelling(features.sharedTopics.filter((topic) => topic.inBothHeadlines));
  yield* named('both headlines name', inHeadlines);
  const about = byTelling(features.sharedTopics.filter((topic) => topic.mainOnPage && topic.salience >= ABOUT_FROM));
  yield* named('both are about', about);
  const other = byTelling(features.sharedTopics);
  const specific = other.filter(({ kind }) => kind !== 'country');
  yield* named('both name', specific);
  if (!features.otherLanguage || features.names === 0) yield* quoted(terms);
  if (features.names > 0) {
    for (const { label } of other.slice(0, 1)) yield `both name ${label}, and other names or numbers match`;
    yield 'names or numbers match across the two languages';
  }
  yield* named('both name', other);
  yield 'the wording is alike';
}

function* named(verb: string, topics: SharedTopic[]): Generator<string> {
  const labels = [...new Set(topics.map(({ label }) => label))];
  for (let count = Math.min(MOST_NAMED, labels.length); count > 0; count--) yield `${verb} ${list(labels.slice(0, count))}`;
}

function* quoted(terms: string[]): Generator<string> {
  for (let count = Math.min(3, terms.length); count > 0; count--) {
    yield `both use the word${count > 1 ? 's' : ''} ${list(terms.slice(0, count).map((term) => `“${term}”`))}`;
  }
}

/** Countries last: they say least. */
function byTelling(topics: SharedTopic[]): SharedTopic[] {
  return [...topics.filter(({ kind }) => kind !== 'country'), ...topics.filter(({ kind }) => kind === 'country')];
}

function list(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** Report's day minus page's day, in UTC. */
export function wholeDays(pageMs: number | null, reportMs: number | null): number | null {
  return pageMs === null || reportMs === null ? null : Math.floor(reportMs / DAY_MS) - Math.floor(pageMs / DAY_MS);
}

/** "the same day", "2 days earlier", "3 weeks later", "5 months earlier", "2 years later": full units only, rounded down. */
export function timeBetween(days: number): string {
  const distance = Math.abs(days);
  const side = days < 0 ? 'earlier' : 'later';
  if (distance === 0) return 'the same day';
  if (distance < 14) return `${distance} day${distance === 1 ? '' : 's'} ${side}`;
  if (distance < 60) return `${Math.floor(distance / 7)} weeks ${side}`;
  if (distance < 730) return `${Math.floor(distance / 30.44)} months ${side}`;
  return `${Math.floor(distance / 365.25)} years ${side}`;
}

function isTelling(term: string): boolean {
  return /\p{L}{2}/u.test(term) || /^\d{3,}$/.test(term);
}

function capitalise(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
