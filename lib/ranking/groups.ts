import type { CoverageGroup } from '../core/coverage.ts';
import type { RankedDocument } from './types.ts';
import { SAME_EVENT } from './weights.ts';

/** Under which heading a report is shown. "Same event" is said only where the evidence is strong and the dates do not speak against it. */
export function groupOf({ score, features }: Pick<RankedDocument, 'score' | 'features'>): CoverageGroup {
  if (features.otherLanguage) return 'other-language';
  if (features.days === null) return score >= SAME_EVENT.fromWithoutDates ? 'same-event' : 'background';
  return Math.abs(features.days) <= SAME_EVENT.days && score >= SAME_EVENT.from ? 'same-event' : 'background';
}
