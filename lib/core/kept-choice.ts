import type { Mode } from './user-data.ts';

/** Where it is kept in storage.session. */
export const CHOICE_KEY = 'choice';

/** What the user chose, kept while the browser asks them for the permission: the question closes a popup. */
export interface KeptChoice {
  /** Null: the mode stays as it is. */
  mode: Mode | null;
  /** A site to choose; null where every site is asked for. */
  host: string | null;
  /** Epoch ms. */
  atMs: number;
}
