import type { TopicKind } from '../core/topic.ts';
import type { Features, RankingDocument, RankingQuery, SharedTopic, TermStatistics } from './types.ts';
import type { PreparedDocument, PreparedQuery } from './vectors.ts';
import { COUNTED_HALF, NAMES, TOPIC, WORDS } from './weights.ts';

const DAY_MS = 86_400_000;
const SHARED_WORDS_KEPT = 12;

/** What a page and a report share. `stats` covers topics as `#id`; `nameStats` counts name keys over the candidates. */
export function measure(page: PreparedQuery, report: PreparedDocument, stats: TermStatistics, nameStats: TermStatistics): Features {
  const sharedTopics = topicsShared(page.query, report, stats);
  const otherLanguage = isOtherLanguage(page.query, report.document);
  const words = wordsShared(page, report, otherLanguage);
  return {
    words: words.cosine,
    namedWords: words.named,
    topics: overlapOf(sharedTopics),
    specificTopics: overlapOf(sharedTopics.filter(({ kind }) => kind !== 'country' && kind !== 'relation')),
    brevity: WORDS.briefBelow / (WORDS.briefBelow + page.words.stems.length),
    names: otherLanguage ? namesShared(page.query.nameKeys, report.nameKeys, nameStats) : 0,
    namesHeld: namesHeld(page.names, report.names),
    counted: stats.total / (stats.total + COUNTED_HALF),
    days: daysBetween(page.query.publishedAtMs, report.document.publishedAtMs),
    otherLanguage,
    sharedTopics,
    sharedWords: words.shared,
  };
}

/** True where both languages are known and differ. */
export function isOtherLanguage(page: { language: string | null }, report: { language: string | null }): boolean {
  return page.language !== null && report.language !== null && page.language !== report.language;
}

/** Report's time minus page's time in days; null where either is unknown. */
export function daysBetween(pageMs: number | null, reportMs: number | null): number | null {
  return pageMs === null || reportMs === null ? null : (reportMs - pageMs) / DAY_MS;
}

/** Cosine with a softened length of the report: dot / (|page| · |report|^x · ordinary^(1−x)), at most 1. */
function wordsShared(page: PreparedQuery, report: PreparedDocument, otherLanguage: boolean) {
  const shared: Features['sharedWords'] = [];
  let dot = 0;
  let named = 0;
  const [length, others] = otherLanguage ? [page.contentLength, report.contentLength] : [page.length, report.length];
  const scale = length * others ** WORDS.lengthExponent * WORDS.ordinaryLength ** (1 - WORDS.lengthExponent);
  const { stems, weights, terms } = report.words;
  // A report has fewer words than a page.
  for (let i = 0; i < stems.length; i++) {
    const place = page.placeOf.get(stems[i]!);
    // "De" and "la" are alike in a dozen languages.
    if (place === undefined || (otherLanguage && page.words.grammar[place])) continue;
    const term = page.words.terms[place]!;
    const product = (page.words.weights[place]! * weights[i]!) / scale;
    dot += product;
    if (page.query.capitalised.has(term)) named += product;
    if (terms[i] === term) shared.push({ term, share: product });
  }
  shared.sort((a, b) => b.share - a.share || (a.term < b.term ? -1 : 1));
  return {
    cosine: Math.min(1, dot),
    named: Math.min(1, named),
    shared: shared.slice(0, SHARED_WORDS_KEPT),
  };
}

function topicsShared(query: RankingQuery, report: PreparedDocument, stats: TermStatistics): SharedTopic[] {
  const shared: SharedTopic[] = [];
  for (const topic of query.topics) {
    const other = report.topics.get(topic.id);
    if (other === undefined) continue;
    const inBothHeadlines = topic.inTitle && other.inTitle;
    const strength = prominence(topic.salience) * prominence(other.salience) * (inBothHeadlines ? TOPIC.headlineBoost : 1);
    shared.push({
      id: topic.id,
      kind: topic.kind,
      label: topic.label,
      inBothHeadlines,
      mainOnPage: topic.main,
      share: topicWeight(topic.id, topic.kind, stats) * strength,
      salience: other.salience,
    });
  }
  return shared.sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1));
}

function overlapOf(topics: SharedTopic[]): number {
  return saturate(
    topics.reduce((sum, { share }) => sum + share, 0),
    TOPIC.half,
  );
}

/**
 * What sharing a topic says: how rare it is in the index, times what its kind says anywhere. Counts are believed in proportion as the
 * index is large: a small one was gathered around a few subjects, and its frequent topics are not common ones.
 */
export function topicWeight(id: string, kind: TopicKind, stats: TermStatistics): number {
  const count = Math.min(stats.counts.get(`#${id}`) ?? 0, stats.total);
  const believed = (count * stats.total) / (stats.total + TOPIC.believedFrom);
  const rarity = Math.log((stats.total + TOPIC.priorReports) / (believed + TOPIC.priorReports * TOPIC.expectedShare));
  return TOPIC.byKind[kind] * Math.max(0, rarity - TOPIC.floor);
}

function prominence(salience: number): number {
  return TOPIC.passing + (1 - TOPIC.passing) * Math.min(1, Math.max(0, salience));
}

function namesShared(pageKeys: string[], reportKeys: ReadonlySet<string>, stats: TermStatistics): number {
  const shared = pageKeys.filter((key) => reportKeys.has(key));
  if (shared.length === 0) return 0;
  const weighted = shared.map((key) => ({ key, weight: nameWeight(key, stats) })).sort((a, b) => b.weight - a.weight);
  let sum = 0;
  const counted: string[] = [];
  for (const { key, weight } of weighted) {
    // The skeleton of a name without its ending is the same evidence again.
    if (counted.some((longer) => longer.includes(key.slice(1)))) continue;
    counted.push(key);
    sum += weight;
  }
  // The more keys are compared, the more are alike by chance.
  const compared = Math.sqrt(pageKeys.length * reportKeys.size);
  return saturate(Math.max(0, sum - NAMES.chance), NAMES.half * Math.max(1, compared / NAMES.ordinaryKeys));
}

/** Skeletons of names alone: spellings and numbers say little within a language. */
function namesHeld(page: ReadonlySet<string>, report: string[]): number {
  let shared = 0;
  for (const name of report) if (page.has(name)) shared++;
  return shared / (report.length + NAMES.fewNames);
}

/** What sharing a name key says. */
export function nameWeight(key: string, stats: TermStatistics): number {
  const rarity = Math.log((stats.total + 10) / ((stats.counts.get(key) ?? 0) + 1)) - NAMES.floor;
  return kindWeight(key) * Math.min(NAMES.most, Math.max(0, rarity));
}

function kindWeight(key: string): number {
  const first = key.charCodeAt(1);
  if (first <= 0x39) return NAMES.number;
  return first <= 0x5a ? (NAMES.bySkeletonLength[key.length - 1] ?? 1) : NAMES.spelling;
}

/** Counts name keys over reports, as `measure` wants them. */
export function countNameKeys(documents: Iterable<Pick<RankingDocument, 'nameKeys'>>): TermStatistics {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { nameKeys } of documents) {
    total++;
    for (const key of nameKeys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { total, counts };
}

function saturate(sum: number, half: number): number {
  return sum / (sum + half);
}
