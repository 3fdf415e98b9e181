import type { StoreContext } from './context.ts';
import { TEXTS_MIGRATIONS } from './migrations/list.ts';
import { openDatabase } from './open-database.ts';
import type { KeptText, TextsDatabase, TextsSchema } from './schema.ts';

/** Shorter texts gain nothing from being compressed. */
const COMPRESS_FROM = 512;

/** The part of `navigator.storageBuckets` (Chromium) that is used. */
export interface StorageBuckets {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * Opens the database of texts: where the browser has storage buckets in one of its own, since databases of one bucket share their files
 * in Chromium and large ones slow the opening of small ones; elsewhere beside the main database. Never sometimes here and
 * sometimes there: a bucket that cannot be opened is an error (`DOMException`).
 */
export async function openTexts(factory: IDBFactory, buckets: StorageBuckets | undefined, name: string): Promise<TextsDatabase> {
  const place = buckets === undefined ? factory : await bucketOf(buckets, name);
  return openDatabase<TextsSchema>(place, name, TEXTS_MIGRATIONS);
}

async function bucketOf(buckets: StorageBuckets, name: string): Promise<IDBFactory> {
  try {
    return (await buckets.open(name)).indexedDB;
  } catch (error) {
    // Browsers reject with a TypeError, which would look like a bug of ours.
    throw error instanceof DOMException ? error : new DOMException(String(error), 'UnknownError');
  }
}

/** Texts as they are kept, in the same order: raw deflate of their UTF-8; short ones, and those UTF-8 cannot hold (half a surrogate pair), as they are. */
export function packTexts(texts: string[]): Promise<KeptText[]> {
  return Promise.all(texts.map((text) => (text.length < COMPRESS_FROM || !text.isWellFormed() ? text : deflate(text))));
}

/** Texts by docId, in the order asked; '' for what is missing or damaged. */
export async function readTexts(context: Pick<StoreContext, 'texts'>, docIds: number[]): Promise<string[]> {
  if (docIds.length === 0) return [];
  const table = (await context.texts()).transaction('texts', 'readonly').objectStore('texts');
  return unpackTexts(await Promise.all(docIds.map((docId) => table.get(docId))));
}

function unpackTexts(kept: unknown[]): Promise<string[]> {
  return Promise.all(kept.map((record) => (typeof record === 'string' ? record : record instanceof Uint8Array ? inflate(record) : '')));
}

async function deflate(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(text)).arrayBuffer());
}

async function inflate(bytes: Uint8Array): Promise<string> {
  try {
    return await through(new DecompressionStream('deflate-raw'), bytes as Uint8Array<ArrayBuffer>).text();
  } catch {
    return '';
  }
}

function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>): Response {
  const writer = stream.writable.getWriter();
  // What goes wrong is heard of at the reading end.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Response(stream.readable);
}
