import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ArticleRow } from '../lib/core/coverage.ts';
import type { ReporterProfile } from '../lib/core/reporter-profile.ts';
import type { Result } from '../lib/core/result.ts';
import { EarlierBios } from './EarlierBios.tsx';
import { actionFailureText } from './failure-text.ts';
import { isUndoKey } from './hooks/command-key.ts';
import { type Feedback, SurfaceContext, useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { ReporterCard } from './ReporterCard.tsx';
import { ReporterFacts } from './ReporterFacts.tsx';
import { ReporterPeople } from './ReporterPeople.tsx';
import { Toast, type ToastContent } from './Toast.tsx';

/** Props of {@link ReporterDetail}. */
export interface ReporterDetailProps {
  reporterId: string;
  onClose(): void;
}

/** What the index knows of a reporter, over the surface. Escape, the button and a press beside it close it; the focus goes back. */
export function ReporterDetail({ reporterId, onClose }: ReporterDetailProps) {
  const surface = useSurface();
  const { t } = useMessages();
  const { client, forgetFollows } = surface;
  const dialog = useRef<HTMLDialogElement>(null);
  const [answer, setAnswer] = useState<Result<ReporterProfile> | null>(null);
  const [said, setSaid] = useState('');
  const [toast, setToast] = useState<ToastContent | null>(null);
  const serial = useRef(0);

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
  const load = useCallback(async (): Promise<void> => {
    setAnswer(await client.getReporter({ reporterId }));
    forgetFollows(`@${reporterId}`);
  }, [client, reporterId, forgetFollows]);
  useEffect(() => {
    void load();
  }, [load]);

  // The toast and the live region lie under the dialog, out of reach: what is told in here is told here.
  const inside = useMemo(() => {
    const tell: Feedback['tell'] = (text, undo) => {
      serial.current += 1;
      setToast({ id: serial.current, text, undo: undo ?? null });
    };
    // In the library, what is opened from here is another place of the same page, below the dialog.
    const openLibrary: typeof surface.platform.openLibrary = (section, id) => {
      surface.platform.openLibrary(section, id);
      onClose();
    };
    return { ...surface, platform: { ...surface.platform, openLibrary }, feedback: { tell, announce: setSaid } };
  }, [surface, onClose]);
  const { tell } = inside.feedback;

  /** Makes a mark or takes one back, and shows what is true then. */
  async function change(asked: Promise<Result<unknown>>, done: string, undo: () => Promise<Result<unknown>>): Promise<void> {
    const made = await asked;
    if (!made.ok) return tell(t(actionFailureText(made.error, 'actionFailed')));
    await load();
    tell(done, async () => {
      const undone = await undo();
      if (undone.ok) await load();
      return undone.ok;
    });
  }
  function mark(asked: Promise<Result<{ correctionId: string }>>, done: string): Promise<void> {
    const undo = async () => {
      const made = await asked;
      return made.ok ? client.undoCorrection(made.value) : made;
    };
    return change(asked, done, undo);
  }
  async function undoLast(): Promise<void> {
    const undo = toast?.undo;
    setToast(null);
    if (undo) tell(t((await undo()) ? 'undone' : 'undoFailed'));
  }

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
        if (toast?.undo && isUndoKey(event)) void undoLast();
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
            <ReporterCard
              reporter={answer.value}
              recentOpen
              onNotTheirs={({ id }: ArticleRow) =>
                mark(client.markNotTheirs({ reporterId: answer.value.id, articleId: id }), t('notTheirsDone', answer.value.name))
              }
            >
              <EarlierBios bios={answer.value.earlierBios} />
              <ReporterFacts facts={answer.value.facts} />
              <ReporterPeople
                profile={answer.value}
                onSame={(other) =>
                  mark(
                    client.markSameReporter({ reporterId: answer.value.id, otherId: other.id }),
                    t('samePersonDone', other.name, answer.value.name),
                  )
                }
                onOther={(other) =>
                  mark(
                    client.markOtherReporter({ reporterId: answer.value.id, otherId: other.id }),
                    t('otherPersonDone', other.name, answer.value.name),
                  )
                }
                onPart={(other) =>
                  change(client.undoCorrection({ correctionId: other.correctionId }), t('partReporterDone', other.name), () =>
                    client.markSameReporter({ reporterId: answer.value.id, otherId: other.id }),
                  )
                }
              />
            </ReporterCard>
            <button
              type="button"
              class="text-button"
              onClick={() => {
                onClose();
                surface.platform.openLibrary('reporter', answer.value.id);
              }}
            >
              {t('fieldsCorrectReporter')}
            </button>
            <Toast content={toast} onUndo={undoLast} onDismiss={() => setToast(null)} />
          </SurfaceContext.Provider>
        )}
        <p class="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </dialog>
  );
}
