import { unwrap } from 'idb';
import { type StoreContext, settled } from './context.ts';

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
  const [single, groups] = [unwrap(transaction.objectStore('texts')), unwrap(transaction.objectStore('groups'))];
  for (const [from, to] of runs(docIds)) {
    const [first, last] = [docIds[from]!, docIds[to - 1]!];
    // What somebody wrote who was killed before the articles were there.
    single.delete(IDBKeyRange.bound(first, last));
    groups.delete(IDBKeyRange.bound(groupOf(first), groupOf(last)));
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
  const [single, groups] = [transaction.objectStore('texts'), transaction.objectStore('groups')];
  const asked = [...new Set(docIds.map(groupOf))];
  const found = new Map(await Promise.all(asked.map(async (group) => [group, await groups.get(group)] as const)));
  return Promise.all(docIds.map(async (docId) => found.get(groupOf(docId))?.[docId % GROUP] ?? (await single.get(docId)) ?? ''));
}

/** Deletes texts. The caller holds the lock. */
export async function deleteTexts(context: StoreContext, docIds: number[]): Promise<void> {
  const transaction = (await context.texts()).transaction(['texts', 'groups'], 'readwrite', { durability: 'relaxed' });
  const { done } = transaction;
  done.catch(() => {});
  const [single, groups] = [transaction.objectStore('texts'), transaction.objectStore('groups')];
  const byGroup = Map.groupBy(docIds, groupOf);
  await settled(
    [...byGroup].map(async ([group, going]) => {
      if (going.length === GROUP) {
        await settled([groups.delete(group), single.delete(IDBKeyRange.bound(group * GROUP, group * GROUP + GROUP - 1))]);
        return;
      }
      const together = await groups.get(group);
      if (together === undefined) return settled(going.map((docId) => single.delete(docId)));
      for (const docId of going) together[docId % GROUP] = '';
      await (together.every((text) => text === '') ? groups.delete(group) : groups.put(together, group));
    }),
  );
  await done;
  context.afterCommit('sweep-texts');
}

/** Number of the group in which a docId's text lies, where it lies in one. */
export function groupOf(docId: number): number {
  return Math.floor(docId / GROUP);
}

/** A docId's text in its group; '' without one. */
export function textIn(group: readonly string[], docId: number): string {
  return group[docId % GROUP] ?? '';
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
