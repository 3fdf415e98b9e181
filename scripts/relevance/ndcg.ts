/**
 * nDCG at `depth` with linear gain and the discount log₂(rank + 1), the ideal over all judged reports, as ../shared/eval computes it. Reports of
 * a grade below 0 are not to be judged and are taken out first.
 */
export function ndcg(ranking: string[], grades: ReadonlyMap<string, number>, depth: number): number {
  const gains = ranking.map((id) => grades.get(id) ?? 0).filter((grade) => grade >= 0);
  const ideal = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  return discounted(gains, depth) / discounted(ideal, depth);
}

function discounted(gains: number[], depth: number): number {
  return gains.slice(0, depth).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
