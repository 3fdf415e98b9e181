import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { decoderFor, markedEncoding } from '../text/encoding.ts';
import { type CliIo, UsageError } from './command.ts';

const MIB = 1024 * 1024;

/** Bytes a single document (page, text, query list) may have once unpacked. */
export const DOCUMENT_MAX_BYTES = 64 * MIB;

/** Bytes a stream of rows may have once unpacked: far above any pack, far below a gzip bomb's promise. */
const STREAM_MAX_BYTES = 16 * 1024 * MIB;

/** Why an input cannot be read. */
export type UnreadableCode = 'not-found' | 'not-utf8' | 'too-large' | 'unreadable';

/** An input that cannot be read, as a row of a batch reports it. */
export class UnreadableError extends UsageError {
  readonly code: UnreadableCode;
  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** How an input is called in messages. */
export function inputName(source: string): string {
  return source === '-' ? 'standard input' : source;
}

/**
 * Bytes of a file, or of standard input for `-`, as they come; gzip is recognised by its first bytes and unpacked.
 * Throws UnreadableError where there is nothing to read, or where the gzip data are damaged or too large.
 */
export async function* openInput(source: string, io: CliIo, maxBytes = STREAM_MAX_BYTES): AsyncGenerator<Uint8Array> {
  const name = inputName(source);
  let total = 0;
  try {
    const raw = source === '-' ? io.stdin : createReadStream(resolve(io.cwd, source));
    for await (const chunk of unpacked(raw)) {
      total += chunk.length;
      if (total > maxBytes) throw new UnreadableError('too-large', `${name} holds more than ${Math.round(maxBytes / MIB)} MB; split it`);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof UnreadableError ? error : unreadable(name, error);
  }
}

/** The whole of an input, at most `maxBytes` once unpacked. Throws UnreadableError. */
export async function readInput(source: string, io: CliIo, maxBytes = DOCUMENT_MAX_BYTES): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of openInput(source, io, maxBytes)) chunks.push(chunk);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/**
 * Plain text by its byte order mark, else by the label given (WHATWG; an unknown one counts as none), else in UTF-8. Without the mark. Throws
 * UnreadableError `not-utf8`, with the name the text has in messages, where the bytes are not that either: letters that are lost must not pass for it.
 */
export function decodeText(bytes: Uint8Array, label?: string, name = 'the text'): string {
  const decoder = decoderFor(markedEncoding(bytes)) ?? decoderFor(label);
  if (decoder !== null) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableError('not-utf8', `${name} is not UTF-8; write it as UTF-8, or give its encoding where that can be given`);
  }
}

/** The same for the first bytes of a text, which may end within a letter; wrong bytes become U+FFFD. */
export function decodeHead(bytes: Uint8Array, label?: string): string {
  const decoder = decoderFor(markedEncoding(bytes)) ?? decoderFor(label) ?? new TextDecoder();
  return decoder.decode(bytes, { stream: true });
}

/** An input as text; see `decodeText`. */
export async function readTextInput(source: string, io: CliIo, maxBytes = DOCUMENT_MAX_BYTES): Promise<string> {
  return decodeText(await readInput(source, io, maxBytes), undefined, inputName(source));
}

/** Prints one value as indented JSON, as the single-input form of a command does. */
export async function printJson(io: CliIo, value: unknown): Promise<void> {
  await io.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** What a failed write says: which place, why, and what to do. */
export function unwritable(name: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? 'unknown error';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new UsageError(`${name} cannot be written: the disk is full; make room and run it again`);
  if (code === 'EFBIG') return new UsageError(`${name} cannot be written: it would be larger than files may be here; raise that limit`);
  return new UsageError(`${name} cannot be written (${code}); check where it goes`);
}

async function* unpacked(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = raw[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  let ended = false;
  while (head.length < 2 && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else head = head.length ? Buffer.concat([head, next.value]) : next.value;
  }
  const all = chain(head, ended ? null : chunks);
  if (head[0] !== 0x1f || head[1] !== 0x8b) yield* all;
  else yield* gunzipped(all);
}

async function* chain(head: Uint8Array, rest: AsyncIterator<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (head.length) yield head;
  for (let next = await rest?.next(); next && !next.done; next = await rest?.next()) yield next.value;
}

async function* gunzipped(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const fed = (async () => {
    for await (const chunk of packed) {
      if (gunzip.destroyed) return;
      if (!gunzip.write(chunk)) await new Promise<void>((done) => gunzip.once('drain', done).once('close', done));
    }
    gunzip.end();
  })();
  fed.catch((error: unknown) => gunzip.destroy(error instanceof Error ? error : new Error(String(error))));
  yield* gunzip as AsyncIterable<Uint8Array>;
}

function unreadable(name: string, error: unknown): UnreadableError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UnreadableError('not-found', `there is no file ${name}; check the path`);
  if (code === 'EISDIR') return new UnreadableError('unreadable', `${name} is a folder; give a file`);
  if (code === 'EACCES' || code === 'EPERM') return new UnreadableError('unreadable', `${name} may not be read; check its permissions`);
  if (code.startsWith('Z_')) return new UnreadableError('unreadable', `${name} is damaged gzip data; fetch it again`);
  return new UnreadableError('unreadable', `${name} cannot be read (${code || 'unknown error'})`);
}
