import type { Note } from '../core/library.ts';
import type { Result } from '../core/result.ts';
import type { UserRows } from '../store/user-rows.ts';
import type { TrashDeps } from './trash.ts';

/** Characters of a note at most: a long essay. */
export const NOTE_MAX = 200_000;

/** Keeps what was typed so far; the finished text stays as it was. */
export function keepDraft(id: string, draft: string, deps: TrashDeps): Promise<Result<void>> {
  return writeNote(id, deps, (note) => ({ ...note, draft: draft === note.text ? null : draft }));
}

/** Makes a text the note, and ends its draft; answers with what was there, for `putNoteBack`. An empty text takes the note away. */
export async function finishNote(id: string, text: string, deps: TrashDeps): Promise<Result<Note | null>> {
  return deps.store.changeRows(['notes'], async ({ notes }) => {
    const before = (await notes.get(id)) ?? null;
    if (text.trim() === '') await notes.delete(id);
    else await notes.put({ id, text, draft: null, updatedAtMs: deps.nowMs() });
    return before;
  });
}

/** Undo of `finishNote`. */
export function putNoteBack(id: string, before: Note | null, store: UserRows): Promise<Result<void>> {
  return store.changeRows(['notes'], ({ notes }) => (before === null ? notes.delete(id) : notes.put(before)));
}

function writeNote(id: string, { store, nowMs }: TrashDeps, change: (note: Note) => Note): Promise<Result<void>> {
  return store.changeRows(['notes'], async ({ notes }) => {
    const changed = change((await notes.get(id)) ?? { id, text: '', draft: null, updatedAtMs: nowMs() });
    if (changed.text === '' && changed.draft === null) await notes.delete(id);
    else await notes.put({ ...changed, updatedAtMs: nowMs() });
  });
}
