import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseWebUrl } from '../../core/canonical-url.ts';
import { mergeRecords } from '../../packs/merge.ts';
import { isPackDate } from '../../packs/schema.ts';
import { signPack } from '../../packs/sign.ts';
import type { PackRecord } from '../../packs/types.ts';
import { writePack } from '../../packs/write.ts';
import { readArguments, textOption } from '../arguments.ts';
import { type CliIo, UsageError } from '../command.ts';
import { inputName } from '../io.ts';
import { readSigner } from '../signing-key.ts';
import { writeWhole } from '../write-whole.ts';
import { readRecords } from './pack-build-input.ts';

const MAX_NOTES = 20;

/** `pack build`: exit status 0, or 1 where an input's row or page could not be used (the pack holds the others). Without any record nothing is written. */
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
  if (all.length === 0) {
    const [first = 'the inputs are empty', ...more] = faults;
    throw new UsageError(`no record was found, so nothing is written: ${first}${more.length > 0 ? ` (and ${more.length} more)` : ''}`);
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

async function save(lines: string[], output: string, io: CliIo): Promise<void> {
  if (output !== '-') await writeWhole(output, /\.gz$/i.test(output) ? [gzipSync(lines.join(''))] : lines, io);
  else for (const line of lines) await io.out(line);
}
