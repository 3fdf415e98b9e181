import type { DBSchema, IDBPDatabase } from 'idb';
import { copiesToKeep, type KeptCopy } from '../../core/copy.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { abort } from './context.ts';
import { COPIES_MIGRATIONS } from './migrations/list.ts';
import { openDatabase } from './open-database.ts';
import { attempt } from './storage-failure.ts';

interface CopiesSchema extends DBSchema {
  copies: { key: number; value: KeptCopy };
  /** A copy in bytes: its first line and, packed with gzip, those that follow. */
  bodies: { key: number; value: { header: string; packed: Uint8Array<ArrayBuffer> } };
}

/** A copy that is to be kept. */
export interface NewCopy extends Omit<KeptCopy, 'id' | 'bytes'> {
  header: string;
  packed: Uint8Array<ArrayBuffer>;
}

/** Rolling copies of what the user made, in a database of their own: what damages the index leaves them alone. */
export interface CopyStore {
  /** Newest first. */
  list(): Promise<KeptCopy[]>;
  /** Keeps a copy and drops those that `copiesToKeep` leaves no place, in one transaction, on disk when this resolves. */
  add(copy: NewCopy): Promise<Result<KeptCopy>>;
  /** A copy as the backup file it is; null where it is not there (any more). */
  read(id: number): Promise<Blob | null>;
  drop(ids: number[]): Promise<Result<void>>;
  close(): void;
}

/** What `openCopies` takes. Default names and factories are the browser's. */
export interface CopyOptions {
  indexedDB?: IDBFactory;
  databaseName?: string;
  /** False: only to read. Where there are no copies yet, none is made, and the answer is `not-found`. */
  create?: boolean;
  /** For tests: called after every committed write. */
  afterCommit?: () => void;
}

/** Opens the database of copies. Errors as for the store. */
export async function openCopies(options: CopyOptions = {}): Promise<Result<CopyStore>> {
  const { databaseName: name = 'sidelight-copies', create = true, afterCommit = () => {} } = options;
  const opened = await attempt(async () => {
    const factory = options.indexedDB ?? (await ownFactory(create));
    const isThere = create || (factory !== null && (await factory.databases()).some((database) => database.name === name));
    return factory === null || !isThere ? null : copyStore(await openDatabase<CopiesSchema>(factory, name, COPIES_MIGRATIONS), afterCommit);
  });
  if (!opened.ok) return opened;
  return opened.value === null ? fail('not-found', 'There are no copies yet.') : ok(opened.value);
}

/** The part of Chromium's storage buckets that is used. */
interface StorageBuckets {
  keys(): Promise<string[]>;
  open(name: string, options: { persisted: boolean; durability: 'strict' }): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * Chromium keeps all databases of an origin in one LevelDB, and deletes it whole where it is damaged: a bucket has files of its own. Elsewhere (Firefox) each
 * database has.
 */
async function ownFactory(create: boolean): Promise<IDBFactory | null> {
  const { storageBuckets } = navigator as { storageBuckets?: StorageBuckets };
  if (storageBuckets === undefined) return indexedDB;
  return !create && !(await storageBuckets.keys()).includes('copies')
    ? null
    : (await storageBuckets.open('copies', { persisted: true, durability: 'strict' })).indexedDB;
}

function copyStore(database: IDBPDatabase<CopiesSchema>, afterCommit: () => void): CopyStore {
  const change = async <T>(work: (transaction: ReturnType<typeof writing>) => Promise<T>): Promise<T> => {
    const transaction = writing(database);
    transaction.done.catch(() => {});
    const answer = await work(transaction).catch((error: unknown) => {
      abort(transaction);
      throw error;
    });
    await transaction.done;
    afterCommit();
    return answer;
  };
  return {
    list: async () => (await database.getAll('copies')).sort((a, b) => b.id - a.id),
    add: ({ header, packed, ...known }) =>
      attempt(() =>
        change(async (transaction) => {
          const [copies, bodies] = [transaction.objectStore('copies'), transaction.objectStore('bodies')];
          const before = await copies.getAll();
          const id = Math.max(0, ...before.map((copy) => copy.id)) + 1;
          const copy: KeptCopy = { ...known, id, bytes: packed.length };
          const kept = new Set(copiesToKeep([...before, copy]).map((each) => each.id));
          const gone = before.filter((each) => !kept.has(each.id));
          await bodies.put({ header, packed }, id);
          await copies.put(copy);
          await Promise.all(gone.flatMap((each) => [copies.delete(each.id), bodies.delete(each.id)]));
          return copy;
        }),
      ),
    read: async (id) => {
      const body = await database.get('bodies', id);
      if (body === undefined) return null;
      const rest = new Blob([body.packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Blob([body.header, await new Response(rest).blob()], { type: 'application/x-ndjson' });
    },
    drop: (ids) =>
      attempt(() =>
        change(async (transaction) => {
          await Promise.all(
            ids.flatMap((id) => [transaction.objectStore('copies').delete(id), transaction.objectStore('bodies').delete(id)]),
          );
        }),
      ),
    close: () => database.close(),
  };
}

function writing(database: IDBPDatabase<CopiesSchema>) {
  return database.transaction(['copies', 'bodies'], 'readwrite', { durability: 'strict' });
}
