import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, PackPreview } from '../library-data.ts';
import { AddressForm } from './AddressForm.tsx';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';
import { PackPreviewPanel } from './PackPreviewPanel.tsx';
import { webAddress } from './web-address.ts';

type Step =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'preview'; preview: PackPreview }
  | { kind: 'adding'; done: number }
  | { kind: 'failed'; error: SidelightError };

/** Props of {@link PackImport}. `asked`: an address to look at, once for each object; its host's permission was asked for already. */
export interface PackImportProps {
  data: LibraryData;
  onAdded(): void;
  asked: { url: string; granted: Promise<boolean> } | null;
}

/** Adds a pack: choose the file or give its address, see what it holds, add it. An import that was cut off goes on by itself. */
export function PackImport({ data, onAdded, asked }: PackImportProps) {
  const { feedback, platform } = useSurface();
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

  const show = useCallback(async (work: ReturnType<LibraryData['previewPack']>): Promise<void> => {
    setStep({ kind: 'reading' });
    const answer = await work;
    setStep(answer.ok ? { kind: 'preview', preview: answer.value } : { kind: 'failed', error: answer.error });
  }, []);
  const fetchPack = useCallback(
    async (url: string, granted: Promise<boolean>): Promise<void> => {
      setStep({ kind: 'reading' });
      if (await granted) return show(data.previewPackFrom(url));
      setStep({ kind: 'idle' });
      feedback.tell(t('sourceNotAllowed'));
    },
    [data, feedback, show, t],
  );
  useEffect(() => {
    if (asked !== null) void fetchPack(asked.url, asked.granted);
  }, [asked, fetchPack]);

  async function fetchTyped(typed: string): Promise<boolean> {
    const url = webAddress(typed);
    if (url === null) {
      feedback.tell(t('sourceNoAddress'));
      return false;
    }
    // Asked for in the click itself: the browser refuses later.
    await fetchPack(url.href, platform.requestHosts({ kind: 'hosts', hosts: [url.host] }));
    return false;
  }

  return (
    <section>
      <h2>{t('dataPack')}</h2>
      <p>{t('dataPackText')}</p>
      <FileButton
        label={t(step.kind === 'reading' ? 'reading' : 'packChoose')}
        accept=".ndjson,.jsonl,.json,application/x-ndjson"
        busy={step.kind === 'reading' || step.kind === 'adding'}
        onFile={(file) => void show(data.previewPack(file, file.name))}
      />
      <AddressForm
        label={t('packAddress')}
        button={t('packFetch')}
        busy={step.kind === 'reading' || step.kind === 'adding'}
        onAddress={fetchTyped}
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
