import type { CopyEvidence } from '../core/coverage.ts';
import { reportKey } from '../core/report-key.ts';
import type { StoryReport, StoryStand } from '../core/story.ts';
import { canBeTold, countOrigins, type Told } from '../ranking/independence.ts';
import type { RankingDocument } from '../ranking/types.ts';
import type { StoredArticle } from '../store/store.ts';
import { creditOf } from './agency-credit.ts';

/** A report of a story with its copies. */
export interface StoryGroup {
  head: RankingDocument;
  copies: { document: RankingDocument; why: CopyEvidence }[];
}

/** How each report stands, by its id, and how many independent origins there are. */
export interface Stands {
  reports: Map<string, Pick<StoryReport, 'stand' | 'agency' | 'of' | 'evidence'>>;
  independent: number;
  atLeast: boolean;
}

/** What is known of the reports beside their ranking. */
interface Known {
  articles: ReadonlyMap<string, StoredArticle>;
  outletNames: ReadonlyMap<string, string>;
  apart: ReadonlySet<string>;
}

/**
 * How the reports of a story stand to each other. Origins are counted as for an open page (`independence.ts`), with one difference: the report that was asked
 * for is one of the story's, so its origin counts too where it can be told.
 */
export function standsOf(anchorId: string, groups: StoryGroup[], { articles, outletNames, apart }: Known): Stands {
  const told = (document: RankingDocument): Told => {
    const stored = articles.get(document.id);
    return {
      ...document,
      address: stored === undefined ? null : reportKey(stored.article.url),
      agency: stored === undefined ? null : creditOf(stored, outletNames),
    };
  };
  const rows = groups.map(({ head, copies }) => [head, ...copies.map(({ document }) => document)].map(told));
  const byId = new Map(rows.flat().map((one) => [one.id, one]));
  const anchor = byId.get(anchorId) as Told;
  const others = rows.map((row) => row.filter((one) => one !== anchor)).filter((row) => row.length > 0);
  const { origins, atLeast, pageUnsure } = countOrigins(anchor, others, apart);

  const ofAnchor = origins.filter(({ kind }) => kind === 'page' || kind === 'page-outlet').flatMap(({ ids }) => ids);
  const counted = origins.filter(({ kind }) => kind === 'own' || kind === 'agency').length;
  const anchorCounts = !pageUnsure && canBeTold([anchorId, ...ofAnchor].flatMap((id) => byId.get(id) ?? []));
  const outletOf = (id: string) => ({ id, outletName: outletNames.get(byId.get(id)?.outletId ?? '') ?? null });
  const reports: Stands['reports'] = new Map();
  const stand = (ids: string[], first: StoryStand): void => {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    if (members.length === 0) return;
    const earliest = members.reduce((a, b) => ((b.publishedAtMs ?? Infinity) < (a.publishedAtMs ?? Infinity) ? b : a));
    for (const { id, agency = null } of members) {
      const isFirst = id === earliest.id;
      reports.set(id, { stand: isFirst ? first : 'shared', agency, of: isFirst ? null : outletOf(earliest.id), evidence: null });
    }
  };
  const ownStand = (agency: string | null | undefined): StoryStand => (agency == null ? 'own' : 'agency');
  stand([anchorId, ...ofAnchor], anchorCounts ? ownStand(anchor.agency) : canBeTold([anchor]) ? 'language' : 'short');
  for (const { kind, agency, ids } of origins) {
    if (kind === 'short' || kind === 'language') stand(ids, kind);
    else if (kind === 'own' || kind === 'agency') stand(ids, ownStand(agency));
  }
  for (const { head, copies } of groups) {
    for (const { document, why } of copies) {
      const before = reports.get(document.id);
      reports.set(document.id, { stand: 'copy', agency: before?.agency ?? null, of: outletOf(head.id), evidence: why });
    }
    // A copy may have been taken for the first of its origin, where the head has no date.
    const own = reports.get(head.id);
    if (own?.stand === 'shared' && copies.some(({ document }) => document.id === own.of?.id)) {
      reports.set(head.id, { ...own, stand: ownStand(own.agency), of: null });
    }
  }
  return { reports, independent: counted + Number(anchorCounts), atLeast };
}
