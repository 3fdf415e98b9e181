import { ok, type Result } from '../core/result.ts';
import { changesSince, isFileDue, isReminderDue, type Safekeeping } from '../core/safekeeping.ts';
import type { SafekeepingState } from '../messaging/protocol.ts';
import type { Made } from '../store/backup-source.ts';
import type { CopyStore } from '../store/indexed-db/copies.ts';
import { type CopyDeps, makeCopy } from './rolling-copies.ts';

/** What safekeeping works with. Store and copies are open while it works. */
export interface SafekeepingDeps extends CopyDeps {
  load(): Promise<Safekeeping>;
  save(kept: Safekeeping): Promise<void>;
  /** Whether the browser lets us save files. */
  mayDownload(): Promise<boolean>;
  /** Saves a copy under a name; true once it is whole on the disk. */
  saveFile(copyId: number, name: string, read: CopyStore['read']): Promise<boolean>;
}

/** Opens store and copies for a piece of work; answers why where they cannot be opened. */
export type WithinStores = <T>(work: (deps: SafekeepingDeps) => Promise<Result<T>>) => Promise<Result<T>>;

/** What is kept where, for our own pages. A weekly file whose permission was taken back fails before it is due. `made`: null where the index cannot be read. */
export async function safekeepingState(
  made: Made | null,
  deps: Pick<SafekeepingDeps, 'load' | 'mayDownload' | 'nowMs'>,
): Promise<SafekeepingState> {
  const kept = await deps.load();
  const { outside, weekly, copiesFailAtMs } = kept;
  const lacksPermission = weekly && !(await deps.mayDownload());
  return {
    outside: outside === null ? null : { atMs: outside.atMs, by: outside.by },
    changesSince: made && changesSince(kept, made),
    remind: made !== null && isReminderDue(kept, made, deps.nowMs()),
    weekly,
    failure: lacksPermission ? { code: 'no-permission', atMs: deps.nowMs() } : weekly ? kept.failure : null,
    copiesFailAtMs,
  };
}

/**
 * What is due, called by an alarm: a rolling copy where the user made something since the last, and the weekly file of the newest copy. What fails is
 * remembered, for the pages to say, and tried again. Rejects where something broke; that is remembered, too.
 */
export async function tendSafekeeping(within: WithinStores, kept: Pick<SafekeepingDeps, 'load' | 'save' | 'nowMs'>): Promise<void> {
  let isCopied = false;
  try {
    await within(async (deps) => {
      const made = await deps.store.made();
      const copied = await makeCopy(deps);
      isCopied = copied.ok;
      if (isFileDue(await deps.load(), made, deps.nowMs())) await writeFile(copied, made, deps);
      return copied;
    });
  } finally {
    await change(kept, (before) => ({ ...before, copiesFailAtMs: isCopied ? null : (before.copiesFailAtMs ?? kept.nowMs()) }));
  }
}

/** Switches the weekly file on or off; on writes the first one at once, unless nothing was made yet. */
export async function setWeeklyFile(weekly: boolean, deps: SafekeepingDeps): Promise<Result<SafekeepingState>> {
  await change(deps, (kept) => ({ ...kept, weekly, failure: null }));
  const made = await deps.store.made();
  if (weekly && made.writes > 0) await writeFile(await makeCopy(deps), made, deps);
  return ok(await safekeepingState(made, deps));
}

/** Notes a copy that the user took by hand. `changes`: how many they had made when it was begun. */
export async function noteCopyOutside(changes: number, deps: Pick<SafekeepingDeps, 'load' | 'save' | 'nowMs'>): Promise<void> {
  await change(deps, (kept) => ({ ...kept, outside: { atMs: deps.nowMs(), changes, by: 'hand' } }));
}

/** Saves the newest copy. `made` is as it was before the copy: what changed since counts as new. An older copy than that would pass for a fresh one. */
async function writeFile(copied: Result<boolean>, { changes }: Made, deps: SafekeepingDeps): Promise<void> {
  const { copies, nowMs } = deps;
  // While a restore is unfinished nothing is copied: the next alarm looks again.
  if (!copied.ok && copied.error.code === 'changed-meanwhile') return;
  if (!(await deps.mayDownload())) return noteFailure(deps, 'no-permission');
  const [newest] = copied.ok ? await copies.list() : [];
  if (newest === undefined) return noteFailure(deps, 'no-copy');
  const name = `Sidelight/sidelight-${new Date(nowMs()).toISOString().slice(0, 10)}.ndjson`;
  const isSaved = await deps.saveFile(newest.id, name, copies.read).catch(() => false);
  if (!isSaved) return noteFailure(deps, 'not-written');
  await change(deps, (kept) => ({ ...kept, failure: null, outside: { atMs: nowMs(), changes, by: 'itself' } }));
}

function noteFailure(deps: SafekeepingDeps, code: NonNullable<Safekeeping['failure']>['code']): Promise<void> {
  return change(deps, (kept) => ({ ...kept, failure: { code, atMs: deps.nowMs() } }));
}

async function change({ load, save }: Pick<SafekeepingDeps, 'load' | 'save'>, edit: (kept: Safekeeping) => Safekeeping): Promise<void> {
  const before = await load();
  const after = edit(before);
  if (JSON.stringify(after) !== JSON.stringify(before)) await save(after);
}
