import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../core/canonical-json.ts';
import type { Settings } from '../core/user-data.ts';
import { BACKUP_TABLES, type BackupSource, type BackupTable } from './backup-source.ts';

/** The `format` of a backup's first line. */
export const BACKUP_FORMAT = 'sidelight-backup';
/** The `version` this code writes, and the newest it reads. */
export const BACKUP_VERSION = 4;

const BATCH = 200;

/**
 * The settings, everything the user made and every article, as lines of NDJSON (each ends in a line feed; docs/backup-format.md). The same
 * content always gives the same bytes. Reads twice, since the first line holds the checksum, and keeps writers waiting
 * until the last line is taken or the iteration is left.
 */
export async function* exportBackup(source: Pick<BackupSource, 'readRows' | 'undisturbed'>, settings: Settings): AsyncIterable<string> {
  const release = Promise.withResolvers<void>();
  const entered = Promise.withResolvers<void>();
  const held = source.undisturbed(() => {
    entered.resolve();
    return release.promise;
  });
  held.catch(entered.reject);
  await entered.promise;
  try {
    const hash = sha256.create();
    const first = settingsLine(settings);
    hash.update(utf8ToBytes(first));
    const counts: RowCounts = { settings: 1 };
    for await (const { table, line } of rowLines(source)) {
      hash.update(utf8ToBytes(line));
      counts[table] = (counts[table] ?? 0) + 1;
    }
    yield headerLine(counts, bytesToHex(hash.digest()));
    yield first;
    for await (const { line } of rowLines(source)) yield line;
  } finally {
    release.resolve();
    await held;
  }
}

/** The line of the settings. */
export function settingsLine({ mode, sites, blockedSites, showBadge, markTopics, firstRunDone }: Settings): string {
  const row = { id: 'settings', mode, sites, blockedSites, showBadge, ...(markTopics && { markTopics }), firstRunDone };
  return `${canonicalJson({ table: 'settings', row })}\n`;
}

/** Rows by table. */
export type RowCounts = Partial<Record<BackupTable | 'settings', number>>;

/** The first line: `sha256` is of the bytes of all that follow. */
export function headerLine(counts: RowCounts, sha256OfRest: string): string {
  return `${canonicalJson({ format: BACKUP_FORMAT, version: BACKUP_VERSION, counts, sha256: sha256OfRest })}\n`;
}

/** The line of a row. */
export function rowLine(table: BackupTable, row: object): string {
  return `${canonicalJson({ table, row })}\n`;
}

async function* rowLines(source: Pick<BackupSource, 'readRows'>): AsyncIterable<{ table: BackupTable; line: string }> {
  for (const table of BACKUP_TABLES) {
    let after: string | null = null;
    for (;;) {
      const rows: { id: string }[] = await source.readRows(table, after, BATCH);
      for (const row of rows) yield { table, line: rowLine(table, row) };
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) break;
      after = last.id;
    }
  }
}
