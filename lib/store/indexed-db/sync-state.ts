import type { DBSchema } from 'idb';
import { fail, type Result } from '../../core/result.ts';
import type { Entry, Replica } from '../../sync/replica.ts';
import { SYNC_MIGRATIONS } from './migrations/list.ts';
import { openDatabase } from './open-database.ts';
import { attempt } from './storage-failure.ts';
import { type Locks, processLocks } from './write-lock.ts';

interface SyncSchema extends DBSchema {
  entries: { key: string; value: Entry };
  meta: { key: string; value: unknown };
}

/** Who this device is among the others, and of which index its replica is: of another one's rows it says nothing. */
export interface SyncSelf {
  /** 16 hexadecimal digits. */
  device: string;
  /** `made()` of the index when the replica was last brought up to it. */
  made: { writes: number; sinceMs: number | null };
}

/**
 * What this device knows of what the user made on all of theirs, in a database of its own: it is in no backup, as it belongs to the device. Lost, nothing is: the device
 * begins anew under another name.
 */
export interface SyncState {
  read(): Promise<{ self: SyncSelf | null; replica: Map<string, Entry> }>;
  /** Makes the replica the one given, of which `before` is what is there; in one transaction. */
  save(self: SyncSelf, replica: Replica, before: Replica): Promise<Result<void>>;
  /** A value kept beside the replica; undefined where there is none. */
  get(name: string): Promise<unknown>;
  /** Keeps a value beside the replica; undefined takes it away. */
  set(name: string, value: unknown): Promise<Result<void>>;
  /** Runs work while no other page exchanges anything. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** What `openSyncState` takes. Default names and factories are the browser's. */
export interface SyncStateOptions {
  indexedDB?: IDBFactory;
  databaseName?: string;
  /** False: only to read. Where there is nothing yet, nothing is made, and it reads as empty. */
  create?: boolean;
  /** For tests: called before the replica is written; a throw stands for a killed page. */
  beforeSave?: () => void;
}

const SELF = 'self';

const NOTHING: SyncState = {
  read: async () => ({ self: null, replica: new Map() }),
  save: async () => fail('not-found', 'Nothing was ever exchanged here.'),
  get: async () => undefined,
  set: async () => fail('not-found', 'Nothing was ever exchanged here.'),
  exclusively: (work) => work(),
  close: () => {},
};

/** Opens the database of what is exchanged. Errors as for the store. */
export function openSyncState(options: SyncStateOptions = {}): Promise<Result<SyncState>> {
  const { databaseName: name = 'sidelight-sync', create = true, beforeSave = () => {} } = options;
  const factory = options.indexedDB ?? indexedDB;
  const locks = (globalThis.navigator?.locks as Locks | undefined) ?? processLocks;
  return attempt(async () => {
    if (!create && !(await factory.databases()).some((database) => database.name === name)) return NOTHING;
    const database = await openDatabase<SyncSchema>(factory, name, SYNC_MIGRATIONS);
    return {
      async read() {
        const transaction = database.transaction(['entries', 'meta'], 'readonly');
        const entries = transaction.objectStore('entries');
        const [self, keys, values] = await Promise.all([transaction.objectStore('meta').get(SELF), entries.getAllKeys(), entries.getAll()]);
        return { self: (self as SyncSelf | undefined) ?? null, replica: new Map(keys.map((key, at) => [key, values[at]!])) };
      },
      save: (self, replica, before) =>
        attempt(async () => {
          beforeSave();
          const transaction = database.transaction(['entries', 'meta'], 'readwrite', { durability: 'strict' });
          transaction.done.catch(() => {});
          const entries = transaction.objectStore('entries');
          const changed = [...replica].filter(([key, entry]) => before.get(key) !== entry);
          await Promise.all([
            transaction.objectStore('meta').put(self, SELF),
            ...changed.map(([key, entry]) => entries.put(entry, key)),
            ...[...before.keys()].filter((key) => !replica.has(key)).map((key) => entries.delete(key)),
          ]);
          await transaction.done;
        }),
      get: (key) => database.get('meta', key),
      set: (key, value) =>
        attempt(async () => {
          await (value === undefined ? database.delete('meta', key) : database.put('meta', value, key));
        }),
      exclusively: (work) => locks.request(`sidelight-sync:${name}`, work),
      close: () => database.close(),
    };
  });
}
