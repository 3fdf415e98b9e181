import { useEffect, useState } from 'preact/hooks';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';

/** Long enough to read the sentence and to reach the button with the keyboard. */
const SHOWN_MS = 9000;

/** One message, with a way back where there is one. */
export interface ToastContent {
  id: number;
  text: string;
  undo: (() => Promise<boolean>) | null;
}

/** Props of {@link Toast}. */
export interface ToastProps {
  content: ToastContent | null;
  onUndo(): void;
  onDismiss(): void;
}

/** Tells what was done, above the footer, without moving anything. Waits while it is pointed at or focused. */
export function Toast({ content, onUndo, onDismiss }: ToastProps) {
  const { t } = useMessages();
  const [held, setHeld] = useState(false);
  const id = content?.id;
  // The clock starts anew with each message, not with each new handler.
  useEffect(() => {
    if (id === undefined || held) return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, held]);
  return (
    <div
      class="toast-place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {content && (
        <div class="toast">
          <span dir="auto">{content.text}</span>
          {content.undo && (
            <button type="button" class="toast-undo" aria-keyshortcuts="u" onClick={onUndo}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="icon-button" aria-label={t('dismiss')} onClick={onDismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
