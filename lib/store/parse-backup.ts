import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { fail, ok, type Result } from '../core/result.ts';
import type { Settings } from '../core/user-data.ts';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup.ts';
import { HEADER_SCHEMA, ROW_SCHEMAS, SETTINGS_SCHEMA } from './backup-schema.ts';
import { BACKUP_TABLES, type BackupContent, emptyContent, LINE_MAX, TRASH_LINE_MAX } from './backup-source.ts';

/** A page view hashes its address once for each salt. A restore adds one; nobody has restored from more installations than this. */
const SALTS_MAX = 64;
// Own keys with these names would reach an object's prototype when copied carelessly; no backup of ours has them.
const FORBIDDEN_KEY = /"(?:__proto__|constructor|prototype)":/u;

interface Reading extends ParsedBackup {
  /** Ids and addresses by table. */
  seen: Set<string>;
  salts: Set<unknown>;
}

/** What a backup holds. */
export interface ParsedBackup {
  /** The format's, 1 to `BACKUP_VERSION`. */
  version: number;
  content: BackupContent;
  /** Null where the backup is of version 1, which held none. */
  settings: Settings | null;
}

/** Reads and checks a backup's lines. Fails as `previewRestore` says; holds the whole of it in memory. */
export async function parseBackup(lines: AsyncIterable<string> | Iterable<string>): Promise<Result<ParsedBackup>> {
  const reading: Reading = { version: BACKUP_VERSION, content: emptyContent(), settings: null, seen: new Set(), salts: new Set() };
  const hash = sha256.create();
  let header: v.InferOutput<typeof HEADER_SCHEMA> | null = null;
  let number = 0;
  for await (const raw of lines) {
    number++;
    if (raw.length > TRASH_LINE_MAX) return tooLong(number, TRASH_LINE_MAX);
    const line = raw.replace(/\r?\n?$/u, '');
    if (line === '') continue;
    const value = parseLine(line);
    if (raw.length > LINE_MAX && (value as { table?: unknown } | null | undefined)?.table !== 'trash') return tooLong(number, LINE_MAX);
    if (value === undefined) return fail('bad-backup', `Line ${number} is not valid JSON.`);
    if (header === null) {
      const read = readHeader(value);
      if (!read.ok) return read;
      header = read.value;
      continue;
    }
    hash.update(utf8ToBytes(`${line}\n`));
    const problem = takeRow(value, reading);
    if (problem !== null) return fail('bad-backup', `Line ${number}: ${problem}.`);
  }
  if (header === null) return fail('bad-backup', 'Line 1: the file is empty.');
  if (bytesToHex(hash.digest()) !== header.sha256)
    return fail('checksum-mismatch', 'The backup is cut short or was changed: its checksum does not hold.');
  const { content, settings } = reading;
  for (const table of ['settings', ...BACKUP_TABLES] as const) {
    const rows = table === 'settings' ? Number(settings !== null) : content[table].length;
    if (rows !== (header.counts[table] ?? 0)) return fail('bad-backup', `Line 1: the count of ${table} is not that of the rows.`);
  }
  return ok({ version: header.version, content, settings });
}

function tooLong(number: number, max: number): Result<never> {
  return fail('too-large', `Line ${number} is longer than ${max} characters.`);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readHeader(value: unknown): Result<v.InferOutput<typeof HEADER_SCHEMA>> {
  const parsed = v.safeParse(HEADER_SCHEMA, value);
  if (!parsed.success) return fail('bad-backup', `Line 1: not the first line of a ${BACKUP_FORMAT} file.`);
  if (parsed.output.version > BACKUP_VERSION) return fail('index-newer-than-code', 'This backup was made by a newer version of Sidelight.');
  if (parsed.output.version < 1) return fail('bad-backup', 'Line 1: there is no such version of the format.');
  return ok(parsed.output);
}

/** Adds a row to the content; what is wrong with it otherwise. */
function takeRow(value: unknown, reading: Reading): string | null {
  if (typeof value !== 'object' || value === null) return 'not an object';
  const { table, row } = value as { table?: unknown; row?: unknown };
  if (hasForbiddenKey(row)) return 'a key that is not allowed';
  if (table === 'settings') return takeSettings(row, reading);
  const known = BACKUP_TABLES.find((name) => name === table);
  if (known === undefined) return 'no such table';
  const parsed = v.safeParse(ROW_SCHEMAS[known], row, { abortEarly: true });
  if (!parsed.success) return `not a row of ${known} (${v.getDotPath(parsed.issues[0]) ?? 'row'})`;
  const keys = known === 'articles' ? [parsed.output.id, (parsed.output as { url: string }).url] : [parsed.output.id];
  for (const [i, key] of keys.entries()) {
    const own = `${known} ${i} ${key}`;
    if (reading.seen.has(own)) return i === 0 ? 'an id that was there before' : 'an address that was there before';
    reading.seen.add(own);
  }
  if ('salt' in parsed.output && reading.salts.add(parsed.output.salt).size > SALTS_MAX) return 'marks of too many installations';
  (reading.content[known] as unknown[]).push(parsed.output);
  return null;
}

function takeSettings(row: unknown, reading: Reading): string | null {
  const parsed = v.safeParse(SETTINGS_SCHEMA, row, { abortEarly: true });
  if (!parsed.success) return `not a row of settings (${v.getDotPath(parsed.issues[0]) ?? 'row'})`;
  if (reading.settings !== null) return 'settings that were there before';
  const { id: _id, ...settings } = parsed.output;
  reading.settings = settings;
  return null;
}

/** Whether a row of a file has a key that could reach an object's prototype. */
export function hasForbiddenKey(row: unknown): boolean {
  try {
    // JSON.stringify writes every key plainly, however it was escaped.
    return FORBIDDEN_KEY.test(JSON.stringify(row) ?? '');
  } catch {
    // Nested deeper than the stack: no row of ours.
    return true;
  }
}
