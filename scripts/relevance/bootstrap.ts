import { seeded } from './seeded.ts';

/** What a row (a page, a query, a text) adds to a figure: a sum of cases, and their number. The figure is Σ sum / Σ n. */
export type Share = [sum: number, n: number];

/** A row measured twice. */
export interface Pair {
  before: Share;
  after: Share;
}

/** How a figure changed over rows measured twice. */
export interface Change {
  rows: number;
  before: number;
  after: number;
  difference: number;
  /** 95 % interval of the difference. */
  from: number;
  to: number;
  /** Rows whose own share rose and fell. */
  rose: number;
  fell: number;
}

const RESAMPLES = 10_000;
/** Up to so many rows every resample is taken: 6⁶ are 46,656. */
const EXACT_ROWS = 6;
const SEED = 20_260_129;

/**
 * The paired bootstrap (Efron & Tibshirani 1993, ch. 13; percentile interval): rows are drawn again with replacement, both measurements of a
 * row together. Rows without a case in either measurement say nothing and are left out. Deterministic.
 */
export function comparePairs(all: Pair[]): Change {
  const pairs = all.filter(({ before, after }) => before[1] > 0 || after[1] > 0);
  const differences = (pairs.length <= EXACT_ROWS ? everyResample(pairs) : drawnResamples(pairs))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const changes = pairs
    .filter(({ before, after }) => before[1] > 0 && after[1] > 0)
    .map(({ before, after }) => ratio(after) - ratio(before));
  const before = ratio(total(pairs.map((pair) => pair.before)));
  const after = ratio(total(pairs.map((pair) => pair.after)));
  return {
    rows: pairs.length,
    before,
    after,
    difference: after - before,
    from: quantile(differences, 0.025),
    to: quantile(differences, 0.975),
    rose: changes.filter((change) => change > 0).length,
    fell: changes.filter((change) => change < 0).length,
  };
}

function drawnResamples(pairs: Pair[]): number[] {
  const random = seeded(SEED);
  return Array.from({ length: RESAMPLES }, () => difference(pairs, () => Math.floor(random() * pairs.length)));
}

function everyResample(pairs: Pair[]): number[] {
  const size = pairs.length;
  return Array.from({ length: size === 0 ? 0 : size ** size }, (_, code) => {
    let left = code;
    return difference(pairs, () => {
      const row = left % size;
      left = Math.floor(left / size);
      return row;
    });
  });
}

function difference(pairs: Pair[], draw: () => number): number {
  let [sumBefore, nBefore, sumAfter, nAfter] = [0, 0, 0, 0];
  for (let i = 0; i < pairs.length; i++) {
    const { before, after } = pairs[draw()]!;
    sumBefore += before[0];
    nBefore += before[1];
    sumAfter += after[0];
    nAfter += after[1];
  }
  return sumAfter / nAfter - sumBefore / nBefore;
}

function total(shares: Share[]): Share {
  return shares.reduce<Share>(([sum, n], share) => [sum + share[0], n + share[1]], [0, 0]);
}

function ratio([sum, n]: Share): number {
  return sum / n;
}

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))] ?? Number.NaN;
}
