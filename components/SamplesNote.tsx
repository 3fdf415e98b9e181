import { actionFailureText } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Says how much of the index is invented, and removes it in one click, with undo. `onRemoved` is called after each. */
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
          if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
          onRemoved();
          feedback.tell(t('samplesRemoved'), async () => {
            const restored = await client.restoreSamples({});
            if (restored.ok) onRemoved();
            return restored.ok;
          });
        }}
      >
        {t('samplesRemove')}
      </button>
    </p>
  );
}
