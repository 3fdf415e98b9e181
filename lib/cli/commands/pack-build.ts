import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseWebUrl } from '../../core/canonical-url.ts';
import type { PageSnapshot } from '../../core/snapshot.ts';
import { recordsFromSnapshot, UNKNOWN_ADDRESS } from '../../packs/from-snapshot.ts';
import { mergeRecords } from '../../packs/merge.ts';
import { isPackDate, parseRecord } from '../../packs/schema.ts';
import { PACK_FORMAT, type PackRecord } from '../../packs/types.ts';
import { writePack } from '../../packs/write.ts';
import { readArguments, textOption } from '../arguments.ts';
import { type CliIo, UsageError } from '../command.ts';
import { decodeText, inputName, readInput } from '../io.ts';

/** What one input gave: its records, and a sentence for each thing that could not be used. */
interface InputRecords {
  records: PackRecord[];
  faults: string[];
}

const MAX_NOTES = 20;

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
  });
  const inputs = given.positionals;
  const output = textOption(given, 'output');
  const now = textOption(given, 'now') ?? null;
  if (inputs.length === 0) throw new UsageError('pack build wants at least one input: NDJSON, HTML or plain text');
  if (output === undefined) throw new UsageError('pack build wants -o PACK, the file to write');
  if (now !== null && !isPackDate(now)) throw new UsageError('--now wants an ISO 8601 date, such as 2026-01-29');
  const url = pageUrl(textOption(given, 'url'), inputs);

  const all: PackRecord[] = [];
  const faults: string[] = [];
  for (const input of inputs) {
    io.progress?.(inputName(input));
    const read = await readRecords(input, url, io);
    for (const record of read.records) all.push(record);
    faults.push(...read.faults);
  }
  const { records, dropped } = mergeRecords(all);
  faults.push(...dropped.map(({ type, id }) => `left out another ${type} with the id ${id}`));

  const pack = writePack(records, {
    name: textOption(given, 'name') ?? (output === '-' ? 'Unnamed pack' : basename(output).replace(/(\.pack)?(\.nd)?json$/i, '')),
    licence: textOption(given, 'licence') ?? 'unknown',
    source:
      textOption(given, 'source') ??
      inputs
        .map((input) => basename(inputName(input)))
        .join(', ')
        .slice(0, 500),
    description: textOption(given, 'description') ?? null,
    date: now,
  });
  if (!pack.ok) throw new UsageError(pack.error.message);
  await save(pack.value, output, io);
  for (const fault of faults.slice(0, MAX_NOTES)) io.note(`sidelight: ${fault}\n`);
  if (faults.length > MAX_NOTES) io.note(`sidelight: and ${faults.length - MAX_NOTES} more\n`);
  return faults.length > 0 ? 1 : 0;
}

function pageUrl(text: string | undefined, inputs: string[]): string | null {
  if (text === undefined) return null;
  const url = parseWebUrl(text)?.href;
  if (url === undefined) throw new UsageError('--url wants an http(s) address');
  if (inputs.length > 1) throw new UsageError('--url goes with one page; build the others by themselves and merge the packs');
  return url;
}

async function readRecords(input: string, url: string | null, io: CliIo): Promise<InputRecords> {
  const bytes = await readInput(input, io);
  const text = decodeText(bytes);
  const name = inputName(input);
  refuseLaterKinds(name, text);
  if (/^\s*\{/.test(text)) return readRows(name, text);
  return recordsOfPage(name, await readSnapshot(bytes, text, url ?? ''), io);
}

async function readSnapshot(bytes: Uint8Array, text: string, url: string): Promise<PageSnapshot> {
  // Loaded when needed: most packs are built of rows alone, and a page needs a DOM.
  if (!/^\s*</.test(text)) return (await import('../../extract/plain-text.ts')).readPlainText(text, url);
  return (await import('./extract.ts')).readPage(bytes, url);
}

function refuseLaterKinds(name: string, text: string): void {
  const head = text.slice(0, 4_000);
  const isTable = /\.(csv|tsv)(\.gz)?$/i.test(name);
  const isFeed = /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(rss|feed|rdf:RDF|opml|urlset|sitemapindex)[\s>]/i.test(head);
  const isJsonFeed = /^\s*\{[\s\S]{0,400}"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(head);
  if (isTable || isFeed || isJsonFeed || /\.(opml|rss|atom)(\.gz)?$/i.test(name)) {
    throw new UsageError(`${name}: feeds, OPML and CSV are not in this version; give NDJSON, HTML or plain text`);
  }
}

function readRows(name: string, text: string): InputRecords {
  const records: PackRecord[] = [];
  const faults: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const value = parseJson(line);
    if (isManifest(value)) continue;
    const parsed = value === undefined ? { ok: false as const, problem: 'no JSON' } : parseRecord(value);
    if (parsed.ok) records.push(parsed.value);
    else faults.push(`${name}, line ${index + 1}: ${parsed.problem}`);
  }
  return { records, faults };
}

/** A pack's own first line: what it says is said anew of the pack being built. */
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

function recordsOfPage(name: string, snapshot: PageSnapshot, io: CliIo): InputRecords {
  const records = snapshot.isArticle ? recordsFromSnapshot(snapshot) : [];
  const checked = records.flatMap((record) => {
    const parsed = parseRecord(record);
    return parsed.ok ? [parsed.value] : [];
  });
  if (checked.length === 0) return { records: [], faults: [`${name}: no article was found in it`] };
  if (checked.some((record) => record.type === 'article' && record.url.startsWith(UNKNOWN_ADDRESS))) {
    io.note(`sidelight: ${name} does not say its address; --url gives it\n`);
  }
  return { records: checked, faults: checked.length < records.length ? [`${name}: a part of it could not be used`] : [] };
}

async function save(lines: string[], output: string, io: CliIo): Promise<void> {
  if (output === '-') {
    for (const line of lines) await io.out(line);
    return;
  }
  try {
    await writeFile(resolve(io.cwd, output), lines);
  } catch {
    throw new UsageError(`${output} cannot be written; check the path`);
  }
}
