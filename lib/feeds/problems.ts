import type { FeedProblem, FeedProblemCode } from '../core/feed.ts';

/** Counts what is wrong with a document while it is read. */
export interface ProblemLog {
  add(code: FeedProblemCode): void;
  /** What was counted, ordered by code. */
  all(): FeedProblem[];
}

/** An empty log. */
export function problemLog(): ProblemLog {
  const counts = new Map<FeedProblemCode, number>();
  return {
    add: (code) => void counts.set(code, (counts.get(code) ?? 0) + 1),
    all: () => [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
