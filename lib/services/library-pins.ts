import type { ArticleRow } from '../core/coverage.ts';
import type { FieldEdit, FieldValue } from '../core/field-edit.ts';
import { noteId, type PinChange } from '../core/library.ts';
import type { NoteEdit } from '../core/note-text.ts';
import { byHand } from '../core/rank.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Pin } from '../core/user-data.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import type { Store } from '../store/store.ts';
import { toRow } from './article-row.ts';
import { articleEdits, correctedRow, editField, editsOf, putEditBack } from './field-edits.ts';
import { createLibraryCollections } from './library-collections.ts';
import { finishNote, keepDraft, putNoteBack } from './notes.ts';
import { newSincePinned } from './pin-news.ts';
import { changePins, movePin, putPinsBack } from './pins.ts';
import { keepPosition, readingPosition } from './reading.ts';
import { deleteTrashed, listTrash, restoreTrashed, trashPins } from './trash.ts';

/** What the library page's pins work with. */
export interface LibraryPinsDeps {
  open(): Promise<Result<Store>>;
  nowMs(): number;
  /** An id nobody has yet, without blanks. */
  newId(): string;
  /** Tells the background that something went to the trash: it comes back when that is due. */
  announce(): Promise<void>;
}

/** The library page's access to pins, notes, collections, the trash, corrected fields and stored texts: see `PinsData`. */
export function createLibraryPins(deps: LibraryPinsDeps) {
  const { nowMs } = deps;

  const within = <T>(work: (store: Store) => Promise<Result<T>>): Promise<Result<T>> =>
    attemptResult(async () => {
      const opened = await deps.open();
      return opened.ok ? work(opened.value) : opened;
    });

  /** Takes back what was done, and says whether that worked. */
  async function undoing(work: (store: Store) => Promise<Result<unknown>>): Promise<boolean> {
    return (await within(work)).ok;
  }

  const parts = { within, undoing, nowMs, newId: deps.newId, announce: deps.announce };
  return {
    firstPins: (limit: number) => within(async (store) => ok(await store.firstPins(limit))),

    readPins: () =>
      within(async (store) => {
        const [pins, notes, edits, trash] = await Promise.all([
          store.listRows('pins'),
          store.listRows('notes', 'pin '),
          articleEdits(store),
          store.listRows('trash'),
        ]);
        const byPin = new Map(notes.map((note) => [note.id.slice(noteId('pin', '').length), note]));
        return ok({ pins: corrected(pins.sort(byHand), edits), notes: byPin, trashed: trash.length });
      }),

    newSincePinned: (pins: Pin[]) => within(async (store) => ok(await newSincePinned(pins, store))),

    changePins: (ids: string[], change: PinChange) => within(async (store) => done(await changePins(ids, change, { store, nowMs }), store)),

    movePin: (id: string, afterId: string | null) => within(async (store) => done(await movePin(id, afterId, { store, nowMs }), store)),

    trashPins: (ids: string[]) =>
      within(async (store) => {
        const trashed = await trashPins(ids, { store, nowMs });
        if (!trashed.ok) return trashed;
        void deps.announce();
        const gone = trashed.value.map((row) => row.id);
        return ok({ value: gone, undo: () => undoing((again) => restoreTrashed(gone, again)) });
      }),

    readNote: (id: string) => within(async (store) => ok((await store.getRows('notes', [id]))[0] ?? null)),

    keepDraft: (id: string, typed: string, edit?: NoteEdit) => within((store) => keepDraft(id, typed, { store, nowMs }, edit)),

    finishNote: (id: string, typed: string, edit?: NoteEdit) =>
      within(async (store) => {
        const finished = await finishNote(id, typed, { store, nowMs }, edit);
        if (!finished.ok) return finished;
        return ok({ value: finished.value.note, undo: () => undoing((again) => putNoteBack(id, finished.value, again)) });
      }),

    listTrash: () => within(async (store) => ok(await listTrash(store))),
    restoreTrashed: (ids: string[]) => within((store) => restoreTrashed(ids, store)),
    deleteTrashed: (ids: string[]) => within((store) => deleteTrashed(ids, store)),

    readReport: (articleId: string) =>
      within(async (store) => {
        const [[stored], [pin], outlets, edits, position, [note]] = await Promise.all([
          store.getArticles([articleId]),
          store.getRows('pins', [articleId]),
          store.listOutlets(),
          editsOf('article', articleId, store),
          readingPosition(articleId, store),
          store.getRows('notes', [noteId('pin', articleId)]),
        ]);
        const names = new Map(outlets.map(({ id, name }) => [id, name]));
        const row: ArticleRow | undefined =
          stored === undefined ? (pin?.article ?? (await itemOf(store, articleId))?.article) : toRow(stored.article, names);
        if (row === undefined) return fail('not-found', 'That report is not in the index any more.');
        const article = stored?.article ?? null;
        return ok({ article, row: correctedRow(row, edits), edits, position, pin: pin ?? null, note: note ?? null });
      }),

    keepPosition: (articleId: string, paragraph: number, share: number) =>
      within((store) => keepPosition({ id: articleId, paragraph, share, atMs: nowMs() }, store)),

    readReporter: (reporterId: string) =>
      within(async (store) => {
        const { sameReporters } = await import('./same-reporters.ts');
        const people = sameReporters(await store.listCorrections());
        // The one whose name counts for all who are the same: another's correction would be seen nowhere.
        const [reporter] = await store.getReporters(people.members(people.of(reporterId)));
        if (reporter === undefined) return fail('not-found', 'That reporter is not in the index any more.');
        return ok({ reporter, edits: await editsOf('reporter', reporter.id, store) });
      }),

    editField: (recordId: string, given: FieldValue) =>
      within(async (store) => {
        const edited = await editField(recordId, given, { store, nowMs });
        if (!edited.ok) return edited;
        const { id, before } = edited.value;
        return ok({ value: null, undo: () => undoing((again) => putEditBack(id, before, again)) });
      }),

    ...createLibraryCollections(parts),
  };

  function done(changed: Result<{ before: Pin[]; after: Pin[] }>, store: Store) {
    if (!changed.ok) return changed;
    const { before, after } = changed.value;
    return withEdits(after, store, () => undoing((again) => putPinsBack(before, again)));
  }
}

async function withEdits(pins: Pin[], store: Store, undo: () => Promise<boolean>) {
  return ok({ value: corrected(pins, await articleEdits(store)), undo });
}

function corrected(pins: Pin[], edits: FieldEdit[]): Pin[] {
  const edited = new Set(edits.map(({ recordId }) => recordId));
  return pins.map((pin) => (edited.has(pin.id) ? { ...pin, article: correctedRow(pin.article, edits) } : pin));
}

async function itemOf(store: Store, articleId: string) {
  return (await store.listRows('collectionItems')).find((item) => item.articleId === articleId);
}
