import { ByteReader, ByteWriter } from '../../index/bytes.ts';
import { FREQUENCY_SLOTS, quantiseFrequencies } from '../../index/frequencies.ts';
import { decodeLost, type LostCounts } from '../../index/lost-words.ts';
import { META, type ReadTransaction, type WriteTransaction } from './schema.ts';

// Chromium keeps a value of 64 KiB or more in a file of its own, which costs a reader about 5 ms each (measured in Chromium 156).
const BYTES_A_CHUNK = FREQUENCY_SLOTS / 2;
const COUNTS_A_CHUNK = FREQUENCY_SLOTS / 8;

/** The table of bytes that queries read, put together from its chunks; null where it is missing or damaged. */
export async function readFrequencyTable(transaction: ReadTransaction | WriteTransaction): Promise<Uint8Array | null> {
  const table = new Uint8Array(FREQUENCY_SLOTS);
  const chunks = await transaction.objectStore('meta').getAll(chunkRange(META.frequencies));
  if (chunks.length * BYTES_A_CHUNK !== FREQUENCY_SLOTS) return null;
  for (const [i, chunk] of chunks.entries()) {
    if (!(chunk instanceof Uint8Array) || chunk.length !== BYTES_A_CHUNK) return null;
    table.set(chunk, i * BYTES_A_CHUNK);
  }
  return table;
}

/** The exact counts behind it; zero where a chunk is missing or damaged. */
export async function readExactCounts(transaction: ReadTransaction | WriteTransaction): Promise<Uint32Array> {
  const table = new Uint32Array(FREQUENCY_SLOTS);
  const chunks = await transaction.objectStore('meta').getAll(chunkRange(META.exactFrequencies));
  for (const [i, chunk] of chunks.entries()) {
    if (!(chunk instanceof Uint8Array)) continue;
    const reader = new ByteReader(chunk);
    const end = Math.min(FREQUENCY_SLOTS, (i + 1) * COUNTS_A_CHUNK);
    for (let slot = i * COUNTS_A_CHUNK; slot < end; slot++) table[slot] = reader.varint();
  }
  return table;
}

/** Writes the exact counts, as varints, and the table that queries read. */
export function putFrequencies(transaction: WriteTransaction, exact: Uint32Array): Promise<unknown>[] {
  const meta = transaction.objectStore('meta');
  const table = quantiseFrequencies(exact);
  const requests: Promise<unknown>[] = [0, 1].map((i) =>
    meta.put(table.slice(i * BYTES_A_CHUNK, (i + 1) * BYTES_A_CHUNK), `${META.frequencies}:${i}`),
  );
  for (let from = 0; from < FREQUENCY_SLOTS; from += COUNTS_A_CHUNK) {
    const writer = new ByteWriter(2 * COUNTS_A_CHUNK);
    for (let slot = from; slot < from + COUNTS_A_CHUNK; slot++) writer.varint(exact[slot]!);
    requests.push(meta.put(writer.take(), `${META.exactFrequencies}:${from / COUNTS_A_CHUNK}`));
  }
  return requests;
}

/** Deletes both tables. */
export function deleteFrequencies(transaction: WriteTransaction): Promise<unknown>[] {
  const meta = transaction.objectStore('meta');
  return [META.frequencies, META.exactFrequencies].map((name) => meta.delete(chunkRange(name)));
}

/**
 * Notes by how much a step of a merge changes counts, by slot: a record a step, so that none is written over. Chromium copies whatever a transaction
 * writes over into a journal.
 */
export function noteChanges(transaction: WriteTransaction, step: number, changes: Map<number, number>): Promise<unknown>[] {
  const writer = new ByteWriter(6 * changes.size);
  for (const [slot, change] of changes) {
    if (change === 0) continue;
    writer.varint(slot);
    // Sign in the lowest bit.
    writer.varint(change < 0 ? -2 * change - 1 : 2 * change);
  }
  if (writer.length === 0) return [];
  return [transaction.objectStore('meta').put(writer.take(), `${META.mergeCounts}:${String(step).padStart(4, '0')}`)];
}

/** Adds all noted changes to the exact counts and forgets the notes; false where there were none. */
export async function applyChanges(transaction: WriteTransaction, exact: Uint32Array): Promise<boolean> {
  const notes = await transaction.objectStore('meta').getAll(chunkRange(META.mergeCounts));
  for (const note of notes) {
    if (!(note instanceof Uint8Array)) continue;
    const reader = new ByteReader(note);
    while (!reader.done) {
      const slot = reader.varint() % FREQUENCY_SLOTS;
      const change = reader.varint();
      exact[slot] = Math.max(0, exact[slot]! + (change & 1 ? -((change + 1) >>> 1) : change >>> 1));
    }
  }
  return notes.length > 0;
}

/** Notes what a step of a merge left out of the lists of terms, as `encodeLost` gives it. */
export function noteLost(transaction: WriteTransaction, step: number, lost: Uint8Array<ArrayBuffer>): Promise<unknown> {
  return transaction.objectStore('meta').put(lost, `${META.mergeLost}:${String(step).padStart(4, '0')}`);
}

/** All that a merge left out so far. */
export async function readLost(transaction: WriteTransaction): Promise<LostCounts> {
  const notes = await transaction.objectStore('meta').getAll(chunkRange(META.mergeLost));
  return decodeLost(notes.filter((note) => note instanceof Uint8Array));
}

/** Forgets the notes of a merge. */
export function forgetChanges(transaction: WriteTransaction): Promise<unknown> {
  const meta = transaction.objectStore('meta');
  return Promise.all([META.mergeCounts, META.mergeLost].map((name) => meta.delete(chunkRange(name))));
}

function chunkRange(name: string): IDBKeyRange {
  return IDBKeyRange.bound(`${name}:`, `${name}:~`);
}
