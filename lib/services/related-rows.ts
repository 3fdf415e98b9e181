import { reportKey } from '../core/report-key.ts';
import type { ReasonTexts } from '../ranking/explain.ts';
import { shownRows } from '../ranking/rows.ts';
import { rankRelated, termsToCount } from '../ranking/score.ts';
import type { RankingDocument, RankingQuery, TermStatistics } from '../ranking/types.ts';
import type { Store, StoredArticle } from '../store/store.ts';
import { joinCounts, joinStored, type SameTopics, widenTerms } from './same-topics.ts';
import type { Stages } from './stages.ts';

/** Candidates fetched from the index and compared in full. */
const CANDIDATES = 80;

/** What ranking takes from beside the page. */
export interface Surroundings {
  hidden: ReadonlySet<string>;
  apart: ReadonlySet<string>;
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
  const { hidden, apart, same, address } = beside;
  const candidates = await store.evaluate(widenTerms(query.terms, same), CANDIDATES);
  stages.end('candidates');
  const docIds = candidates.map(({ docId }) => docId);
  const stored = (await store.getArticlesByDocId(docIds, { text: false })).filter(({ article }) => !hidden.has(article.id));
  stages.end('articles');
  const documents = stored
    .map((entry) => toDocument(entry, same))
    .filter((document) => address === null || document.address !== address || document.id === query.id);
  const stats = joinCounts(await statistics(store, [...termsToCount(query, documents), ...memberTerms(query.topics, same)]), same);
  stages.end('candidate statistics');
  const ranked = rankRelated(query, documents, stats, { mode: 'same-event' });
  stages.end('rank');
  const rows = shownRows(query, ranked, texts, apart);
  stages.end('rows');
  return { rows, articles: new Map(stored.map((entry) => [entry.article.id, entry])) };
}

/** A stored report as ranking sees it. */
export function toDocument({ article, topics, vector, signature, nameKeys }: StoredArticle, same: SameTopics): RankingDocument {
  const { id, url, headline, language, outletId, publishedAtMs } = article;
  const document = { id, headline, language, outletId, publishedAtMs, vector, signature, nameKeys };
  return { ...document, topics: joinStored(topics, same), address: reportKey(url) };
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
