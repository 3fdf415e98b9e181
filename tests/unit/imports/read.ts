import { readImport } from '../../../lib/imports/read-import.ts';
import type { ImportedItem, ImportReading } from '../../../lib/imports/types.ts';

/** Reads a text as a file that comes in pieces of `size` bytes; fails the test where it is refused. */
export async function reading(text: string | Uint8Array, size = 7_000): Promise<ImportReading> {
  const read = await readImport(pieces(text, size));
  if (!read.ok || read.value.format === null) throw new Error('The file was not read.');
  return read.value;
}

/** Why a file is not read. */
export async function refusal(text: string | Uint8Array): Promise<string> {
  const read = await readImport(pieces(text, 100));
  return read.ok && read.value.format === null ? read.value.reason : 'read';
}

/** A text's bytes in pieces. */
export function* pieces(text: string | Uint8Array, size: number): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** An item of which nothing is known but its address. */
export function bare(url: string, over: Partial<ImportedItem> = {}): ImportedItem {
  return {
    url,
    title: null,
    addedAtMs: null,
    state: null,
    tags: [],
    note: null,
    authors: [],
    outlet: null,
    datePublished: null,
    language: null,
    description: null,
    ...over,
  };
}
