import type { FileFailure } from '../../lib/core/safekeeping.ts';
import type { SafekeepingState } from '../../lib/messaging/protocol.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';

const FAILURES = {
  'no-permission': 'weeklyFail_no_permission',
  'no-copy': 'weeklyFail_no_copy',
  'not-written': 'weeklyFail_not_written',
} as const satisfies Record<FileFailure, MessageName>;

/** The switch of the weekly file, and why the last one was not written. */
export function WeeklyFile({ state, onState }: { state: SafekeepingState; onState(state: SafekeepingState): void }) {
  const { client, feedback, platform } = useSurface();
  const { t } = useMessages();

  async function toggle(): Promise<void> {
    const weekly = !state.weekly;
    // The permission is asked for first: after an await the browser refuses.
    if (weekly && !(await platform.requestDownloads())) return feedback.tell(t('weeklyDenied'));
    const answer = await client.setWeeklyFile({ weekly });
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
    onState(answer.value);
    if (!weekly) {
      await platform.removeDownloads();
      feedback.tell(t('weeklyOff'));
    } else if (answer.value.failure === null) feedback.tell(t(answer.value.outside?.by === 'itself' ? 'weeklyOn' : 'weeklyOnLater'));
  }

  return (
    <>
      <button type="button" class="menu-switch" role="switch" aria-checked={state.weekly} onClick={toggle}>
        <span>
          {t('weekly')}
          <small>{t('weeklyText')}</small>
        </span>
        <span class="switch" aria-hidden="true" />
      </button>
      <div aria-live="polite">{state.failure !== null && <p class="failed">{t(FAILURES[state.failure.code])}</p>}</div>
    </>
  );
}
