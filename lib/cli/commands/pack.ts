import { packLines } from '../../packs/lines.ts';
import { COUNT_KEYS, emptyCounts } from '../../packs/order.ts';
import { fingerprintOf } from '../../packs/signature.ts';
import type { SignatureCheck } from '../../packs/types.ts';
import { findPackErrors, type PackError } from '../../packs/verify.ts';
import { type Arguments, readArguments, textOption } from '../arguments.ts';
import { answerLimit } from '../batch.ts';
import { type CliIo, type Command, UsageError } from '../command.ts';
import { inputName, openInput, printJson } from '../io.ts';
import { readPublicKey, writeNewKey } from '../signing-key.ts';
import { buildPack } from './pack-build.ts';
import { diffTwo } from './pack-diff.ts';
import { openPackInput } from './pack-input.ts';

/** `pack build | inspect | verify | diff | keygen`. */
export const packCommand: Command = {
  name: 'pack',
  summary: 'build, sign, inspect and compare packs',
  help: `usage: sidelight pack build INPUT… -o PACK [--name TEXT] [--licence TEXT] [--source TEXT] [--description TEXT]
                            [--url URL] [--now DATE] [--sign KEYFILE]
       sidelight pack inspect PACK
       sidelight pack verify PACK [--key FILE]
       sidelight pack diff OLD NEW [--json]
       sidelight pack keygen -o KEYFILE

build     puts records (NDJSON: records, packs, gazetteer rows), tables (CSV with commas, semicolons or tabs), saved feeds, news
          sitemaps, OPML, HTML pages and plain text into one pack; "-" is standard input or output, and a PACK that ends in .gz is
          gzipped. An OPML file gives the outlets of the feeds saved with it their names: put it first. A table's first row names its
          columns: headline, url, description, text, language, datePublished, dateModified, authors, outlet, outletUrl, section, keywords, licence, source.
          --url     the address of the page or feed, where there is one and it does not say
          --now     the day the pack is made; left out, the same input gives the same bytes on any day
          --sign    signs the pack with a private key, so that readers can tell its updates from those of others
inspect   prints licence, counts, sources, checksum and signature as JSON.
verify    prints {"valid", "errors"} as JSON; exit status 1 when not valid.
          --key     a public key: the pack is valid only if its owner signed it
diff      prints which records were added (+), changed (~: which members) and removed (-), then how many of each type.
keygen    makes a key: KEYFILE is the private half and stays secret, KEYFILE.pub the public one; prints the public key and its
          fingerprint as JSON. Publish the fingerprint where readers know you: it is what Sidelight shows them.

The format: docs/pack-format.md
`,
  async run([action, ...args], io) {
    if (action === 'build') return buildPack(args, io);
    if (action === 'inspect') return inspect(onePack(readArguments(args, {}), 'inspect'), io);
    if (action === 'verify') return verify(args, io);
    if (action === 'diff') return diffTwo(args, io);
    if (action === 'keygen') return keygen(args, io);
    const said = action === undefined ? 'pack wants an action' : `pack has no action "${action}"`;
    throw new UsageError(`${said}: build, inspect, verify, diff or keygen`);
  },
};

function onePack({ positionals: [pack, ...more] }: Arguments, action: string): string {
  if (pack === undefined || more.length > 0) throw new UsageError(`pack ${action} wants one pack`);
  return pack;
}

async function keygen(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, { output: { type: 'string', short: 'o' } });
  const output = textOption(given, 'output');
  if (output === undefined || output === '-' || given.positionals.length > 0)
    throw new UsageError('pack keygen wants -o KEYFILE, the file to write');
  const publicKey = await writeNewKey(output, io);
  await printJson(io, { publicKey, fingerprint: fingerprintOf(publicKey) });
  return 0;
}

async function inspect(source: string, io: CliIo): Promise<number> {
  const { manifest, signature, entries } = await openPackInput(source, io);
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
  await printJson(io, {
    format: `${format}/${version}`,
    licence,
    counts,
    sources: [...sources].sort(byCodeUnits),
    sha256,
    signature: signatureFacts(signature),
  });
  if (problems > 0) io.note(`sidelight: ${inputName(source)} has ${problems} faults; sidelight pack verify names them\n`);
  return problems > 0 ? 1 : 0;
}

/** `valid` is null where this engine cannot tell. */
function signatureFacts({ state, publicKey }: SignatureCheck): object | null {
  if (state === 'none') return null;
  const fingerprint = publicKey === null ? null : fingerprintOf(publicKey);
  return { algorithm: 'Ed25519', publicKey, fingerprint, valid: state === 'unchecked' ? null : state === 'valid' };
}

async function verify(args: string[], io: CliIo): Promise<number> {
  const given = readArguments(args, { key: { type: 'string' } });
  const source = onePack(given, 'verify');
  const keyFile = textOption(given, 'key');
  if (source === '-' && keyFile === '-') throw new UsageError('pack and key cannot both come from standard input');
  const key = keyFile === undefined ? undefined : await readPublicKey(keyFile, io);
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
  for await (const error of findPackErrors(packLines(counted()), { key })) {
    // As indented below; an answer is at most ten times its input.
    errorBytes += JSON.stringify(error, null, 2).length + 40;
    if (left > 0 || errorBytes > answerLimit(bytes)) left++;
    else errors.push(error);
  }
  const valid = errors.length + left === 0;
  await printJson(io, { valid, errors });
  if (left > 0) io.note(`sidelight: ${left} more errors are not printed\n`);
  return valid ? 0 : 1;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
