import { foldCopies } from './copies.ts';
import { diversify } from './diversify.ts';
import { explain } from './explain.ts';
import { groupOf } from './groups.ts';
import type { RankedDocument, RankedRow, RankingQuery } from './types.ts';
import { SHOW_FROM } from './weights.ts';

/** Rows shown at most. */
const MOST_ROWS = 30;

/**
 * The rows to show for a page, best first: only reports above the one threshold, near copies folded, outlets mixed, each with
 * its group and reason. The badge counts exactly these.
 */
export function shownRows(query: RankingQuery, ranked: RankedDocument[], limit = MOST_ROWS): RankedRow[] {
  const shown = ranked.filter(({ score }) => score >= SHOW_FROM);
  return diversify(foldCopies(shown))
    .slice(0, limit)
    .map(({ head, copies }) => {
      const group = groupOf(head);
      return { head, copies, group, reason: explain(query, head.document, head.features, group) };
    });
}
