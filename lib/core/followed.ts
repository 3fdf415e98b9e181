import type { ArticleRow } from './coverage.ts';

/** A reporter or topic that the user follows, with what came into the index since they last looked. */
export interface FollowedRow {
  /** A pseudo-term: `@reporter` or `#topic`. */
  id: string;
  /** Null for one that nothing here knows any more. */
  name: string | null;
  /** Of a reporter. */
  outletName: string | null;
  /** Reports in the index that are by them, or name it. */
  reports: number;
  /** New reports, those that came last first: the first of `freshCount`. */
  fresh: ArticleRow[];
  freshCount: number;
  /** There may be more new ones than `freshCount`. */
  atLeast: boolean;
}

/** All that the user follows, by name, as it was at a time. */
export interface FollowedList {
  rows: FollowedRow[];
  /** Reports in the index. */
  indexSize: number;
  /** Epoch ms. What came until then is in the rows. */
  atMs: number;
}
