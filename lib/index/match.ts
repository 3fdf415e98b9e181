import { type Bits, complement, countBits, eachBit, hasBit, intersect, noBits, setBit, unite } from './bit-set.ts';

/**
 * Which documents are wanted. `check` is what postings alone cannot tell (a phrase, a person's whole name): documents it may hold for are
 * those of `within`; whoever asks looks at them.
 */
export type MatchNode =
  | { kind: 'any'; terms: string[] }
  | { kind: 'and' | 'or'; parts: MatchNode[] }
  | { kind: 'not'; part: MatchNode }
  | { kind: 'docs'; docIds: number[] }
  /** Published in `fromMin` ≤ time < `toMin`, minutes since the epoch; never those without a time. */
  | { kind: 'published'; fromMin: number; toMin: number }
  | { kind: 'check'; check: number; within: MatchNode };

/** What matching reads: postings as bits over the docIds from `base` on, and the times by the same positions (0 unknown). */
export interface MatchSource {
  base: number;
  span: number;
  postings(term: string): Bits | undefined;
  minutes: Uint32Array;
}

/** Documents that may match, and of them those that do whatever the checks say. */
export interface Matched {
  possible: Bits;
  sure: Bits;
}

/** Evaluates a tree. Positions of documents that do not exist may be set where the tree is not `isBounded`. */
export function matchDocuments(node: MatchNode, source: MatchSource): Matched {
  switch (node.kind) {
    case 'any': {
      const bits = noBits(source.span);
      for (const term of node.terms) {
        const found = source.postings(term);
        if (found !== undefined) unite(bits, found);
      }
      return { possible: bits, sure: bits };
    }
    case 'docs': {
      const bits = noBits(source.span);
      for (const docId of node.docIds) setBit(bits, docId - source.base);
      return { possible: bits, sure: bits };
    }
    case 'published': {
      const bits = noBits(source.span);
      source.minutes.forEach((minute, at) => {
        if (minute > 0 && minute >= node.fromMin && minute < node.toMin) setBit(bits, at);
      });
      return { possible: bits, sure: bits };
    }
    case 'check':
      return { possible: matchDocuments(node.within, source).possible, sure: noBits(source.span) };
    case 'not': {
      const { possible, sure } = matchDocuments(node.part, source);
      const left = complement(sure);
      return { possible: left, sure: possible === sure ? left : complement(possible) };
    }
    default: {
      const join = node.kind === 'and' ? intersect : unite;
      const parts = node.parts.map((part) => matchDocuments(part, source));
      const allSure = parts.every(({ possible, sure }) => possible === sure);
      const possible = fold(parts, 'possible', join, source.span);
      return { possible, sure: allSure ? possible : fold(parts, 'sure', join, source.span) };
    }
  }
}

function fold(parts: Matched[], which: keyof Matched, join: (bits: Bits, others: Bits) => Bits, span: number): Bits {
  const [first, ...others] = parts;
  if (first === undefined) return noBits(span);
  return others.reduce((bits, other) => join(bits, other[which]), first[which].slice());
}

/** True where a tree matches none but documents that exist. */
export function isBounded(node: MatchNode): boolean {
  if (node.kind === 'not') return false;
  if (node.kind === 'and') return node.parts.some(isBounded);
  if (node.kind === 'or') return node.parts.every(isBounded);
  return node.kind !== 'check' || isBounded(node.within);
}

/** Whether a tree asks for publication times. */
export function asksForTimes(node: MatchNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.some(asksForTimes);
  if (node.kind === 'not') return asksForTimes(node.part);
  return node.kind === 'check' ? asksForTimes(node.within) : node.kind === 'published';
}

/** All terms of trees, distinct. */
export function termsOfMatch(nodes: MatchNode[]): Set<string> {
  const terms = new Set<string>();
  const walk = (node: MatchNode): void => {
    if (node.kind === 'any') for (const term of node.terms) terms.add(term);
    else if (node.kind === 'and' || node.kind === 'or') node.parts.forEach(walk);
    else if (node.kind === 'not') walk(node.part);
    else if (node.kind === 'check') walk(node.within);
  };
  nodes.forEach(walk);
  return terms;
}

/** Whether one document matches, checks answered by `checked`. */
export function matchesDocument(node: MatchNode, docId: number, source: MatchSource, checked: (check: number) => boolean): boolean {
  const at = docId - source.base;
  switch (node.kind) {
    case 'any':
      return node.terms.some((term) => hasBit(source.postings(term) ?? EMPTY, at));
    case 'and':
      return node.parts.every((part) => matchesDocument(part, docId, source, checked));
    case 'or':
      return node.parts.some((part) => matchesDocument(part, docId, source, checked));
    case 'not':
      return !matchesDocument(node.part, docId, source, checked);
    case 'docs':
      return node.docIds.includes(docId);
    case 'published': {
      const minute = source.minutes[at] ?? 0;
      return minute > 0 && minute >= node.fromMin && minute < node.toMin;
    }
    case 'check':
      return matchesDocument(node.within, docId, source, checked) && checked(node.check);
  }
}

const EMPTY = noBits(0);

/** Documents by month of publication (months since the year 0, UTC), ascending; those without a time are left out. */
export function countMonths(bits: Bits, minutes: Uint32Array): [month: number, count: number][] {
  const days = new Map<number, number>();
  eachBit(bits, (at) => {
    const minute = minutes[at] ?? 0;
    if (minute > 0) days.set(Math.floor(minute / 1440), (days.get(Math.floor(minute / 1440)) ?? 0) + 1);
  });
  const months = new Map<number, number>();
  for (const [day, count] of days) {
    const date = new Date(day * 86_400_000);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    months.set(month, (months.get(month) ?? 0) + count);
  }
  return [...months].sort((a, b) => a[0] - b[0]);
}

/** Publication times of documents, in the order of their positions; those without one are left out. */
export function timesOf(bits: Bits, { minutes }: Pick<MatchSource, 'minutes'>): Uint32Array {
  const times = new Uint32Array(countBits(bits));
  let known = 0;
  eachBit(bits, (at) => {
    const minute = minutes[at] ?? 0;
    if (minute > 0) times[known++] = minute;
  });
  return times.subarray(0, known);
}

/** Positions spread evenly over those that are in, at most `limit`, ascending. */
export function sampleBits(bits: Bits, limit: number): number[] {
  const step = Math.max(1, countBits(bits) / Math.max(1, limit));
  const sample: number[] = [];
  let seen = 0;
  eachBit(bits, (at) => {
    if (seen >= sample.length * step && sample.length < limit) sample.push(at);
    seen++;
  });
  return sample;
}
