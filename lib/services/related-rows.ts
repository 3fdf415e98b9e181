import type { FieldEdit } from '../core/field-edit.ts';
import { reportKey } from '../core/report-key.ts';
import type { ReasonTexts } from '../ranking/explain.ts';
import { shownRows } from '../ranking/rows.ts';
import { rankRelated, termsToCount } from '../ranking/score.ts';
import type { RankingDocument, RankingQuery, TermStatistics } from '../ranking/types.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { toRow } from './article-row.ts';
import { joinCounts, joinStored, type SameTopics, widenTerms } from './same-topics.ts';
import type { Stages } from './stages.ts';

/** Candidates fetched from the index and compared in full. */
const CANDIDATES = 80;
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What ranking takes from beside the page. */
export interface Surroundings {
  /** Reports that are not shown, nor are their copies. */
  hidden: ReadonlySet<string>;
  apart: ReadonlySet<string>;
  /** Fields of reports that the user corrected. */
  edits: readonly FieldEdit[];
  same: SameTopics;
  /** `reportKey` of the page: the report it is itself, in whatever form the index has it, is left out. */
  address: string | null;
}

/** The rows to show for a query, and the reports in them. Ranks without texts: opening their database would cost a cold page view more than all the rest. */
export async function relatedRows(
  query: RankingQuery,
  beside: Surroundings,
  { store, texts, stages }: { store: Store; texts: ReasonTexts; stages: Stages },
) {
  const { hidden, apart, same, edits, address } = beside;
  const candidates = await store.evaluate(widenTerms(query.terms, same), CANDIDATES);
  stages.end('candidates');
  const docIds = candidates.map(({ docId }) => docId);
  const stored = await store.getArticlesByDocId(docIds, { text: false });
  stages.end('articles');
  const documents = stored
    .map((entry) => toDocument(entry, same, edits))
    .filter((document) => address === null || document.address !== address || document.id === query.id);
  const stats = joinCounts(await statistics(store, [...termsToCount(query, documents), ...memberTerms(query.topics, same)]), same);
  stages.end('candidate statistics');
  const ranked = rankRelated(query, documents, stats, { mode: 'same-event' });
  stages.end('rank');
  const rows = shownRows(query, ranked, texts, { apart, hidden });
  stages.end('rows');
  return { rows, articles: new Map(stored.map((entry) => [entry.article.id, entry])) };
}

/** A stored report as ranking sees it, with what the user corrected of it: a reason speaks of what is shown. */
export function toDocument(
  { article, topics, vector, signature, nameKeys }: StoredArticle,
  same: SameTopics,
  edits: readonly FieldEdit[],
): RankingDocument {
  const { id, url, language, outletId } = article;
  const { headline, datePublished, publishedAtMs } = toRow(article, NO_NAMES, undefined, edits);
  const joined = joinStored(topics, same);
  return {
    ...{ id, headline, language, outletId, publishedAtMs, datePublished, vector, signature, nameKeys },
    // Topics were read of the headline that was found.
    topics: headline === article.headline ? joined : joined.map((topic) => ({ ...topic, inTitle: false })),
    address: reportKey(url),
  };
}

/** Further ids of topics, as the index has them. */
export function memberTerms(topics: { id: string }[], same: SameTopics): string[] {
  return topics.flatMap(({ id }) => same.members(id).slice(1)).map((id) => `#${id}`);
}

/** How often terms occur in the index. */
export async function statistics(store: Store, terms: string[]): Promise<TermStatistics> {
  if (terms.length === 0) return { total: 0, counts: new Map() };
  const { total, counts } = await store.documentFrequencies(terms);
  return { total, counts: new Map(terms.map((term, i) => [term, counts[i] ?? 0])) };
}

/** Counts of both. */
export function merged(one: TermStatistics, other: TermStatistics): TermStatistics {
  return { total: Math.max(one.total, other.total), counts: new Map([...one.counts, ...other.counts]) };
}
