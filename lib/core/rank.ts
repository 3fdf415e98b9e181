/**
 * Places in an order by hand, as strings that sort by their UTF-16 units. A head of ten digits (base 36) leaves room before, after and between all
 * others, so that a move writes the moved row only; a tail of further digits halves what is left between two neighbours.
 */

const HEAD = 10;
const BASE = 36;
/** The middle of all heads: far enough from both ends for every moment of this and the next millennia. */
const MIDDLE = BASE ** HEAD / 2;
/** A place that the functions here made. */
export const RANK = /^[0-9a-z]{10}(?:[0-9a-z]*[1-9a-z])?$/u;

/** Place of what came at a time (epoch ms): what came later stands before what came earlier. `id` tells those of one moment apart. */
export function rankOfTime(atMs: number, id: string): string {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0;
  return `${headOf(MIDDLE - Math.round(atMs))}${hash.toString(BASE).padStart(7, '0')}1`;
}

/** A place between two others; null: before the first, after the last. Where there is no room, because both are equal, right after them. */
export function rankBetween(before: string | null, after: string | null): string {
  if (before === null && after === null) return headOf(MIDDLE);
  if (before === null) return headOf(numberOf(after!) - 1);
  if (after === null) return headOf(numberOf(before) + 1);
  if (before >= after) return `${before}i`;
  const [low, high] = [numberOf(before), numberOf(after)];
  return high - low > 1
    ? headOf(low + Math.floor((high - low) / 2))
    : `${before.slice(0, HEAD)}${tailBetween(before, after, low === high)}`;
}

/** Digits after the head of `before` that sort behind its own, and before those of `after` where the heads are the same. */
function tailBetween(before: string, after: string, sameHead: boolean): string {
  const [low, high] = [before.slice(HEAD), after.slice(HEAD)];
  let tail = '';
  let isBounded = sameHead;
  for (let at = 0; ; at++) {
    const from = at < low.length ? Number.parseInt(low[at]!, BASE) : 0;
    const to = isBounded ? Number.parseInt(high[at] ?? '0', BASE) : BASE;
    if (to - from > 1) return tail + ((from + to) >> 1).toString(BASE);
    tail += from.toString(BASE);
    if (to > from) isBounded = false;
  }
}

function numberOf(rank: string): number {
  return Number.parseInt(rank.slice(0, HEAD), BASE);
}

function headOf(value: number): string {
  return Math.max(0, Math.min(BASE ** HEAD - 1, value))
    .toString(BASE)
    .padStart(HEAD, '0');
}

/** Compares things by their place in an order by hand. */
export function byHand(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
