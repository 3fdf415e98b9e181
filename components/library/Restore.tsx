import { useEffect, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { SettingsChoice } from '../../lib/core/settings.ts';
import type { JobControl } from '../../lib/messaging/job-port.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, RestorePreview } from '../library-data.ts';
import { CopiesList } from './CopiesList.tsx';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';
import { JobProgress } from './JobProgress.tsx';
import { KindCounts } from './KindCounts.tsx';
import { RestoreSettings } from './RestoreSettings.tsx';

/** Reads what is to be restored, a file or a copy. */
type Look = (control: JobControl) => ReturnType<LibraryData['previewRestore']>;

type Step =
  | { kind: 'idle' }
  | { kind: 'working'; on: 'reading' | 'restoring'; done: number; stop: (() => void) | null }
  | { kind: 'taking-back' }
  | { kind: 'preview'; preview: RestorePreview; look: Look }
  | { kind: 'cut-off'; articles: number; of: number }
  | { kind: 'failed'; error: SidelightError };

/**
 * Restores a backup: choose the file, see what would change, say what becomes of the settings, apply. Cancelled, nothing of it is here. Goes on with a
 * restore that was cut off.
 */
export function Restore({ data, onRestored }: { data: LibraryData; onRestored(): void }) {
  const { client, feedback } = useSurface();
  const { t, n, count, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const [choice, setChoice] = useState<SettingsChoice>('merge');

  useEffect(() => {
    void data.restoreLeft().then((answer) => {
      if (answer.ok && answer.value !== null && answer.value.articles > 0) setStep({ kind: 'cut-off', ...answer.value });
    });
  }, [data]);

  /** How far work is, and what stops it: taking back what it wrote, where it wrote something. */
  function controlOf(on: 'reading' | 'restoring'): JobControl {
    const controller = new AbortController();
    const { signal } = controller;
    const stop = (): void => {
      controller.abort();
      if (on === 'restoring') setStep({ kind: 'taking-back' });
    };
    const onProgress = (done: number): void => {
      if (!signal.aborted) setStep({ kind: 'working', on, done, stop });
    };
    onProgress(0);
    return { onProgress, signal };
  }

  function failed(error: SidelightError): void {
    const wanted = error.code === 'cancelled';
    setStep(wanted ? { kind: 'idle' } : { kind: 'failed', error });
    if (wanted) feedback.tell(t('restoreCancelled'));
  }

  async function read(look: Look): Promise<boolean> {
    const answer = await look(controlOf('reading'));
    if (!answer.ok) {
      failed(answer.error);
      return false;
    }
    setChoice(answer.value.settingsUntouched ? 'replace' : 'merge');
    setStep({ kind: 'preview', preview: answer.value, look });
    return true;
  }

  async function apply(id: string, look: Look): Promise<void> {
    const answer = await data.applyRestore(id, choice, controlOf('restoring'));
    if (answer.ok || answer.error.code !== 'changed-meanwhile') return finish(answer, true);
    // Nothing is replaced that was not shown.
    if (!(await read(look))) return;
    setChoice(choice);
    feedback.tell(t('restoreChangedSince'));
  }

  async function undo(): Promise<boolean> {
    const answer = await data.undoRestore();
    onRestored();
    return answer.ok;
  }

  async function finish(answer: Awaited<ReturnType<LibraryData['continueRestore']>>, undoable: boolean): Promise<void> {
    if (!answer.ok) {
      if (answer.error.code === 'cancelled') onRestored();
      return failed(answer.error);
    }
    setStep({ kind: 'idle' });
    const settings = await client.getSettings({});
    const missing = settings.ok ? settings.value.missingHosts.length : 0;
    feedback.tell(missing === 0 ? t('restored') : n('restoredSites', missing), undoable ? undo : undefined);
    onRestored();
  }

  const { preview, look } = step.kind === 'preview' ? step : { preview: null, look: null };
  const changes = preview?.counts.some((row) => row.added + row.changed > 0) ?? false;
  const busy = step.kind === 'working' || step.kind === 'taking-back';
  const goOn = (): void => {
    const onProgress = (done: number): void => setStep({ kind: 'working', on: 'restoring', done, stop: null });
    onProgress(0);
    void data.continueRestore(onProgress).then((answer) => finish(answer, false));
  };
  return (
    <section>
      <h2>{t('dataRestore')}</h2>
      <p>{t('dataRestoreText')}</p>
      <FileButton
        label={t('restoreChoose')}
        accept=".ndjson,.jsonl,application/x-ndjson"
        busy={busy}
        onFile={(file) => void read((control) => data.previewRestore(file, control))}
      />
      <div aria-live="polite">
        {step.kind === 'failed' && <FileFailure error={step.error} notOurs="error_bad_backup" />}
        {step.kind === 'cut-off' && (
          <div class="preview">
            <p>{n('restoreCutOff', step.articles, count(step.of))}</p>
            <p class="buttons">
              <button type="button" class="button button-main" onClick={goOn}>
                {t('restoreGoOn')}
              </button>
            </p>
          </div>
        )}
        {step.kind === 'taking-back' && (
          <p class="rebuilding">
            <progress aria-label={t('restoreTakingBack')} />
            {t('restoreTakingBack')}
          </p>
        )}
        {preview && (
          <div class="preview">
            {preview.createdAtMs !== null && (
              <p class="preview-title">{t('restoreMade', formatMoment(preview.createdAtMs, locale) ?? '')}</p>
            )}
            <KindCounts rows={preview.counts} figures={['inFile', 'added', 'changed']} />
            {preview.unreadable > 0 && <p>{n('unreadable', preview.unreadable)}</p>}
            {preview.settingsDiffer && <RestoreSettings choice={choice} onChoice={setChoice} />}
            {!changes && <p>{t('restoreNothing')}</p>}
            <p class="buttons">
              {changes && (
                <button type="button" class="button button-main" onClick={() => void apply(preview.id, look)}>
                  {t('restoreApply')}
                </button>
              )}
              <button type="button" class="button" onClick={() => setStep({ kind: 'idle' })}>
                {t('cancel')}
              </button>
            </p>
          </div>
        )}
      </div>
      {step.kind === 'working' && (
        <JobProgress
          label={t(step.on === 'reading' ? 'restoreReading' : 'restoring', formatShare(step.done, locale))}
          done={step.done}
          cancel={t('cancel')}
          note={step.stop !== null && step.on === 'restoring' ? t('restoreCancelNote') : null}
          onCancel={step.stop}
        />
      )}
      <CopiesList data={data} busy={busy} onLook={(id) => void read((control) => data.previewCopy(id, control))} />
    </section>
  );
}
