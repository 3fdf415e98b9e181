import type { BackupSource } from '../store/backup-source.ts';
import { finishRestore } from '../store/restore.ts';
import type { Store } from '../store/store.ts';
import type { SettingsService } from './settings.ts';

/**
 * Goes on with a restore that was cut off, then seals, merges and rebuilds in steps of ≤ 50 ms until nothing is left; a stop in between
 * loses nothing. Answers true when all was done.
 */
export async function finishUpkeep(
  store: Pick<Store, 'upkeep'> & Pick<BackupSource, 'continueRestore'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const restored = await finishRestore(store, { ...(signal && { signal }) });
  if (restored.ok && !restored.value) return false;
  while (!signal?.aborted) {
    if ((await store.upkeep()).done) return true;
    // What waits in line goes first.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return false;
}

/** Applies the settings of a restore under way, wherever it was begun or cut off. */
export async function applyRestoredSettings(
  store: Pick<BackupSource, 'restoreLeft' | 'settleSettings'>,
  settings: Pick<SettingsService, 'restore'>,
): Promise<void> {
  const left = await store.restoreLeft();
  if (left?.settings == null) return;
  await settings.restore(left.settings.given, left.settings.choice);
  await store.settleSettings();
}
