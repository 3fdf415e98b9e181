import type { Store } from '../store/store.ts';

/** Seals, merges and rebuilds in steps of ≤ 50 ms until nothing is left; a stop in between loses nothing. Answers true when all was done. */
export async function finishUpkeep(store: Pick<Store, 'upkeep'>, signal?: AbortSignal): Promise<boolean> {
  while (!signal?.aborted) {
    if ((await store.upkeep()).done) return true;
    // What waits in line goes first.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return false;
}
