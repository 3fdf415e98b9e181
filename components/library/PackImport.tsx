import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { Result } from '../../lib/core/result.ts';
import { formatShare } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, PackAdded, PackPreview } from '../library-data.ts';
import { AddressForm } from './AddressForm.tsx';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';
import { JobProgress } from './JobProgress.tsx';
import { PackPreviewPanel } from './PackPreviewPanel.tsx';
import { webAddress } from './web-address.ts';

type Step =
  | { kind: 'idle' }
  | { kind: 'working'; on: 'reading' | 'adding'; done: number; stop: () => void }
  | { kind: 'stopped'; name: string }
  | { kind: 'failed'; error: SidelightError };

type Job<T> = (onProgress: (done: number) => void, signal: AbortSignal) => Promise<Result<T>>;

/** Props of {@link PackImport}. `asked`: an address to look at, once for each object; its host's permission was asked for already. */
export interface PackImportProps {
  data: LibraryData;
  onAdded(): void;
  asked: { url: string; granted: Promise<boolean> } | null;
}

/**
 * Adds a pack: choose the file or give its address, see what it holds, add it. An import that was cut off goes on by itself; one that was stopped waits
 * to be told what becomes of it.
 */
export function PackImport({ data, onAdded, asked }: PackImportProps) {
  const { feedback, platform } = useSurface();
  const { t, count, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  // By itself: an import that goes on meanwhile does not take away what the reader looks at.
  const [preview, setPreview] = useState<PackPreview | null>(null);

  const run = useCallback(async <T,>(on: 'reading' | 'adding', job: Job<T>): Promise<Result<T>> => {
    const controller = new AbortController();
    const show = (done: number): void => setStep({ kind: 'working', on, done, stop: () => controller.abort() });
    show(0);
    return job(show, controller.signal);
  }, []);

  const add = useCallback(
    async (job: Job<PackAdded>): Promise<void> => {
      const answer = await run('adding', job);
      onAdded();
      if (answer.ok) {
        setStep({ kind: 'idle' });
        return feedback.tell(t('packAdded', count(answer.value.added), count(answer.value.updated)));
      }
      const left = answer.error.code === 'cancelled' ? await data.packLeft() : null;
      if (left === null) return setStep({ kind: 'failed', error: answer.error });
      // Stopped before the first report: there is nothing to decide.
      setStep(left.ok && left.value !== null ? { kind: 'stopped', name: left.value.name } : { kind: 'idle' });
    },
    [data, feedback, t, count, onAdded, run],
  );
  const goOn = useCallback(() => void add((onProgress, signal) => data.continuePack(onProgress, signal)), [add, data]);
  useEffect(() => {
    void data.packLeft().then((left) => {
      if (!left.ok || left.value === null) return;
      if (left.value.stopped) return setStep({ kind: 'stopped', name: left.value.name });
      feedback.tell(t('packGoesOn', left.value.name));
      goOn();
    });
    // Once, when the page opens.
  }, [data]);

  const show = useCallback(
    async (job: Job<PackPreview>): Promise<void> => {
      setPreview(null);
      const answer = await run('reading', job);
      if (answer.ok) {
        setPreview(answer.value);
        setStep({ kind: 'idle' });
      } else setStep(answer.error.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', error: answer.error });
    },
    [run],
  );
  const fetchPack = useCallback(
    async (url: string, granted: Promise<boolean>): Promise<void> => {
      if (await granted) return show((onProgress, signal) => data.previewPackFrom(url, onProgress, signal));
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

  async function leave(): Promise<void> {
    const left = await data.leavePack();
    if (left.ok) setStep({ kind: 'idle' });
    else setStep({ kind: 'failed', error: left.error });
  }

  const busy = step.kind === 'working';
  return (
    <section>
      <h2>{t('dataPack')}</h2>
      <p>{t('dataPackText')}</p>
      <FileButton
        label={t('packChoose')}
        accept=".ndjson,.jsonl,.json,.gz,application/x-ndjson,application/gzip"
        busy={busy}
        onFile={(file) => void show((onProgress, signal) => data.previewPack(file, file.name, onProgress, signal))}
      />
      <AddressForm label={t('packAddress')} button={t('packFetch')} busy={busy} onAddress={fetchTyped} />
      <div aria-live="polite">
        {step.kind === 'failed' && <FileFailure error={step.error} notOurs="error_bad_pack" />}
        {step.kind === 'stopped' && (
          <div class="preview">
            <p dir="auto">{t('packStopped', step.name)}</p>
            <p class="buttons">
              <button type="button" class="button button-main" onClick={goOn}>
                {t('packGoOn')}
              </button>
              <button type="button" class="button" onClick={leave}>
                {t('packLeave')}
              </button>
            </p>
          </div>
        )}
        {preview !== null && (
          <PackPreviewPanel
            preview={preview}
            onAdd={() => {
              setPreview(null);
              void add((onProgress, signal) => data.applyPack(preview.id, onProgress, signal));
            }}
            onCancel={() => setPreview(null)}
          />
        )}
      </div>
      {step.kind === 'working' && (
        <JobProgress
          label={t(step.on === 'adding' ? 'packAdding' : 'packReading', formatShare(step.done, locale))}
          done={step.done}
          cancel={t('cancel')}
          note={step.on === 'adding' ? t('packCancelKeeps') : null}
          onCancel={step.stop}
        />
      )}
    </section>
  );
}
