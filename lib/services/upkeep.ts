import type { BackupSource } from '../store/backup-source.ts';
import { finishRestore } from '../store/finish-restore.ts';
import type { Store } from '../store/store.ts';
import type { TopicLayerSource } from '../store/topic-layer.ts';
import type { SettingsService } from './settings.ts';
import { finishRemovals } from './sources.ts';

/** The store, and which topics of packs its deriving knows. */
export interface UpkeepPlace {
  store: Pick<Store, 'upkeep' | 'continueRemoval' | 'isRemoving'> &
    Pick<BackupSource, 'continueRestore'> &
    Pick<TopicLayerSource, 'retopicSome'>;
  readonly layerId: string;
  refreshTopics(): Promise<void>;
}

/**
 * Goes on with a restore and with removals that were cut off, then seals, merges, rebuilds and looks through earlier reports for topics that came later, in steps of
 * ≤ 50 ms until nothing is left; a stop in between loses nothing. Answers true when all was done: not where a restore failed, or a page is still at a removal.
 */
export async function finishUpkeep(place: UpkeepPlace, signal?: AbortSignal): Promise<boolean> {
  await place.refreshTopics();
  const restored = await finishRestore(place.store, { ...(signal && { signal }) });
  if (restored.ok && !restored.value) return false;
  const removed = await finishRemovals(place.store);
  if (!removed.ok) return false;
  while (!signal?.aborted) {
    if ((await place.store.upkeep()).done && (await retopic(place))) return restored.ok && !(await place.store.isRemoving());
    // What waits in line goes first.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return false;
}

async function retopic(place: UpkeepPlace): Promise<boolean> {
  const done = await place.store.retopicSome(place.layerId);
  // Topics may have come meanwhile, through another page.
  if (!done) await place.refreshTopics();
  // What was replaced is to be sealed and swept.
  return done && (await place.store.upkeep()).done;
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
