import type { Article } from '../../core/article.ts';
import type { HeldRecords } from '../../core/source.ts';
import type { StagedPack } from '../pack-source.ts';
import { commit, read, type StoreContext, settled } from './context.ts';
import { articleOf } from './packing.ts';
import { textsOf } from './recent-texts.ts';
import { type KeptArticle, META } from './schema.ts';

/** See `PackSource.articlesLike`. */
export async function articlesLike(context: StoreContext, wanted: Pick<Article, 'id' | 'url'>[]): Promise<Article[]> {
  const reading = read(context, ['articles', 'recentTexts']);
  const table = reading.objectStore('articles');
  const [ids, urls] = [table.index('id'), table.index('url')];
  const [hasIds, hasUrls] = await Promise.all([
    holdsBetween(
      ids,
      wanted.map(({ id }) => id),
    ),
    holdsBetween(
      urls,
      wanted.map(({ url }) => url),
    ),
  ]);
  const found = await Promise.all(
    wanted.map(({ id, url }) => Promise.all([hasIds ? ids.get(id) : undefined, hasUrls ? urls.get(url) : undefined])),
  );
  const rows = new Map<number, KeptArticle>();
  for (const row of found.flat()) if (row !== undefined) rows.set(row.docId, row);
  if (rows.size === 0) return [];
  const texts = await textsOf(context, reading, [...rows.keys()]);
  return [...rows.values()].map((row, at) => articleOf(row, texts[at] ?? ''));
}

/** Whether an index has anything from the least to the greatest of some keys: mostly it has not, and need not be asked for each. */
async function holdsBetween(index: { getKey(range: IDBKeyRange): Promise<number | undefined> }, keys: string[]): Promise<boolean> {
  const sorted = keys.toSorted();
  return sorted.length > 0 && (await index.getKey(IDBKeyRange.bound(sorted[0], sorted.at(-1)))) !== undefined;
}

/** See `PackSource.heldElsewhere`. */
export async function heldElsewhere(context: StoreContext, holder: string, held: HeldRecords): Promise<HeldRecords> {
  const reading = read(context, ['entries', 'holdings']);
  const [entries, holdings] = [reading.objectStore('entries').index('articleId'), reading.objectStore('holdings')];
  const elsewhere = async (kind: keyof HeldRecords): Promise<string[]> => {
    const keys = await Promise.all(
      held[kind].map(async (id) => [
        ...(await holdings.index(kind).getAllKeys(id)),
        ...(kind === 'articles' ? await entries.getAllKeys(id) : []),
      ]),
    );
    return held[kind].filter((_, at) => keys[at]?.some((key) => !key.startsWith(`${holder} `)));
  };
  const [articles, reporters, outlets, topics] = await Promise.all([
    elsewhere('articles'),
    elsewhere('reporters'),
    elsewhere('outlets'),
    elsewhere('topics'),
  ]);
  return { articles, reporters, outlets, topics };
}

/** See `PackSource.stagePack`. In the main database: the one of texts is opened only by who needs a text. */
export function stagePack(context: StoreContext, file: Blob): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'stage-pack', ['meta'], 'strict', async (transaction) => {
      const meta = transaction.objectStore('meta');
      await settled([meta.put(file, META.packFile), meta.delete(META.packStopped)]);
    }),
  );
}

/** See `PackSource.stagedPack`. */
export async function stagedPack(context: StoreContext): Promise<StagedPack | null> {
  const meta = read(context, ['meta']).objectStore('meta');
  const [file, stopped] = await Promise.all([meta.get(META.packFile), meta.get(META.packStopped)]);
  return file instanceof Blob ? { file, stopped: stopped === true } : null;
}

/** See `PackSource.stopStagedPack`. */
export function stopStagedPack(context: StoreContext): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'stop-pack', ['meta'], 'strict', async (transaction) => {
      await transaction.objectStore('meta').put(true, META.packStopped);
    }),
  );
}

/** See `PackSource.dropStagedPack`. */
export function dropStagedPack(context: StoreContext): Promise<void> {
  return context.exclusively(() =>
    commit(context, 'drop-pack', ['meta'], 'strict', (transaction) => {
      const meta = transaction.objectStore('meta');
      return settled([meta.delete(META.packFile), meta.delete(META.packStopped)]);
    }),
  );
}
