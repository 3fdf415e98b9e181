import type { Note } from '../core/library.ts';
import type { Result } from '../core/result.ts';
import type { UserRows } from '../store/user-rows.ts';
import type { TrashDeps } from './trash.ts';

/** Keeps what was typed so far; the finished text stays as it was. */
export function keepDraft(id: string, draft: string, { store, nowMs }: TrashDeps): Promise<Result<void>> {
  return store.changeRows(['notes'], async ({ notes }) => {
    const text = (await notes.get(id))?.text ?? '';
    if (text === '' && draft === '') await notes.delete(id);
    else await notes.put({ id, text, draft: draft === text ? null : draft, updatedAtMs: nowMs() });
  });
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
