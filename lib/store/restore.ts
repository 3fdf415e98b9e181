import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { fail, ok, type Result } from '../core/result.ts';
import { BACKUP_FORMAT, BACKUP_VERSION } from './backup.ts';
import { HEADER_SCHEMA, ROW_SCHEMAS } from './backup-schema.ts';
import { BACKUP_TABLES, type BackupContent, type BackupSource, type BackupTable } from './backup-source.ts';
import { canonicalJson } from './canonical-json.ts';

/** Characters of one line at most. */
export const LINE_MAX = 4_000_000;
const BATCH = 200;
// Own keys with these names would reach an object's prototype when copied carelessly; no backup of ours has them.
const FORBIDDEN_KEY = /"(?:__proto__|constructor|prototype)":/u;

/** What a restore would do. Nothing is written yet. */
export interface RestorePreview {
  counts: Record<BackupTable, { new: number; changed: number; same: number }>;
  /** The rows that are new or changed, checked; `applyRestore` writes them. */
  pending: BackupContent;
}

/**
 * Reads a backup's lines (with or without their line feeds), checks every one and the checksum, and compares with the store. Writes nothing.
 * Errors `bad-backup` (with the number of the line), `too-large`, `checksum-mismatch`, `index-newer-than-code` for a newer format. Rows
 * of the store that the backup lacks are kept by a restore, and not counted.
 */
export async function previewRestore(
  source: BackupSource,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Result<RestorePreview>> {
  const parsed = await parseBackup(lines);
  if (!parsed.ok) return parsed;
  const counts = Object.fromEntries(BACKUP_TABLES.map((table) => [table, { new: 0, changed: 0, same: 0 }])) as RestorePreview['counts'];
  const pending = emptyContent();
  for (const table of BACKUP_TABLES) {
    const rows = new Map(parsed.value[table].map((row) => [row.id, row]));
    const count = counts[table];
    for await (const existing of allRows(source, table)) {
      const row = rows.get(existing.id);
      if (row === undefined) continue;
      if (canonicalJson(row) === canonicalJson(existing)) {
        rows.delete(row.id);
        count.same++;
      } else {
        count.changed++;
      }
    }
    count.new = rows.size - count.changed;
    (pending[table] as unknown[]).push(...rows.values());
  }
  return ok({ counts, pending });
}

/**
 * Writes what a preview found: everything the user made in one transaction with strict durability, then articles in batches. A kill between
 * leaves a store that is whole; restoring again completes it.
 */
export async function applyRestore(source: BackupSource, preview: RestorePreview, signal?: AbortSignal): Promise<Result<void>> {
  const { articles, ...rows } = preview.pending;
  const written = await source.putSourceRows(rows);
  if (!written.ok) return written;
  for (let from = 0; from < articles.length; from += BATCH) {
    if (signal?.aborted === true) return fail('cancelled', 'The restore was stopped; what it had written stays.');
    const added = await source.restoreArticles(articles.slice(from, from + BATCH));
    if (!added.ok) return added;
  }
  return ok(undefined);
}

async function parseBackup(lines: AsyncIterable<string> | Iterable<string>): Promise<Result<BackupContent>> {
  const content = emptyContent();
  const seen = new Set<string>();
  const hash = sha256.create();
  let header: v.InferOutput<typeof HEADER_SCHEMA> | null = null;
  let number = 0;
  for await (const raw of lines) {
    number++;
    if (raw.length > LINE_MAX) return fail('too-large', `Line ${number} is longer than ${LINE_MAX} characters.`);
    const line = raw.replace(/\r?\n$/u, '');
    if (line === '') continue;
    const value = parseLine(line);
    if (value === undefined) return fail('bad-backup', `Line ${number} is not valid JSON.`);
    if (header === null) {
      const read = readHeader(value);
      if (!read.ok) return read;
      header = read.value;
      continue;
    }
    hash.update(utf8ToBytes(`${line}\n`));
    const problem = takeRow(value, content, seen);
    if (problem !== null) return fail('bad-backup', `Line ${number}: ${problem}.`);
  }
  if (header === null) return fail('bad-backup', 'Line 1: the file is empty.');
  if (bytesToHex(hash.digest()) !== header.sha256)
    return fail('checksum-mismatch', 'The backup is cut short or was changed: its checksum does not hold.');
  for (const table of BACKUP_TABLES) {
    if (content[table].length !== (header.counts[table] ?? 0))
      return fail('bad-backup', `Line 1: the count of ${table} is not that of the rows.`);
  }
  return ok(content);
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
function takeRow(value: unknown, content: BackupContent, seen: Set<string>): string | null {
  if (typeof value !== 'object' || value === null) return 'not an object';
  const { table, row } = value as { table?: unknown; row?: unknown };
  const known = BACKUP_TABLES.find((name) => name === table);
  if (known === undefined) return 'no such table';
  if (hasForbiddenKey(row)) return 'a key that is not allowed';
  const parsed = v.safeParse(ROW_SCHEMAS[known], row, { abortEarly: true });
  if (!parsed.success) return `not a row of ${known} (${v.getDotPath(parsed.issues[0]) ?? 'row'})`;
  const keys = known === 'articles' ? [parsed.output.id, (parsed.output as { url: string }).url] : [parsed.output.id];
  for (const [i, key] of keys.entries()) {
    const own = `${known} ${i} ${key}`;
    if (seen.has(own)) return i === 0 ? 'an id that was there before' : 'an address that was there before';
    seen.add(own);
  }
  (content[known] as unknown[]).push(parsed.output);
  return null;
}

function hasForbiddenKey(row: unknown): boolean {
  try {
    // JSON.stringify writes every key plainly, however it was escaped.
    return FORBIDDEN_KEY.test(JSON.stringify(row) ?? '');
  } catch {
    // Nested deeper than the stack: no row of ours.
    return true;
  }
}

async function* allRows(source: BackupSource, table: BackupTable): AsyncIterable<{ id: string }> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string }[] = await source.readRows(table, after, BATCH);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

function emptyContent(): BackupContent {
  return { reporters: [], outlets: [], topics: [], pins: [], corrections: [], followed: [], activity: [], articles: [] };
}
