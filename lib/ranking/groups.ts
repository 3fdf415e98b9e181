import type { CoverageGroup } from '../core/coverage.ts';
import type { RankedDocument } from './types.ts';
import { SAME_EVENT } from './weights.ts';

/** Under which heading a report is shown. "Same event" is said only where the evidence is strong and the dates do not speak against it. */
export function groupOf(row: Pick<RankedDocument, 'score' | 'features'>): CoverageGroup {
  if (row.features.otherLanguage) return 'other-language';
  return tellsOfEvent(row) ? 'same-event' : 'background';
}

/** Whether a report tells of the page's event, in whatever language. */
export function tellsOfEvent({ score, features }: Pick<RankedDocument, 'score' | 'features'>): boolean {
  if (features.days === null) return score >= SAME_EVENT.fromWithoutDates;
  return Math.abs(features.days) <= SAME_EVENT.days && score >= SAME_EVENT.from;
}
