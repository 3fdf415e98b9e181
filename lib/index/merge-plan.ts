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

// Small segments are read whole by every cold query, so few of them; five large ones cost a query little more than one
// (search.md, 4), while every merge of large ones rewrites them.
const SMALL_MAX = 4;
// A merge step reads a piece of every source: more of them would not fit into 50 ms.
const SOURCES_MAX = 8;
const LARGE_MAX = 4;
const LARGE_LEFT = 3;
const DEAD_SHARE = 0.25;
const DEAD_MIN = 32;

/**
 * Which segments to merge next; null when none. Small ones as soon as there are five or together they fill a large one; of more than four large ones
 * the smallest, within `maxArticles`; any segment alone of which more than a quarter is deleted. At most eight remain up to
 * four times `maxArticles`.
 */
export function planMerge(segments: SegmentSize[], largeFrom: number, maxArticles: number): MergePlan | null {
  const small = segments.filter(({ kind }) => kind === 'small').slice(0, SOURCES_MAX);
  const living = sum(small);
  if (small.length > SMALL_MAX || (small.length > 1 && living >= largeFrom)) {
    return { sources: small.map(({ id }) => id), kind: living >= largeFrom ? 'large' : 'small' };
  }
  const large = segments.filter(({ kind }) => kind === 'large').sort((a, b) => alive(a) - alive(b));
  if (large.length > LARGE_MAX) {
    const sources: SegmentSize[] = [];
    for (const segment of large) {
      if (sources.length > large.length - LARGE_LEFT || sum(sources) + alive(segment) > maxArticles) break;
      sources.push(segment);
    }
    if (sources.length > 1) return { sources: sources.map(({ id }) => id), kind: 'large' };
  }
  const decayed = segments.find(({ articles, dead }) => dead >= Math.min(articles, Math.max(DEAD_MIN, DEAD_SHARE * articles)) && dead > 0);
  if (decayed === undefined) return null;
  return { sources: [decayed.id], kind: alive(decayed) >= largeFrom ? 'large' : 'small' };
}

function alive({ articles, dead }: SegmentSize): number {
  return Math.max(0, articles - dead);
}

function sum(segments: SegmentSize[]): number {
  return segments.reduce((total, segment) => total + alive(segment), 0);
}
