import { canonicalJson } from '../core/canonical-json.ts';
import { TRASH_MS } from '../core/library.ts';
import { clear, EMPTY, lastClock, mergeRegisters, type Register, winner, write } from './register.ts';

/** One thing that the user made, as registers by field: see `rows-to-parts.ts` for which there are. `here`: whether it is there at all. */
export type Entry = { [field: string]: Register };

/** Everything a device knows of what the user made, on all devices: entries by their key. */
export type Replica = ReadonlyMap<string, Entry>;

/** What two replicas know together: commutative, associative, idempotent, as their registers are. */
export function mergeReplicas(a: Replica, b: Replica): Map<string, Entry> {
  const merged = new Map(a);
  for (const [key, entry] of b) merged.set(key, mergeEntries(merged.get(key) ?? {}, entry));
  return merged;
}

/** What two replicas know together of one thing. */
export function mergeEntries(a: Entry, b: Entry): Entry {
  const merged: Entry = { ...a };
  for (const [field, register] of Object.entries(b)) merged[field] = mergeRegisters(merged[field] ?? EMPTY, register);
  return merged;
}

/** Whether a thing is there. */
export function isHere(entry: Entry | undefined): boolean {
  return winner(entry?.here) !== undefined;
}

/** Fields that the user types: what loses in them is kept. */
const TYPED = ['note', 'name', 'query', 'value'];

/** Beginning of the fields that keep what lost. */
export const LOST = 'lost ';

/**
 * Writes down what lost where two devices typed something else into one field: as a field of its own, `lost <field> <device> <clock>`. Answers the same entry
 * where nothing did. What is written down stays when the field is written again, until somebody clears it.
 */
export function keepLosers(entry: Entry, device: string): Entry {
  let kept = entry;
  for (const field of TYPED) {
    const [first, ...others] = entry[field]?.versions ?? [];
    for (const { value, clock, device: by } of others) {
      const name = `${LOST}${field} ${by} ${clock}`;
      const isText = (typeof value === 'string' && value.trim() !== '') || Array.isArray(value);
      if (!isText || name in entry || canonicalJson(value) === canonicalJson(first!.value)) continue;
      kept = { ...kept, [name]: write(EMPTY, value, device, clock) };
    }
  }
  return kept;
}

/**
 * Forgets what things held that are gone for longer than the trash keeps, or that `other` has forgotten: only that they were is left. Not even what was
 * replaced in them is remembered: to a device that changed one meanwhile, that would say that all it did not change was taken away.
 */
export function forgetGone(replica: Replica, nowMs: number, other: Replica = new Map()): Map<string, Entry> {
  const left = new Map(replica);
  for (const [key, entry] of replica) {
    if (isHere(entry) || isForgotten(entry)) continue;
    const elsewhere = other.get(key);
    const isDue = lastClock(entry.here) + TRASH_MS < nowMs || (elsewhere !== undefined && !isHere(elsewhere) && isForgotten(elsewhere));
    if (isDue) left.set(key, { here: entry.here ?? EMPTY });
  }
  return left;
}

function isForgotten(entry: Entry): boolean {
  return Object.keys(entry).every((field) => field === 'here');
}

/** A kept loser that the user does not want any more. */
export function withoutLoser(entry: Entry, field: string, device: string, nowMs: number): Entry {
  const register = entry[field];
  return register === undefined || !field.startsWith(LOST) ? entry : { ...entry, [field]: clear(register, device, nowMs) };
}
