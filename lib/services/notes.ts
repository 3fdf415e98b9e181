import { type Note, noteId, type Trashed } from '../core/library.ts';
import { type NoteEdit, othersIn, withOthers } from '../core/note-text.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { UserRows, UserTable, UserTables } from '../store/user-rows.ts';
import type { TrashDeps } from './trash.ts';

/** Where a note is kept: beside what it is on, or with it in the trash. */
interface NotePlace {
  note: Note | null;
  set(note: Note | null): Promise<void>;
}

const TABLES = ['notes', 'pins', 'collectionItems', 'collections', 'trash'] as const satisfies (keyof UserTables)[];
type Tables = { [Each in (typeof TABLES)[number]]: UserTable<UserTables[Each]> };

/** Nobody looked before writing: whatever is there is another's. */
const UNSEEN: NoteEdit = { found: null, kept: null };

/**
 * Keeps what was typed so far, with what others wrote meanwhile (`withOthers`); the finished text stays as it was. Answers with the note as it was before. Fails
 * with `not-found` where what it is on is neither here nor in the trash.
 */
export function keepDraft(id: string, typed: string, { store, nowMs }: TrashDeps, edit = UNSEEN): Promise<Result<Note | null>> {
  return change(id, store, async ({ note, set }) => {
    const text = note?.text ?? '';
    const draft = withOthers(typed, note, edit);
    await set(text === '' && draft === '' ? null : { id, text, draft: draft === text ? null : draft, updatedAtMs: nowMs() });
    return ok(note);
  });
}

/** What finishing a note made of it, and what undo puts back. */
export interface FinishedNote {
  note: Note | null;
  before: Note | null;
}

/** Makes a text the note, with what others wrote meanwhile, and ends its draft. An empty text takes the note away. Fails as `keepDraft` does. */
export function finishNote(id: string, typed: string, { store, nowMs }: TrashDeps, edit = UNSEEN): Promise<Result<FinishedNote>> {
  return change(id, store, async ({ note: stored, set }) => {
    const text = withOthers(typed, stored, edit);
    const note = text.trim() === '' ? null : { id, text, draft: null, updatedAtMs: nowMs() };
    await set(note);
    // The drafts of this typing go with it; what others wrote stays.
    return ok({ note, before: othersIn(stored, edit).length === 0 ? edit.found : stored });
  });
}

/** Undo of `finishNote`; fails with `changed-meanwhile` where the note was changed since. */
export function putNoteBack(id: string, { note, before }: FinishedNote, store: UserRows): Promise<Result<void>> {
  return change(id, store, async (place) => {
    const isSame = place.note?.text === note?.text && (place.note?.draft ?? null) === null;
    if (!isSame) return fail('changed-meanwhile', 'The note was changed since.');
    await place.set(before);
    return ok(undefined);
  });
}

async function change<Answer>(id: string, store: UserRows, work: (place: NotePlace) => Promise<Result<Answer>>): Promise<Result<Answer>> {
  const changed = await store.changeRows([...TABLES], async (tables) => {
    const place = await placeOf(id, tables);
    return place === null ? fail('not-found', 'What the note is on is not there any more.') : work(place);
  });
  return changed.ok ? changed.value : changed;
}

async function placeOf(id: string, tables: Tables): Promise<NotePlace | null> {
  const { notes, trash } = tables;
  if (await isThere(id, tables))
    return { note: (await notes.get(id)) ?? null, set: (note) => (note === null ? notes.delete(id) : notes.put(note)) };
  const row = (await trash.list()).find((each) => holds(each, id));
  if (row === undefined) return null;
  const others = row.notes.filter((note) => note.id !== id);
  return {
    note: row.notes.find((note) => note.id === id) ?? null,
    set: (note) => trash.put({ ...row, notes: note === null ? others : [note, ...others] }),
  };
}

async function isThere(id: string, { pins, collectionItems, collections }: Tables): Promise<boolean> {
  const tables = new Map<string, { get(id: string): Promise<unknown> }>([
    ['pin', pins],
    ['item', collectionItems],
    ['collection', collections],
  ]);
  const at = id.indexOf(' ');
  return (await tables.get(id.slice(0, at))?.get(id.slice(at + 1))) !== undefined;
}

/** Whether what a note is on is in a row of the trash. The row itself has the id of the note on it. */
function holds(row: Trashed, id: string): boolean {
  if (row.id === id || row.kind !== 'collection') return row.id === id;
  return row.within.some((each) => noteId('collection', each.id) === id) || row.items.some((item) => noteId('item', item.id) === id);
}
