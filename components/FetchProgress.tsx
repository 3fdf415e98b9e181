import type { SourceRow } from '../lib/messaging/protocol.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';

/** Sources that are being fetched or wait for their first time. */
export function unfetched(rows: readonly SourceRow[]): { busy: number; waiting: number } {
  const waits = ({ health, granted, paused, failure }: SourceRow) => health.code === 'new' && granted && !paused && failure === null;
  return { busy: rows.filter(({ busy }) => busy).length, waiting: rows.filter(waits).length };
}

/** How many sources are fetched, and a way to stop; nothing where none is being fetched. */
export function FetchProgress({ rows, onStopped }: { rows: readonly SourceRow[]; onStopped?: () => void }) {
  const { client, feedback } = useSurface();
  const { t, count } = useMessages();
  const { busy, waiting } = unfetched(rows);
  if (busy + waiting === 0) return null;

  async function stop(): Promise<void> {
    const { ok } = await client.stopRefresh({});
    feedback.tell(t(ok ? 'sourcesStopped' : 'actionFailed'));
    onStopped?.();
  }

  return (
    <p class="rebuilding">
      <progress max={rows.length} value={rows.length - waiting} aria-label={t('sourcesFetching')} />
      {t('sourcesProgress', count(rows.length - waiting), count(rows.length))}{' '}
      <button type="button" class="text-button" onClick={() => void stop()}>
        {t('sourcesStop')}
      </button>
    </p>
  );
}
