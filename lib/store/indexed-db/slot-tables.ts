import { FREQUENCY_SLOTS } from '../../index/frequencies.ts';
import type { META, ReadTransaction, WriteTransaction } from './schema.ts';

/** Tables with an entry a frequency slot. */
export type SlotTable = typeof META.frequencies | typeof META.exactFrequencies | typeof META.mergeDropped;

// Chromium keeps a value of 64 KiB or more in a file of its own, which costs a reader about 5 ms each (measured in Chromium 156).
const CHUNK_BYTES = 32_768;

/** A table of bytes, put together from its chunks; null where it is missing or damaged. */
export async function readByteTable(transaction: ReadTransaction | WriteTransaction, name: SlotTable): Promise<Uint8Array | null> {
  return joined(await chunksOf(transaction, name), new Uint8Array(FREQUENCY_SLOTS));
}

/** A table of counts, put together from its chunks; all zero where it is missing or damaged. */
export async function readCountTable(transaction: ReadTransaction | WriteTransaction, name: SlotTable): Promise<Uint32Array> {
  return joined(await chunksOf(transaction, name), new Uint32Array(FREQUENCY_SLOTS)) ?? new Uint32Array(FREQUENCY_SLOTS);
}

/** Writes a table, cut into chunks. */
export function putSlotTable(transaction: WriteTransaction, name: SlotTable, table: Uint8Array | Uint32Array): Promise<unknown>[] {
  const meta = transaction.objectStore('meta');
  const length = CHUNK_BYTES / table.BYTES_PER_ELEMENT;
  return Array.from({ length: table.length / length }, (_, i) => meta.put(table.slice(i * length, (i + 1) * length), `${name}:${i}`));
}

/** Deletes a table. */
export function deleteSlotTable(transaction: WriteTransaction, name: SlotTable): Promise<unknown> {
  return transaction.objectStore('meta').delete(chunkRange(name));
}

function chunksOf(transaction: ReadTransaction | WriteTransaction, name: SlotTable): Promise<unknown[]> {
  return transaction.objectStore('meta').getAll(chunkRange(name));
}

function chunkRange(name: SlotTable): IDBKeyRange {
  return IDBKeyRange.bound(`${name}:`, `${name}:~`);
}

function joined<Table extends Uint8Array | Uint32Array>(chunks: unknown[], table: Table): Table | null {
  let at = 0;
  for (const chunk of chunks) {
    if (chunk?.constructor !== table.constructor || at + (chunk as Table).length > table.length) return null;
    table.set(chunk as Table, at);
    at += (chunk as Table).length;
  }
  return at === table.length ? table : null;
}
