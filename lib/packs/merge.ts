import { canonicalUrl } from '../core/canonical-url.ts';
import type { PackRecord } from './types.ts';

/** What became of records of one type and id that came from several inputs. */
export interface MergedRecords {
  records: PackRecord[];
  /** Records left out because another report or topic has their type and id, or another report their address. */
  dropped: { record: PackRecord; shares: 'id' | 'address' }[];
}

/**
 * Brings records of several inputs together. Of equal ones one is kept; outlets and reporters fill in what the first one
 * does not know; a second report or topic of the same id is left out, being a different thing under one name, and so is a second report of one
 * address, however that is spelt.
 */
export function mergeRecords(records: Iterable<PackRecord>): MergedRecords {
  const kept = new Map<string, PackRecord>();
  const addresses = new Set<string>();
  const dropped: MergedRecords['dropped'] = [];
  for (const record of records) {
    const key = `${record.type} ${record.id}`;
    const first = kept.get(key);
    if (first === undefined) {
      const address = record.type === 'article' ? (canonicalUrl(record.url) ?? record.url) : null;
      if (address !== null && addresses.has(address)) dropped.push({ record, shares: 'address' });
      else kept.set(key, record);
      if (address !== null) addresses.add(address);
    } else if (record.type === 'outlet' || record.type === 'reporter') kept.set(key, fillIn(first, record));
    else if (JSON.stringify(first) !== JSON.stringify(record)) dropped.push({ record, shares: 'id' });
  }
  return { records: [...kept.values()], dropped };
}

function fillIn<T extends object>(first: T, second: T): T {
  const missing = Object.entries(second).filter(([key]) => isEmpty(first[key as keyof T]));
  return { ...first, ...Object.fromEntries(missing) };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
