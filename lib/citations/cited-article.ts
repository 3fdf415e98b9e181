import { knownAddress } from '../core/canonical-url.ts';
import { type CitedDate, type CitedReport, citedDate } from './source.ts';

/** What a report of the index and one of a pack have in common. */
export interface CitableArticle {
  id: string;
  url: string;
  headline: string;
  authors: readonly { name: string; reporterId: string | null }[];
  outletId: string | null;
  datePublished: string | null;
  dateModified: string | null;
  language: string | null;
  section: string | null;
  keywords: string[];
  description: string | null;
}

/** A report as it is cited. `outlets`: names by id. `accessed`: the day the reader saved it. */
export function citedArticle(
  article: CitableArticle,
  outlets: ReadonlyMap<string, string>,
  accessed: CitedDate | null = null,
): CitedReport {
  const { id, url, headline, authors, outletId, datePublished, dateModified, language, section, keywords, description } = article;
  const address = knownAddress(url);
  return {
    id,
    url: address,
    // Some pages have no headline; lists of reports show the address then.
    title: headline.trim() || (address ?? ''),
    // Every person has a reporter; who has none is an agency or a desk, or a bare name that must not be taken apart wrongly.
    authors: authors.map(({ name, reporterId }) => ({ name, isOrganisation: reporterId === null })),
    outlet: outletId === null ? null : (outlets.get(outletId) ?? null),
    published: citedDate(datePublished),
    modified: citedDate(dateModified),
    language,
    section,
    keywords,
    description,
    accessed,
  };
}
