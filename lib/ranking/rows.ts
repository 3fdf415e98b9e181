import { calendarNames } from '../text/format/dates.ts';
import { foldCopies } from './copies.ts';
import { diversify } from './diversify.ts';
import { explain, type ReasonTexts } from './explain.ts';
import { groupOf } from './groups.ts';
import { spellingsOf } from './spellings.ts';
import type { RankedDocument, RankedRow, RankingQuery } from './types.ts';
import { SHOW_FROM, SHOW_OTHER_LANGUAGE_FROM, SUBJECT_HELD_FROM } from './weights.ts';

/** Rows shown at most. */
const MOST_ROWS = 30;

/** What the user said of reports. */
export interface ToldRows {
  /** They stand by themselves, whatever they are like. */
  apart: ReadonlySet<string>;
  /** They are not related to the page, and nor are their copies. */
  hidden: ReadonlySet<string>;
}

const NOTHING_TOLD: ToldRows = { apart: new Set(), hidden: new Set() };

/**
 * The rows to show for a page, best first: none unless one report by itself says that the index holds the page's subject (one that is hidden says
 * so too: the others stay), then every likely one, near copies folded, outlets mixed, each with its group and its reason in words of `texts`. The
 * badge counts exactly these.
 */
export function shownRows(
  query: RankingQuery,
  ranked: RankedDocument[],
  texts: ReasonTexts,
  { apart, hidden }: ToldRows = NOTHING_TOLD,
): RankedRow[] {
  const folded = foldCopies(aboveThreshold(ranked), apart);
  const seen = folded.filter(({ head, copies }) => ![head, ...copies].some(({ document }) => hidden.has(document.id)));
  const rows = diversify(seen).slice(0, MOST_ROWS);
  const shared = rows.flatMap(({ head }) => head.features.sharedWords.map(({ term }) => term));
  // That both were written in January is no reason.
  const calendar = calendarNames(query.language ?? texts.locale);
  const spellings = spellingsOf(
    query.text,
    shared.filter((term) => !calendar.has(term)),
  );
  return rows.map(({ head, copies }) => {
    const group = groupOf(head);
    return { head, copies, group, reason: explain(query, head.document, head.features, group, { texts, spellings }) };
  });
}

/** The reports of a ranking that are shown, before copies are folded. */
export function aboveThreshold<Ranked extends Pick<RankedDocument, 'evidence' | 'score' | 'features'>>(ranked: Ranked[]): Ranked[] {
  if (!ranked.some(({ evidence }) => evidence >= SUBJECT_HELD_FROM)) return [];
  return ranked.filter(({ score, features }) => score >= (features.otherLanguage ? SHOW_OTHER_LANGUAGE_FROM : SHOW_FROM));
}
