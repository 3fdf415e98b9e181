import { useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, RestorePreview } from '../library-data.ts';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';

type Step = { kind: 'idle' } | { kind: 'busy' } | { kind: 'preview'; preview: RestorePreview } | { kind: 'failed'; error: SidelightError };

/** Restores a backup: choose the file, see what would change, apply. */
export function Restore({ data, onRestored }: { data: LibraryData; onRestored(): void }) {
  const { feedback } = useSurface();
  const { t, n, count, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  async function read(file: File): Promise<void> {
    setStep({ kind: 'busy' });
    const answer = await data.previewRestore(file);
    setStep(answer.ok ? { kind: 'preview', preview: answer.value } : { kind: 'failed', error: answer.error });
  }

  async function apply(preview: RestorePreview): Promise<void> {
    setStep({ kind: 'busy' });
    const answer = await data.applyRestore(preview.id);
    if (!answer.ok) return setStep({ kind: 'failed', error: answer.error });
    setStep({ kind: 'idle' });
    feedback.tell(t('restored'));
    onRestored();
  }

  const preview = step.kind === 'preview' ? step.preview : null;
  const changes = preview?.counts.some((row) => row.added + row.changed > 0) ?? false;
  return (
    <section>
      <h2>{t('dataRestore')}</h2>
      <p>{t('dataRestoreText')}</p>
      <FileButton
        label={t(step.kind === 'busy' ? 'reading' : 'restoreChoose')}
        accept=".ndjson,.jsonl,application/x-ndjson"
        busy={step.kind === 'busy'}
        onFile={read}
      />
      <div aria-live="polite">
        {step.kind === 'failed' && <FileFailure error={step.error} notOurs="error_bad_backup" />}
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
            {!changes && <p>{t('restoreNothing')}</p>}
            <p class="buttons">
              {changes && (
                <button type="button" class="button button-main" onClick={() => apply(preview)}>
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
    </section>
  );
}
