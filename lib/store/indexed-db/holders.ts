import { shortHash } from '../../core/hash.ts';
import type { HeldRecords, InstalledPack } from '../../core/source.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import type { ReadTransaction } from './schema.ts';
import { rangeOf } from './sources.ts';

/** Ids of one row of `holdings`; also what one step of a removal takes away. */
export const HELD_AT_ONCE = 200;

const HELD_KINDS = ['articles', 'reporters', 'outlets', 'topics'] as const;

/** See `Store.listPacks`. */
export async function listPacks(context: StoreContext): Promise<InstalledPack[]> {
  const transaction = read(context, ['packs', 'leaving']);
  const [packs, leaving] = await Promise.all([transaction.objectStore('packs').getAll(), transaction.objectStore('leaving').getAllKeys()]);
  return packs.filter(({ id }) => !leaving.includes(id));
}

/** See `Store.putPack`. */
export function putPack(context: StoreContext, pack: InstalledPack): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'packs', ['packs', 'leaving'], 'strict', (transaction) =>
      settled([transaction.objectStore('packs').put(pack), transaction.objectStore('leaving').delete(pack.id)]),
    ),
  );
}

/** See `Store.addHoldings`. Ids the holder has already are left out. */
export function addHoldings(context: StoreContext, holder: string, held: HeldRecords): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'holdings', ['holdings'], 'relaxed', async (transaction) => {
      const table = transaction.objectStore('holdings');
      const newOf = async (kind: keyof HeldRecords): Promise<string[]> => {
        const ids = [...new Set(held[kind])].sort();
        const own = (keys: string[]): boolean => keys.some((key) => key.startsWith(`${holder} `));
        if (ids.length === 0) return [];
        // A pack's records come in the order of their ids: mostly it holds none between the first and the last of these.
        if (!own(await table.index(kind).getAllKeys(IDBKeyRange.bound(ids[0], ids.at(-1))))) return ids;
        const holders = await Promise.all(ids.map((id) => table.index(kind).getAllKeys(id)));
        return ids.filter((_, at) => !own(holders[at] ?? []));
      };
      const kinds = await Promise.all(HELD_KINDS.map(async (kind) => [kind, await newOf(kind)]));
      const fresh = Object.fromEntries(kinds) as unknown as HeldRecords;
      const most = Math.max(...HELD_KINDS.map((kind) => fresh[kind].length));
      const requests: Promise<unknown>[] = [];
      for (let part = 0; part * HELD_AT_ONCE < most; part++) {
        const cut = (ids: string[]) => ids.slice(part * HELD_AT_ONCE, (part + 1) * HELD_AT_ONCE);
        const row = {
          articles: cut(fresh.articles),
          reporters: cut(fresh.reporters),
          outlets: cut(fresh.outlets),
          topics: cut(fresh.topics),
        };
        requests.push(table.put({ ...row, id: `${holder} ${shortHash(JSON.stringify(row))}` }));
      }
      await settled(requests);
    }),
  );
}

/** See `Store.heldBy`. */
export async function heldBy(context: StoreContext, holder: string): Promise<HeldRecords> {
  const transaction = read(context, ['entries', 'holdings']);
  const [entries, holdings] = await Promise.all([
    transaction.objectStore('entries').getAll(rangeOf(holder)),
    transaction.objectStore('holdings').getAll(rangeOf(holder)),
  ]);
  const all = (kind: (typeof HELD_KINDS)[number]) => [...new Set(holdings.flatMap((row) => row[kind]))];
  return {
    articles: [...new Set([...entries.map(({ articleId }) => articleId), ...all('articles')])],
    reporters: all('reporters'),
    outlets: all('outlets'),
    topics: all('topics'),
  };
}

/** See `Store.isHeld`. */
export async function isHeld(context: StoreContext, articleId: string): Promise<boolean> {
  const reading = read(context, ['entries', 'holdings', ...KEPT_TABLES]);
  const [source, pack, isKept] = await Promise.all([
    reading.objectStore('entries').index('articleId').getKey(articleId),
    reading.objectStore('holdings').index('articles').getKey(articleId),
    isKeptByUser(reading, articleId),
  ]);
  return source !== undefined || pack !== undefined || isKept;
}

/** Tables by which the user holds reports. */
export const KEPT_TABLES = ['pins', 'saves', 'collectionItems', 'trash'] as const;

/** Whether the user holds a report. */
export async function isKeptByUser(reading: ReadTransaction, articleId: string): Promise<boolean> {
  const holders = await Promise.all([
    reading.objectStore('pins').getKey(articleId),
    reading.objectStore('saves').getKey(articleId),
    reading.objectStore('collectionItems').index('articleId').getKey(articleId),
    reading.objectStore('trash').index('articleIds').getKey(articleId),
  ]);
  return holders.some((key) => key !== undefined);
}

/** Whether nobody but one holder is among the keys of entries and holdings. */
export function isAlone(keys: string[], holder: string): boolean {
  return keys.every((key) => key.startsWith(`${holder} `));
}
