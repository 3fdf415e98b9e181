import type { Article } from '../lib/core/article.ts';
import type { ArticleRow } from '../lib/core/coverage.ts';
import type { FieldEdit, FieldValue } from '../lib/core/field-edit.ts';
import type { Collection, CollectionItem, Note, PinChange, ReadingPosition, Trashed } from '../lib/core/library.ts';
import type { NoteEdit } from '../lib/core/note-text.ts';
import type { Reporter } from '../lib/core/reporter.ts';
import type { Result } from '../lib/core/result.ts';
import type { Pin } from '../lib/core/user-data.ts';

/** What was done, and what takes it back: true where that worked. */
export interface Done<Value> {
  value: Value;
  undo(): Promise<boolean>;
}

/** Everything the list of pins needs. Rows are as the user corrected them. */
export interface PinList {
  /** In the order by hand. */
  pins: Pin[];
  /** By the pin's id. */
  notes: ReadonlyMap<string, Note>;
  /** Things in the trash. */
  trashed: number;
}

/** A collection with how many reports it holds, and its description. */
export interface CollectionRow {
  collection: Collection;
  items: number;
  description: Note | null;
}

/** A report in a collection, as the user corrected it, with its note. */
export interface ItemRow {
  item: CollectionItem;
  note: Note | null;
}

/** A stored report to read. `article` is as found; `row` as corrected by `edits`. */
export interface ReadableReport {
  article: Article | null;
  row: ArticleRow;
  edits: FieldEdit[];
  position: ReadingPosition | null;
  pin: Pin | null;
  note: Note | null;
}

/**
 * The library page's access to pins, notes, collections, the trash, corrected fields and stored texts. The page reads and writes the store itself: thousands of
 * pins do not travel in messages. What resolves is on disk. Expected failures are values.
 */
export interface PinsData {
  /** The first pins of the order by hand: a first screen before `readPins` has answered. */
  firstPins(limit: number): Promise<Result<Pin[]>>;
  readPins(): Promise<Result<PinList>>;
  /** By pin: reports that came into the index after it was pinned and are about what its report is about. Those without any are left out. */
  newSincePinned(pins: Pin[]): Promise<Result<ReadonlyMap<string, number>>>;
  /** Answers with the pins as they are now. */
  changePins(ids: string[], change: PinChange): Promise<Result<Done<Pin[]>>>;
  /** Moves a pin right after another one, or to the front (null). */
  movePin(id: string, afterId: string | null): Promise<Result<Done<Pin[]>>>;
  trashPins(ids: string[]): Promise<Result<Done<string[]>>>;

  /** `id`: see `noteId`. */
  readNote(id: string): Promise<Result<Note | null>>;
  /** Keeps what was typed so far, and with it what others wrote since the editor looked (`withOthers`; without `edit`, all that is there). Answers with the note as it was before. */
  keepDraft(id: string, typed: string, edit?: NoteEdit): Promise<Result<Note | null>>;
  /** Makes a text the note, in the same way; an empty one takes it away. */
  finishNote(id: string, typed: string, edit?: NoteEdit): Promise<Result<Done<Note | null>>>;

  listCollections(): Promise<Result<CollectionRow[]>>;
  addCollection(name: string, parentId: string | null, query: string | null): Promise<Result<Collection>>;
  changeCollection(
    id: string,
    change: { name?: string; parentId?: string | null; query?: string | null; afterId?: string | null },
  ): Promise<Result<Done<null>>>;
  trashCollection(id: string): Promise<Result<Done<null>>>;
  /** In order. */
  listItems(collectionId: string): Promise<Result<ItemRow[]>>;
  /** Answers with how many were added: those that were in it stay. */
  addToCollection(collectionId: string, articleIds: string[]): Promise<Result<Done<number>>>;
  moveItem(id: string, afterId: string | null): Promise<Result<Done<null>>>;
  trashItems(ids: string[]): Promise<Result<Done<null>>>;

  /** Last thrown away first. */
  listTrash(): Promise<Result<Trashed[]>>;
  /** Answers with how many came back: an item whose collection is gone does not. */
  restoreTrashed(ids: string[]): Promise<Result<number>>;
  /** There is no way back from here. */
  deleteTrashed(ids: string[]): Promise<Result<void>>;

  /** Fails with `not-found` where neither index nor pins know the report. */
  readReport(articleId: string): Promise<Result<ReadableReport>>;
  keepPosition(articleId: string, paragraph: number, share: number): Promise<Result<void>>;
  readReporter(reporterId: string): Promise<Result<{ reporter: Reporter; edits: FieldEdit[] }>>;
  /** Correcting a field to what was found puts it back. */
  editField(recordId: string, given: FieldValue): Promise<Result<Done<null>>>;
}
