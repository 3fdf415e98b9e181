import { useState } from 'preact/hooks';
import { countTags } from '../../lib/core/tags.ts';
import type { Pin, PinState } from '../../lib/core/user-data.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinListState } from '../hooks/use-pin-list.ts';
import type { PinsData } from '../pins-data.ts';
import { CiteButton } from './CiteButton.tsx';
import { CollectionField } from './CollectionField.tsx';
import { PIN_STATES } from './pin-view.ts';

/** Props of {@link PinBulk}. */
export interface PinBulkProps {
  data: PinsData;
  list: PinListState;
  /** The selected pins. */
  pins: Pin[];
  known: string[];
  onClear(): void;
}

/** What can be done with all selected pins at once. */
export function PinBulk({ data, list, pins, known, onClear }: PinBulkProps) {
  const { t, n } = useMessages();
  const [tag, setTag] = useState('');
  const ids = pins.map(({ id }) => id);
  const label = n('pinsSelected', pins.length);

  async function addTag(): Promise<void> {
    const typed = tag.trim();
    setTag('');
    if (typed !== '') await list.change(ids, { addTags: typed.split(',') }, n('pinsTagged', ids.length, typed));
  }

  return (
    <section class="bulk" aria-label={label}>
      <p class="bulk-count">{label}</p>
      <select
        aria-label={t('stateOfSelected')}
        value=""
        onChange={(event) => {
          const state = event.currentTarget.value as PinState;
          event.currentTarget.value = '';
          void list.change(ids, { state }, n('pinsMarked', ids.length, t(`state_${state}`)));
        }}
      >
        <option value="" disabled>
          {t('pinsMarkAs')}
        </option>
        {PIN_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`state_${state}`)}
          </option>
        ))}
      </select>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void addTag();
        }}
      >
        <input
          type="text"
          dir="auto"
          list="bulk-tags"
          maxLength={100}
          aria-label={t('tagAdd', label)}
          placeholder={t('tagPlaceholder')}
          value={tag}
          onInput={(event) => setTag(event.currentTarget.value)}
        />
        <datalist id="bulk-tags">
          {known.slice(0, 100).map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </form>
      {pins.some(({ tags }) => tags.length > 0) && (
        <select
          aria-label={t('tagRemoveFrom', label)}
          value=""
          onChange={(event) => {
            const gone = event.currentTarget.value;
            event.currentTarget.value = '';
            void list.change(ids, { removeTags: [gone] }, n('pinsUntagged', ids.length, gone));
          }}
        >
          <option value="" disabled>
            {t('tagRemoveAny')}
          </option>
          {countTags(pins).map(({ tag: each }) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      )}
      <CollectionField data={data} articleIds={ids} label={label} />
      <CiteButton of={label} reports={() => ids} subject={() => ({ kind: 'selection', list: 'pins' })} />
      <button type="button" class="text-button" onClick={() => void list.trash(ids).then((done) => done && onClear())}>
        {t('pinsTrash')}
      </button>
      <button type="button" class="text-button" onClick={onClear}>
        {t('pinsSelectNone')}
      </button>
    </section>
  );
}
