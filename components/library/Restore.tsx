import { useEffect, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { SettingsChoice } from '../../lib/core/settings.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, RestorePreview } from '../library-data.ts';
import { CopiesList } from './CopiesList.tsx';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';
import { RestoreSettings } from './RestoreSettings.tsx';

type Step =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'preview'; preview: RestorePreview }
  | { kind: 'restoring'; done: number }
  | { kind: 'cut-off'; articles: number; of: number }
  | { kind: 'failed'; error: SidelightError };

/** Restores a backup: choose the file, see what would change, say what becomes of the settings, apply. Goes on with a restore that was cut off. */
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

  async function read(preview: () => ReturnType<LibraryData['previewRestore']>): Promise<void> {
    setStep({ kind: 'reading' });
    const answer = await preview();
    if (!answer.ok) return setStep({ kind: 'failed', error: answer.error });
    setChoice(answer.value.settingsUntouched ? 'replace' : 'merge');
    setStep({ kind: 'preview', preview: answer.value });
  }

  async function undo(): Promise<boolean> {
    const answer = await data.undoRestore();
    onRestored();
    return answer.ok;
  }

  async function run(
    work: (onProgress: (done: number) => void) => ReturnType<LibraryData['continueRestore']>,
    undoable: boolean,
  ): Promise<void> {
    setStep({ kind: 'restoring', done: 0 });
    const answer = await work((done) => setStep({ kind: 'restoring', done }));
    if (!answer.ok) return setStep({ kind: 'failed', error: answer.error });
    setStep({ kind: 'idle' });
    const settings = await client.getSettings({});
    const missing = settings.ok ? settings.value.missingHosts.length : 0;
    feedback.tell(missing === 0 ? t('restored') : n('restoredSites', missing), undoable ? undo : undefined);
    onRestored();
  }

  const preview = step.kind === 'preview' ? step.preview : null;
  const changes = preview?.counts.some((row) => row.added + row.changed > 0) ?? false;
  const busy = step.kind === 'reading' || step.kind === 'restoring';
  return (
    <section>
      <h2>{t('dataRestore')}</h2>
      <p>{t('dataRestoreText')}</p>
      <FileButton
        label={t(step.kind === 'reading' ? 'reading' : 'restoreChoose')}
        accept=".ndjson,.jsonl,application/x-ndjson"
        busy={busy}
        onFile={(file) => read(() => data.previewRestore(file))}
      />
      <div aria-live="polite">
        {step.kind === 'failed' && <FileFailure error={step.error} notOurs="error_bad_backup" />}
        {step.kind === 'cut-off' && (
          <div class="preview">
            <p>{n('restoreCutOff', step.articles, count(step.of))}</p>
            <p class="buttons">
              <button type="button" class="button button-main" onClick={() => run((onProgress) => data.continueRestore(onProgress), false)}>
                {t('restoreGoOn')}
              </button>
            </p>
          </div>
        )}
        {step.kind === 'restoring' && (
          <p class="rebuilding">
            <progress max={1} value={step.done} aria-label={t('restoring', formatShare(step.done, locale))} />
            {t('restoring', formatShare(step.done, locale))}
          </p>
        )}
        {preview && (
          <div class="preview">
            {preview.createdAtMs !== null && (
              <p class="preview-title">{t('restoreMade', formatMoment(preview.createdAtMs, locale) ?? '')}</p>
            )}
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('restoreKind')}</th>
                  <th scope="col">{t('restoreInFile')}</th>
                  <th scope="col">{t('restoreNew')}</th>
                  <th scope="col">{t('restoreChanged')}</th>
                </tr>
              </thead>
              <tbody>
                {preview.counts.map((row) => (
                  <tr key={row.kind}>
                    <th scope="row">{t(`kindOf_${row.kind}`)}</th>
                    <td>{count(row.inFile)}</td>
                    <td>{count(row.added)}</td>
                    <td>{count(row.changed)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {preview.unreadable > 0 && <p>{n('unreadable', preview.unreadable)}</p>}
            {preview.settingsDiffer && <RestoreSettings choice={choice} onChoice={setChoice} />}
            {!changes && <p>{t('restoreNothing')}</p>}
            <p class="buttons">
              {changes && (
                <button
                  type="button"
                  class="button button-main"
                  onClick={() => run((onProgress) => data.applyRestore(preview.id, choice, onProgress), true)}
                >
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
      <CopiesList data={data} busy={busy} onLook={(id) => read(() => data.previewCopy(id))} />
    </section>
  );
}
