import type { EventSources } from '../core/coverage.ts';
import { reportKey } from '../core/report-key.ts';
import { isSameSite } from '../core/same-site.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import { tellsOfEvent } from '../ranking/groups.ts';
import { countOrigins, type Told } from '../ranking/independence.ts';
import type { RankedRow, RankingDocument, RankingQuery } from '../ranking/types.ts';
import type { StoredArticle } from '../store/store.ts';
import { creditOf, pageCredit } from './agency-credit.ts';

/** How many of the shown reports tell of the page's event, copies included, and of how many origins they are. Null for fewer than two. */
export function eventSources(
  snapshot: PageSnapshot,
  query: RankingQuery,
  rows: RankedRow[],
  articles: ReadonlyMap<string, StoredArticle>,
  outletNames: ReadonlyMap<string, string>,
  apart: ReadonlySet<string>,
): EventSources | null {
  const told = ({ document }: { document: RankingDocument }): Told => {
    const stored = articles.get(document.id);
    return { ...document, agency: stored === undefined ? null : creditOf(stored, outletNames) };
  };
  const ofEvent = rows.filter(({ head }) => tellsOfEvent(head)).map(({ head, copies }) => [head, ...copies].map(told));
  const reports = ofEvent.flat();
  if (reports.length < 2) return null;
  const page: Told = {
    ...query,
    id: '',
    outletId: query.outletId ?? pageOutlet(snapshot, articles),
    address: reportKey(snapshot.url),
    agency: pageCredit(snapshot),
  };
  const { origins, ...counts } = countOrigins(page, ofEvent, apart);
  const outletOf = (id: string) => outletNames.get(articles.get(id)?.article.outletId ?? '') ?? null;
  return {
    reports: reports.length,
    languages: new Set(reports.flatMap(({ language }) => language ?? [])).size,
    ...counts,
    origins: origins.map(({ kind, agency, ids }) => ({ kind, agency, outlets: [...new Set(ids.map(outletOf))] })),
  };
}

/** The outlet of a page that the index does not hold, as reports of the same site have it. */
function pageOutlet({ url }: PageSnapshot, articles: ReadonlyMap<string, StoredArticle>): string | null {
  if (url === null) return null;
  const host = siteOf(url);
  return (
    [...articles.values()].find(({ article }) => article.outletId !== null && isSameSite(siteOf(article.url), host))?.article.outletId ??
    null
  );
}

function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
