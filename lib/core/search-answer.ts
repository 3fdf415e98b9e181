import type { ArticleRow } from './coverage.ts';
import type { QueryNotice } from './query-notice.ts';

/** One answer of the search box: plain text, with UTF-16 ranges of the headline and of the snippet that match. */
export interface SearchHit {
  article: ArticleRow;
  snippet: string;
  highlights: [number, number][];
  snippetHighlights: [number, number][];
  /** The snippet is of a note of the reader's: only that holds the words. */
  inNote?: true;
}

/** How answers are sorted: by how well they match, or by when they were published. A query without words is answered newest first. */
export type SearchOrder = 'best' | 'newest';

/** Reports of a search; what `total`, `atLeast` and `notices` say is in `SearchAnswer`. */
export interface FoundIds {
  ids: string[];
  total: number;
  atLeast: boolean;
  notices: QueryNotice[];
}

/** What the search box shows for a query. */
export interface SearchAnswer {
  query: string;
  /** Reports that match. */
  total: number;
  /** True where there may be more than `total`. */
  atLeast: boolean;
  hits: SearchHit[];
  /** The query as corrected, when nothing matched the words as typed. */
  corrected: string | null;
  /** What was read otherwise than it may have been meant. */
  notices: QueryNotice[];
}

/** Kinds of facets, in the order they are shown. */
export type FacetKind = 'outlet' | 'language' | 'topic' | 'reporter' | 'period' | 'mark';

/** One value of a facet: how many of the reports that match have it, and the query with it added or, where it is in it, taken out. */
export interface FacetValue {
  label: string;
  count: number;
  chosen: boolean;
  query: string;
  /** Of a topic, and of a reporter whom the index knows: the id of its page. */
  id?: string;
}

/** What the reports that match have in common. */
export interface SearchFacets {
  query: string;
  /** Reports counted. */
  counted: number;
  /** True where they are not all: more match than could be looked at. */
  some: boolean;
  facets: { kind: FacetKind; values: FacetValue[] }[];
}
