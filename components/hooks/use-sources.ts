import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import type { SourceRow } from '../../lib/messaging/protocol.ts';
import { useSurface } from './surface-context.ts';
import { useLatest } from './use-latest.ts';

/** The list of sources, kept up to date while they are added and fetched; null until it is here. */
export function useSources(): { answer: Result<SourceRow[]> | null; reload(): Promise<void> } {
  const { client, platform } = useSurface();
  const [answer, setAnswer] = useState<Result<SourceRow[]> | null>(null);
  const reload = useLatest(useCallback(async () => setAnswer(await client.listSources({})), [client]));
  useEffect(() => {
    void reload();
    return platform.onSourcesChanged(() => void reload());
  }, [platform, reload]);
  return { answer, reload };
}
