import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Note } from '../../lib/core/library.ts';
import type { Pin, PinState } from '../../lib/core/user-data.ts';
import { formatSince } from '../../lib/text/format/dates.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import { PinButton } from '../PinButton.tsx';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';
import { noteBeginning } from './note-beginning.ts';
import { PIN_STATES } from './pin-view.ts';

/** Props of {@link PinRow}. */
export interface PinRowProps {
  pin: Pin;
  note: Note | null;
  /** Reports on the same that came after it was pinned. */
  news: number;
  isSelected: boolean;
  isOpen: boolean;
  /** Where it is dragged and dropped; null where the list is in another order. */
  drag: { onStart(): void; onDrop(): void } | null;
  /** What stands below an open row; `id` names it. */
  details(id: string): ComponentChildren;
  onSelect(): void;
  onToggle(): void;
  onTag(tag: string): void;
  onUnpin(): void;
  onState(state: PinState): void;
}

/** One pin: its report, when it was pinned, how far the reader is, tags, the beginning of its note, what is new. */
export function PinRow({ pin, note, news, isSelected, isOpen, drag, details, onSelect, onToggle, onTag, onUnpin, onState }: PinRowProps) {
  const { platform } = useSurface();
  const { t, n, locale } = useMessages();
  const detailsId = useId();
  const { article } = pin;
  const headline = article.headline || article.url;
  return (
    <li
      class={`pin-row pin-${pin.state}${isSelected ? ' pin-selected' : ''}`}
      data-pin={pin.id}
      onDragOver={(event) => drag !== null && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        drag?.onDrop();
      }}
    >
      <input
        type="checkbox"
        class="pin-select"
        aria-label={t('pinSelect', headline)}
        aria-keyshortcuts="x"
        checked={isSelected}
        onChange={onSelect}
      />
      <div class="report-text">
        <h2 class="headline">
          <ReportLink article={article} />
        </h2>
        <ReportMeta article={article} homeLanguage={locale} />
        <p class="pinned-on">
          {t('pinnedOn', formatSince(pin.pinnedAtMs, platform.now(), locale))}
          {news > 0 && <span class="pin-news"> · {n('pinNews', news)}</span>}
        </p>
        {pin.tags.length > 0 && !isOpen && (
          <p class="pin-tags">
            {pin.tags.map((tag) => (
              <button key={tag} type="button" class="tag" onClick={() => onTag(tag)}>
                <bdi>{tag}</bdi>
              </button>
            ))}
          </p>
        )}
        {note !== null && !isOpen && (
          <p class="pin-note" dir="auto">
            {noteBeginning(note.text)}
            {note.draft !== null && <em> {t('noteDraft')}</em>}
          </p>
        )}
      </div>
      <select
        aria-label={t('stateFor', headline)}
        value={pin.state}
        onChange={(event) => {
          const next = PIN_STATES.find((state) => state === event.currentTarget.value);
          if (next !== undefined) onState(next);
        }}
      >
        {PIN_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`state_${state}`)}
          </option>
        ))}
      </select>
      <div class="pin-buttons">
        {drag !== null && (
          <span class="grip" draggable aria-hidden="true" title={t('pinDrag')} onDragStart={drag.onStart}>
            <Icon name="grip" />
          </span>
        )}
        <button
          type="button"
          class="icon-button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={t('pinDetails', headline)}
          title={t('pinDetailsTitle')}
          onClick={onToggle}
        >
          <Icon name="note" />
        </button>
        <PinButton article={article} pinned onPin={onUnpin} />
      </div>
      {isOpen && details(detailsId)}
    </li>
  );
}
