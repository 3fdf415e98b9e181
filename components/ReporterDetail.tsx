import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReporterCard as Card } from '../lib/core/coverage.ts';
import type { Result } from '../lib/core/result.ts';
import { SurfaceContext, useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { ReporterCard } from './ReporterCard.tsx';

/** Props of {@link ReporterDetail}. */
export interface ReporterDetailProps {
  reporterId: string;
  onClose(): void;
}

/** What the index knows of a reporter, over the surface. Escape, the button and a press beside it close it; the focus goes back. */
export function ReporterDetail({ reporterId, onClose }: ReporterDetailProps) {
  const surface = useSurface();
  const { t } = useMessages();
  const { client } = surface;
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<Result<Card> | null>(null);
  const [said, setSaid] = useState('');

  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    return () => {
      // While it is open, nothing outside can take the focus.
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    let stopped = false;
    void client.getReporter({ reporterId }).then((next) => {
      if (!stopped) setAnswer(next);
    });
    return () => {
      stopped = true;
    };
  }, [client, reporterId]);

  // The toast and the live region lie under the dialog, out of reach: what is told in here is told here.
  const inside = useMemo(() => ({ ...surface, feedback: { tell: setSaid, announce: setSaid } }), [surface]);

  return (
    <dialog
      ref={dialog}
      class="detail"
      aria-label={answer?.ok ? answer.value.name : t('reporterDetail')}
      aria-busy={answer === null}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => {
        // Keys in here are not those of the list below, and Escape closes this, not the popup.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div class="detail-sheet">
        <div class="detail-head">
          <h2>{t('reporterDetail')}</h2>
          <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </div>
        {answer !== null && !answer.ok && (
          <p class="detail-none" role="alert">
            {t(answer.error.code === 'not-found' ? 'reporterUnknown' : 'error_storage_failed')}
          </p>
        )}
        {answer?.ok && (
          <SurfaceContext.Provider value={inside}>
            <ReporterCard reporter={answer.value} recentOpen />
          </SurfaceContext.Provider>
        )}
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </dialog>
  );
}
