import { oneLine } from './arguments.ts';
import { type CliIo, UsageError } from './command.ts';
import { openInput, UnreadableError } from './io.ts';

/** Bytes an answer may always have, however small its input. */
export const ANSWER_FLOOR_BYTES = 4096;

/** Bytes of one row of input; what is longer becomes an error row and is not held in memory. */
const LINE_MAX_BYTES = 128 * 1024 * 1024;

/** A row that cannot be processed: becomes `{"id", "error": {code, message}}`, and the batch goes on. */
export class RowError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** One row of input, with the bytes its answer is measured against. */
export interface BatchRow {
  row: Record<string, unknown>;
  /** Bytes of the row itself, without its line end. */
  lineBytes: number;
  /** States the size of a file the row leads to, which then counts as the row's input in place of the line. */
  measureBy(inputBytes: number): void;
  /** Bytes the answer may have at most, its id and line end included. */
  answerLimit(): number;
}

/** How a batch is answered. */
export interface BatchOptions {
  /** Field of the output that carries the row's id. Default `id`. */
  key?: string;
}

/** Bytes an answer to `inputBytes` of input may have: ten times as many, 4 kB at least. */
export function answerLimit(inputBytes: number): number {
  return Math.max(10 * inputBytes, ANSWER_FLOOR_BYTES);
}

/**
 * Answers NDJSON rows from a file or `-`, each as soon as it has come, in order. `answerRow` gives the fields of the answer
 * (its id is put in front); it may throw RowError, and whatever else it throws becomes an error row too.
 * Answers the exit status: 0, or 1 where a row failed. Throws UsageError when the source cannot be read.
 */
export async function runBatch(
  source: string,
  io: CliIo,
  options: BatchOptions,
  answerRow: (input: BatchRow) => object | Promise<object>,
): Promise<number> {
  const key = options.key ?? 'id';
  let failed = false;
  let count = 0;
  for await (const line of rowLines(openInput(source, io))) {
    const answer = await answerLine(line, key, answerRow);
    failed ||= answer.failed;
    await io.out(`${answer.text}\n`);
    count++;
    io.progress?.(`${count} rows`);
  }
  return failed ? 1 : 0;
}

/** The text of a row's field; throws RowError where it is missing or no string. */
export function textField(row: Record<string, unknown>, name: string): string {
  const value = row[name];
  if (typeof value !== 'string') throw new RowError('bad-row', `the row has no text in "${name}"`);
  return value;
}

/** The text of a row's field, or undefined where there is none or null; throws RowError for another type. */
export function optionalTextField(row: Record<string, unknown>, name: string): string | undefined {
  const value = row[name];
  return value === undefined || value === null ? undefined : textField(row, name);
}

/** One line of input without white space at its ends, or how many bytes it has where these are too many to hold. */
export type Line = { bytes: Uint8Array } | { tooLong: number };

async function answerLine(line: Line, key: string, answerRow: (input: BatchRow) => object | Promise<object>) {
  const state = { id: null as string | number | null };
  try {
    const { row, lineBytes } = readLine(line, (id) => {
      state.id = id;
    });
    let inputBytes = lineBytes;
    const input: BatchRow = {
      row,
      lineBytes,
      measureBy: (bytes) => {
        inputBytes = bytes;
      },
      answerLimit: () => answerLimit(inputBytes),
    };
    const text = JSON.stringify({ [key]: state.id, ...(await answerRow(input)) });
    if (Buffer.byteLength(text) + 1 > answerLimit(inputBytes))
      throw new RowError('answer-too-large', 'the answer would be over ten times its input');
    return { text, failed: false };
  } catch (error) {
    return { text: JSON.stringify({ [key]: state.id, error: describe(error) }), failed: true };
  }
}

/**
 * The object of a line and its bytes; `met` has the row's id as soon as it is known, null where it is neither text nor a number that comes back as
 * it was. Throws RowError for what is too long, no JSON object or no UTF-8, and for such a number.
 */
export function readLine(line: Line, met: (id: string | number | null) => void): { row: Record<string, unknown>; lineBytes: number } {
  if ('tooLong' in line) throw new RowError('too-large', `the row has more than ${LINE_MAX_BYTES} bytes`);
  const { bytes } = line;
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RowError('bad-json', 'the row is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RowError('bad-row', 'the row is not a JSON object');
  const row = value as Record<string, unknown>;
  const isExact = typeof row.id !== 'number' || (Number.isFinite(row.id) && (!Number.isInteger(row.id) || Number.isSafeInteger(row.id)));
  met(isExact && (typeof row.id === 'string' || typeof row.id === 'number') ? row.id : null);
  if (!isExact) throw new RowError('bad-row', 'the id is a number too large to come back unchanged; write it as text');
  if (text.includes('\ufffd') && !isUtf8(bytes)) throw new RowError('not-utf8', 'the row is not valid UTF-8');
  return { row, lineBytes: bytes.length };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof RowError || error instanceof UnreadableError) return { code: error.code, message: oneLine(error.message) };
  if (error instanceof UsageError) return { code: 'bad-row', message: oneLine(error.message) };
  return { code: 'unexpected', message: 'the row could not be processed' };
}

/** Lines that hold something, split at line feeds alone: JSON strings may hold U+2028. */
export async function* rowLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let dropped = 0;
  const take = (): Line | null => {
    const line: Line = dropped
      ? { tooLong: dropped }
      : { bytes: trimmed(pending.length === 1 && pending[0] ? pending[0] : Buffer.concat(pending)) };
    pending = [];
    length = 0;
    dropped = 0;
    return 'bytes' in line && line.bytes.length === 0 ? null : line;
  };
  const hold = (part: Uint8Array): void => {
    length += part.length;
    if (length <= LINE_MAX_BYTES) pending.push(part);
    else {
      dropped = length;
      pending = [];
    }
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, at));
      from = at + 1;
      const line = take();
      if (line) yield line;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  const last = take();
  if (last) yield last;
}

/** Without white space at its ends, and without a byte order mark. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let end = bytes.length;
  const blank = (byte: number | undefined) => byte === 32 || byte === 9 || byte === 13;
  while (start < end && blank(bytes[start])) start++;
  while (end > start && blank(bytes[end - 1])) end--;
  return bytes.subarray(start, end);
}
