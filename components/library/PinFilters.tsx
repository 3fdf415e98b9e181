import type { PinState } from '../../lib/core/user-data.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { PIN_SORTS, PIN_STATES, type PinView } from './pin-view.ts';

/** Tags shown without asking for the rest. */
const TAGS_SHOWN = 12;

/** Props of {@link PinFilters}. */
export interface PinFiltersProps {
  view: PinView;
  words: string;
  counts: Record<PinState | 'all', number>;
  tags: { tag: string; count: number }[];
  shown: number;
  trashed: number;
  onView(change: Partial<PinView>): void;
  onWords(words: string): void;
}

/** What of the pins is shown, and in which order: words, states and tags with their counts. */
export function PinFilters({ view, words, counts, tags, shown, trashed, onView, onWords }: PinFiltersProps) {
  const { t, n, count } = useMessages();
  const few = tags.slice(0, TAGS_SHOWN);
  const rest = tags.slice(TAGS_SHOWN);
  return (
    <div class="pin-filters">
      <div class="tools">
        <search>
          <input
            type="search"
            dir="auto"
            maxLength={200}
            aria-label={t('pinsSearch')}
            placeholder={t('pinsSearch')}
            value={words}
            onInput={(event) => onWords(event.currentTarget.value)}
          />
        </search>
        <label>
          {t('pinsSort')}{' '}
          <select value={view.sort} onChange={(event) => onView({ sort: event.currentTarget.value as PinView['sort'] })}>
            {PIN_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`pinsSort_${sort}`)}
              </option>
            ))}
          </select>
        </label>
        <p role="status">{shown === counts.all ? n('pinsCount', counts.all) : t('pinsShown', count(shown), count(counts.all))}</p>
        {trashed > 0 && <a href="#trash">{t('trashLink', count(trashed))}</a>}
      </div>
      <fieldset class="chips">
        <legend class="visually-hidden">{t('pinsFilter')}</legend>
        {(['all', ...PIN_STATES] as const).map((state) => (
          <button
            key={state}
            type="button"
            class="filter-chip"
            aria-pressed={view.state === state}
            onClick={() => onView({ state, drawn: 50 })}
          >
            {state === 'all' ? t('pinsAll') : t(`state_${state}`)} <span class="count">{count(counts[state])}</span>
          </button>
        ))}
      </fieldset>
      {tags.length > 0 && (
        <fieldset class="chips">
          <legend class="visually-hidden">{t('pinsTags')}</legend>
          {few.map(({ tag, count: used }) => (
            <button
              key={tag}
              type="button"
              class="filter-chip"
              aria-pressed={view.tag === tag}
              onClick={() => onView({ tag: view.tag === tag ? null : tag, drawn: 50 })}
            >
              <bdi>{tag}</bdi> <span class="count">{count(used)}</span>
            </button>
          ))}
          {rest.length > 0 && (
            <select
              aria-label={t('pinsTags')}
              value={rest.some(({ tag }) => tag === view.tag) ? (view.tag ?? '') : ''}
              onChange={(event) => onView({ tag: event.currentTarget.value || null, drawn: 50 })}
            >
              <option value="">{n('pinsMoreTags', rest.length)}</option>
              {rest.map(({ tag, count: used }) => (
                <option key={tag} value={tag}>
                  {`${tag} (${count(used)})`}
                </option>
              ))}
            </select>
          )}
        </fieldset>
      )}
    </div>
  );
}
