import type { ArticleRow } from './coverage.ts';
import type { Pin } from './user-data.ts';

/** What changes of pins; what is left out stays. */
export interface PinChange {
  state?: Pin['state'];
  addTags?: string[];
  removeTags?: string[];
}

/** What the user wrote about a pin, an item of a collection, or a collection, as Markdown. */
export interface Note {
  /** See `noteId`. */
  id: string;
  text: string;
  /** What was typed since and is not finished; null where nothing is. Kept with every pause, so that no closed page loses it. */
  draft: string | null;
  updatedAtMs: number;
}

/** Id of the note on a pin (`of`: the pin's id), an item (its id) or a collection, whose description it is (its id). */
export function noteId(kind: 'pin' | 'item' | 'collection', of: string): string {
  return `${kind} ${of}`;
}

/** Reports gathered under a name. */
export interface Collection {
  /** Made by us: no blanks. */
  id: string;
  name: string;
  /** The collection it stands in; that one stands in none. */
  parentId: string | null;
  /** Place among those of the same parent: see `rank.ts`. */
  rank: string;
  /** A search whose reports are the collection; null where they were gathered by hand. */
  query: string | null;
  createdAtMs: number;
  updatedAtMs: number;
}

/** Collections as they are shown: one whose parent is not there, or stands in another itself, as a restore can bring about, stands by itself. */
export function standing(collections: readonly Collection[]): Collection[] {
  const byId = new Map(collections.map((each) => [each.id, each]));
  return collections.map((each) => {
    const parent = byId.get(each.parentId ?? '');
    return each.parentId === null || (parent !== undefined && !byId.has(parent.parentId ?? '')) ? each : { ...each, parentId: null };
  });
}

/** A report in a collection. Holds its own copy of the row, as a pin does. */
export interface CollectionItem {
  /** See `itemId`. */
  id: string;
  collectionId: string;
  articleId: string;
  article: ArticleRow;
  /** Place in the collection. */
  rank: string;
  addedAtMs: number;
  updatedAtMs: number;
}

/** A report is in a collection once. */
export function itemId(collectionId: string, articleId: string): string {
  return `${collectionId} ${articleId}`;
}

/** What the user took away: kept whole for 30 days. */
export type Trashed = {
  /** See `trashId`. */
  id: string;
  trashedAtMs: number;
  /** Reports that this holds: they stay in the index meanwhile. */
  articleIds: string[];
  notes: Note[];
} & (
  | { kind: 'pin'; pin: Pin }
  /** `within`: the collections that stood in it. */
  | { kind: 'collection'; collection: Collection; within: Collection[]; items: CollectionItem[] }
  | { kind: 'item'; item: CollectionItem }
);

/** Id in the trash of a pin, an item or a collection. */
export function trashId(kind: Trashed['kind'], id: string): string {
  return `${kind} ${id}`;
}

/** How long the trash keeps what is in it, ms. */
export const TRASH_MS = 30 * 86_400_000;

/** How far the user has read a stored text. */
export interface ReadingPosition {
  /** The article's id. */
  id: string;
  /** The paragraph at the top of the view, from 0, and the share of it (0..1) that is above. */
  paragraph: number;
  share: number;
  atMs: number;
}
