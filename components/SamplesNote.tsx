import { actionFailureText } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Says how much of the index is invented, and removes it in one click. */
export function SamplesNote({ samples, onRemoved }: { samples: number; onRemoved(): void }) {
  const { client, feedback } = useSurface();
  const { t, n } = useMessages();
  return (
    <p class="samples-note">
      <span>{n('samplesNote', samples)}</span>
      <button
        type="button"
        class="text-button"
        onClick={async () => {
          const answer = await client.removeSamples({});
          feedback.tell(t(answer.ok ? 'samplesRemoved' : actionFailureText(answer.error, 'actionFailed')));
          if (answer.ok) onRemoved();
        }}
      >
        {t('samplesRemove')}
      </button>
    </p>
  );
}
