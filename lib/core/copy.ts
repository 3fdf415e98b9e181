/** A rolling copy of what the user made, without its bytes. */
export interface KeptCopy {
  /** Greater than those of all copies before it. */
  id: number;
  madeAtMs: number;
  /** Says what it is a copy of: while what the user made has the same mark, another copy would be the same. */
  mark: string;
  /** Rows by table, `settings` among them. */
  counts: Record<string, number>;
  /** Kept reports that found no room in it. */
  leftOut: number;
  /** Compressed bytes. */
  bytes: number;
}

/** Bytes that all copies together may take: past it the oldest go. The newest stays, whatever its size. */
export const COPIES_BYTES_MAX = 64_000_000;

const NEWEST = 3;
const DAY_MS = 86_400_000;
/** The newest copy of each of so many periods (UTC) that have one. */
const PERIODS: [periodMs: number, count: number][] = [
  [DAY_MS, 7],
  [7 * DAY_MS, 4],
  [30 * DAY_MS, 6],
];

/**
 * Which copies stay: the three newest, and the newest of each of the last seven days, four weeks and six months of 30 days in which one was made; of those as
 * many as fit into `COPIES_BYTES_MAX`, newest first. Answers in that order.
 */
export function copiesToKeep(copies: readonly KeptCopy[]): KeptCopy[] {
  const newestFirst = [...copies].sort((a, b) => b.id - a.id);
  const wanted = new Set(newestFirst.slice(0, NEWEST));
  for (const [periodMs, count] of PERIODS) {
    const seen = new Set<number>();
    for (const copy of newestFirst) {
      const period = Math.floor(copy.madeAtMs / periodMs);
      if (seen.size < count && !seen.has(period)) wanted.add(copy);
      seen.add(period);
    }
  }
  let room = COPIES_BYTES_MAX;
  return newestFirst.filter((copy, at) => {
    if (!wanted.has(copy)) return false;
    room -= copy.bytes;
    return room >= 0 || at === 0;
  });
}
