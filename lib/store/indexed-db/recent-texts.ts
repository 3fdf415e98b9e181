import { read, type StoreContext } from './context.ts';
import { keptTexts, writeTexts } from './kept-texts.ts';
import type { ReadTransaction, WriteTransaction } from './schema.ts';

/*
 * The text of an article that came alone is written beside its row, in the one transaction of its insertion; with the next seal it moves to the
 * database of texts. So an insertion is one commit, and no article is ever without its text.
 */

/** Copies the texts of articles up to `lastDocId` to the database of texts; `forgetRecent` in the seal's transaction then drops them here. */
export async function copyRecentTexts(context: StoreContext, lastDocId: number): Promise<void> {
  const table = read(context, ['recentTexts']).objectStore('recentTexts');
  const range = IDBKeyRange.upperBound(lastDocId);
  const [docIds, texts] = await Promise.all([table.getAllKeys(range), table.getAll(range)]);
  await writeTexts(context, docIds, texts, 'relaxed', 'move-texts');
  context.textsCopiedTo = lastDocId;
}

/** Drops recent texts that were moved. */
export function forgetRecent(transaction: WriteTransaction, lastDocId: number): Promise<unknown> {
  return transaction.objectStore('recentTexts').delete(IDBKeyRange.upperBound(lastDocId));
}

/** See `Store.readTexts`. What a snapshot of the index knows as sealed has its text in the database of texts, and never comes back from there. */
export async function textsByDocId(context: StoreContext, docIds: number[]): Promise<string[]> {
  const snapshot = context.cache.snapshot;
  const unsealed = new Set(snapshot?.delta.map(({ docId }) => docId));
  const isSealed = (docId: number): boolean => snapshot !== null && docId < snapshot.nextDocId && !unsealed.has(docId);
  if (docIds.every(isSealed)) return keptTexts(context, docIds);
  return textsOf(context, read(context, ['recentTexts']), docIds);
}

/**
 * Texts by docId, in the order asked; '' where there is none. `transaction` is still active and spans `recentTexts`: what it does not hold was
 * moved before it began, so the database of texts, opened only then, has it.
 */
export async function textsOf(context: StoreContext, transaction: ReadTransaction, docIds: number[]): Promise<string[]> {
  const recent = transaction.objectStore('recentTexts');
  const found = await Promise.all(docIds.map((docId) => recent.get(docId)));
  if (found.every((text) => text !== undefined)) return found as string[];
  const missing = docIds.filter((_, i) => found[i] === undefined);
  const kept = await keptTexts(context, missing);
  let next = 0;
  return found.map((text) => text ?? kept[next++]!);
}
