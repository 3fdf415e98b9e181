import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { ImportPreview } from '../../lib/imports/preview.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData } from '../library-data.ts';
import { ImportReport } from './ImportReport.tsx';

/** Props of {@link ImportFiles}. */
export interface ImportFilesProps {
  data: LibraryData;
  files: readonly File[];
  /** The import is over; `imported` where something was written. */
  onDone(imported: boolean): void;
}

/** What is said of a failure that is not of the disk. */
const failureOf = ({ code }: SidelightError) => (code === 'changed-meanwhile' ? 'exchangeBusy' : 'actionFailed');

type Step =
  | { kind: 'reading'; done: number }
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'writing'; done: number }
  | { kind: 'taking-back' }
  | { kind: 'failed'; error: SidelightError };

/** Reads chosen files, shows what would come in and what was not understood, and writes it when told so. Left or cancelled, nothing of it is written. */
export function ImportFiles({ data, files, onDone }: ImportFilesProps) {
  const { feedback } = useSurface();
  const { t, n, count } = useMessages();
  const progressId = useId();
  const stop = useRef(new AbortController());
  const [step, setStep] = useState<Step>({ kind: 'reading', done: 0 });

  useEffect(() => {
    const reading = new AbortController();
    stop.current = reading;
    const steps = { signal: reading.signal, onProgress: (done: number) => setStep({ kind: 'reading', done }) };
    void data.previewImport(files, steps).then((answer) => {
      if (reading.signal.aborted) return;
      setStep(answer.ok ? { kind: 'preview', preview: answer.value } : { kind: 'failed', error: answer.error });
    });
    return () => reading.abort();
  }, [data, files]);

  async function write({ id, pins, sources }: ImportPreview): Promise<void> {
    // Its own: an import goes on where the reader looks at another section.
    stop.current = new AbortController();
    const { signal } = stop.current;
    setStep({ kind: 'writing', done: 0 });
    const answer = await data.applyImport(id, { signal, onProgress: (done) => !signal.aborted && setStep({ kind: 'writing', done }) });
    if (!answer.ok && answer.error.code === 'cancelled') {
      feedback.tell(t('restoreCancelled'));
      return onDone(true);
    }
    if (!answer.ok) return setStep({ kind: 'failed', error: answer.error });
    feedback.tell(n('importDone', pins.new + pins.changed + sources.new, count(pins.new + pins.changed + sources.new)), async () => {
      const undone = await data.undoRestore();
      onDone(true);
      return undone.ok;
    });
    onDone(true);
  }
  function cancel(): void {
    stop.current.abort();
    if (step.kind === 'writing') setStep({ kind: 'taking-back' });
    else {
      feedback.announce(t('importCancelled'));
      onDone(false);
    }
  }

  return (
    <div class="preview" aria-live="polite">
      {(step.kind === 'reading' || step.kind === 'writing') && (
        <p>
          <label for={progressId}>{t(step.kind === 'reading' ? 'importReading' : 'importWriting')}</label>{' '}
          <progress id={progressId} max={1} value={step.done} />
          {step.kind === 'writing' && <span class="meta"> {t('restoreCancelNote')}</span>}
        </p>
      )}
      {step.kind === 'taking-back' && (
        <p>
          <progress aria-label={t('restoreTakingBack')} /> {t('restoreTakingBack')}
        </p>
      )}
      {step.kind === 'failed' && <p class="refused">{t(actionFailureText(step.error, failureOf(step.error)))}</p>}
      {step.kind === 'preview' && <ImportReport preview={step.preview} />}
      {step.kind !== 'taking-back' && (
        <p class="buttons">
          {step.kind === 'preview' && step.preview.pins.new + step.preview.pins.changed + step.preview.sources.new > 0 && (
            <button type="button" class="button button-main" onClick={() => void write(step.preview)}>
              {t('importApply')}
            </button>
          )}
          <button type="button" class="button" onClick={cancel}>
            {t(step.kind === 'failed' ? 'close' : 'cancel')}
          </button>
        </p>
      )}
    </div>
  );
}
