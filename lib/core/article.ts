/** Where a stored fact came from. */
export interface Provenance {
  kind: 'pack' | 'saved-page' | 'feed' | 'import';
  /** Name of the pack, feed or import; for a saved page the outlet's host. */
  source: string;
  /** SPDX id or short text; null where unknown. */
  licence: string | null;
  /** Epoch ms at which the fact entered this index. */
  addedAtMs: number;
}

/** An author as a report names them. `reporterId` is set where the index knows the person. */
export interface ArticleAuthor {
  name: string;
  reporterId: string | null;
}

/** A stored report. People read "report"; the code says article, as schema.org/NewsArticle does. */
export interface Article {
  /** Stable: given by the pack, else derived from the canonical URL. */
  id: string;
  /** Canonical, absolute, http(s). */
  url: string;
  headline: string;
  /** Standfirst or summary; null where there is none. */
  description: string | null;
  /** Plain text, paragraphs joined by a blank line; may be empty. */
  text: string;
  /** BCP 47 primary tag, lower case ("uk"); null where unknown. */
  language: string | null;
  /** As stated: full ISO 8601, or a bare or partial date. */
  datePublished: string | null;
  dateModified: string | null;
  /** `datePublished` as epoch ms (start of the stated period, UTC); null where unknown. */
  publishedAtMs: number | null;
  outletId: string | null;
  authors: ArticleAuthor[];
  section: string | null;
  keywords: string[];
  /** True for invented demonstration reports; shown as such, removable in one step. */
  sample: boolean;
  provenance: Provenance;
}
