import { useRef, useState } from 'preact/hooks';
import type { Note } from '../../lib/core/library.ts';
import { useLazy } from '../hooks/use-lazy.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { useNoteEdit } from '../hooks/use-note-edit.ts';
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
  const { t } = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, failed, type, settle, look, finish } = useNoteEdit(data, { id, note, onChanged }, field);
  const [shown, setShown] = useState(false);
  const Markdown = useLazy(loadMarkdown, shown);

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
          ref={field}
          dir="auto"
          rows={4}
          maxLength={200_000}
          aria-label={t('noteOn', label)}
          placeholder={t('notePlaceholder')}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onFocus={() => void look()}
          onBlur={() => void settle()}
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
