import { useEffect, useRef, useState } from 'preact/hooks';
import type { Note } from '../../lib/core/library.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useDraft } from '../hooks/use-draft.ts';
import { useLazy } from '../hooks/use-lazy.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinsData } from '../pins-data.ts';

const loadMarkdown = () => import('../Markdown.tsx').then(({ Markdown }) => Markdown);

/** Props of {@link NoteEditor}. */
export interface NoteEditorProps {
  data: PinsData;
  /** The note's id, and as it is; null where there is none. */
  id: string;
  note: Note | null;
  /** What the note is on, for the field's name. */
  label: string;
  onChanged(note: Note | null): void;
  onEscape?(): void;
}

/** Writes a note in Markdown. What is typed is kept with every pause; leaving the field makes it the note, with undo. */
export function NoteEditor({ data, id, note, label, onChanged, onEscape }: NoteEditorProps) {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const [text, setText] = useState(note?.draft ?? note?.text ?? '');
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  const Markdown = useLazy(loadMarkdown, shown);
  /** The text that is the note, as far as this editor has made it one. */
  const finished = useRef(note?.text ?? '');
  const draft = useDraft(async (typed) => {
    const kept = await data.keepDraft(id, typed);
    setFailed(!kept.ok);
  });

  async function finish(): Promise<void> {
    if (text === finished.current) return;
    const before = finished.current;
    finished.current = text;
    await draft.settle();
    const done = await data.finishNote(id, text);
    if (!done.ok) {
      finished.current = before;
      return feedback.tell(t(actionFailureText(done.error, 'actionFailed')));
    }
    onChanged(done.value.value);
    feedback.tell(t('noteKept'), async () => {
      const isUndone = await done.value.undo();
      const again = await data.readNote(id);
      if (again.ok) {
        finished.current = again.value?.text ?? '';
        setText(finished.current);
        onChanged(again.value);
      }
      return isUndone;
    });
  }

  const latest = useRef(finish);
  latest.current = finish;
  // Closing the row is leaving the field.
  useEffect(() => () => void latest.current(), []);

  return (
    <div
      class="note-editor"
      onFocusOut={(event) => {
        const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        // Without a target the window itself was left: what is typed is kept as a draft.
        if (!isInside && event.relatedTarget !== null) void finish();
      }}
    >
      {shown && Markdown !== null ? (
        <div class="note-preview">
          <Markdown text={text} />
        </div>
      ) : (
        <textarea
          dir="auto"
          rows={4}
          maxLength={200_000}
          aria-label={t('noteOn', label)}
          placeholder={t('notePlaceholder')}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            draft.keep(event.currentTarget.value);
          }}
          onBlur={() => void draft.settle()}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return;
            event.preventDefault();
            event.stopPropagation();
            void finish();
            onEscape?.();
          }}
        />
      )}
      <p class="note-tools">
        <button type="button" class="text-button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {t('notePreview')}
        </button>
        <span class="quiet">{failed ? t('noteNotKept') : note?.draft ? t('noteDraft') : t('noteHint')}</span>
      </p>
    </div>
  );
}
