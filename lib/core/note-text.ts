import type { Note } from './library.ts';

/** What an editor knows of the note that it changes. */
export interface NoteEdit {
  /** The note as it was found, to which undo goes back; null where there was none. */
  found: Note | null;
  /** The draft that the editor itself has kept since; null where it has kept none. */
  kept: string | null;
}

/** Two texts as one, a blank line between; one that the other holds already is not said twice. */
export function joinedTexts(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}

/** What an editor shows of a note: what was typed last, finished or not. */
export function shownText(note: Note | null): string {
  return note?.draft ?? note?.text ?? '';
}

/** What others wrote into a note since the editor found it, the unfinished first. */
export function othersIn(stored: Note | null, { found, kept }: NoteEdit): string[] {
  const known = ['', found?.text, found?.draft, kept];
  return [stored?.draft ?? '', stored?.text ?? ''].filter((text) => !known.includes(text));
}

/** What was typed, and below it what others wrote meanwhile; just what was typed where nobody did. */
export function withOthers(typed: string, stored: Note | null, edit: NoteEdit): string {
  return othersIn(stored, edit).reduce(joinedTexts, typed);
}

/** A note with another one's texts, finished or not, below its own. */
export function noteWith(note: Note, other: Note): Note {
  const join = (text: string): string => [other.text, other.draft ?? ''].reduce(joinedTexts, text);
  return { ...note, text: join(note.text), draft: note.draft === null ? null : join(note.draft) };
}
