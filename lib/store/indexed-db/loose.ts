import { META, type ReadTransaction, type WriteTransaction } from './schema.ts';

/**
 * Notes reports that nothing may hold from now on: part of the transaction that ends what held them, so that a kill leaves none behind. `continueRemoval`
 * takes them away where nothing does.
 */
export async function loosen(transaction: WriteTransaction, articleIds: string[]): Promise<void> {
  if (articleIds.length > 0) await putLoose(transaction, [...new Set([...(await readLoose(transaction)), ...articleIds])]);
}

/** Ids of reports so noted. */
export async function readLoose(transaction: ReadTransaction | WriteTransaction): Promise<string[]> {
  const loose = await transaction.objectStore('meta').get(META.loose);
  return Array.isArray(loose) ? (loose as string[]) : [];
}

/** Forgets the note of reports that were looked after, unless a restore is under way: it may still bring them. */
export async function settleLoose(transaction: WriteTransaction, articleIds: string[]): Promise<void> {
  const [loose, restoring] = await Promise.all([readLoose(transaction), transaction.objectStore('meta').getKey(META.restore)]);
  if (loose.length === 0 || restoring !== undefined) return;
  const done = new Set(articleIds);
  const left = loose.filter((id) => !done.has(id));
  if (left.length < loose.length) await putLoose(transaction, left);
}

async function putLoose(transaction: WriteTransaction, ids: string[]): Promise<void> {
  const meta = transaction.objectStore('meta');
  await (ids.length === 0 ? meta.delete(META.loose) : meta.put(ids, META.loose));
}
