import { useId, useState } from 'preact/hooks';
import { noteId } from '../../lib/core/library.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinActions } from '../hooks/use-report-actions.ts';
import { Icon } from '../icons/Icon.tsx';
import { PinButton } from '../PinButton.tsx';
import type { ItemRow, PinsData } from '../pins-data.ts';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { noteBeginning } from './note-beginning.ts';

/** Props of {@link CollectionItemRow}. */
export interface CollectionItemRowProps {
  data: PinsData;
  row: ItemRow;
  pins: PinActions;
  onNote(): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** A report of a collection: Alt and an arrow move it, its note opens below it. */
export function CollectionItemRow({ data, row, pins, onNote, onMove, onRemove }: CollectionItemRowProps) {
  const { t, locale } = useMessages();
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const { item, note } = row;
  const headline = item.article.headline || item.article.url;
  return (
    <li
      class="source"
      data-item={item.id}
      data-report={item.articleId}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        // In a field these keys are the field's.
        if (event.target instanceof Element && event.target.closest('input, textarea, select') !== null) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <div class="source-text">
        <h2 class="headline">
          <ReportLink article={item.article} />
        </h2>
        <ReportMeta article={item.article} homeLanguage={locale} />
        {note !== null && !isOpen && (
          <p class="pin-note" dir="auto">
            {noteBeginning(note.text)}
            {note.draft !== null && <em> {t('noteDraft')}</em>}
          </p>
        )}
      </div>
      <div class="pin-buttons">
        <PinButton article={item.article} pinned={pins.isPinned(item.articleId)} onPin={pins.toggle} />
        <button type="button" class="icon-button" aria-label={t('itemUp', headline)} onClick={() => onMove(-1)}>
          <Icon name="up" />
        </button>
        <button type="button" class="icon-button" aria-label={t('itemDown', headline)} onClick={() => onMove(1)}>
          <Icon name="chevron" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={t('itemNote', headline)}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="note" />
        </button>
        <button type="button" class="icon-button" aria-label={t('itemRemove', headline)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      {isOpen && (
        <div id={detailsId} class="item-details">
          <NoteEditor
            data={data}
            id={noteId('item', item.id)}
            note={note}
            label={headline}
            onChanged={onNote}
            onEscape={() => setOpen(false)}
          />
          <a class="text-button" href={`#read/${encodeURIComponent(item.articleId)}`}>
            {t('readHere')}
          </a>
        </div>
      )}
    </li>
  );
}
