import type { Made } from '../backup-source.ts';
import { commit, read, type StoreContext } from './context.ts';
import { META, type ReadTransaction, type TableName, type WriteTransaction } from './schema.ts';

/** What a writing of something the user made was: a change of theirs, or what they leave behind unasked (a draft, how far they have read). */
export type Written = 'change' | 'trace';

/** See `BackupSource.made`. */
export function readMade(context: StoreContext): Promise<Made> {
  return madeIn(read(context, ['meta']));
}

/**
 * One strict transaction over something the user made, which counts what it did in the same breath: so no copy is taken for newer than it is. `work` calls
 * `note` for what it wrote; where it never does, nothing is counted.
 */
export function commitMade<T>(
  context: StoreContext,
  step: string,
  tables: TableName[],
  work: (transaction: WriteTransaction, note: (written: Written) => void) => Promise<T>,
): Promise<T> {
  return commit(context, step, [...new Set<TableName>([...tables, 'meta'])], 'strict', async (transaction) => {
    let written: Written | null = null;
    const answer = await work(transaction, (what) => {
      written = written === 'change' ? written : what;
    });
    if (written !== null) await countMade(context, transaction, written);
    return answer;
  });
}

/** Counts a writing of something the user made, inside its transaction, which spans `meta`. */
export async function countMade(context: StoreContext, transaction: WriteTransaction, written: Written): Promise<void> {
  const { writes, changes, sinceMs } = await madeIn(transaction);
  const counted: Made =
    written === 'change'
      ? { writes: writes + 1, changes: changes + 1, sinceMs: sinceMs ?? context.nowMs() }
      : { writes: writes + 1, changes, sinceMs };
  await transaction.objectStore('meta').put(counted, META.made);
}

async function madeIn(transaction: ReadTransaction | WriteTransaction): Promise<Made> {
  const made = (await transaction.objectStore('meta').get(META.made)) as Made | undefined;
  return made !== undefined && Number.isSafeInteger(made.writes) && Number.isSafeInteger(made.changes)
    ? made
    : { writes: 0, changes: 0, sinceMs: null };
}
