import type { Result } from '../../core/result.ts';
import { ACTIVITY_KEPT, type ActivityEntry, type Correction, type Follow, type Pin } from '../../core/user-data.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { commitMade, type Written } from './made.ts';
import type { WriteTransaction } from './schema.ts';
import { attempt } from './storage-failure.ts';
import { forgetTopicLayer } from './topic-layer.ts';

const DAY_MS = 86_400_000;

/** Adds or replaces a pin. Strict: what the user made is on disk when this resolves. */
export function putPin(context: StoreContext, pin: Pin): Promise<Result<void>> {
  return putOne(context, 'pins', pin);
}

/** Corrections that are part of the topics' layer; topics that are the same refuse each other's phrases. */
const OF_LAYER: Correction['kind'][] = ['alias', 'own-topic', 'not-topic', 'same-as'];
const isOfLayer = ({ kind }: Correction): boolean => OF_LAYER.includes(kind);

/** Adds or replaces a correction. */
export function putCorrection(context: StoreContext, correction: Correction): Promise<Result<void>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, 'corrections', ['corrections'], async (transaction, note) => {
        await transaction.objectStore('corrections').put(correction);
        note('change');
        if (isOfLayer(correction)) await forgetTopicLayer(transaction);
      }),
    ),
  );
}

/** Takes a correction back; false where there was none. */
export function deleteCorrection(context: StoreContext, correctionId: string): Promise<Result<boolean>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, 'corrections', ['corrections'], async (transaction, note) => {
        const table = transaction.objectStore('corrections');
        const known = await table.get(correctionId);
        if (known === undefined) return false;
        await table.delete(correctionId);
        note('change');
        if (isOfLayer(known)) await forgetTopicLayer(transaction);
        return true;
      }),
    ),
  );
}

/** Adds or replaces follows, in one transaction. */
export function putFollows(context: StoreContext, follows: Follow[]): Promise<Result<void>> {
  return changeFollows(context, 'change', async (transaction) => {
    const table = transaction.objectStore('followed');
    for (const follow of follows) await table.put(follow);
  });
}

/** Takes follows away and gives back those that were there. */
export function deleteFollows(context: StoreContext, ids: string[]): Promise<Result<Follow[]>> {
  return changeFollows(context, 'change', async (transaction) => {
    const table = transaction.objectStore('followed');
    const known = (await Promise.all(ids.map((id) => table.get(id)))).filter((follow) => follow !== undefined);
    for (const { id } of known) await table.delete(id);
    return known;
  });
}

/** Notes when the user looked at what they follow: of what is followed now, in one transaction, so that nothing taken away meanwhile comes back. */
export function seeFollows(context: StoreContext, atMs: number): Promise<Result<void>> {
  return changeFollows(context, 'trace', async (transaction) => {
    const table = transaction.objectStore('followed');
    for (const follow of await table.getAll()) await table.put({ ...follow, seenAtMs: Math.max(atMs, follow.seenAtMs ?? 0) });
  });
}

function changeFollows<T>(
  context: StoreContext,
  written: Written,
  change: (transaction: WriteTransaction) => Promise<T>,
): Promise<Result<T>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, 'followed', ['followed'], (transaction, note) => {
        note(written);
        return change(transaction);
      }),
    ),
  );
}

/** Notes a network request. */
export function addActivity(context: StoreContext, entry: ActivityEntry): Promise<Result<void>> {
  return attempt(() =>
    context.exclusively(() =>
      commit(context, 'activity', ['activity'], 'strict', async (transaction) => {
        const table = transaction.objectStore('activity');
        await table.put(entry);
        const byTime = table.index('atMs');
        const oldestMs = entry.atMs - ACTIVITY_KEPT.days * DAY_MS;
        // A clock that is wrong for an hour must not empty the list: it is believed once it has stood here for a day.
        const since = await byTime.getKey(IDBKeyRange.bound(oldestMs, entry.atMs - DAY_MS));
        const [old, all] = await Promise.all([
          since === undefined ? [] : byTime.getAllKeys(IDBKeyRange.upperBound(oldestMs, true)),
          table.count(),
        ]);
        const excess = Math.max(0, all - ACTIVITY_KEPT.entries);
        const most = excess > old.length ? await byTime.getAllKeys(null, excess) : old;
        await settled([...new Set([...old, ...most])].map((id) => table.delete(id)));
      }),
    ),
  );
}

/** The latest network requests, newest first. */
export async function listActivity(context: StoreContext, limit: number): Promise<ActivityEntry[]> {
  const entries: ActivityEntry[] = [];
  if (limit <= 0) return entries;
  let cursor = await read(context, ['activity']).objectStore('activity').index('atMs').openCursor(null, 'prev');
  while (cursor !== null && entries.length < limit) {
    entries.push(cursor.value);
    cursor = await cursor.continue();
  }
  return entries;
}

function putOne(context: StoreContext, name: 'pins', row: Pin): Promise<Result<void>> {
  return attempt(() =>
    context.exclusively(() =>
      commitMade(context, name, [name], async (transaction, note) => {
        await transaction.objectStore(name).put(row);
        note('change');
      }),
    ),
  );
}
