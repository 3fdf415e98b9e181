import { canonicalJson } from '../core/canonical-json.ts';
import { clear, EMPTY, mergeRegisters, type Register, winner, write } from './register.ts';

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

/** Forgets all that a thing held, and keeps that it was: for things that are gone for good. */
export function emptied(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).map(([field, { seen }]) => [field, { seen, versions: [] }]));
}

/** A kept loser that the user does not want any more. */
export function withoutLoser(entry: Entry, field: string, device: string, nowMs: number): Entry {
  const register = entry[field];
  return register === undefined || !field.startsWith(LOST) ? entry : { ...entry, [field]: clear(register, device, nowMs) };
}
