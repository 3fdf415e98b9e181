import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, PackPreview } from '../library-data.ts';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';
import { PackPreviewPanel } from './PackPreviewPanel.tsx';

type Step =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'preview'; preview: PackPreview }
  | { kind: 'adding'; done: number }
  | { kind: 'failed'; error: SidelightError };

/** Adds a pack: choose the file, see what it holds, add it. An import that was cut off goes on by itself. */
export function PackImport({ data, onAdded }: { data: LibraryData; onAdded(): void }) {
  const { feedback } = useSurface();
  const { t, count, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  const add = useCallback(
    async (work: (onProgress: (done: number) => void) => ReturnType<LibraryData['continuePack']>): Promise<void> => {
      setStep({ kind: 'adding', done: 0 });
      const answer = await work((done) => setStep({ kind: 'adding', done }));
      onAdded();
      if (!answer.ok) return setStep({ kind: 'failed', error: answer.error });
      setStep({ kind: 'idle' });
      feedback.tell(t('packAdded', count(answer.value.added), count(answer.value.updated)));
    },
    [feedback, t, count, onAdded],
  );
  useEffect(() => {
    void data.packLeft().then((left) => {
      if (!left.ok || left.value === null) return;
      feedback.tell(t('packGoesOn', left.value));
      void add((onProgress) => data.continuePack(onProgress));
    });
    // Once, when the page opens.
  }, [data]);

  async function read(file: File): Promise<void> {
    setStep({ kind: 'reading' });
    const answer = await data.previewPack(file, file.name);
    setStep(answer.ok ? { kind: 'preview', preview: answer.value } : { kind: 'failed', error: answer.error });
  }

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
        {step.kind === 'preview' && (
          <PackPreviewPanel
            preview={step.preview}
            onAdd={() => void add((onProgress) => data.applyPack(step.preview.id, onProgress))}
            onCancel={() => setStep({ kind: 'idle' })}
          />
        )}
      </div>
    </section>
  );
}
