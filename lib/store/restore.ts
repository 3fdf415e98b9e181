import type { Article } from '../core/article.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { SettingsChoice } from '../core/settings.ts';
import type { Correction, Pin, Settings } from '../core/user-data.ts';
import {
  BACKUP_TABLES,
  type BackupContent,
  type BackupSource,
  type BackupTable,
  type BeginOptions,
  emptyContent,
  type RemovedRows,
  type RestoreLeft,
} from './backup-source.ts';

const BATCH = 200;
const CANCELLED = fail('cancelled', 'It was stopped; nothing was written.');

/** What a restore would do. Nothing is written yet. */
export interface RestorePreview {
  counts: Record<BackupTable, { new: number; changed: number; same: number }>;
  /** The rows that are new or changed, checked; `applyRestore` writes them. */
  pending: BackupContent;
  /** The rows that those replace, as they are here; `undoRestore` puts them back. */
  replaced: BackupContent;
  /** Settings in the file, where they differ from those here; null where they are the same or the file has none. */
  settings: Settings | null;
  /** Whether the file holds settings. */
  hasSettings: boolean;
}

/**
 * Reads a backup's lines (with or without their line feeds), checks every one and the checksum, and compares with the store. Writes nothing.
 * Errors `bad-backup` (with the number of the line), `too-large`, `checksum-mismatch`, `index-newer-than-code` for a newer format. Rows
 * of the store that the backup lacks are kept by a restore, and not counted. `cancelled` where `signal` said so.
 */
export async function previewRestore(
  source: BackupSource,
  lines: AsyncIterable<string> | Iterable<string>,
  here: Settings,
  signal?: AbortSignal,
): Promise<Result<RestorePreview>> {
  // With its schemas, loaded for those who restore: pages that only go on with one do without.
  const { parseBackup } = await import('./parse-backup.ts');
  const parsed = await parseBackup(lines);
  if (signal?.aborted) return CANCELLED;
  if (!parsed.ok) return parsed;
  const counts = Object.fromEntries(BACKUP_TABLES.map((table) => [table, { new: 0, changed: 0, same: 0 }])) as RestorePreview['counts'];
  const pending = emptyContent();
  const replaced = emptyContent();
  const urls = new Set(parsed.value.content.articles.map(({ url }) => url));
  for (const table of BACKUP_TABLES) {
    const rows = new Map<string, { id: string }>(parsed.value.content[table].map((row) => [row.id, row]));
    const count = counts[table];
    for await (const existing of allRows(source, table)) {
      if (signal?.aborted) return CANCELLED;
      const row = rows.get(existing.id);
      if (row === undefined) {
        // An article is replaced by one of the same address, too.
        if ('url' in existing && table === 'articles' && urls.has(existing.url as string)) replaced.articles.push(existing as Article);
        continue;
      }
      const asKept = withWhatItLacks(table, parsed.value.version, row, existing);
      if (canonicalJson(asKept) === canonicalJson(existing)) {
        rows.delete(row.id);
        count.same++;
      } else {
        rows.set(row.id, asKept);
        (replaced[table] as unknown[]).push(existing);
        count.changed++;
      }
    }
    count.new = rows.size - count.changed;
    (pending[table] as unknown[]) = [...rows.values()];
  }
  const { settings } = parsed.value;
  const differ = settings !== null && canonicalJson(settings) !== canonicalJson(here);
  return ok({ counts, pending, replaced, settings: differ ? settings : null, hasSettings: settings !== null });
}

/** A row of an older backup lacks what its version did not know: that stays as it is here. */
function withWhatItLacks(table: BackupTable, version: number, row: { id: string }, existing: { id: string }): { id: string } {
  if (table === 'corrections') return withSaltOf(row as Correction, existing as Correction);
  if (table !== 'pins' || version >= 4) return row;
  const { updatedAtMs, rank, tags } = existing as Pin;
  return { ...row, updatedAtMs, rank, tags } as Pin;
}

/** The id of a mark is made of the hash, so the same mark without its salt is the same. */
function withSaltOf(row: Correction, existing: Correction): Correction {
  return row.kind === 'not-related' && row.salt === undefined && existing.kind === 'not-related' && existing.salt !== undefined
    ? { ...row, salt: existing.salt }
    : row;
}

/**
 * Begins to write what a preview found: all that the user made, at once and whole, with a note of the settings and the articles that follow.
 * From then on nothing can be lost: `finishRestore` completes it, here or after a kill.
 */
export function beginRestore(
  source: BackupSource,
  preview: RestorePreview,
  choice: SettingsChoice,
  options: Pick<BeginOptions, 'signal'> = {},
): Promise<Result<number>> {
  const { pending, settings } = preview;
  return source.beginRestore(pending, settings === null || choice === 'keep' ? null : { given: settings, choice }, {}, options);
}

/**
 * Takes a restore back, finished or under way: what it replaced is put in its place again, what it added is taken away. It is a restore itself, as
 * safe and as resumable. `before`: the settings as they were, where the restore changed them; `begun`: its number, as `beginRestore` answered, of one
 * that may be under way.
 */
export function undoRestore(
  source: BackupSource,
  { pending, replaced }: Pick<RestorePreview, 'pending' | 'replaced'>,
  before: Settings | null,
  begun?: number,
): Promise<Result<number>> {
  const removed: RemovedRows = {};
  for (const table of BACKUP_TABLES) {
    const kept = new Set(replaced[table].map(({ id }) => id));
    removed[table] = pending[table].flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  }
  return source.beginRestore(replaced, before === null ? null : { given: before, choice: 'replace' }, removed, { insteadOf: begun });
}

/** Adds the articles of a restore under way, batch after batch; true once all are there, false where `signal` ended it. Settings are the caller's to apply. */
export async function finishRestore(
  source: Pick<BackupSource, 'continueRestore'>,
  options: { signal?: AbortSignal | undefined; onProgress?: (left: RestoreLeft) => void } = {},
): Promise<Result<boolean>> {
  while (!options.signal?.aborted) {
    const step = await source.continueRestore();
    if (!step.ok) return step;
    if (step.value === null || step.value.articles === 0) return ok(true);
    options.onProgress?.(step.value);
  }
  return ok(false);
}

/** Every row of a table, ascending by id. */
export async function* allRows(source: Pick<BackupSource, 'readRows'>, table: BackupTable): AsyncIterable<{ id: string }> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string }[] = await source.readRows(table, after, BATCH);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}
