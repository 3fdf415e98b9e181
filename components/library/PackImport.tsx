import { useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import { formatList } from '../../lib/text/format/names.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, PackPreview } from '../library-data.ts';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';

type Step =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'preview'; preview: PackPreview }
  | { kind: 'adding'; done: number }
  | { kind: 'failed'; error: SidelightError };

/** Adds a pack: choose the file, see what it holds, add it. */
export function PackImport({ data, onAdded }: { data: LibraryData; onAdded(): void }) {
  const { feedback } = useSurface();
  const { t, n, count, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  async function read(file: File): Promise<void> {
    setStep({ kind: 'reading' });
    const answer = await data.previewPack(file, file.name);
    setStep(answer.ok ? { kind: 'preview', preview: answer.value } : { kind: 'failed', error: answer.error });
  }

  async function add(preview: PackPreview): Promise<void> {
    setStep({ kind: 'adding', done: 0 });
    const answer = await data.applyPack(preview.id, (done) => setStep({ kind: 'adding', done }));
    if (!answer.ok) return setStep({ kind: 'failed', error: answer.error });
    setStep({ kind: 'idle' });
    feedback.tell(t('packAdded', count(answer.value.added), count(answer.value.updated)));
    onAdded();
  }

  const preview = step.kind === 'preview' ? step.preview : null;
  return (
    <section>
      <h2>{t('dataPack')}</h2>
      <p>{t('dataPackText')}</p>
      <FileButton
        label={t(step.kind === 'reading' ? 'reading' : 'packChoose')}
        accept=".ndjson,.jsonl,.json,application/x-ndjson"
        busy={step.kind === 'reading' || step.kind === 'adding'}
        onFile={read}
      />
      <div aria-live="polite">
        {step.kind === 'failed' && <FileFailure error={step.error} notOurs="error_bad_pack" />}
        {step.kind === 'adding' && (
          <p class="rebuilding">
            <progress max={1} value={step.done} aria-label={t('packAdding', formatShare(step.done, locale))} />
            {t('packAdding', formatShare(step.done, locale))}
          </p>
        )}
        {preview && (
          <div class="preview">
            <p class="preview-title" dir="auto">
              {t(
                'packHolds',
                preview.name,
                formatList(
                  [n('packArticles', preview.articles), n('packReporters', preview.reporters), n('packTopics', preview.topics)],
                  locale,
                ),
              )}
            </p>
            <ul>
              <li dir="auto">{t('packLicence', preview.licence ?? t('packUnknownLicence'))}</li>
              {preview.known > 0 && <li>{n('packKnown', preview.known)}</li>}
              {preview.samples > 0 && <li>{n('packSamples', preview.samples)}</li>}
              {preview.unreadable > 0 && <li>{n('unreadable', preview.unreadable)}</li>}
            </ul>
            <p class="buttons">
              <button type="button" class="button button-main" onClick={() => add(preview)}>
                {t('packAdd')}
              </button>
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
