import type { FieldEdit } from '../core/field-edit.ts';
import type { Collection, CollectionItem, Note, ReadingPosition, Trashed } from '../core/library.ts';
import type { Result } from '../core/result.ts';
import type { Pin } from '../core/user-data.ts';

/** Tables of what the user makes in the library. Rows have a unique `id`. */
export interface UserTables {
  pins: Pin;
  notes: Note;
  collections: Collection;
  collectionItems: CollectionItem;
  trash: Trashed;
  fieldEdits: FieldEdit;
  readingPositions: ReadingPosition;
}

/** Name of a table of what the user makes in the library. */
export type UserTableName = keyof UserTables;

/** A table inside one transaction. */
export interface UserTable<Row> {
  get(id: string): Promise<Row | undefined>;
  /** Rows whose id begins with `prefix`, by id; all without one. */
  list(prefix?: string): Promise<Row[]>;
  put(row: Row): Promise<void>;
  delete(id: string): Promise<void>;
}

/** What a change may note beside its rows, in the same transaction. */
export interface Besides {
  /** Reports that nothing may hold from now on: where that is so, they leave the index, at the latest with the next upkeep. */
  loosen(articleIds: string[]): Promise<void>;
  /** Since when (epoch ms) things in the trash were seen to be due, by whatever key they were noted under. */
  trashDue(): Promise<Record<string, number>>;
  putTrashDue(due: Record<string, number>): Promise<void>;
}

/** The part of the store's port that holds what the user makes in the library; services/{pins,notes,collections,trash,…} give it its meaning. */
export interface UserRows {
  /** Rows by id (UTF-16 units): all, or those whose id begins with `prefix`. */
  listRows<Name extends UserTableName>(table: Name, prefix?: string): Promise<UserTables[Name][]>;
  /** The pins that come first in the order by hand: enough for a first screen, however many there are. */
  firstPins(limit: number): Promise<Pin[]>;
  /** In the order asked; unknown ones are left out. */
  getRows<Name extends UserTableName>(table: Name, ids: string[]): Promise<UserTables[Name][]>;
  /**
   * One transaction over some tables, whole or not at all, on disk when this resolves. `work` may wait for these tables only. No other writer comes between
   * its reading and its writing.
   */
  changeRows<Name extends UserTableName, Answer>(
    tables: Name[],
    work: (tables: { [Each in Name]: UserTable<UserTables[Each]> }, besides: Besides) => Promise<Answer>,
  ): Promise<Result<Answer>>;
}
