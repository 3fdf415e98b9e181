import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import type { CorrectionRow } from '../../lib/messaging/protocol.ts';
import { formatMoment } from '../../lib/text/format/dates.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type Messages, useMessages } from '../hooks/use-messages.ts';
import { PageNotice } from '../PageNotice.tsx';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';

/** Everything the reader corrected, newest first; each can be taken back at any time. */
export function CorrectionsSection() {
  const { client, feedback } = useSurface();
  const messages = useMessages();
  const { t, locale } = messages;
  const [answer, setAnswer] = useState<Result<CorrectionRow[]> | null>(null);
  useEffect(() => {
    void client.listCorrections({}).then(setAnswer);
  }, [client]);
  if (answer === null) return <ReportSkeleton rows={3} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  if (answer.value.length === 0) return <PageNotice icon="check" title={t('correctionsEmpty')} text={t('correctionsEmptyText')} />;

  async function takeBack({ id }: CorrectionRow): Promise<void> {
    const undone = await client.undoCorrection({ correctionId: id });
    if (!undone.ok) return feedback.tell(t(actionFailureText(undone.error, 'actionFailed')));
    setAnswer((before) => (before?.ok ? { ok: true, value: before.value.filter((row) => row.id !== id) } : before));
    feedback.tell(t('takenBack'));
  }

  return (
    <>
      <p class="intro">{t('correctionsIntro')}</p>
      <ul class="pins">
        {answer.value.map((row) => {
          const text = sentenceOf(row, messages);
          return (
            <li key={row.id} class="correction">
              <p dir="auto">{text}</p>
              <span class="meta">{formatMoment(row.atMs, locale)}</span>
              <button type="button" class="button" aria-label={t('takeBackFor', text)} onClick={() => takeBack(row)}>
                {t('takeBack')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function sentenceOf({ kind, of, text }: CorrectionRow, { t }: Messages): string {
  if (kind === 'not-related') return t('correctionNotRelated', of ?? t('correctionGone'));
  if (kind === 'not-copy') return t('correctionNotCopy', of ?? t('correctionGone'), text ?? t('correctionGone'));
  if (kind === 'not-topic') return t('correctionNotTopic', of ?? '', text ?? '');
  if (kind === 'not-theirs') return t('correctionNotTheirs', of ?? t('correctionPersonGone'), text ?? t('correctionGone'));
  if (kind === 'same-reporter' || kind === 'other-reporter')
    return t(
      kind === 'same-reporter' ? 'correctionSameReporter' : 'correctionOtherReporter',
      of ?? t('correctionPersonGone'),
      text ?? t('correctionPersonGone'),
    );
  if (kind === 'own-topic') return t('correctionOwnTopic', of ?? '');
  if (kind === 'no-topic') return t('correctionNoTopic', of ?? '');
  return t(kind === 'alias' ? 'correctionAlias' : 'correctionSameAs', of ?? '', text ?? '');
}
