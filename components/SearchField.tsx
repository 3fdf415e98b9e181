import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** Props of {@link SearchField}. */
export interface SearchFieldProps {
  query: string;
  onQuery(query: string): void;
  /** Leaves the search; without it there is no button for it, and Escape empties the box. */
  onClose?: () => void;
  /** Enter was pressed: what is typed is meant so. */
  onCommit?: () => void;
}

/** The search box; takes the focus when it appears. Arrow keys lead to the results and back. */
export function SearchField({ query, onQuery, onClose, onCommit }: SearchFieldProps) {
  const { t } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <search class="search-field">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.preventDefault();
            if (onClose === undefined) onQuery('');
            else onClose();
          } else if (event.key === 'Enter') {
            onCommit?.();
            document.querySelector<HTMLElement>('[data-report] [data-headline]')?.focus();
          }
        }}
      />
      {onClose !== undefined && (
        <button type="button" class="icon-button" aria-label={t('searchClose')} title={t('searchClose')} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
