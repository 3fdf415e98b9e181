import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { TRASH_MS, type Trashed } from '../../lib/core/library.ts';
import type { Result } from '../../lib/core/result.ts';
import { formatSince, formatUntil } from '../../lib/text/format/dates.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useFocusAfter } from '../hooks/use-focus-after.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';
import type { PinsData } from '../pins-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';
import { noteBeginning } from './note-beginning.ts';

/** What was thrown away in the last 30 days: back to its place, or gone for good. */
export function TrashSection({ data }: { data: PinsData }) {
  const { feedback, platform } = useSurface();
  const { t, n, locale } = useMessages();
  const [answer, setAnswer] = useState<Result<Trashed[]> | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const load = useCallback(async () => setAnswer(await data.listTrash()), [data]);
  useEffect(() => void load(), [load]);
  const root = useRef<HTMLUListElement>(null);
  const leaving = useFocusAfter(root, 'data-trashed', answer);

  async function restore(row: Trashed): Promise<void> {
    leaving(row.id);
    const restored = await data.restoreTrashed([row.id]);
    await load();
    if (!restored.ok) return feedback.tell(t(actionFailureText(restored.error, 'actionFailed')));
    feedback.tell(t(restored.value === 1 ? 'trashRestored' : 'trashNoPlace'));
  }

  /** Back to where it was asked from. */
  function keep(id: string): void {
    setAsked(null);
    const row = [...(root.current?.querySelectorAll<HTMLElement>('[data-trashed]') ?? [])].find((each) => each.dataset.trashed === id);
    requestAnimationFrame(() => [...(row?.querySelectorAll('button') ?? [])].at(-1)?.focus());
  }

  async function remove(ids: string[]): Promise<void> {
    leaving(ids[0] ?? '');
    setAsked(null);
    const removed = await data.deleteTrashed(ids);
    await load();
    feedback.tell(removed.ok ? n('trashDeleted', ids.length) : t(actionFailureText(removed.error, 'actionFailed')));
  }

  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  const rows = answer.value;
  if (rows.length === 0) return <PageNotice icon="trash" title={t('trashEmpty')} text={t('trashEmptyText')} />;
  return (
    <>
      <div class="tools">
        <p role="status">{n('trashCount', rows.length)}</p>
        {asked === 'all' ? (
          <Sure text={t('trashSureAll')} onYes={() => void remove(rows.map(({ id }) => id))} onNo={() => setAsked(null)} />
        ) : (
          <button type="button" class="text-button" onClick={() => setAsked('all')}>
            {t('trashDeleteAll')}
          </button>
        )}
      </div>
      <ul ref={root} class="pins">
        {rows.map((row) => (
          <li key={row.id} class="source" data-trashed={row.id}>
            <div class="source-text">
              <h2 class="headline" dir="auto">
                {nameOf(row)}
              </h2>
              <p class="meta">
                {t(`trashKind_${row.kind}`)} · {t('trashedOn', formatSince(row.trashedAtMs, platform.now(), locale))} ·{' '}
                {t('trashUntil', formatUntil(row.trashedAtMs + TRASH_MS, platform.now(), locale))}
              </p>
              {row.notes.slice(0, 1).map((note) => (
                <p key={note.id} class="pin-note" dir="auto">
                  {noteBeginning(note.text || (note.draft ?? ''))}
                  {note.draft !== null && <em> {t('noteDraft')}</em>}
                </p>
              ))}
            </div>
            {asked === row.id ? (
              <Sure text={t('trashSure')} onYes={() => void remove([row.id])} onNo={() => keep(row.id)} />
            ) : (
              <div class="buttons">
                <button type="button" class="text-button" aria-label={t('trashRestoreFor', nameOf(row))} onClick={() => void restore(row)}>
                  {t('trashRestore')}
                </button>
                <button type="button" class="text-button" aria-label={t('trashDeleteFor', nameOf(row))} onClick={() => setAsked(row.id)}>
                  {t('trashDelete')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The one thing here that cannot be taken back is asked about. */
function Sure({ text, onYes, onNo }: { text: string; onYes(): void; onNo(): void }) {
  const { t } = useMessages();
  return (
    <div class="sure" role="alertdialog" aria-label={text}>
      <p>{text}</p>
      <button type="button" class="button" ref={(button) => button?.focus()} onClick={onNo}>
        {t('trashKeep')}
      </button>
      <button type="button" class="text-button" onClick={onYes}>
        {t('trashDelete')}
      </button>
    </div>
  );
}

function nameOf(row: Trashed): string {
  if (row.kind === 'collection') return row.collection.name;
  const { headline, url } = row.kind === 'pin' ? row.pin.article : row.item.article;
  return headline || url;
}
