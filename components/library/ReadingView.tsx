import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { knownAddress } from '../../lib/core/canonical-url.ts';
import { noteId } from '../../lib/core/library.ts';
import type { Result } from '../../lib/core/result.ts';
import type { PinState } from '../../lib/core/user-data.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { useReadingPosition } from '../hooks/use-reading-position.ts';
import type { PinsData, ReadableReport } from '../pins-data.ts';
import { ReportMeta } from '../ReportMeta.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { CiteButton } from './CiteButton.tsx';
import { ArticleFields } from './FieldEditor.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { PageFailure } from './PageFailure.tsx';
import { PIN_STATES } from './pin-view.ts';

/** A stored report to read, without the network: goes on where the reader stopped. */
export function ReadingView({ data, id }: { data: PinsData; id: string }) {
  const { feedback, platform } = useSurface();
  const { t, locale } = useMessages();
  const [answer, setAnswer] = useState<Result<ReadableReport> | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const load = useCallback(async () => setAnswer(await data.readReport(id)), [data, id]);
  useEffect(() => void load(), [load]);
  const report = answer?.ok ? answer.value : null;
  const goesOn = useReadingPosition(text, report === null ? undefined : report.position, (paragraph, share) =>
    data.keepPosition(id, paragraph, share),
  );

  const title = report?.row.headline || report?.row.url;
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${t('extName')}`;
  }, [title, t]);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[aria-modal="true"], dialog[open]') !== null) return;
      window.history.back();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  async function mark(state: PinState): Promise<void> {
    const done = await data.changePins([id], { state });
    if (!done.ok) return feedback.tell(t(actionFailureText(done.error, 'actionFailed')));
    await load();
    feedback.tell(t('pinsMarked_one', '1', t(`state_${state}`)), async () => {
      const isUndone = await done.value.undo();
      await load();
      return isUndone;
    });
  }

  if (answer === null) return <ReportSkeleton rows={6} />;
  if (!answer.ok) return <PageFailure error={answer.error} gone={['readGone', 'readGoneText']} />;
  const { row, article, pin, note, edits } = answer.value;
  const paragraphs = article?.text.split(/\n{2,}/u).filter((each) => each.trim() !== '') ?? [];
  return (
    <article class="reading" lang={row.language ?? undefined}>
      <h1 dir="auto">{row.headline || row.url}</h1>
      <ReportMeta article={row} homeLanguage={locale} />
      <p class="reading-tools" lang={locale}>
        {pin !== null && (
          <select
            aria-label={t('stateFor', row.headline)}
            value={pin.state}
            onChange={(event) => void mark(event.currentTarget.value as PinState)}
          >
            {PIN_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`state_${state}`)}
              </option>
            ))}
          </select>
        )}
        {knownAddress(row.url) !== null && (
          <button type="button" class="text-button" onClick={() => platform.openTab(row.url)}>
            {t('readOriginal')}
          </button>
        )}
        <CiteButton of={row.headline || row.url} reports={() => [id]} subject={() => ({ kind: 'report' })} />
        {article !== null && (
          <button type="button" class="text-button" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
            {t('fieldsCorrect')}
          </button>
        )}
        {goesOn && (
          <button type="button" class="text-button" onClick={() => window.scrollTo(0, 0)}>
            {t('readFromStart')}
          </button>
        )}
      </p>
      {correcting && article !== null && (
        <div lang={locale}>
          <ArticleFields data={data} article={article} row={row} edits={edits} onChanged={load} />
        </div>
      )}
      <div ref={text} class="reading-text">
        {article?.description && !paragraphs[0]?.startsWith(article.description) && (
          <p class="reading-dek" dir="auto" data-paragraph>
            {article.description}
          </p>
        )}
        {paragraphs.map((each, at) => (
          <p key={at} dir="auto" data-paragraph>
            {each}
          </p>
        ))}
      </div>
      <div lang={locale}>
        {paragraphs.length === 0 && <p class="none">{t('readNoText')}</p>}
        {pin !== null && pin.state !== 'read' && paragraphs.length > 0 && (
          <button type="button" class="button" onClick={() => void mark('read')}>
            {t('readDone')}
          </button>
        )}
        {pin !== null && <NoteEditor data={data} id={noteId('pin', id)} note={note} label={row.headline} onChanged={() => void load()} />}
      </div>
    </article>
  );
}
