import { read, type StoreContext, settled } from './context.ts';
import { keptTexts, writeTexts } from './kept-texts.ts';
import type { ReadTransaction, WriteTransaction } from './schema.ts';

/*
 * The text of an article that came alone is written beside its row, in the one transaction of its insertion; with the next seal it moves to the
 * database of texts. So an insertion is one commit, and no article is ever without its text.
 */

/** What the end of a connection gives: nothing is known of the text then. */
const OF_CONNECTION = ['AbortError', 'InvalidStateError'];

/**
 * As `textsOf`, for long jobs, which one text must not stop that the browser cannot read (Chromium's “Failed to read large IndexedDB value”): null in
 * its place. Fails where the texts cannot be asked for at all.
 */
export async function readableTexts(context: StoreContext, transaction: ReadTransaction, docIds: number[]): Promise<(string | null)[]> {
  const together = await textsOf(context, transaction, docIds).catch(() => null);
  if (together !== null) return together;
  await context.texts();
  // One after the other: a request that fails takes all others of its transaction along.
  const texts: (string | null)[] = [];
  for (const docId of docIds) {
    const [text] = await textsOf(context, read(context, ['recentTexts']), [docId]).catch((error: unknown) => {
      if (error instanceof DOMException && !OF_CONNECTION.includes(error.name)) return [null];
      throw error;
    });
    texts.push(text!);
  }
  return texts;
}

/** Copies the texts of articles up to `lastDocId` to the database of texts; `forgetRecent` in the seal's transaction then drops them here. */
export async function copyRecentTexts(context: StoreContext, lastDocId: number): Promise<void> {
  const transaction = read(context, ['recentTexts']);
  const docIds = await transaction.objectStore('recentTexts').getAllKeys(IDBKeyRange.upperBound(lastDocId));
  const texts = await readableTexts(context, transaction, docIds);
  await writeTexts(
    context,
    docIds,
    texts.map((text) => text ?? ''),
    'relaxed',
    'move-texts',
  );
  context.textsCopiedTo = lastDocId;
  context.textsLeft = docIds.filter((_, at) => texts[at] === null);
}

/** Drops recent texts that were moved. What could not be read stays where it is: the browser may read it another day. */
export async function forgetRecent(context: StoreContext, transaction: WriteTransaction, lastDocId: number): Promise<void> {
  const table = transaction.objectStore('recentTexts');
  const ends = [...context.textsLeft.filter((docId) => docId <= lastDocId), lastDocId + 1];
  await settled(ends.map((end, at) => table.delete(IDBKeyRange.bound(ends[at - 1] ?? 0, end, true, true))));
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
