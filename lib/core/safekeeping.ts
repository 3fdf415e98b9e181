/** Why a file was not written: the permission is gone, there was nothing to write, or the browser said no. */
export type FileFailure = 'no-permission' | 'no-copy' | 'not-written';

/** What is remembered of copies outside the browser. Device-bound, as the permission is: in no backup. */
export interface Safekeeping {
  /** The last copy outside the browser, and how many changes the user had made by then. */
  outside: { atMs: number; changes: number; by: 'hand' | 'itself' } | null;
  /** Whether a file is written every week. */
  weekly: boolean;
  /** The last file could not be written; null once one was. */
  failure: { code: FileFailure; atMs: number } | null;
  /** No rolling copy could be made (epoch ms since when); null once one was. */
  copiesFailAtMs: number | null;
}

/** Nothing was copied yet. */
export const NOTHING_KEPT: Safekeeping = { outside: null, weekly: false, failure: null, copiesFailAtMs: null };

/** When the reader is reminded to take a copy out of the browser. */
export const REMIND_AFTER = { days: 30, changes: 50 } as const;
/** How often a file is written. */
export const FILE_EVERY_MS = 7 * 86_400_000;
/** After a failure. */
export const FILE_AGAIN_MS = 6 * 3_600_000;

const DAY_MS = 86_400_000;

/** Reads it from untrusted storage. */
export function parseSafekeeping(value: unknown): Safekeeping {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<Safekeeping>;
  const { outside, failure } = given;
  return {
    outside:
      isTime(outside?.atMs) && isTime(outside.changes)
        ? { atMs: outside.atMs, changes: outside.changes, by: outside.by === 'itself' ? 'itself' : 'hand' }
        : null,
    weekly: given.weekly === true,
    failure: isTime(failure?.atMs)
      ? { code: failure.code === 'no-permission' || failure.code === 'no-copy' ? failure.code : 'not-written', atMs: failure.atMs }
      : null,
    copiesFailAtMs: isTime(given.copiesFailAtMs) ? given.copiesFailAtMs : null,
  };
}

/** Changes since the last copy outside. `made.changes` starts again in a new database. */
export function changesSince({ outside }: Safekeeping, made: { changes: number }): number {
  return outside === null || outside.changes > made.changes ? made.changes : made.changes - outside.changes;
}

/** Whether the reader should be reminded: there is something new, and it is much or old. */
export function isReminderDue(kept: Safekeeping, made: { changes: number; sinceMs: number | null }, nowMs: number): boolean {
  const changes = changesSince(kept, made);
  const sinceMs = kept.outside?.atMs ?? made.sinceMs;
  return changes >= REMIND_AFTER.changes || (changes > 0 && sinceMs !== null && isPast(sinceMs, REMIND_AFTER.days * DAY_MS, nowMs));
}

/** Whether something is so long ago. What a wrong clock put more than a day ahead may be as old as anything. */
function isPast(atMs: number, afterMs: number, nowMs: number): boolean {
  return nowMs - atMs >= afterMs || atMs - nowMs > DAY_MS;
}

/** Whether the weekly file should be written now: only where something has changed since the last copy outside. */
export function isFileDue(kept: Safekeeping, made: { changes: number }, nowMs: number): boolean {
  if (!kept.weekly || changesSince(kept, made) === 0) return false;
  if (kept.failure !== null) return nowMs - kept.failure.atMs >= FILE_AGAIN_MS || nowMs < kept.failure.atMs;
  return kept.outside === null || isPast(kept.outside.atMs, FILE_EVERY_MS, nowMs);
}

/** How much room is left: `near` long before the end, `full` when writing may fail at any time; null where there is enough. */
export function roomLeft({ usedBytes, quotaBytes }: { usedBytes: number; quotaBytes: number }): 'near' | 'full' | null {
  if (quotaBytes <= 0) return null;
  const left = quotaBytes - usedBytes;
  if (left < ROOM.fullBytes || left < quotaBytes * ROOM.fullShare) return 'full';
  // A share alone would warn with gigabytes left on a large disk, bytes alone too late on a phone's.
  return usedBytes > quotaBytes * ROOM.nearShare && left < ROOM.nearBytes ? 'near' : null;
}

/** A pack of 100,000 reports takes about 1.5 GB; a day of feeds 10 MB. */
const ROOM = { nearShare: 0.8, nearBytes: 2_000_000_000, fullShare: 0.02, fullBytes: 100_000_000 } as const;

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
