import type { Article } from '../../core/article.ts';
import type { DerivedArticle } from '../store.ts';
import type { IndexCache } from './index-cache.ts';
import type { MainDatabase, ReadTransaction, TableName, TextsDatabase, WriteTransaction } from './schema.ts';

/** What every part of the store shares. */
export interface StoreContext {
  database: MainDatabase;
  /** Opens the database of texts when first asked. */
  texts: () => Promise<TextsDatabase>;
  /** Runs work while no other writer of this store runs, in any page or worker. Not reentrant. */
  exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs an addition in bulk while no other one runs. Inside, `exclusively` may be asked for. */
  bulking: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs work only where no addition in bulk is under way, in any page or worker; does not wait for one. */
  unlessBulking: (work: () => Promise<void>) => Promise<void>;
  /** Runs an import of a pack while no other one runs; it may add in bulk. */
  importing: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whether an import of a pack is under way, in any page or worker. */
  isImporting: () => Promise<boolean>;
  /** See `Store.collecting`. */
  collecting: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs work only where nobody collects, and answers null without it; does not wait. */
  unlessCollecting: <T>(work: () => Promise<T>) => Promise<T | null>;
  /** Runs a step of a restore while no other page takes one. Inside, `exclusively` may be asked for. */
  restoring: <T>(work: () => Promise<T>) => Promise<T>;
  derive: (article: Article) => DerivedArticle;
  nowMs: () => number;
  /** See `MERGE_ALIKE_FROM`. */
  mergeAlikeFrom: number;
  /** See `BULK_SEGMENT`. */
  bulkSegment: number;
  /** Called after every committed write with its name; tests throw here to stand for a killed background. */
  afterCommit: (step: string) => void;
  /** Reports derived data that is damaged; a rebuild starts by itself. */
  noteDamage: () => void;
  cache: IndexCache;
  /** DocId up to which this process has copied recent texts to their database. Forgotten with the process: copying again does no harm. */
  textsCopiedTo: number;
  /** DocIds of recent texts that could not be read to be copied. */
  textsLeft: number[];
  close: () => void;
}

/** Opens a reading transaction. */
export function read(context: StoreContext, tables: TableName[]): ReadTransaction {
  const transaction = context.database.transaction(tables, 'readonly') as ReadTransaction;
  // A request that fails ends the transaction, and says so itself.
  transaction.done.catch(() => {});
  return transaction;
}

/**
 * One writing transaction: resolves with what `work` gave once it is committed, rejects (nothing written) when `work` or the
 * browser fails. `work` may wait for requests of the transaction only. The caller holds the lock.
 */
export async function commit<T>(
  context: StoreContext,
  step: string,
  tables: TableName[],
  durability: 'strict' | 'relaxed',
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = context.database.transaction(tables, 'readwrite', { durability }) as WriteTransaction;
  // A request that fails rejects both `work` and `done`: one of them is enough to hear of it.
  transaction.done.catch(() => {});
  let value: T;
  try {
    value = await work(transaction);
  } catch (error) {
    abort(transaction);
    throw transaction.error ?? error;
  }
  await transaction.done;
  context.afterCommit(step);
  return value;
}

/** Waits for requests issued together. */
export async function settled(requests: Promise<unknown>[]): Promise<void> {
  await Promise.all(requests);
}

/** Ends a transaction without its writes, unless it has ended. */
export function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // Already aborted by the browser: that is what was wanted.
  }
}
