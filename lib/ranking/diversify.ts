import type { Folded } from './copies.ts';
import { SAME_OUTLET } from './weights.ts';

/** Orders rows anew so that one outlet does not fill the list: each earlier row of the same outlet costs a factor. */
export function diversify(rows: Folded[]): Folded[] {
  const left = [...rows];
  const earlier = new Map<string, number>();
  const ordered: Folded[] = [];
  while (left.length > 0) {
    let best = 0;
    let bestRank = Number.NEGATIVE_INFINITY;
    for (const [index, { head }] of left.entries()) {
      const repeats = head.document.outletId === null ? 0 : (earlier.get(head.document.outletId) ?? 0);
      const rank = head.rank * SAME_OUTLET ** repeats;
      if (rank > bestRank) {
        best = index;
        bestRank = rank;
      }
    }
    const [row] = left.splice(best, 1);
    ordered.push(row!);
    const outlet = row!.head.document.outletId;
    if (outlet !== null) earlier.set(outlet, (earlier.get(outlet) ?? 0) + 1);
  }
  return ordered;
}
