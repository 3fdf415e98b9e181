import { packLines } from '../../packs/lines.ts';
import { COUNT_KEYS, emptyCounts } from '../../packs/order.ts';
import { openPack } from '../../packs/read.ts';
import { findPackErrors, type PackError } from '../../packs/verify.ts';
import { readArguments, textOption } from '../arguments.ts';
import { answerLimit } from '../batch.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { inputName, openInput } from '../io.ts';
import { buildPack } from './pack-build.ts';

/** `pack build | inspect | verify`. */
export const packCommand: Command = {
  name: 'pack',
  summary: 'build and inspect packs',
  help: `usage: sidelight pack build INPUT… -o PACK [--name TEXT] [--licence TEXT] [--source TEXT] [--description TEXT]
                            [--url URL] [--now DATE]
       sidelight pack inspect PACK
       sidelight pack verify PACK

build     puts records (NDJSON: records, packs, gazetteer rows), saved feeds, news sitemaps, OPML, HTML pages and plain text into one
          pack; "-" is standard input or output. An OPML file gives the outlets of the feeds saved with it their names: put it first.
          --url     the address of the page or feed, where there is one and it does not say
          --now     the day the pack is made; left out, the same input gives the same bytes on any day
          CSV: not in this version.
inspect   prints licence, counts, sources and checksum as JSON.
verify    prints {"valid", "errors"} as JSON; exit status 1 when not valid. --key FILE: not in this version.

The format: docs/pack-format.md
`,
  async run([action, ...args], io) {
    if (action === 'build') return buildPack(args, io);
    if (action === 'inspect') return inspect(onePack(args, 'inspect'), io);
    if (action === 'verify') return verify(onePack(args, 'verify'), io);
    if (action === 'diff' || action === 'sign') throw new UsageError(`pack ${action}: not in this version`);
    throw new UsageError(`${action === undefined ? 'pack wants an action' : `pack has no action "${action}"`}: build, inspect or verify`);
  },
};

function onePack(args: string[], action: string): string {
  const given = readArguments(args, { key: { type: 'string' } });
  if (textOption(given, 'key') !== undefined) throw new UsageError('--key: signatures are not in this version');
  const [pack, ...more] = given.positionals;
  if (pack === undefined || more.length > 0) throw new UsageError(`pack ${action} wants one pack`);
  return pack;
}

async function inspect(source: string, io: CliIo): Promise<number> {
  const pack = await openPack(packLines(openInput(source, io)));
  if (!pack.ok) throw new UsageError(`${inputName(source)}: ${pack.error.message} Give a file made by sidelight pack build`);
  const { manifest, entries } = pack.value;
  const counts = emptyCounts();
  const sources = new Set([manifest.source]);
  let problems = 0;
  for await (const entry of entries) {
    if (!entry.ok) {
      problems++;
      continue;
    }
    counts[COUNT_KEYS[entry.value.type]]++;
    if (entry.value.source !== null) sources.add(entry.value.source);
  }
  const { format, version, licence, sha256 } = manifest;
  const facts = { format: `${format}/${version}`, licence, counts, sources: [...sources].sort(byCodeUnits), sha256, signature: null };
  await io.out(`${JSON.stringify(facts, null, 2)}\n`);
  if (problems > 0) io.note(`sidelight: ${inputName(source)} has ${problems} faults; sidelight pack verify names them\n`);
  return problems > 0 ? 1 : 0;
}

async function verify(source: string, io: CliIo): Promise<number> {
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of openInput(source, io)) {
      bytes += chunk.length;
      yield chunk;
    }
  }
  const errors: PackError[] = [];
  let errorBytes = 64;
  let left = 0;
  for await (const error of findPackErrors(packLines(counted()))) {
    // As indented below; an answer is at most ten times its input.
    errorBytes += JSON.stringify(error, null, 2).length + 40;
    if (left > 0 || errorBytes > answerLimit(bytes)) left++;
    else errors.push(error);
  }
  const valid = errors.length + left === 0;
  await io.out(`${JSON.stringify({ valid, errors }, null, 2)}\n`);
  if (left > 0) io.note(`sidelight: ${left} more errors are not printed\n`);
  return valid ? 0 : 1;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
