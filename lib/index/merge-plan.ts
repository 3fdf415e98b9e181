/** What a plan needs to know of a segment. */
export interface SegmentSize {
  id: number;
  kind: 'small' | 'large';
  articles: number;
  dead: number;
}

/** Segments to bring together, and the kind of the result. */
export interface MergePlan {
  sources: number[];
  kind: 'small' | 'large';
}

// Small segments are read whole by every cold query, so few of them.
const SMALL_MAX = 4;
// A merge step reads a piece of every source: more of them would not fit into 50 ms.
const SOURCES_MAX = 8;
/**
 * So many large segments of about one size (within a factor of eight) come together, eight at a time. Many, since a query reads a bucket of all
 * segments as one range and notices their number little, while every merge deletes what it read, which slows each opening of the database for long.
 */
export const MERGE_ALIKE_FROM = 64;
const SIZE_FACTOR = 8;
const DEAD_SHARE = 0.25;
const DEAD_MIN = 32;

/**
 * Which segments to merge next; null when none. Small ones as soon as there are five or together they fill a large one; large ones when `alikeFrom` are of
 * about the same size, within `maxArticles`; any segment alone of which more than a quarter is deleted.
 */
export function planMerge(segments: SegmentSize[], largeFrom: number, maxArticles: number, alikeFrom = MERGE_ALIKE_FROM): MergePlan | null {
  const small = segments.filter(({ kind }) => kind === 'small').slice(0, SOURCES_MAX);
  const living = sum(small);
  if (small.length > SMALL_MAX || (small.length > 1 && living >= largeFrom)) {
    return { sources: small.map(({ id }) => id), kind: living >= largeFrom ? 'large' : 'small' };
  }
  const large = segments.filter(({ kind }) => kind === 'large').sort((a, b) => alive(a) - alive(b));
  for (let from = largeFrom; from <= maxArticles; from *= SIZE_FACTOR) {
    const alike = large.filter((segment) => alive(segment) < from * SIZE_FACTOR && (from === largeFrom || alive(segment) >= from));
    if (alike.length < alikeFrom) continue;
    const sources = fitting(alike.slice(0, SOURCES_MAX), maxArticles);
    if (sources.length > 1) return { sources: sources.map(({ id }) => id), kind: 'large' };
  }
  const decayed = segments.find(({ articles, dead }) => dead >= Math.min(articles, Math.max(DEAD_MIN, DEAD_SHARE * articles)) && dead > 0);
  if (decayed === undefined) return null;
  return { sources: [decayed.id], kind: alive(decayed) >= largeFrom ? 'large' : 'small' };
}

/** The smallest that together stay within a size. */
function fitting(ascending: SegmentSize[], maxArticles: number): SegmentSize[] {
  let total = 0;
  return ascending.filter((segment) => {
    total += alive(segment);
    return total <= maxArticles;
  });
}

function alive({ articles, dead }: SegmentSize): number {
  return Math.max(0, articles - dead);
}

function sum(segments: SegmentSize[]): number {
  return segments.reduce((total, segment) => total + alive(segment), 0);
}
