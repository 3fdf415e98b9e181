import { ByteReader, ByteWriter } from '../../index/bytes.ts';
import { FREQUENCY_SLOTS } from '../../index/frequencies.ts';
import { META, type ReadTransaction, type WriteTransaction } from './schema.ts';

/** Tables of counts with an entry a frequency slot. */
export type CountTable = typeof META.exactFrequencies | typeof META.mergeDropped;

// Chromium keeps a value of 64 KiB or more in a file of its own, which costs a reader about 5 ms each (measured in Chromium 156).
const BYTES_A_CHUNK = FREQUENCY_SLOTS / 2;
const COUNTS_A_CHUNK = FREQUENCY_SLOTS / 8;

/** The table of bytes that queries read, put together from its chunks; null where it is missing or damaged. */
export async function readFrequencyTable(transaction: ReadTransaction | WriteTransaction): Promise<Uint8Array | null> {
  const table = new Uint8Array(FREQUENCY_SLOTS);
  const chunks = await chunksOf(transaction, META.frequencies);
  if (chunks.length * BYTES_A_CHUNK !== FREQUENCY_SLOTS) return null;
  for (const [i, chunk] of chunks.entries()) {
    if (!(chunk instanceof Uint8Array) || chunk.length !== BYTES_A_CHUNK) return null;
    table.set(chunk, i * BYTES_A_CHUNK);
  }
  return table;
}

/** Writes the table of bytes. */
export function putFrequencyTable(transaction: WriteTransaction, table: Uint8Array): Promise<unknown>[] {
  const meta = transaction.objectStore('meta');
  return [0, 1].map((i) => meta.put(table.slice(i * BYTES_A_CHUNK, (i + 1) * BYTES_A_CHUNK), `${META.frequencies}:${i}`));
}

/** A table of counts; zero where a chunk is missing or damaged. */
export async function readCountTable(transaction: ReadTransaction | WriteTransaction, name: CountTable): Promise<Uint32Array> {
  const table = new Uint32Array(FREQUENCY_SLOTS);
  for (const [i, chunk] of (await chunksOf(transaction, name)).entries()) {
    if (!(chunk instanceof Uint8Array)) continue;
    const reader = new ByteReader(chunk);
    const end = Math.min(FREQUENCY_SLOTS, (i + 1) * COUNTS_A_CHUNK);
    for (let slot = i * COUNTS_A_CHUNK; slot < end; slot++) table[slot] = reader.varint();
  }
  return table;
}

/** Writes a table of counts, as varints: most are below 128, and a transaction should stay small. */
export function putCountTable(transaction: WriteTransaction, name: CountTable, table: Uint32Array): Promise<unknown>[] {
  const meta = transaction.objectStore('meta');
  const requests: Promise<unknown>[] = [];
  for (let from = 0; from < FREQUENCY_SLOTS; from += COUNTS_A_CHUNK) {
    const writer = new ByteWriter(2 * COUNTS_A_CHUNK);
    for (let slot = from; slot < from + COUNTS_A_CHUNK; slot++) writer.varint(table[slot]!);
    requests.push(meta.put(writer.take(), `${name}:${from / COUNTS_A_CHUNK}`));
  }
  return requests;
}

/** Deletes a table. */
export function deleteSlotTable(transaction: WriteTransaction, name: CountTable | typeof META.frequencies): Promise<unknown> {
  return transaction.objectStore('meta').delete(chunkRange(name));
}

function chunksOf(transaction: ReadTransaction | WriteTransaction, name: CountTable | typeof META.frequencies): Promise<unknown[]> {
  return transaction.objectStore('meta').getAll(chunkRange(name));
}

function chunkRange(name: string): IDBKeyRange {
  return IDBKeyRange.bound(`${name}:`, `${name}:~`);
}
