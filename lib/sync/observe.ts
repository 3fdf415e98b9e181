import { canonicalJson } from '../core/canonical-json.ts';
import { clear, EMPTY, winner, write } from './register.ts';
import { type Entry, forgetGone, isHere, LOST, type Replica } from './replica.ts';
import { isShown, type Part } from './rows-to-parts.ts';

/** Who observes, and when (epoch ms): the time of what left no other. */
export interface Observer {
  device: string;
  nowMs: number;
}

/**
 * Brings a replica up to what this device's rows are now: whatever differs was done here since, and is written as this device's. What is gone is noted as gone;
 * changing a thing says that it is wanted, and so are the collections it stands in. Without differences, the same entries. Of what is gone for longer
 * than the trash keeps, only that it was remains.
 */
export function observe(replica: Replica, parts: ReadonlyMap<string, Part>, { device, nowMs }: Observer): Map<string, Entry> {
  const next = new Map(replica);
  const touched = new Set<string>();
  for (const [key, part] of parts) {
    const before = replica.get(key) ?? {};
    const after = withChanges(before, part, device, nowMs);
    if (after === before && isHere(before)) continue;
    next.set(key, after);
    for (const each of [key, ...part.within]) touched.add(each);
  }
  for (const key of touched) {
    const part = parts.get(key);
    if (part === undefined) continue;
    const entry = next.get(key) ?? {};
    next.set(key, { ...entry, here: write(entry.here ?? EMPTY, part.here, device, part.atMs) });
  }
  for (const [key, entry] of replica) {
    if (parts.has(key) || !isShown(key, replica)) continue;
    next.set(key, { ...entry, here: clear(entry.here ?? EMPTY, device, nowMs) });
  }
  return forgetGone(next, nowMs);
}

function withChanges(before: Entry, part: Part, device: string, nowMs: number): Entry {
  let after = before;
  for (const [field, { value, atMs }] of Object.entries(part.fields)) {
    const known = winner(before[field]);
    if (known !== undefined && canonicalJson(known.value) === canonicalJson(value)) continue;
    after = { ...after, [field]: write(before[field] ?? EMPTY, value, device, atMs) };
  }
  for (const [field, register] of Object.entries(before)) {
    if (field === 'here' || field.startsWith(LOST) || field in part.fields || winner(register) === undefined) continue;
    after = { ...after, [field]: clear(register, device, nowMs) };
  }
  return after;
}
