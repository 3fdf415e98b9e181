import type { DetectedTopic, ZonedText } from '../../core/topic.ts';
import type { TermImpact } from '../../index/types.ts';
import { documentTerms, topVector } from '../../index/vector.ts';
import { reportNameKeys } from '../../ranking/names/report-name-keys.ts';
import { buildPool, countTerms, type Pool, rankPool } from '../../ranking/pool.ts';
import { buildQuery } from '../../ranking/query.ts';
import type { RankingDocument, RankingMode, RankingQuery, TermStatistics } from '../../ranking/types.ts';
import { zonesOfText } from '../../topics/zones.ts';
import type { DocsRow } from './related-rows.ts';

/** Terms of a report that are compared. The browser's index keeps 64 for want of space; here there is room for long reports. */
const VECTOR_TERMS = 192;
const NO_SIGNATURE = new Uint32Array();

/** A report of a set, read: what a page and what the index make of it. */
export interface Report {
  row: DocsRow;
  zones: ZonedText;
  topics: DetectedTopic[];
  terms: TermImpact[];
}

/** A set of reports ready to be ranked for each of its own members. */
export interface RelatedSet {
  pool: Pool;
  queries: Map<string, () => RankingQuery>;
}

/** Reads the reports of a set: zones, topics, terms. */
export function prepareReports(
  rows: DocsRow[],
  detect: (zones: ZonedText) => DetectedTopic[],
  progress?: (done: number) => void,
): Report[] {
  return rows.map((row, index) => {
    if (index % 100 === 0) progress?.(index);
    const zones: ZonedText = { language: row.language, parts: zonesOfText(row.text, row.title || null).parts };
    const lead = zones.parts.find(({ zone }) => zone === 'lead')?.text ?? '';
    return { row, zones, topics: detect(zones), terms: documentTerms({ title: row.title, standfirst: lead, body: row.text }, []) };
  });
}

/** Counts words and topics over reports. */
export function countReports(reports: Report[]): TermStatistics {
  return countTerms(reports.map(({ terms, topics }) => ({ terms: terms.map(({ term }) => term), topics })));
}

/** A report as the index holds it, with these terms. */
export function reportDocument({ row, topics }: Report, vector: TermImpact[]): RankingDocument {
  return {
    id: row.id,
    headline: row.title,
    language: row.language,
    outletId: row.source,
    publishedAtMs: row.publishedAtMs,
    topics: topics.map(({ id, salience, mentions }) => ({ id, salience, inTitle: mentions.some(({ zone }) => zone === 'title') })),
    vector,
    signature: NO_SIGNATURE,
    nameKeys: reportNameKeys(row.title, row.text),
  };
}

/** A report as the page being read. */
export function reportQuery({ row, zones, topics, terms }: Report, stats: TermStatistics): RankingQuery {
  const { id, title: headline, source: outletId, publishedAtMs } = row;
  return buildQuery({ id, headline, outletId, publishedAtMs, zones, topics, words: terms, signature: NO_SIGNATURE }, stats);
}

/** Prepares a set: topics are detected once a report, frequencies are counted over the set itself. */
export function prepareSet(rows: DocsRow[], detect: (zones: ZonedText) => DetectedTopic[], progress: (done: number) => void): RelatedSet {
  return setOf(prepareReports(rows, detect, progress));
}

/** A set of reports already read. */
export function setOf(reports: Report[]): RelatedSet {
  const stats = countReports(reports);
  const frequency = { total: stats.total, count: (term: string) => stats.counts.get(term) ?? 0 };
  const documents = reports.map((report) => reportDocument(report, topVector(report.terms, VECTOR_TERMS, frequency)));
  const queries = new Map(reports.map((report) => [report.row.id, () => reportQuery(report, stats)]));
  return { pool: buildPool(documents, stats), queries };
}

/** Ids of the `limit` best reports for a member of the set, best first; null for an id the set does not hold. */
export function rankMember(set: RelatedSet, id: string, limit: number, mode: RankingMode): string[] | null {
  const query = set.queries.get(id)?.();
  if (query === undefined) return null;
  return rankPool(set.pool, query, limit, { mode }).map(({ document }) => document.id);
}
