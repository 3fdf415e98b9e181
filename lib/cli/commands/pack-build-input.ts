import { knownAddress } from '../../core/canonical-url.ts';
import { recordsFromSnapshot } from '../../packs/from-snapshot.ts';
import { packLines } from '../../packs/lines.ts';
import { parseManifest } from '../../packs/schema.ts';
import { MAX_LINE_BYTES, PACK_FORMAT, type PackRecord } from '../../packs/types.ts';
import { fitsLine, parseWritable } from '../../packs/write.ts';
import { type CliIo, UsageError } from '../command.ts';
import { DOCUMENT_MAX_BYTES, decodeHead, inputName, openInput, UnreadableError } from '../io.ts';
import { isPlainText } from '../plain-name.ts';
import { type InputRecords, looksLikeFeed, recordsOfFeed } from './pack-build-feed.ts';
import { looksLikeTable, recordsOfTable } from './pack-build-table.ts';

/** Bytes that tell what kind of file an input is. */
const HEAD_BYTES = 4_000;

/** First characters, a byte each, of files that are often given by mistake. */
const FOREIGN: [string[], string][] = [
  [['%PDF-'], 'a PDF file'],
  [['PK\x03\x04'], 'a ZIP archive, as word processors, spreadsheets and e-books make them'],
  [['\xd0\xcf\x11\xe0'], 'a file of an old word processor or spreadsheet'],
  [['{\\rtf'], 'an RTF file'],
  [['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF'], 'a picture or sound'],
  [['\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', '\x28\xb5\x2f\xfd', 'Rar!'], 'a packed file'],
  [['SQLite format 3'], 'a database'],
];
/** What no text holds: control characters, but for those of an encoding mistaken for another. */
const NO_TEXT = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u;

/** Records of one input, which its name and first bytes tell the kind of. Throws UsageError where it cannot be read. */
export async function readRecords(input: string, url: string | null, io: CliIo): Promise<InputRecords> {
  const name = inputName(input);
  const chunks = openInput(input, io);
  const { bytes: start, ended } = await takeHead(chunks);
  const all = (): AsyncGenerator<Uint8Array> => withFirst(start, ended ? [] : chunks);
  const head = decodeHead(start.subarray(0, HEAD_BYTES));
  const foreign = foreignKind(start);
  if (foreign !== null) return { records: [], faults: [`${name} is ${foreign}, which is not read; give text, HTML, CSV or NDJSON`] };
  if (looksLikeFeed(name, head)) {
    const found = recordsOfFeed(name, await readWhole(name, all()), url);
    if (found !== null) return found;
    throw new UsageError(`${name} is neither a feed nor an OPML file, though it looks like one; give another file`);
  }
  if (/^\s*\[\s*[[{"\]]/.test(head)) return { records: [], faults: [`${name} is a JSON array; write its objects one a line (NDJSON)`] };
  // Rows are read one by one: packs may be larger than any page.
  if (/^\s*\{/.test(head) || /\.(?:ndjson|jsonl|json)(?:\.gz)?$/i.test(name)) return readRows(name, all());
  const bytes = await readWhole(name, all());
  if (looksLikeTable(name, head)) {
    const found = recordsOfTable(name, bytes);
    const unknown = found.records.filter(hasNoAddress).length;
    if (unknown > 0) io.note(`sidelight: ${name} has ${unknown} reports without an address\n`);
    return found;
  }
  const isPage = /^\s*</.test(head) && !isPlainText(name);
  if (!isPage && NO_TEXT.test(head)) return { records: [], faults: [`${name} is neither text nor a file of a kind that is read`] };
  return readPage(name, bytes, { url, isPage }, io);
}

async function readPage(name: string, bytes: Uint8Array, how: { url: string | null; isPage: boolean }, io: CliIo): Promise<InputRecords> {
  // Loaded when needed: most packs are built of rows alone, and a page needs a DOM.
  const { readSnapshot } = await import('../page-file.ts');
  try {
    const snapshot = await readSnapshot(bytes, how.url, { plain: !how.isPage });
    // A text is taken at its giver's word; a page may well be a list of links.
    return recordsOfPage(name, how.isPage && !snapshot.isArticle ? [] : recordsFromSnapshot(snapshot), io);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return { records: [], faults: [`${name}: ${error.message}`] };
  }
}

/** The first bytes, as many as tell the kind: a pipe may hand out few at a time. */
async function takeHead(chunks: AsyncIterator<Uint8Array>): Promise<{ bytes: Uint8Array; ended: boolean }> {
  let bytes: Uint8Array = new Uint8Array(0);
  while (bytes.length < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) return { bytes, ended: true };
    bytes = bytes.length === 0 ? next.value : Buffer.concat([bytes, next.value]);
  }
  return { bytes, ended: false };
}

function foreignKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  return FOREIGN.find(([signatures]) => signatures.some((signature) => start.startsWith(signature)))?.[1] ?? null;
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function readWhole(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > DOCUMENT_MAX_BYTES) throw new UsageError(`${name} is too large for a page or a text`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

async function readRows(name: string, chunks: AsyncIterable<Uint8Array>): Promise<InputRecords> {
  const records: PackRecord[] = [];
  const faults: string[] = [];
  const encoding = { isUtf8: true };
  let inherited: { licence: string; source: string } | null = null;
  let number = 0;
  for await (const line of packLines(checkedUtf8(chunks, encoding))) {
    number++;
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (isManifest(value)) {
      // A pack's own first line: what it says of all its records goes with each of them.
      const manifest = parseManifest(value);
      inherited = manifest.ok ? manifest.value : null;
      continue;
    }
    const problem = fitsLine(line) ? 'no JSON' : `the line is longer than ${MAX_LINE_BYTES} bytes`;
    const parsed = value === undefined ? { ok: false as const, problem } : parseWritable(asRecord(value));
    if (!parsed.ok) faults.push(`${name}, line ${number}: ${parsed.problem}`);
    else {
      const { licence, source } = parsed.value;
      records.push({ ...parsed.value, licence: licence ?? inherited?.licence ?? null, source: source ?? inherited?.source ?? null });
    }
  }
  if (!encoding.isUtf8) faults.push(`${name}: some of it is not UTF-8, so that letters are lost; write it as UTF-8`);
  return { records, faults };
}

/** Hands bytes on, and notes where they are not UTF-8 throughout. */
async function* checkedUtf8(chunks: AsyncIterable<Uint8Array>, noted: { isUtf8: boolean }): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (...args: Parameters<TextDecoder['decode']>): void => {
    try {
      if (noted.isUtf8) decoder.decode(...args);
    } catch {
      noted.isUtf8 = false;
    }
  };
  for await (const chunk of chunks) {
    check(chunk, { stream: true });
    yield chunk;
  }
  check();
}

/** A gazetteer's row, `{"id", "kind", "names"}`, is a topic that does not say so. */
function asRecord(value: unknown): unknown {
  const isTopic = typeof value === 'object' && value !== null && !('type' in value) && 'kind' in value && 'names' in value;
  return isTopic ? { ...value, type: 'topic' } : value;
}

function isManifest(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === PACK_FORMAT;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function recordsOfPage(name: string, records: PackRecord[], io: CliIo): InputRecords {
  const checked = records.flatMap((record) => {
    const parsed = parseWritable(record);
    return parsed.ok ? [parsed.value] : [];
  });
  if (checked.length === 0) return { records: [], faults: [`${name}: no article was found in it`] };
  if (checked.some(hasNoAddress)) io.note(`sidelight: ${name} does not say its address; --url gives it\n`);
  return { records: checked, faults: checked.length < records.length ? [`${name}: a part of it could not be used`] : [] };
}

function hasNoAddress(record: PackRecord): boolean {
  return record.type === 'article' && knownAddress(record.url) === null;
}
