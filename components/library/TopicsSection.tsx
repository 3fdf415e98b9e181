import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import type { LibraryData, TopicProposal, TopicProposals } from '../library-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';

/** Longer names than any; the background says what can be used. */
const MOST_CHARACTERS = 100;

/** Topics of the user's own: a name typed in, or one that recurs in the index. Nothing becomes a topic by itself. */
export function TopicsSection({ data }: { data: LibraryData }) {
  const { client, feedback } = useSurface();
  const { t, n } = useMessages();
  const [answer, setAnswer] = useState<Result<TopicProposals> | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  useEffect(() => {
    void data.topicProposals().then(setAnswer);
  }, [data]);

  const change = (edit: (rows: TopicProposal[]) => TopicProposal[]): void =>
    setAnswer((before) => (before?.ok ? { ok: true, value: { ...before.value, proposals: edit(before.value.proposals) } } : before));

  /** Says something about a proposal, which leaves the list; undo puts it back in its place. */
  async function settle(
    asked: ReturnType<typeof client.addTopic>,
    done: string,
    failed: MessageName,
    row: TopicProposal | null,
  ): Promise<boolean> {
    const settled = await asked;
    if (!settled.ok) {
      feedback.tell(t(actionFailureText(settled.error, failed)));
      return false;
    }
    const at = answer?.ok && row !== null ? answer.value.proposals.indexOf(row) : -1;
    if (row !== null) change((rows) => rows.filter((other) => other !== row));
    feedback.tell(done, async () => {
      const undone = await client.undoCorrection({ correctionId: settled.value.correctionId });
      if (undone.ok && row !== null) change((rows) => [...rows.slice(0, at), row, ...rows.slice(at)]);
      return undone.ok;
    });
    return true;
  }

  const add = (name: string, language: string | null, row: TopicProposal | null) =>
    settle(client.addTopic({ name, language }), t('topicAdded', name), 'topicNotAdded', row);
  const refuse = (row: TopicProposal) => settle(client.refuseTopic({ name: row.name }), t('topicRefused', row.name), 'actionFailed', row);

  return (
    <>
      <p class="intro">{t('topicsIntro')}</p>
      <form
        class="topic-form"
        onSubmit={async (event) => {
          event.preventDefault();
          const name = field.current?.value.trim() ?? '';
          if (name !== '' && (await add(name, null, null)) && field.current !== null) field.current.value = '';
          field.current?.focus();
        }}
      >
        <label for={fieldId}>{t('topicOwn')}</label>
        <input ref={field} id={fieldId} type="text" dir="auto" maxLength={MOST_CHARACTERS} autoComplete="off" spellcheck={false} />
        <button type="submit" class="button">
          {t('topicOwnAdd')}
        </button>
      </form>
      <h2 class="topics-proposed">{t('topicsProposed')}</h2>
      {answer === null && <ReportSkeleton rows={4} />}
      {answer?.ok === false && <StoreFailure error={answer.error} />}
      {answer?.ok && answer.value.proposals.length === 0 && <p class="none">{t('topicsNone')}</p>}
      {answer?.ok && answer.value.proposals.length > 0 && (
        <>
          <p class="intro">{n('topicsFrom', answer.value.reports)}</p>
          <ul class="pins">
            {answer.value.proposals.map((row) => (
              <li key={row.name} class="correction proposal">
                <div>
                  <h3>
                    <bdi lang={row.language ?? undefined}>{row.name}</bdi>
                  </h3>
                  <p class="meta">
                    {n('topicReports', row.reports)} · {n('statusSources', row.outlets)}
                  </p>
                  <ul class="examples" lang={row.language ?? undefined}>
                    {row.headlines.map((headline) => (
                      <li key={headline}>
                        <bdi>{headline}</bdi>
                      </li>
                    ))}
                  </ul>
                </div>
                <button
                  type="button"
                  class="button"
                  aria-label={t('topicAddFor', row.name)}
                  onClick={() => add(row.name, row.language, row)}
                >
                  {t('topicAdd')}
                </button>
                <button type="button" class="text-button" aria-label={t('topicRefuseFor', row.name)} onClick={() => refuse(row)}>
                  {t('topicRefuse')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
