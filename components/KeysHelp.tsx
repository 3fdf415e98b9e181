import { useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { KeyTable } from './KeyTable.tsx';

/** The keys, over the list; takes the focus and gives it back. */
export function KeysHelp({ onClose }: { onClose(): void }) {
  const { t } = useMessages();
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      class="overlay"
      role="dialog"
      aria-modal="true"
      aria-label={t('keys')}
      onKeyDown={(event) => {
        // The close button is the only stop, so that Tab has nowhere else to go.
        if (event.key === 'Tab') event.preventDefault();
        // The keys are read here, not pressed: none may act on the list behind.
        if (event.key !== 'Escape' && event.key !== '?') event.stopPropagation();
      }}
    >
      <div class="overlay-head">
        <h2>{t('keys')}</h2>
        <button ref={close} type="button" class="icon-button" aria-label={t('keysClose')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <KeyTable />
    </div>
  );
}
