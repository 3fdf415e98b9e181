import { useCallback, useEffect, useId, useState } from 'preact/hooks';
import type { SidelightError } from '../../lib/core/errors.ts';
import type { ExchangePreview, LostText } from '../../lib/core/exchange.ts';
import type { Result } from '../../lib/core/result.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import type { ExchangeData } from '../exchange-data.ts';
import { failureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';
import { FileButton } from './FileButton.tsx';
import { FileFailure } from './FileFailure.tsx';
import { KindCounts } from './KindCounts.tsx';
import { LostTexts } from './LostTexts.tsx';

type Step =
  | { kind: 'idle' }
  | { kind: 'writing' | 'reading' | 'taking' }
  | { kind: 'preview'; preview: ExchangePreview }
  | { kind: 'failed'; error: SidelightError };

const OWN_TEXTS: { [code: string]: MessageName } = {
  'passphrase-needed': 'exchangeNeedsPassphrase',
  'passphrase-wrong': 'exchangeWrongPassphrase',
  'changed-meanwhile': 'exchangeBusy',
};
/** What goes into the trash where another device took it away. */
const THROWN_AWAY: ReadonlySet<string> = new Set(['pins', 'collectionItems', 'collections']);

/** Exchange with the reader's other devices through files: write this one's, read another's, see what that would do, take it in. */
export function ExchangeSection({ data, onTaken }: { data: LibraryData; onTaken(): void }) {
  const { feedback, platform } = useSurface();
  const { t, n, locale } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const [passphrase, setPassphrase] = useState('');
  const [lost, setLost] = useState<LostText[]>([]);
  const id = useId();

  const loadLost = useCallback(async () => {
    const answer = await (await data.exchange()).listLost();
    if (answer.ok) setLost(answer.value);
  }, [data]);
  useEffect(() => void loadLost(), [loadLost]);

  async function run<T>(kind: 'writing' | 'reading' | 'taking', work: (exchange: ExchangeData) => Promise<Result<T>>): Promise<T | null> {
    setStep({ kind });
    const answer = await work(await data.exchange());
    setStep(answer.ok ? { kind: 'idle' } : { kind: 'failed', error: answer.error });
    return answer.ok ? answer.value : null;
  }
  const typed = passphrase === '' ? null : passphrase;

  async function write(): Promise<void> {
    const made = await run('writing', (exchange) => exchange.exportExchange(typed));
    if (made === null) return;
    const { name, file, left } = made;
    const isSaved = await platform.saveFile(name, file);
    if (!isSaved) return feedback.tell(t('actionFailed'));
    const told = t('exported', name, formatBytes(file.size, locale));
    feedback.tell(left === 0 ? told : `${told} ${n('exchangeLeft', left)}`);
  }

  async function read(file: File): Promise<void> {
    const preview = await run('reading', (exchange) => exchange.previewExchange(file, typed));
    if (preview !== null) setStep({ kind: 'preview', preview });
  }

  async function take(): Promise<void> {
    const taken = await run('taking', (exchange) => exchange.applyExchange(() => {}));
    const changed = (): void => {
      onTaken();
      void loadLost();
    };
    if (taken === null) return;
    changed();
    feedback.tell(t('exchangeTaken'), async () => {
      const isBack = await taken.undo();
      changed();
      return isBack;
    });
  }

  async function drop(text: LostText): Promise<void> {
    const dropped = await (await data.exchange()).dropLost(text);
    if (!dropped.ok) return feedback.tell(t(failureText(dropped.error, 'actionFailed')));
    await loadLost();
  }

  const busy = step.kind === 'writing' || step.kind === 'reading' || step.kind === 'taking';
  const preview = step.kind === 'preview' ? step.preview : null;
  const ownText = step.kind === 'failed' ? OWN_TEXTS[step.error.code] : undefined;
  return (
    <section>
      <h2>{t('exchangeTitle')}</h2>
      <p>{t('exchangeText')}</p>
      <div class="topic-form">
        <label for={id}>{t('exchangePassphrase')}</label>
        <input
          id={id}
          type="password"
          autoComplete="off"
          aria-describedby={`${id}-note`}
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
      </div>
      <p class="meta" id={`${id}-note`}>
        {t('exchangePassphraseNote')}
      </p>
      <p class="buttons">
        <button type="button" class="button" aria-busy={step.kind === 'writing'} disabled={busy} onClick={() => void write()}>
          <Icon name="download" />
          {t(step.kind === 'writing' ? 'exchangeWriting' : 'exchangeWrite')}
        </button>
        <FileButton
          label={t(step.kind === 'reading' ? 'exchangeReading' : 'exchangeRead')}
          accept=".ndjson,.jsonl,application/x-ndjson"
          busy={busy}
          onFile={(file) => void read(file)}
        />
      </p>
      <div aria-live="polite">
        {ownText !== undefined && <p class="failed">{t(ownText)}</p>}
        {step.kind === 'failed' && ownText === undefined && <FileFailure error={step.error} notOurs="error_bad_exchange" />}
        {preview !== null && (
          <div class="preview">
            <p class="preview-title">{t(preview.isOwn ? 'exchangeOwn' : 'exchangeMade', formatMoment(preview.madeAtMs, locale) ?? '')}</p>
            {preview.counts.length > 0 && <KindCounts rows={preview.counts} figures={['added', 'changed', 'removed']} />}
            {preview.counts.some(({ kind, removed }) => removed > 0 && THROWN_AWAY.has(kind)) && <p>{t('exchangeRemovedNote')}</p>}
            {preview.lost > 0 && <p>{n('exchangeLost', preview.lost)}</p>}
            {preview.counts.length + preview.lost === 0 && <p>{t('exchangeNothing')}</p>}
            <p class="buttons">
              {preview.counts.length + preview.lost > 0 && (
                <button type="button" class="button button-main" onClick={() => void take()}>
                  {t('exchangeApply')}
                </button>
              )}
              <button type="button" class="button" onClick={() => setStep({ kind: 'idle' })}>
                {t('cancel')}
              </button>
            </p>
          </div>
        )}
      </div>
      {lost.length > 0 && <LostTexts lost={lost} onDrop={(text) => void drop(text)} />}
    </section>
  );
}
