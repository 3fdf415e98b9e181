import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../../lib/core/library.ts';
import { type NoteEdit, shownText, withOthers } from '../../lib/core/note-text.ts';
import { actionFailureText } from '../failure-text.ts';
import type { PinsData } from '../pins-data.ts';
import { useSurface } from './surface-context.ts';
import { useDraft } from './use-draft.ts';
import { useMessages } from './use-messages.ts';

/** A note being written. */
export interface NoteEditState {
  text: string;
  /** What was typed last could not be kept. */
  failed: boolean;
  type(text: string): void;
  /** Keeps at once what waits. */
  settle(): Promise<void>;
  /** Shows what was written elsewhere meanwhile, unless something is typed here. */
  look(): Promise<Note | null>;
  /** Makes the text the note, with undo. */
  finish(): Promise<void>;
}

/**
 * Writes a note that other tabs, a sync or an import may write as well: what they wrote is shown where nothing was typed here, else it is joined to what was typed.
 * `field` keeps its caret.
 */
export function useNoteEdit(
  data: PinsData,
  { id, note, onChanged }: { id: string; note: Note | null; onChanged(note: Note | null): void },
  field: RefObject<HTMLTextAreaElement | null>,
): NoteEditState {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const edit = useRef<NoteEdit>({ found: note, kept: null });
  const typed = useRef(shownText(note));
  /** The text that is the note, as far as this editor has made it one. */
  const finished = useRef(note?.text ?? '');
  const [text, setText] = useState(typed.current);
  const [failed, setFailed] = useState(false);

  const draft = useDraft(async (waiting) => {
    const known = edit.current;
    const before = await data.keepDraft(id, waiting, known);
    setFailed(!before.ok);
    if (!before.ok) return;
    const kept = withOthers(waiting, before.value, known);
    edit.current = { found: kept === waiting ? edit.current.found : before.value, kept };
    if (kept === waiting) return;
    if (typed.current === waiting) show(kept);
    else type(withOthers(typed.current, before.value, known));
  });

  function show(next: string): void {
    typed.current = next;
    const area = field.current;
    if (area !== null && area.value !== next) {
      const { selectionStart, selectionEnd } = area;
      area.value = next;
      area.setSelectionRange(selectionStart, selectionEnd);
    }
    setText(next);
  }

  function type(next: string): void {
    show(next);
    draft.keep(next);
  }

  function take(found: Note | null): void {
    edit.current = { found, kept: null };
    finished.current = found?.text ?? '';
    show(shownText(found));
  }

  async function look(): Promise<Note | null> {
    await draft.settle();
    const { found, kept } = edit.current;
    const shown = kept ?? shownText(found);
    const now = await data.readNote(id);
    if (!now.ok) return found;
    if (typed.current === shown && shownText(now.value) !== shown) take(now.value);
    return now.value;
  }

  async function finish(): Promise<void> {
    if (typed.current === finished.current) return;
    const before = finished.current;
    finished.current = typed.current;
    await draft.settle();
    const text = typed.current;
    finished.current = text;
    const done = await data.finishNote(id, text, edit.current);
    if (!done.ok) {
      finished.current = before;
      return feedback.tell(t(actionFailureText(done.error, 'actionFailed')));
    }
    if (typed.current === text) take(done.value.value);
    onChanged(done.value.value);
    feedback.tell(t('noteKept'), async () => {
      const isUndone = await done.value.undo();
      onChanged(await look());
      return isUndone;
    });
  }

  useEffect(() => void look(), [note]);
  const latest = useRef(finish);
  latest.current = finish;
  // Closing the row is leaving the field.
  useEffect(() => () => void latest.current(), []);
  return { text, failed, type, settle: draft.settle, look, finish };
}
