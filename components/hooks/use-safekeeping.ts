import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SafekeepingState } from '../../lib/messaging/protocol.ts';
import type { StorageRoom } from '../surface-platform.ts';
import { useSurface } from './surface-context.ts';
import { useLatest } from './use-latest.ts';

/** What is kept where; null until it is known, or where it cannot be. */
export function useSafekeeping(): { state: SafekeepingState | null; setState(state: SafekeepingState): void } {
  const { client } = useSurface();
  const [state, setState] = useState<SafekeepingState | null>(null);
  useEffect(() => {
    let stopped = false;
    void client.getSafekeeping({}).then((answer) => {
      if (!stopped && answer.ok) setState(answer.value);
    });
    return () => {
      stopped = true;
    };
  }, [client]);
  return { state, setState };
}

/** The room there is; null until it is known, `unknown` where the browser does not say. */
export function useStorageRoom(): { room: StorageRoom | 'unknown' | null; reload(): Promise<void> } {
  const { platform } = useSurface();
  const [room, setRoom] = useState<StorageRoom | 'unknown' | null>(null);
  const reload = useLatest(useCallback(async () => setRoom((await platform.storageRoom()) ?? 'unknown'), [platform]));
  useEffect(() => void reload(), [reload]);
  return { room, reload };
}
