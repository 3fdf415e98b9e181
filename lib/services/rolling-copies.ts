import { ok, type Result } from '../core/result.ts';
import type { Settings } from '../core/user-data.ts';
import type { CopyStore } from '../store/indexed-db/copies.ts';
import type { IndexedDbStore } from '../store/indexed-db/open-store.ts';
import { attemptResult } from '../store/indexed-db/storage-failure.ts';
import { copyMade, markOf } from '../store/made-copy.ts';
import { carrySalt } from './corrections.ts';

/** What the making of copies works with. */
export interface CopyDeps {
  store: IndexedDbStore;
  copies: CopyStore;
  settings(): Promise<Settings>;
  /** See `carrySalt`. */
  salt(): Promise<string | null>;
  nowMs(): number;
}

/** Makes a copy of what the user made, unless nothing of it has changed since the newest one; answers whether it did. An index that cannot be read, or a restore that is not finished (`changed-meanwhile`), leaves the copies as they are. */
export function makeCopy(deps: CopyDeps): Promise<Result<boolean>> {
  return attemptResult(() => copyWhereDue(deps));
}

async function copyWhereDue({ store, copies, settings, salt, nowMs }: CopyDeps): Promise<Result<boolean>> {
  const chosen = await settings();
  const isKnown = async (): Promise<boolean> => {
    const [made, [newest]] = [await store.made(), await copies.list()];
    return made.writes === 0 || newest?.mark === markOf(made, chosen);
  };
  if (await isKnown()) return ok(false);
  // Marks of older versions work elsewhere only with their salt.
  const carried = await carrySalt(store, await salt());
  if (!carried.ok) return carried;
  const copied = await copyMade(store, chosen, nowMs());
  if (!copied.ok) return copied;
  const added = await copies.add(copied.value);
  return added.ok ? ok(true) : added;
}
