import { type IDBPTransaction, unwrap } from 'idb';
import { type StoreContext, settled } from './context.ts';
import type { TextsSchema } from './schema.ts';

type TextsWriting = IDBPTransaction<TextsSchema, ['texts', 'groups'], 'readwrite'>;

/*
 * The database of texts. A record costs a browser about as much time as ten texts in it do: texts whose docIds follow each other lie together, those of
 * docIds 8n to 8n + 7 as group n. The rest, and texts too long for that, are records of their own.
 */
const GROUP = 8;
/** Of one group: two bytes each at most, below the 64 KiB from which on Chromium keeps a value in a file of its own. */
const GROUP_CHARACTERS = 30_000;

/** Writes texts into their database, empty ones left out; docIds ascend. The caller holds the lock. */
export async function writeTexts(
  context: StoreContext,
  docIds: number[],
  texts: string[],
  durability: 'strict' | 'relaxed',
  step: string,
): Promise<void> {
  if (texts.every((text) => text === '')) return;
  const transaction = (await context.texts()).transaction(['texts', 'groups'], 'readwrite', { durability });
  const { done } = transaction;
  done.catch(() => {});
  const parts = runs(docIds);
  // Groups that a run cuts hold texts of others, too: of reports that were copied with those of the run before, and are sealed by now.
  await emptyPlaces(
    transaction,
    parts.flatMap(([from, to]) => cutOff(docIds[from]!, docIds[to - 1]!)),
  );
  const [single, groups] = [unwrap(transaction.objectStore('texts')), unwrap(transaction.objectStore('groups'))];
  for (const [from, to] of parts) {
    const [first, last] = [docIds[from]!, docIds[to - 1]!];
    // What somebody wrote who was killed before the articles were there.
    single.delete(IDBKeyRange.bound(first, last));
    const [firstWhole, lastWhole] = [Math.ceil(first / GROUP), groupOf(last + 1) - 1];
    if (firstWhole <= lastWhole) groups.delete(IDBKeyRange.bound(firstWhole, lastWhole));
    for (let at = from; at < to; ) {
      const together = docIds[at]! % GROUP === 0 && at + GROUP <= to ? texts.slice(at, at + GROUP) : [];
      if (together.length > 0 && charactersOf(together) <= GROUP_CHARACTERS) {
        groups.put(together, groupOf(docIds[at]!));
        at += GROUP;
      } else {
        if (texts[at] !== '') single.put(texts[at], docIds[at]);
        at++;
      }
    }
  }
  await done;
  context.afterCommit(step);
}

/** Texts by docId, in the order asked; '' where there is none. */
export async function keptTexts(context: StoreContext, docIds: number[]): Promise<string[]> {
  const transaction = (await context.texts()).transaction(['texts', 'groups'], 'readonly');
  transaction.done.catch(() => {});
  const [single, groups] = [transaction.objectStore('texts'), transaction.objectStore('groups')];
  const asked = [...new Set(docIds.map(groupOf))];
  const found = new Map(await Promise.all(asked.map(async (group) => [group, await groups.get(group)] as const)));
  return Promise.all(docIds.map(async (docId) => textIn(found.get(groupOf(docId)), docId) || ((await single.get(docId)) ?? '')));
}

/** Deletes texts. The caller holds the lock. */
export async function deleteTexts(context: StoreContext, docIds: number[]): Promise<void> {
  const transaction = (await context.texts()).transaction(['texts', 'groups'], 'readwrite', { durability: 'relaxed' });
  const { done } = transaction;
  done.catch(() => {});
  const single = transaction.objectStore('texts');
  await settled([emptyPlaces(transaction, docIds), ...docIds.map((docId) => single.delete(docId))]);
  await done;
  context.afterCommit('sweep-texts');
}

/** Takes texts out of their groups; the others stay. */
async function emptyPlaces(transaction: TextsWriting, docIds: number[]): Promise<void> {
  const groups = transaction.objectStore('groups');
  await settled(
    [...Map.groupBy(docIds, groupOf)].map(async ([group, going]) => {
      const together = going.length === GROUP ? [] : await groups.get(group);
      if (together === undefined) return;
      for (const docId of going) if (together[docId % GROUP] !== undefined) together[docId % GROUP] = '';
      await (together.every((text) => text === '') ? groups.delete(group) : groups.put(together, group));
    }),
  );
}

/** The docIds of a run whose groups reach beyond it. */
function cutOff(first: number, last: number): number[] {
  const docIds: number[] = [];
  for (let docId = first; docId % GROUP !== 0 && docId <= last; docId++) docIds.push(docId);
  for (let docId = last; (docId + 1) % GROUP !== 0 && docId >= first; docId--) if (!docIds.includes(docId)) docIds.push(docId);
  return docIds;
}

/** Number of the group in which a docId's text lies, where it lies in one. */
export function groupOf(docId: number): number {
  return Math.floor(docId / GROUP);
}

/** A docId's text in its group; '' where it has none there. */
export function textIn(group: readonly string[] | undefined, docId: number): string {
  return group?.[docId % GROUP] ?? '';
}

/** Runs of docIds without a gap, as positions: end exclusive. */
function runs(docIds: number[]): [from: number, to: number][] {
  const found: [number, number][] = [];
  docIds.forEach((docId, at) => {
    if (at > 0 && docIds[at - 1] === docId - 1) found.at(-1)![1] = at + 1;
    else found.push([at, at + 1]);
  });
  return found;
}

function charactersOf(texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
