import { countHeld, readTokens, type Wanted } from './match-text.ts';

/** What a headline adds to a hit's score, as a share of the best score: words in it, and the whole query in it. */
const HELD_SHARE = 0.5;
const ALL_SHARE = 0.5;

/** Scores ≤ 200 hits anew: the index's score (0..1 of the best) plus what the headline holds of the query. */
export function scoreHit(indexScore: number, bestScore: number, headline: string, wanted: Wanted): number {
  const { held, of } = countHeld(readTokens(headline), wanted);
  const share = of === 0 ? 0 : held / of;
  return (bestScore > 0 ? indexScore / bestScore : 0) + HELD_SHARE * share + (share === 1 ? ALL_SHARE : 0);
}
