import { useEffect, useRef } from 'preact/hooks';
import { type Note, noteId } from '../../lib/core/library.ts';
import type { Pin } from '../../lib/core/user-data.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinsData } from '../pins-data.ts';
import { CollectionField } from './CollectionField.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { TagField } from './TagField.tsx';

/** Props of {@link PinDetails}. */
export interface PinDetailsProps {
  data: PinsData;
  id: string;
  pin: Pin;
  note: Note | null;
  known: string[];
  /** The part that gets the focus. */
  at: 'note' | 'tags' | null;
  onTags(change: { addTags?: string[]; removeTags?: string[] }): void;
  onNote(note: Note | null): void;
  /** Null where the list is in another order. */
  onMove: ((by: -1 | 1 | 'first') => void) | null;
  onClose(): void;
}

/** Below a pin: its tags, its note, its place, its collections. */
export function PinDetails({ data, id, pin, note, known, at, onTags, onNote, onMove, onClose }: PinDetailsProps) {
  const { t } = useMessages();
  const root = useRef<HTMLDivElement>(null);
  const headline = pin.article.headline || pin.article.url;
  useEffect(() => {
    const wanted = at === 'note' ? 'textarea' : at === 'tags' ? '[data-tag-input]' : null;
    if (wanted !== null) root.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [at]);
  return (
    <div ref={root} id={id} class="pin-details">
      <TagField
        label={headline}
        tags={pin.tags}
        known={known}
        onAdd={(tag) => onTags({ addTags: [tag] })}
        onRemove={(tag) => onTags({ removeTags: [tag] })}
      />
      <NoteEditor data={data} id={noteId('pin', pin.id)} note={note} label={headline} onChanged={onNote} onEscape={onClose} />
      <div class="pin-more">
        <CollectionField data={data} articleIds={[pin.id]} label={headline} />
        <a class="text-button" href={`#read/${encodeURIComponent(pin.id)}`}>
          {t('readHere')}
        </a>
        {onMove !== null && (
          <fieldset class="moves">
            <legend class="visually-hidden">{t('pinMove', headline)}</legend>
            <button type="button" class="text-button" onClick={() => onMove('first')}>
              {t('moveFirst')}
            </button>
            <button type="button" class="text-button" aria-keyshortcuts="Alt+ArrowUp" onClick={() => onMove(-1)}>
              {t('moveUp')}
            </button>
            <button type="button" class="text-button" aria-keyshortcuts="Alt+ArrowDown" onClick={() => onMove(1)}>
              {t('moveDown')}
            </button>
          </fieldset>
        )}
      </div>
    </div>
  );
}
