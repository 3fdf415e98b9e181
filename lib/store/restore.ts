import type { Article } from '../core/article.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { noteId } from '../core/library.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { SettingsChoice } from '../core/settings.ts';
import type { Correction, Pin, Settings } from '../core/user-data.ts';
import { allRows } from './all-rows.ts';
import {
  BACKUP_TABLES,
  type BackupContent,
  type BackupSource,
  type BackupTable,
  type BeginOptions,
  emptyContent,
  type RemovedRows,
  type RestorePlan,
} from './backup-source.ts';
import { underIdsHere, withIdsHere } from './restored-ids.ts';

/** All tables that are written at once. */
const ROWS = BACKUP_TABLES.filter((table) => table !== 'articles');
/** Of these, rows change without the user's doing: a feed names itself when it is first fetched, a look at what is new is noted. */
const CHANGE_BY_THEMSELVES: ReadonlySet<BackupTable> = new Set(['sources', 'followed']);
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

/** What a restore wrote, and what that replaced. */
type Written = Pick<RestorePreview, 'pending' | 'replaced'>;

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
  let content = parsed.value.content;
  // Articles first: what becomes of them says by which ids the other rows name them.
  for (const table of ['articles', ...ROWS] as const) {
    const rows = new Map<string, { id: string }>(content[table].map((row) => [row.id, row]));
    const count = counts[table];
    const urls = new Set(table === 'articles' ? content.articles.map(({ url }) => url) : []);
    const otherwise: Article[] = [];
    for await (const existing of allRows(source, table)) {
      if (signal?.aborted) return CANCELLED;
      const row = rows.get(existing.id);
      if (row === undefined) {
        if ('url' in existing && urls.has(existing.url as string)) otherwise.push(existing as Article);
        continue;
      }
      const asKept = withWhatItLacks(table, parsed.value.version, row, existing);
      const isLess = table === 'articles' && lacksText(asKept as Article, existing as Article);
      if (isLess || canonicalJson(asKept) === canonicalJson(existing)) {
        rows.delete(row.id);
        count.same++;
      } else {
        rows.set(row.id, asKept);
        (replaced[table] as unknown[]).push(existing);
        count.changed++;
      }
    }
    if (otherwise.length > 0) {
      const { more, left, same } = underIdsHere(content, otherwise);
      replaced.articles = [...replaced.articles.filter(({ id }) => !left.has(id)), ...more.map(({ here }) => here)];
      for (const id of left) rows.delete(id);
      for (const { file, here } of more) rows.set(here.id, { ...file, id: here.id } as Article);
      count.changed = replaced.articles.length;
      count.same += otherwise.length - more.length;
      content = withIdsHere(content, same);
    }
    count.new = rows.size - count.changed;
    (pending[table] as unknown[]) = [...rows.values()];
  }
  const { settings } = parsed.value;
  const differ = settings !== null && canonicalJson(settings) !== canonicalJson(here);
  return ok({ counts, pending, replaced, settings: differ ? settings : null, hasSettings: settings !== null });
}

/** A report without its text, as imports and rescued backups hold some, takes no text away. */
function lacksText(row: Article, existing: Article): boolean {
  return row.text === '' && existing.text !== '';
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
 * From then on nothing can be lost: `finishRestore` completes it, here or after a kill. `changed-meanwhile` where a row that it would replace is
 * another by now than the preview saw: nothing is written then.
 */
export function beginRestore(
  source: BackupSource,
  preview: RestorePreview,
  choice: SettingsChoice,
  options: Pick<BeginOptions, 'signal'> = {},
): Promise<Result<number>> {
  const { pending, replaced } = preview;
  const settings = preview.settings === null || choice === 'keep' ? null : { given: preview.settings, choice };
  const plan = async (): Promise<Result<RestorePlan>> =>
    (await isAsSeen(source, preview))
      ? ok({ content: pending, settings, removed: {}, over: replaced.articles })
      : fail('changed-meanwhile', 'Something was changed here since the preview.');
  return source.beginRestore(plan, options);
}

/** Whether the rows that a preview would replace are as it saw them; reports are looked at one by one when their turn comes. */
async function isAsSeen(source: BackupSource, { pending, replaced }: Written): Promise<boolean> {
  for (const table of ROWS) {
    const seen = byId(replaced[table]);
    const here = await rowsHere(source, table, pending[table]);
    for (const { id } of pending[table]) {
      // A source that is being taken away still has its row.
      if (table === 'sources' && !seen.has(id)) continue;
      if (!isSame(here.get(id), seen.get(id))) return false;
    }
  }
  return true;
}

/**
 * Takes a restore back, finished or under way: what it replaced is put in its place again, what it added is taken away; what was changed since is
 * the user's own and stays, with what it hangs on. It is a restore itself, as safe and as resumable. `before`: the settings as they were, where the
 * restore changed them; `begun`: its number, as `beginRestore` answered, of one that may be under way.
 */
export function undoRestore(source: BackupSource, written: Written, before: Settings | null, begun?: number): Promise<Result<number>> {
  const settings = before === null ? null : { given: before, choice: 'replace' as const };
  const plan = async (): Promise<Result<RestorePlan>> =>
    ok({ ...(await takenBack(source, written)), settings, over: written.pending.articles });
  return source.beginRestore(plan, { insteadOf: begun });
}

async function takenBack(source: BackupSource, { pending, replaced }: Written): Promise<Pick<RestorePlan, 'content' | 'removed'>> {
  const content = emptyContent();
  const removed: RemovedRows = { articles: added(pending.articles, byId(replaced.articles)) };
  for (const table of ROWS) {
    const [written, before] = [byId(pending[table]), byId(replaced[table])];
    const here = await rowsHere(source, table, [...pending[table], ...replaced[table]]);
    const isOurs = (id: string): boolean => isSame(here.get(id), written.get(id));
    (content[table] as { id: string }[]) = [...before.values()].filter(({ id }) => isOurs(id));
    removed[table] = added(pending[table], before).filter((id) => CHANGE_BY_THEMSELVES.has(table) || isOurs(id));
  }
  await keepHolders(source, removed);
  const kept = await reportsKept(source, pending.articles, removed);
  content.articles = [...replaced.articles, ...kept];
  return { content, removed };
}

/** Takes from what is removed the reports of what stays, with whom they name: cancelled under way, they may not have come yet. */
async function reportsKept(source: BackupSource, pending: Article[], removed: RemovedRows): Promise<Article[]> {
  const going = new Set(removed.articles);
  const pins = (await staying(source, 'pins', removed)).map(({ id }) => id);
  const items = (await staying(source, 'collectionItems', removed)).map(({ articleId }) => articleId);
  const trashed = (await staying(source, 'trash', removed)).flatMap(({ articleIds }) => articleIds);
  const held = new Set([...pins, ...items, ...trashed]);
  const kept = pending.filter(({ id }) => going.has(id) && held.has(id));
  const named = new Set(kept.flatMap(({ id, outletId, authors }) => [id, outletId, ...authors.map(({ reporterId }) => reporterId)]));
  for (const table of ['articles', 'outlets', 'reporters'] as const) removed[table] = (removed[table] ?? []).filter((id) => !named.has(id));
  return kept;
}

/** What stays keeps what it hangs on: a note its pin, item or collection; an item its collection; a collection the one it stands in. */
async function keepHolders(source: BackupSource, removed: RemovedRows): Promise<void> {
  const { pins = [], collectionItems = [], collections = [] } = removed;
  if (pins.length + collectionItems.length + collections.length === 0) return;
  const noted = new Set((await staying(source, 'notes', removed)).map(({ id }) => id));
  removed.pins = pins.filter((id) => !noted.has(noteId('pin', id)));
  removed.collectionItems = collectionItems.filter((id) => !noted.has(noteId('item', id)));
  const filled = new Set((await staying(source, 'collectionItems', removed)).map(({ collectionId }) => collectionId));
  removed.collections = collections.filter((id) => !filled.has(id) && !noted.has(noteId('collection', id)));
  const parents = new Set((await staying(source, 'collections', removed)).map(({ parentId }) => parentId));
  removed.collections = removed.collections.filter((id) => !parents.has(id));
}

async function staying<Table extends BackupTable>(source: BackupSource, table: Table, removed: RemovedRows): Promise<BackupContent[Table]> {
  const gone = new Set(removed[table]);
  const rows: { id: string }[] = [];
  for await (const row of allRows(source, table)) if (!gone.has(row.id)) rows.push(row);
  return rows as BackupContent[Table];
}

/** Those of the rows that are in a table now, whatever they are by now. */
async function rowsHere(source: BackupSource, table: BackupTable, rows: { id: string }[]): Promise<Map<string, { id: string }>> {
  const ids = new Set(rows.map(({ id }) => id));
  const here = new Map<string, { id: string }>();
  if (ids.size === 0) return here;
  for await (const row of allRows(source, table)) if (ids.has(row.id)) here.set(row.id, row);
  return here;
}

function byId(rows: { id: string }[]): Map<string, { id: string }> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids of rows that had no row before them. */
function added(rows: { id: string }[], before: Map<string, unknown>): string[] {
  return rows.flatMap(({ id }) => (before.has(id) ? [] : [id]));
}

function isSame(one: object | undefined, other: object | undefined): boolean {
  return one === undefined || other === undefined ? one === other : canonicalJson(one) === canonicalJson(other);
}
