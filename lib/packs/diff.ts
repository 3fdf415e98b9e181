import { canonicalJson } from '../core/canonical-json.ts';
import { compareRecords } from './order.ts';
import type { OpenPack, PackEntry, PackManifest, PackRecord } from './types.ts';

/** One record that differs between two versions of a pack: as it is in the newer one, or was in the older one if it is gone. */
export interface PackChange {
  change: 'added' | 'changed' | 'removed';
  record: PackRecord;
  /** Members that differ, in ABC order; empty unless `changed`. */
  fields: string[];
}

/** What is wrong with one of two packs that are compared. */
export type PackFault = PackEntry & { ok: false };

/**
 * What differs between two versions of a pack, in the order of packs; one record of each is held at a time. Both must stand in order: a fault of
 * code `wrong-order` means that the answer is not to be trusted. Lines that cannot be read are handed to `onFault` and count as absent.
 */
export async function* diffPacks(
  before: OpenPack,
  after: OpenPack,
  onFault: (fault: PackFault, side: 'before' | 'after') => void,
): AsyncGenerator<PackChange, void, undefined> {
  const olds = recordsOf(before, (fault) => onFault(fault, 'before'));
  const news = recordsOf(after, (fault) => onFault(fault, 'after'));
  let [old, next] = [await olds.next(), await news.next()];
  while (!old.done || !next.done) {
    const order = old.done ? 1 : next.done ? -1 : compareRecords(old.value, next.value);
    if (order < 0 && !old.done) yield { change: 'removed', record: withProvenance(old.value, before.manifest), fields: [] };
    if (order > 0 && !next.done) yield { change: 'added', record: withProvenance(next.value, after.manifest), fields: [] };
    if (order === 0 && !old.done && !next.done) {
      const fields = differingMembers(old.value, next.value, before.manifest, after.manifest);
      if (fields.length > 0) yield { change: 'changed', record: withProvenance(next.value, after.manifest), fields };
    }
    if (order <= 0) old = await olds.next();
    if (order >= 0) next = await news.next();
  }
}

/** Members of two manifests that differ, in ABC order; what follows from the records (counts, checksum) is left out. */
export function differingDescription(before: PackManifest, after: PackManifest): string[] {
  return differingFields(before, after).filter((field) => field !== 'counts' && field !== 'sha256');
}

/** Members of two values of one type that differ, in ABC order. */
export function differingFields<T extends object>(before: T, after: T): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort() as (keyof T & string)[];
  return keys.filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]));
}

/** Members that differ between two versions of a record. What both leave to their manifests differs there, and is named once. */
function differingMembers(old: PackRecord, next: PackRecord, before: PackManifest, after: PackManifest): string[] {
  const inherits = (field: string): boolean => (field === 'licence' || field === 'source') && old[field] === null && next[field] === null;
  return differingFields(withProvenance(old, before), withProvenance(next, after)).filter((field) => !inherits(field));
}

/** A record with the licence and source that hold for it, so that saying again what the manifest says is no difference. */
function withProvenance(record: PackRecord, { licence, source }: PackManifest): PackRecord {
  return { ...record, licence: record.licence ?? licence, source: record.source ?? source };
}

async function* recordsOf(pack: OpenPack, onFault: (fault: PackFault) => void): AsyncGenerator<PackRecord, void, undefined> {
  for await (const entry of pack.entries) {
    if (entry.ok) yield entry.value;
    else onFault(entry);
  }
}
