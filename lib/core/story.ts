import type { Counted } from './course.ts';
import type { ArticleRow, CopyEvidence } from './coverage.ts';

/**
 * How a report of a story stands to those before it. `own`: a text of its own; `agency`: credited to a news agency, the first of its reports here;
 * `copy`: another version of an earlier one; `shared`: shares an earlier one's text, agency or newsroom; `short`: too little text to tell;
 * `language`: may be a translation.
 */
export type StoryStand = 'own' | 'agency' | 'copy' | 'shared' | 'short' | 'language';

/** What no earlier report of the story has. */
export interface StoryAdds {
  topics: Pick<Counted, 'id' | 'label'>[];
  /** Names as the report writes them. */
  names: string[];
  /** Figures as the report writes them, with the word after. */
  figures: string[];
}

/** One report of a story. */
export interface StoryReport {
  article: ArticleRow;
  stand: StoryStand;
  agency: string | null;
  /** For `copy` and `shared`: the report before it. */
  of: { id: string; outletName: string | null } | null;
  /** For `copy`: what shows it. */
  evidence: CopyEvidence | null;
  /** Null for copies, and for reports of which nobody knows when they came. */
  adds: StoryAdds | null;
}

/** The reports of one event as a line through time. */
export interface Story {
  /** The report it was asked for by. */
  anchorId: string;
  headline: string;
  /** Oldest first; those without a date last. */
  reports: StoryReport[];
  /** Independent origins that can be shown; `atLeast`: there may be more. */
  independent: number;
  atLeast: boolean;
  outlets: number;
  languages: number;
  /** Dated reports of the index from the story's first day to its last: what the count is of. Null where no report has a date. */
  indexReports: number | null;
}
