import { useEffect, useState } from 'preact/hooks';
import type { KeptPage, PageState, ReportChange } from '../lib/messaging/protocol.ts';
import { formatOwnDay } from '../lib/text/format/dates.ts';
import { actionFailureText } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { type Messages, useMessages } from './hooks/use-messages.ts';
import { ReportHistory } from './ReportHistory.tsx';

/** Says that the open page is saved now, or that it says otherwise than the index holds it; nothing for a page that is neither. */
export function KeptNote({ state }: { state: Extract<PageState, { kind: 'ready' }> }) {
  const { tabId } = state.page;
  const { client, feedback } = useSurface();
  const messages = useMessages();
  const { t, locale } = messages;
  const [kept, setKept] = useState<KeptPage | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let stopped = false;
    void client.keptPage({ tabId }).then((answer) => {
      if (!stopped && answer.ok) setKept(answer.value);
    });
    return () => {
      stopped = true;
    };
    // With each state: the page may have been saved, or its save taken away, elsewhere.
  }, [client, state, asked]);

  async function save(): Promise<void> {
    const saved = await client.savePage({ tabId });
    if (!saved.ok) return feedback.tell(t(actionFailureText(saved.error, 'pageNotSaved')));
    setAsked((times) => times + 1);
    feedback.tell(t('pageSaved'), async () => {
      const undone = await client.undoSave({ articleId: saved.value.articleId });
      setAsked((times) => times + 1);
      return undone.ok && undone.value.undone;
    });
  }

  if (kept === null || (kept.savedAtMs === null && kept.versions.length < 2)) return null;
  const { savedAtMs, changes } = kept;
  const day = formatOwnDay(savedAtMs ?? kept.seenAtMs, locale) ?? '';
  return (
    <section class="kept" aria-label={t('keptTitle')}>
      <p>
        {t(savedAtMs === null ? (changes.length === 0 ? 'keptSeen' : 'keptKnown') : changes.length === 0 ? 'keptSame' : 'keptSaved', day)}
      </p>
      {changes.length > 0 && (
        <>
          <ul>
            {changes.map((change) => (
              <li key={change.field} dir="auto">
                {changeText(change, messages)}
              </li>
            ))}
          </ul>
          <button type="button" class="text-button" onClick={() => void save()}>
            {t(savedAtMs === null ? 'savePage' : 'saveVersion')}
          </button>
        </>
      )}
      <ReportHistory versions={kept.versions} />
    </section>
  );
}

function changeText({ field, before, after }: ReportChange, { t }: Messages): string {
  switch (field) {
    case 'headline':
      return t('changeHeadline', before);
    case 'authors':
      return t('changeAuthors', before, after);
    case 'datePublished':
      return t('changePublished', before, after);
    case 'dateModified':
      return t('changeModified', after);
    case 'text':
      return t('changeText', before, after);
  }
}
