import type { IndexDocument } from '../../index/types.ts';
import type { KeptTimes, ReadTransaction, WriteTransaction } from './schema.ts';

/** Documents in one record: 32 KiB, so that Chromium keeps it in its database and not in a file of its own. */
const CHUNK = 4096;
/** Keys a segment has: enough for `SEGMENT_MAX` documents. */
const KEYS = 64;

/** Writes the documents of a segment, ascending by docId, with their publication minutes. */
export function putTimes(
  transaction: WriteTransaction,
  segment: number,
  docs: Pick<IndexDocument, 'docId' | 'publishedMin'>[],
): Promise<unknown>[] {
  const table = transaction.objectStore('times');
  const requests: Promise<unknown>[] = [];
  for (let from = 0; from < docs.length; from += CHUNK) {
    const chunk = docs.slice(from, from + CHUNK);
    const record = {
      docIds: Uint32Array.from(chunk, ({ docId }) => docId),
      minutes: Uint32Array.from(chunk, ({ publishedMin }) => publishedMin),
    };
    requests.push(table.put(record, segment * KEYS + from / CHUNK));
  }
  return requests;
}

/** The documents of the segments `from` … `to` that are still kept, segments swept later included; null in the place of a damaged record. */
export async function readTimes(transaction: ReadTransaction | WriteTransaction, from: number, to = from): Promise<(KeptTimes | null)[]> {
  const records: unknown[] = await transaction.objectStore('times').getAll(IDBKeyRange.bound(from * KEYS, to * KEYS + KEYS - 1));
  return records.map((record) => (isTimes(record) ? record : null));
}

/** The documents of just these segments; damaged records are null. */
export async function readTimesOf(transaction: ReadTransaction, segments: number[]): Promise<(KeptTimes | null)[]> {
  if (segments.length === 0) return [];
  const live = new Set(segments);
  const range = IDBKeyRange.bound(Math.min(...segments) * KEYS, Math.max(...segments) * KEYS + KEYS - 1);
  const table = transaction.objectStore('times');
  const [keys, records] = await Promise.all([table.getAllKeys(range), table.getAll(range) as Promise<unknown[]>]);
  return records.flatMap((record, i) => (live.has(segmentOfTimes(keys[i]!)) ? [isTimes(record) ? record : null] : []));
}

/** The segment a record's key belongs to. */
export function segmentOfTimes(key: number): number {
  return Math.floor(key / KEYS);
}

function isTimes(record: unknown): record is KeptTimes {
  const { docIds, minutes } = (record ?? {}) as Partial<KeptTimes>;
  return docIds instanceof Uint32Array && minutes instanceof Uint32Array && docIds.length === minutes.length;
}
