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

/** Bytes that all copies together may take. The newest stays, whatever its size. */
export const COPIES_BYTES_MAX = 64_000_000;

const NEWEST = 3;
const DAY_MS = 86_400_000;

/**
 * Which copies stay: the three newest, and the newest of each of the last seven days, four weeks and six months of 30 days (UTC) in which one was made. Where
 * `COPIES_BYTES_MAX` does not hold them all, first the newest and the last ones of the two weeks before, by which one at least a week old is always there, then
 * those of the day and the month before, then the rest, newest first. Answers newest first.
 */
export function copiesToKeep(copies: readonly KeptCopy[]): KeptCopy[] {
  const newestFirst = [...copies].sort((a, b) => b.id - a.id);
  /** The newest of each period that has one. */
  const newestOf = (periodMs: number, count: number): KeptCopy[] => {
    const seen = new Set<number>();
    const isFirst = ({ madeAtMs }: KeptCopy): boolean => seen.size < seen.add(Math.floor(madeAtMs / periodMs)).size;
    return newestFirst.filter(isFirst).slice(0, count);
  };
  const [days, weeks, months] = [newestOf(DAY_MS, 7), newestOf(7 * DAY_MS, 4), newestOf(30 * DAY_MS, 6)];
  const wanted = new Set([...newestFirst.slice(0, NEWEST), ...days, ...weeks, ...months]);
  const first = [newestFirst[0], weeks[1], weeks[2], days[1], months[1]].filter((copy) => copy !== undefined);
  const kept = new Set<KeptCopy>();
  let room = COPIES_BYTES_MAX;
  for (const copy of new Set([...first, ...newestFirst.filter((each) => wanted.has(each))])) {
    if (copy.bytes > room && kept.size > 0) continue;
    kept.add(copy);
    room -= copy.bytes;
  }
  return newestFirst.filter((copy) => kept.has(copy));
}
