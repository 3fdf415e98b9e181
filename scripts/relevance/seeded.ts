/** A linear congruential generator (Numerical Recipes), 0 ≤ x < 1, so that every run draws the same. */
export function seeded(state: number): () => number {
  let seed = state;
  return () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}
