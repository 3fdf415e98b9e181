import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Settings } from '../../core/user-data.ts';
import { headerLine, type RowCounts, rowLine, settingsLine } from '../backup.ts';
import { ROW_SCHEMAS } from '../backup-schema.ts';
import { BACKUP_TABLES, type BackupTable } from '../backup-source.ts';
import { groupOf, textIn } from './kept-texts.ts';
import { articleOf } from './packing.ts';
import type { KeptArticle } from './schema.ts';
import { attempt } from './storage-failure.ts';

/** What could be saved of an index that cannot be opened or read as it should. */
export interface Salvaged {
  /** A backup like any other: it can be restored. */
  file: Blob;
  /** Rows written. */
  rows: number;
  /** What could not be read, by table; null rows: nobody knows how many. */
  lost: { table: BackupTable; rows: number | null }[];
  /** Reports whose text could not be read: they are in the file without it. */
  textsLost: number;
  /** Rows with fields that this version does not know: they are in the file without those. */
  trimmed: number;
}

/** The database of texts, where there is one that can be opened. */
type Texts = IDBDatabase | 'none' | 'unread';

const BATCH = 200;
/** Unknown fields that one row may have at most. */
const UNKNOWN_MAX = 50;

/**
 * Reads all that can be read of an index whatever its version, row by row, and makes a backup of it. Changes nothing. Fails where no database of the name is
 * there or the browser cannot open it.
 */
export async function salvage(
  settings: Settings,
  { indexedDB: factory = indexedDB, databaseName = 'sidelight' }: { indexedDB?: IDBFactory; databaseName?: string } = {},
): Promise<Result<Salvaged>> {
  const main = await openAsItIs(factory, databaseName);
  if (!main.ok) return main;
  const texts = await openAsItIs(factory, `${databaseName}-texts`);
  try {
    // Before the first text was written there is no such database.
    const opened = texts.ok ? texts.value : texts.error.code === 'not-found' ? 'none' : 'unread';
    return ok(await readAll(main.value, opened, settings));
  } finally {
    main.value.close();
    if (texts.ok) texts.value.close();
  }
}

async function readAll(main: IDBDatabase, texts: Texts, settings: Settings): Promise<Salvaged> {
  const hash = sha256.create();
  const parts: Blob[] = [];
  const counts: RowCounts = {};
  const told = { rows: 0, lost: [] as Salvaged['lost'], textsLost: 0, trimmed: 0 };
  const write = (lines: string[]): void => {
    for (const line of lines) hash.update(utf8ToBytes(line));
    parts.push(new Blob(lines));
  };
  write([settingsLine(settings)]);
  counts.settings = 1;
  for (const table of BACKUP_TABLES) {
    if (!main.objectStoreNames.contains(table)) continue;
    let unread = 0;
    const whole = await eachBatch(main, table, async (rows) => {
      const lines: string[] = [];
      for (const row of rows) {
        const complete = row === null || table !== 'articles' ? row : await withText(main, texts, row as KeptArticle, told);
        const known = complete === null ? null : knownPart(table, complete);
        if (known === null) unread++;
        else {
          lines.push(rowLine(table, known.row));
          told.trimmed += Number(known.isTrimmed);
        }
      }
      write(lines);
      counts[table] = (counts[table] ?? 0) + lines.length;
      told.rows += lines.length;
    });
    if (counts[table] === 0) delete counts[table];
    if (!whole || unread > 0) told.lost.push({ table, rows: whole ? unread : null });
  }
  const header = new Blob([headerLine(counts, bytesToHex(hash.digest()))]);
  return { ...told, file: new Blob([header, ...parts], { type: 'application/x-ndjson' }) };
}

/** Hands over a table's rows, null for one that cannot be read; false where not even their keys can be had to the end. */
async function eachBatch(database: IDBDatabase, table: string, take: (rows: (object | null)[]) => Promise<void>): Promise<boolean> {
  let after: IDBValidKey | null = null;
  for (;;) {
    const range: IDBKeyRange | null = after === null ? null : IDBKeyRange.lowerBound(after, true);
    const keys: IDBValidKey[] | undefined = await ask(database, table, (store) => store.getAllKeys(range, BATCH));
    if (keys === undefined) return false;
    const last = keys.at(-1);
    if (last === undefined) return true;
    const together = await ask<object[]>(database, table, (store) => store.getAll(IDBKeyRange.bound(keys[0], last)));
    if (together?.length === keys.length) await take(together);
    else await take(await Promise.all(keys.map(async (key) => (await ask<object>(database, table, (store) => store.get(key))) ?? null)));
    after = last;
  }
}

async function withText(main: IDBDatabase, texts: Texts, row: KeptArticle, told: { textsLost: number }): Promise<object> {
  const asked = async (database: Texts, table: string, key: number): Promise<unknown> => {
    if (database === 'none') return '';
    if (database === 'unread' || !database.objectStoreNames.contains(table)) return null;
    // A value of undefined cannot be told from a failure otherwise; no report's text is stored as undefined.
    const found = await ask<unknown[]>(database, table, (store) => store.getAll(key, 1));
    return found === undefined ? null : (found[0] ?? '');
  };
  const recent = await asked(main, 'recentTexts', row.docId);
  const kept = await asked(texts, 'texts', row.docId);
  // Indexes of before texts lay together have no such table.
  const isGrouped = typeof texts === 'object' && texts.objectStoreNames.contains('groups');
  const group = isGrouped ? await asked(texts, 'groups', groupOf(row.docId)) : '';
  const together = Array.isArray(group) ? textIn(group, row.docId) : group;
  const found = [recent, kept, together];
  const text = found.find((each) => typeof each === 'string' && each !== '');
  if (text === undefined && found.includes(null)) told.textsLost++;
  return articleOf(row, (text as string | undefined) ?? '');
}

/** A row as this version knows it; null where it is none. Fields it does not know are left out. */
function knownPart(table: BackupTable, row: object): { row: object; isTrimmed: boolean } | null {
  let isTrimmed = false;
  let rest = row;
  for (let i = 0; i <= UNKNOWN_MAX; i++) {
    const parsed = v.safeParse(ROW_SCHEMAS[table], rest);
    if (parsed.success) return { row: parsed.output, isTrimmed };
    const unknown = parsed.issues.filter(({ type, expected }) => type === 'strict_object' && expected === 'never');
    if (unknown.length === 0) return null;
    rest = structuredClone(rest);
    for (const issue of unknown) dropAt(rest, issue.path?.map(({ key }) => key) ?? []);
    isTrimmed = true;
  }
  return null;
}

function dropAt(row: object, path: unknown[]): void {
  let at = row as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at?.[key as string] as Record<string, unknown>;
  if (at !== undefined) delete at[path.at(-1) as string];
}

/** One request in a transaction of its own: a record that is damaged takes no other along. Undefined where it fails. */
async function ask<T>(database: IDBDatabase, table: string, request: (store: IDBObjectStore) => IDBRequest): Promise<T | undefined> {
  try {
    const asked = request(database.transaction(table, 'readonly').objectStore(table));
    return await new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result as T);
      asked.onerror = (event) => {
        event.preventDefault();
        reject(asked.error);
      };
    });
  } catch {
    return undefined;
  }
}

/** Opens a database at the version it has; makes none. */
async function openAsItIs(factory: IDBFactory, name: string): Promise<Result<IDBDatabase>> {
  const opened = await attempt(
    () =>
      new Promise<IDBDatabase | null>((resolve, reject) => {
        const request = factory.open(name);
        let isNew = false;
        request.onupgradeneeded = () => {
          isNew = true;
          request.transaction?.abort();
        };
        request.onsuccess = () => {
          request.result.onversionchange = () => request.result.close();
          resolve(request.result);
        };
        request.onerror = () => (isNew ? resolve(null) : reject(request.error));
      }),
  );
  if (!opened.ok) return opened;
  return opened.value === null ? fail('not-found', 'There is no index in this browser profile.') : ok(opened.value);
}
