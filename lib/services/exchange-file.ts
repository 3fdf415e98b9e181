import { canonicalJson } from '../core/canonical-json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { packLines } from '../packs/lines.ts';
import { LINE_MAX } from '../store/backup-source.ts';
import { parseEntry } from '../store/entry-schema.ts';
import { NEWER, parseExchange } from '../store/parse-exchange.ts';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION, exchangeLines } from '../sync/exchange-lines.ts';
import type { Entry, Replica } from '../sync/replica.ts';
import { chunks } from './file-chunks.ts';
import { type KeyRecipe, keysOf, newRecipe, type RandomBytes, seal, unseal } from './seal.ts';

/** Bytes of an exchange file that are read at most, packed and unpacked: some 300,000 pins. */
const BYTES_MAX = 256_000_000;
/** Characters of one line of an encrypted file, so that any program can show it. */
const CUT = 4096;

/** A replica as a file, encrypted where there is a passphrase (docs/exchange-format.md). `left`: things that no device would read, as a damaged backup can have brought them; they are not in it. */
export async function writeExchange(
  replica: Replica,
  from: { device: string; madeAtMs: number },
  passphrase: string | null,
  random: RandomBytes,
): Promise<Result<{ file: Blob; left: number }>> {
  const readable = new Map([...replica].filter(([key, entry]) => isReadable(key, entry, from.madeAtMs)));
  const left = replica.size - readable.size;
  const lines = exchangeLines(readable, from);
  const type = 'application/x-ndjson';
  if (passphrase === null) return ok({ file: new Blob(lines, { type }), left });
  const recipe = newRecipe(random);
  const keys = await keysOf(passphrase, recipe);
  if (!keys.ok) return keys;
  const first = canonicalJson({ format: EXCHANGE_FORMAT, version: EXCHANGE_VERSION, sealed: recipe });
  const sealed = await seal(keys.value, lines.join(''), first, random);
  const cut = Array.from({ length: Math.ceil(sealed.length / CUT) }, (_, at) => `${sealed.slice(at * CUT, (at + 1) * CUT)}\n`);
  return ok({ file: new Blob([`${first}\n`, ...cut], { type }), left });
}

function isReadable(key: string, entry: Entry, nowMs: number): boolean {
  return JSON.stringify({ entry, key }).length < LINE_MAX && !('problem' in parseEntry(key, entry, nowMs));
}

/**
 * Reads a file that `writeExchange` wrote, and checks all of it. Errors as `parseExchange`, and `passphrase-needed` and `passphrase-wrong`: a wrong passphrase
 * and an encrypted file that was changed cannot be told apart.
 */
export async function readExchange(file: Blob, passphrase: string | null, nowMs: number): ReturnType<typeof parseExchange> {
  if (file.size > BYTES_MAX) return fail('too-large', 'The file is larger than any that Sidelight writes.');
  const sealed = await sealedPart(file);
  if (sealed === null) return parseExchange(packLines(chunks(file), 3 * LINE_MAX + 1), nowMs);
  if (sealed.version > EXCHANGE_VERSION) return NEWER;
  if (passphrase === null) return fail('passphrase-needed', 'The file is encrypted.');
  const keys = await keysOf(passphrase, sealed.recipe);
  if (!keys.ok) return keys;
  const text = await unseal(keys.value, sealed.rest, sealed.first, BYTES_MAX);
  if (text === null) return fail('passphrase-wrong', 'The file does not open with this passphrase, or it was changed.');
  return parseExchange(text.split('\n'), nowMs);
}

/** The parts of an encrypted file; null for one in the open. */
async function sealedPart(file: Blob): Promise<(SealedHeader & { first: string; rest: string }) | null> {
  const start = await file.slice(0, CUT).text();
  const end = start.indexOf('\n');
  const first = start.slice(0, end).replace(/\r$/u, '');
  const header = end < 0 ? null : sealedHeader(first);
  return header === null ? null : { ...header, first, rest: (await file.slice(end + 1).text()).replace(/\s+/gu, '') };
}

interface SealedHeader {
  version: number;
  recipe: KeyRecipe;
}

function sealedHeader(first: string): SealedHeader | null {
  try {
    const { format, version, sealed } = JSON.parse(first) as { format?: unknown; version?: unknown; sealed?: Partial<KeyRecipe> };
    if (format !== EXCHANGE_FORMAT || !Number.isInteger(version) || Number(version) < 1 || typeof sealed !== 'object') return null;
    return { version: Number(version), recipe: { rounds: Number(sealed.rounds), salt: String(sealed.salt) } };
  } catch {
    return null;
  }
}
