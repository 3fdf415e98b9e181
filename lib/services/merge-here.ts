import { fail, ok, type Result } from '../core/result.ts';
import type { BackupContent, RestorePlan } from '../store/backup-source.ts';
import { emptyContent, type RemovedRows } from '../store/backup-source.ts';
import type { IndexedDbStore } from '../store/indexed-db/open-store.ts';
import type { SyncSelf } from '../store/indexed-db/sync-state.ts';
import { observe } from '../sync/observe.ts';
import { type HereRows, planRows, type SyncPlan } from '../sync/plan.ts';
import { winner } from '../sync/register.ts';
import { keepRemovedNotes } from '../sync/removed-notes.ts';
import { type Entry, forgetGone, keepLosers, LOST, mergeReplicas, type Replica } from '../sync/replica.ts';
import { toParts } from '../sync/rows-to-parts.ts';

/** What this device's rows are at one moment, and what it knows then. */
export interface Look {
  self: SyncSelf;
  rows: HereRows;
  /** As it was kept. */
  kept: Replica;
  /** Brought up to the rows. */
  replica: Map<string, Entry>;
}

/** What taking in another replica would do here. */
export interface Merging {
  look: Look;
  merged: Map<string, Entry>;
  plan: SyncPlan;
  /** All rows to be written, reports without text among them, and those they replace or take away. */
  content: BackupContent;
  replaced: BackupContent;
  removed: RemovedRows;
  /** Texts that lost against later ones, and are kept. */
  lost: number;
}

/** What merging works with. */
export interface MergePlace {
  store: IndexedDbStore;
  nowMs: number;
}

/**
 * Reads the rows as they are now, and brings what this device knew up to them. `known`: as it was kept; where that was of another index, this device is a new
 * one, `newDevice`, that took nothing away. Writes nothing.
 */
export async function lookHere(
  { store, nowMs }: MergePlace,
  known: { self: SyncSelf | null; replica: Replica },
  newDevice: string,
): Promise<Look> {
  const [made, rows] = await store.undisturbed(async () => [await store.made(), await readRows(store)] as const);
  const of = known.self;
  const isOfThisIndex = of !== null && of.made.sinceMs !== null && of.made.sinceMs === made.sinceMs && of.made.writes <= made.writes;
  const self = { device: isOfThisIndex ? of.device : newDevice, made: { writes: made.writes, sinceMs: made.sinceMs } };
  const before: Replica = isOfThisIndex ? known.replica : new Map();
  return { self, rows, kept: known.replica, replica: observe(before, toParts(rows), { device: self.device, nowMs }) };
}

async function readRows(store: IndexedDbStore): Promise<HereRows> {
  const [pins, notes, collections, collectionItems, fieldEdits, trash, corrections, followed] = await Promise.all([
    store.listPins(),
    store.listRows('notes'),
    store.listRows('collections'),
    store.listRows('collectionItems'),
    store.listRows('fieldEdits'),
    store.listRows('trash'),
    store.listCorrections(),
    store.listFollows(),
  ]);
  return { pins, notes, collections, collectionItems, fieldEdits, trash, corrections, followed };
}

/** Works out what taking in another replica would change here. Writes nothing. */
export async function planMerge(look: Look, other: Replica, { store, nowMs }: MergePlace): Promise<Merging> {
  const merged = forgetGone(mergeReplicas(look.replica, other), nowMs, other);
  const before = countLosers(merged);
  for (const [key, entry] of merged) {
    const kept = keepLosers(entry, look.self.device);
    if (kept !== entry) merged.set(key, kept);
  }
  keepRemovedNotes(merged, look.replica, look.self.device);
  const content = emptyContent();
  // With all that makes reports, which imports share.
  const { reportsFor } = await import('./exchange-reports.ts');
  const rowOf = await reportsFor(merged, look.rows, { store, nowMs }, content);
  const plan = planRows(look.rows, merged, { nowMs, rowOf });
  const replaced = emptyContent();
  const removed: RemovedRows = {};
  for (const table of Object.keys(plan.put) as (keyof HereRows)[]) {
    const here = new Map<string, { id: string }>(look.rows[table].map((row) => [row.id, row]));
    const [put, gone]: { id: string }[][] = [plan.put[table], plan.gone[table]];
    (content[table] as { id: string }[]) = put!;
    (replaced[table] as { id: string }[]) = [...put!.flatMap(({ id }) => here.get(id) ?? []), ...gone!];
    removed[table] = gone!.map(({ id }) => id);
  }
  return { look, merged, plan, content, replaced, removed, lost: countLosers(merged) - before };
}

/** Writes it: all rows in one transaction, if nothing was made here since the look (`changed-meanwhile`). The reports follow as a restore's do. */
export async function applyMerge({ look, plan, content, removed }: Merging, { store }: Pick<MergePlace, 'store'>): Promise<Result<void>> {
  if (plan.counts.length === 0) return ok(undefined);
  const planned = async (): Promise<Result<RestorePlan>> =>
    (await store.made()).writes === look.self.made.writes
      ? ok({ content, settings: null, removed, over: [] })
      : fail('changed-meanwhile', 'Something was changed here.');
  const begun = await store.beginRestore(planned);
  return begun.ok ? ok(undefined) : begun;
}

/** How many texts that lost are kept. */
function countLosers(replica: Replica): number {
  let count = 0;
  for (const entry of replica.values())
    for (const field of Object.keys(entry)) if (field.startsWith(LOST) && winner(entry[field]) !== undefined) count++;
  return count;
}
