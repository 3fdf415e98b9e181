import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { fail, ok, type Result } from '../core/result.ts';
import { EXCHANGE_FORMAT, EXCHANGE_VERSION, type ExchangeHeader } from '../sync/exchange-lines.ts';
import type { Entry, Replica } from '../sync/replica.ts';
import { LINE_MAX } from './backup-source.ts';
import { parseEntry } from './entry-schema.ts';

const HEADER = v.object({
  format: v.literal(EXCHANGE_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  device: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u)),
  madeAtMs: v.pipe(v.number(), v.finite()),
  entries: v.pipe(v.number(), v.integer(), v.minValue(0)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});

/** A file of a greater version. */
export const NEWER = fail('index-newer-than-code', 'This file was made by a newer version of Sidelight.');

/** Salts of marks, as in a backup: a page view hashes its address once for each. */
const SALTS_MAX = 64;

/** What an exchange file holds, checked whole at a time (epoch ms). Errors `bad-exchange` (with the number of the line), `too-large`, `checksum-mismatch`, `index-newer-than-code`. */
export async function parseExchange(
  lines: AsyncIterable<string> | Iterable<string>,
  nowMs: number,
): Promise<Result<{ header: ExchangeHeader; replica: Replica }>> {
  const hash = sha256.create();
  const replica = new Map<string, Entry>();
  const salts = new Set<unknown>();
  let header: ExchangeHeader | null = null;
  let number = 0;
  for await (const raw of lines) {
    number++;
    if (raw.length > LINE_MAX) return fail('too-large', `Line ${number} is longer than ${LINE_MAX} characters.`);
    const line = raw.replace(/\r?\n?$/u, '');
    if (line === '') continue;
    const value = parseLine(line);
    if (header === null) {
      const parsed = v.safeParse(HEADER, value);
      if (!parsed.success) return fail('bad-exchange', `Line 1: not the first line of a ${EXCHANGE_FORMAT} file.`);
      if (parsed.output.version > EXCHANGE_VERSION) return NEWER;
      header = parsed.output;
      continue;
    }
    hash.update(utf8ToBytes(`${line}\n`));
    const { key, entry } = (typeof value === 'object' && value !== null ? value : {}) as { key?: unknown; entry?: unknown };
    const parsed = parseEntry(key, entry, nowMs);
    if ('problem' in parsed) return fail('bad-exchange', `Line ${number}: ${parsed.problem}.`);
    if (replica.has(key as string)) return fail('bad-exchange', `Line ${number}: a key that was there before.`);
    for (const version of parsed.entry.here?.versions ?? []) salts.add((version.value as { salt?: string }).salt);
    if (salts.size > SALTS_MAX) return fail('bad-exchange', `Line ${number}: marks of too many installations.`);
    replica.set(key as string, parsed.entry);
  }
  if (header === null) return fail('bad-exchange', 'Line 1: the file is empty.');
  if (bytesToHex(hash.digest()) !== header.sha256 || replica.size !== header.entries)
    return fail('checksum-mismatch', 'The file is cut short or was changed: its checksum does not hold.');
  return ok({ header, replica });
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
