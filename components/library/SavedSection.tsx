import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import type { SavedRow } from '../../lib/messaging/protocol.ts';
import { formatOwnDay } from '../../lib/text/format/dates.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useFocusAfter } from '../hooks/use-focus-after.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { usePins } from '../hooks/use-report-actions.ts';
import { useRowKeys } from '../hooks/use-row-keys.ts';
import { PageNotice } from '../PageNotice.tsx';
import { PinButton } from '../PinButton.tsx';
import { ReportHistory } from '../ReportHistory.tsx';
import { ReportLink } from '../ReportLink.tsx';
import { ReportMeta } from '../ReportMeta.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';
import { CiteButton } from './CiteButton.tsx';

/** Pages the reader saved, each with what it said before. */
export function SavedSection() {
  const { client, feedback } = useSurface();
  const { t, n, locale } = useMessages();
  const pins = usePins();
  const [answer, setAnswer] = useState<Result<SavedRow[]> | null>(null);
  const load = useCallback(async () => setAnswer(await client.listSaved({})), [client]);
  useEffect(() => void load(), [load]);
  const root = useRef<HTMLUListElement>(null);
  const leaving = useFocusAfter(root, 'data-report', answer);
  useRowKeys(root, answer?.ok ? answer.value.map(({ article }) => article) : [], pins);

  async function remove({ article }: SavedRow): Promise<void> {
    leaving(article.id);
    const removed = await client.removeSave({ articleId: article.id });
    if (!removed.ok) return feedback.tell(t(actionFailureText(removed.error, 'actionFailed')));
    await load();
    feedback.tell(t('saveRemoved'), async () => {
      const undone = await client.undoSave({ articleId: article.id });
      await load();
      return undone.ok && undone.value.undone;
    });
  }

  if (answer === null) return <ReportSkeleton rows={4} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  if (answer.value.length === 0) return <PageNotice icon="page" title={t('savedNone')} text={t('savedNoneText')} />;
  return (
    <>
      <div class="buttons">
        <p class="intro">{n('savedCount', answer.value.length)}</p>
        <CiteButton
          of={t('navSaved')}
          reports={() => answer.value.map(({ article }) => article.id)}
          subject={() => ({ kind: 'selection', list: 'saved' })}
        />
      </div>
      <ul ref={root} class="pins">
        {answer.value.map((row) => (
          <li key={row.article.id} class="source" data-report={row.article.id}>
            <div class="source-text">
              <h2 class="headline">
                <ReportLink article={row.article} />
              </h2>
              <ReportMeta article={row.article} homeLanguage={null} />
              <p class="meta">
                {t('savedOn', formatOwnDay(row.savedAtMs, locale) ?? '')}
                {!row.hasText && ` · ${t('savedNoText')}`}
              </p>
              <ReportHistory versions={row.versions} />
            </div>
            <div>
              <PinButton article={row.article} pinned={pins.isPinned(row.article.id)} onPin={pins.toggle} />
              <CiteButton of={row.article.headline} reports={() => [row.article.id]} subject={() => ({ kind: 'report' })} />
              <button
                type="button"
                class="text-button"
                aria-label={t('saveRemoveFor', row.article.headline)}
                onClick={() => void remove(row)}
              >
                {t('sourceRemove')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
