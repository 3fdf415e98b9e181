import { ok, type Result } from '../core/result.ts';
import type { BackupSource, RestoreLeft } from './backup-source.ts';

/** Adds the articles of a restore under way, batch after batch; true once all are there, false where `signal` ended it. Settings are the caller's to apply. */
export async function finishRestore(
  source: Pick<BackupSource, 'continueRestore'>,
  options: { signal?: AbortSignal | undefined; onProgress?: (left: RestoreLeft) => void } = {},
): Promise<Result<boolean>> {
  while (!options.signal?.aborted) {
    const step = await source.continueRestore();
    if (!step.ok) return step;
    if (step.value === null || step.value.articles === 0) return ok(true);
    options.onProgress?.(step.value);
  }
  return ok(false);
}
