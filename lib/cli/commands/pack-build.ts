import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { knownAddress, parseWebUrl } from '../../core/canonical-url.ts';
import { recordsFromSnapshot } from '../../packs/from-snapshot.ts';
import { packLines } from '../../packs/lines.ts';
import { mergeRecords } from '../../packs/merge.ts';
import { isPackDate, parseManifest, parseRecord } from '../../packs/schema.ts';
import { signPack } from '../../packs/sign.ts';
import { PACK_FORMAT, type PackRecord } from '../../packs/types.ts';
import { writePack } from '../../packs/write.ts';
import { readArguments, textOption } from '../arguments.ts';
import { type CliIo, UsageError } from '../command.ts';
import { DOCUMENT_MAX_BYTES, decodeText, inputName, openInput } from '../io.ts';
import { readSigner } from '../signing-key.ts';
import { writeWhole } from '../write-whole.ts';
import { type InputRecords, looksLikeFeed, recordsOfFeed } from './pack-build-feed.ts';
import { looksLikeTable, recordsOfTable } from './pack-build-table.ts';

const MAX_NOTES = 20;

/** Bytes that tell what kind of file an input is. */
const HEAD_BYTES = 4_000;

/** `pack build`: exit status 0, or 1 where an input's row or page could not be used (the pack holds the others). */
export async function buildPack(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, {
    output: { type: 'string', short: 'o' },
    name: { type: 'string' },
    licence: { type: 'string' },
    source: { type: 'string' },
    description: { type: 'string' },
    url: { type: 'string' },
    now: { type: 'string' },
    sign: { type: 'string' },
  });
  const inputs = given.positionals;
  const output = textOption(given, 'output');
  const now = textOption(given, 'now') ?? null;
  if (inputs.length === 0) throw new UsageError('pack build wants at least one input: NDJSON, CSV, a feed, OPML, HTML or plain text');
  if (output === undefined) throw new UsageError('pack build wants -o PACK, the file to write');
  if (now !== null && !isPackDate(now)) throw new UsageError('--now wants an ISO 8601 date, such as 2026-01-29');
  const url = pageUrl(textOption(given, 'url'), inputs);
  const keyFile = textOption(given, 'sign');
  if (keyFile === '-' && inputs.includes('-')) throw new UsageError('key and input cannot both come from standard input');
  const signer = keyFile === undefined ? null : await readSigner(keyFile, io);

  const all: PackRecord[] = [];
  const announced = new Set<PackRecord>();
  const faults: string[] = [];
  for (const input of inputs) {
    io.progress?.(inputName(input));
    const read = await readRecords(input, url, io);
    for (const record of read.records) all.push(record);
    if (read.announced) for (const record of read.records) announced.add(record);
    faults.push(...read.faults);
  }
  const { records, dropped } = mergeRecords(all);
  // A report announced by several feeds is no conflict.
  for (const { record, shares } of dropped) {
    if (announced.has(record)) continue;
    const { type, id } = record;
    faults.push(shares === 'id' ? `left out another ${type} with the id ${id}` : `left out ${type} ${id}: another has its address`);
  }

  const about = {
    name:
      textOption(given, 'name') ?? (output === '-' ? 'Unnamed pack' : basename(output).replace(/(\.pack)?(\.ndjson|\.json)?(\.gz)?$/i, '')),
    licence: textOption(given, 'licence') ?? 'unknown',
    source:
      textOption(given, 'source') ??
      inputs
        .map((input) => basename(inputName(input)))
        .join(', ')
        .slice(0, 500),
    description: textOption(given, 'description') ?? null,
    date: now,
  };
  const pack = writePack(
    records.map((record) => withoutInherited(record, about)),
    about,
  );
  const signed = pack.ok && signer !== null ? signPack(pack.value, signer) : pack;
  if (!signed.ok) throw new UsageError(signed.error.message);
  await save(signed.value, output, io);
  for (const fault of faults.slice(0, MAX_NOTES)) io.note(`sidelight: ${fault}\n`);
  if (faults.length > MAX_NOTES) io.note(`sidelight: and ${faults.length - MAX_NOTES} more\n`);
  return faults.length > 0 ? 1 : 0;
}

/** What the manifest says of every record, no record says again. */
function withoutInherited(record: PackRecord, about: { licence: string; source: string }): PackRecord {
  const { licence, source } = record;
  return { ...record, licence: licence === about.licence ? null : licence, source: source === about.source ? null : source };
}

function pageUrl(text: string | undefined, inputs: string[]): string | null {
  if (text === undefined) return null;
  const url = parseWebUrl(text)?.href;
  if (url === undefined) throw new UsageError('--url wants an http(s) address');
  if (inputs.length > 1) throw new UsageError('--url goes with one page; build the others by themselves and merge the packs');
  return url;
}

async function readRecords(input: string, url: string | null, io: CliIo): Promise<InputRecords> {
  const name = inputName(input);
  const chunks = openInput(input, io);
  const first = (await chunks.next()).value ?? new Uint8Array(0);
  const head = decodeText(first.subarray(0, HEAD_BYTES));
  if (looksLikeFeed(name, head)) {
    const found = recordsOfFeed(name, await readWhole(name, withFirst(first, chunks)), url);
    if (found !== null) return found;
    throw new UsageError(`${name} is neither a feed nor an OPML file, though it looks like one; give another file`);
  }
  // Rows are read one by one: packs may be larger than any page.
  if (/^\s*\{/.test(head)) return readRows(name, packLines(withFirst(first, chunks)));
  const bytes = await readWhole(name, withFirst(first, chunks));
  if (looksLikeTable(name, head)) {
    const found = recordsOfTable(name, bytes);
    const unknown = found.records.filter(hasNoAddress).length;
    if (unknown > 0) io.note(`sidelight: ${name} has ${unknown} reports without an address\n`);
    return found;
  }
  const isPage = /^\s*</.test(head);
  // Loaded when needed: most packs are built of rows alone, and a page needs a DOM.
  const { readSnapshot } = await import('../page-file.ts');
  const snapshot = await readSnapshot(bytes, url, { plain: !isPage });
  // A text is taken at its giver's word; a page may well be a list of links.
  return recordsOfPage(name, isPage && !snapshot.isArticle ? [] : recordsFromSnapshot(snapshot), io);
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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

async function readRows(name: string, lines: AsyncIterable<string>): Promise<InputRecords> {
  const records: PackRecord[] = [];
  const faults: string[] = [];
  let inherited: { licence: string; source: string } | null = null;
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (isManifest(value)) {
      // A pack's own first line: what it says of all its records goes with each of them.
      const manifest = parseManifest(value);
      inherited = manifest.ok ? manifest.value : null;
      continue;
    }
    const parsed = value === undefined ? { ok: false as const, problem: 'no JSON' } : parseRecord(asRecord(value));
    if (!parsed.ok) faults.push(`${name}, line ${number}: ${parsed.problem}`);
    else {
      const { licence, source } = parsed.value;
      records.push({ ...parsed.value, licence: licence ?? inherited?.licence ?? null, source: source ?? inherited?.source ?? null });
    }
  }
  return { records, faults };
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
    const parsed = parseRecord(record);
    return parsed.ok ? [parsed.value] : [];
  });
  if (checked.length === 0) return { records: [], faults: [`${name}: no article was found in it`] };
  if (checked.some(hasNoAddress)) io.note(`sidelight: ${name} does not say its address; --url gives it\n`);
  return { records: checked, faults: checked.length < records.length ? [`${name}: a part of it could not be used`] : [] };
}

function hasNoAddress(record: PackRecord): boolean {
  return record.type === 'article' && knownAddress(record.url) === null;
}

async function save(lines: string[], output: string, io: CliIo): Promise<void> {
  if (output !== '-') await writeWhole(output, /\.gz$/i.test(output) ? [gzipSync(lines.join(''))] : lines, io);
  else for (const line of lines) await io.out(line);
}
