import { canonicalJson } from '../core/canonical-json.ts';

/** What was written at a time by a device. */
export interface Version<T = unknown> {
  value: T;
  /** A logical clock that is no earlier than the time (epoch ms) of the writing: see `write`. */
  clock: number;
  device: string;
}

/**
 * A place that several devices write. It holds every version that no later one replaced: one mostly, several where devices wrote without knowing of each
 * other, none where it was emptied. `seen` says up to which clock it knows of each device's writings, so that what is not among the versions and was
 * seen is known to be replaced. Versions stand best first, so that equal registers are equal JSON.
 */
export interface Register<T = unknown> {
  seen: { [device: string]: number };
  versions: Version<T>[];
}

/** Nothing was ever written. */
export const EMPTY: Register<never> = { seen: {}, versions: [] };

/** The version that counts: of the greatest clock, then of the greatest device; undefined where there is none. */
export function winner<T>(register: Register<T> | undefined): Version<T> | undefined {
  return register?.versions[0];
}

/** Replaces all versions by a new one, of a clock beyond all that were seen and no earlier than `atMs`. */
export function write<T>(register: Register<T>, value: T, device: string, atMs: number): Register<T> {
  const clock = nextClock(register, atMs);
  return { seen: { ...register.seen, [device]: clock }, versions: [{ value, clock, device }] };
}

/** Empties a place. A version that another device writes without knowing of it stays. */
export function clear<T>(register: Register<T>, device: string, atMs: number): Register<T> {
  return { seen: { ...register.seen, [device]: nextClock(register, atMs) }, versions: [] };
}

/** The clock of the last writing or emptying; 0 where there was none. */
export function lastClock(register: Register | undefined): number {
  return Math.max(0, ...Object.values(register?.seen ?? {}));
}

/**
 * What two devices know together: commutative, associative, idempotent. A version stays where both have it, and where the other has not seen it; so what
 * one wrote is lost only to somebody who had seen it. (An optimized observed-remove set: Bieniusa et al., 2012, with versions as its elements.)
 */
export function mergeRegisters<T>(a: Register<T>, b: Register<T>): Register<T> {
  if (a === b) return a;
  const seen = { ...a.seen };
  for (const [device, clock] of Object.entries(b.seen)) seen[device] = Math.max(clock, seen[device] ?? 0);
  const versions = [...kept(a, b), ...kept(b, a)].sort(bestFirst);
  return { seen, versions: versions.filter((version, at) => at === 0 || !isSameWriting(version, versions[at - 1]!)) };
}

function nextClock(register: Register, atMs: number): number {
  return Math.max(Math.round(atMs), lastClock(register) + 1);
}

function kept<T>(of: Register<T>, other: Register<T>): Version<T>[] {
  return of.versions.filter(
    (version) => version.clock > (other.seen[version.device] ?? 0) || other.versions.some((each) => isSameWriting(each, version)),
  );
}

function isSameWriting(a: Version, b: Version): boolean {
  return a.clock === b.clock && a.device === b.device;
}

/** Two values of one writing can only come of a profile that was copied: then the greater one counts, everywhere. */
function bestFirst(a: Version, b: Version): number {
  if (a.clock !== b.clock) return b.clock - a.clock;
  if (a.device !== b.device) return a.device < b.device ? 1 : -1;
  return canonicalJson(a.value) < canonicalJson(b.value) ? 1 : -1;
}
