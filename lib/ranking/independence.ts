import type { OriginKind } from '../core/coverage.ts';
import { signatureContainment } from '../text/shingles.ts';
import { type Comparable, copyEvidence, distinctShingles } from './copies.ts';
import type { RankingDocument } from './types.ts';
import { COPY_FROM, ORIGINS } from './weights.ts';

/** A report, or the page, as its origin is judged. */
export type Told = Comparable &
  Pick<RankingDocument, 'id' | 'language' | 'outletId'> & {
    /** News agency it is credited to, in one spelling. */
    agency?: string | null;
  };

/** Reports of one origin; see `OriginKind`. */
export interface Origin {
  kind: OriginKind;
  agency: string | null;
  ids: string[];
}

/** What `countOrigins` finds. */
export interface Origins {
  independent: number;
  atLeast: boolean;
  pageUnsure: boolean;
  origins: Origin[];
}

/**
 * How many of the reports of an event are independent of each other and of the page. Reports have one origin where one is a copy of the other or
 * shares much of its text, where both are credited to one agency, or where one newsroom had both first. Counted is only what can be shown: texts
 * long enough to be compared that differ, within one language, since a translation cannot be told from a report of its own: the language with the most.
 * Of that one origin is the page's, or may be. `rows`: a head with its copies each; `apart`: reports the reader says are no copies.
 */
export function countOrigins(page: Told, rows: Told[][], apart: ReadonlySet<string>): Origins {
  const { parts, partly } = joinedTexts(page, rows, apart);
  const groups = [...Map.groupBy(parts, newsroomOf).values()].map((joined) => joined.flat());
  const languages = [...new Set([page, ...rows.flat()].flatMap(({ language }) => language ?? []))];
  const shownIn = (language: string | null) =>
    groups.filter((group) => canBeTold(group) && group.some((told) => told.language === language));
  // The page's own language first: it wins where another has as many.
  const best = languages.reduce<string | null>((a, b) => (shownIn(b).length > shownIn(a).length ? b : a), page.language);
  const counted = best === null ? [] : shownIn(best);
  const own = groups.find((group) => group.includes(page)) ?? [];
  const pageUnsure = counted.length > 0 && !counted.includes(own);
  const ownText = parts.find((part) => part.includes(page)) ?? [];
  const origins = groups.flatMap((group): Origin[] => {
    const ids = (members: Told[]) => members.filter((told) => told !== page).map(({ id }) => id);
    if (group !== own) return [{ ...kindOf(group, counted), ids: ids(group) }];
    const agency = agencyOf(ownText);
    return [
      { kind: 'page' as const, agency, ids: ids(ownText) },
      { kind: 'page-outlet' as const, agency: null, ids: ids(group.filter((told) => !ownText.includes(told))) },
    ].filter((origin) => origin.ids.length > 0);
  });
  const uncounted = origins.some(({ kind }) => kind === 'short' || kind === 'language');
  return { independent: Math.max(0, counted.length - 1), atLeast: uncounted || partly || pageUnsure, pageUnsure, origins };
}

/** The page and the reports in parts of one text or one credit. `partly`: some share much of their text, but not most. */
function joinedTexts(page: Told, rows: Told[][], apart: ReadonlySet<string>): { parts: Told[][]; partly: boolean } {
  let parts: Told[][] = [];
  let partly = false;
  for (const row of [[page], ...rows]) {
    const joins = (one: Told, other: Told): boolean => {
      if (one.agency != null && one.agency === other.agency) return true;
      if (apart.has(one.id) || apart.has(other.id)) return false;
      const shared = signatureContainment(one.signature, other.signature);
      partly ||= shared >= ORIGINS.sharesFrom && shared < COPY_FROM;
      // The rows were held against each other when copies were folded, the page was not.
      return shared >= ORIGINS.sharesFrom || (one === page && copyEvidence(one, other) !== null);
    };
    const touched = parts.filter((part) => part.some((one) => row.some((other) => joins(one, other))));
    parts = [...parts.filter((part) => !touched.includes(part)), [...touched.flat(), ...row]];
  }
  return { parts, partly };
}

/** What several parts have in common: the newsroom of the earliest report, where no agency is named. A part of its own otherwise. */
function newsroomOf(part: Told[]): unknown {
  const { outletId } = part.reduce((a, b) => ((b.publishedAtMs ?? Infinity) < (a.publishedAtMs ?? Infinity) ? b : a));
  return agencyOf(part) === null && outletId !== null ? outletId : part;
}

function kindOf(group: Told[], counted: Told[][]): Pick<Origin, 'kind' | 'agency'> {
  const agency = agencyOf(group);
  if (counted.includes(group)) return { kind: agency === null ? 'own' : 'agency', agency };
  return { kind: canBeTold(group) ? 'language' : 'short', agency };
}

/** Whether it can be told of reports where they come from: somebody is named whose they are, or there is text enough to compare. */
export function canBeTold(group: Told[]): boolean {
  return agencyOf(group) !== null || group.some((told) => distinctShingles(told) >= ORIGINS.leastShingles);
}

function agencyOf(group: Told[]): string | null {
  return group.find(({ agency }) => agency != null)?.agency ?? null;
}
