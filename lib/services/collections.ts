import { type Collection, type CollectionItem, itemId, standing } from '../core/library.ts';
import { byHand, rankBetween } from '../core/rank.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Store } from '../store/store.ts';
import { toRow } from './article-row.ts';
import type { TrashDeps } from './trash.ts';

/** Characters of a collection's name at most. */
const NAME_MAX = 200;

/** Makes a collection, last among those of its parent. `query` makes it a living one: the reports a search finds. */
export function addCollection(
  given: { id: string; name: string; parentId: string | null; query: string | null },
  { store, nowMs }: TrashDeps,
): Promise<Result<Collection>> {
  const name = cleanName(given.name);
  if (name === '') return Promise.resolve(fail('bad-input', 'A collection needs a name.'));
  return flat(
    store.changeRows(['collections'], async ({ collections }) => {
      const all = standing(await collections.list());
      if (!mayStandIn(all, given.id, given.parentId)) return fail('bad-input', 'Collections stand in others one level deep.');
      const last = siblings(all, given.parentId).at(-1)?.rank ?? null;
      const collection = { ...given, name, rank: rankBetween(last, null), createdAtMs: nowMs(), updatedAtMs: nowMs() };
      await collections.put(collection);
      return ok(collection);
    }),
  );
}

/** Changes a collection's name, parent, query or place (`afterId`: right after that sibling, null: first). Answers with how it was, for `putCollectionBack`. */
export function changeCollection(
  id: string,
  change: { name?: string; parentId?: string | null; query?: string | null; afterId?: string | null },
  { store, nowMs }: TrashDeps,
): Promise<Result<Collection>> {
  return flat(
    store.changeRows(['collections'], async ({ collections }) => {
      const all = standing(await collections.list());
      const before = all.find((each) => each.id === id);
      if (before === undefined) return fail('not-found', 'That collection is not there any more.');
      const parentId = change.parentId === undefined ? before.parentId : change.parentId;
      if (!mayStandIn(all, id, parentId)) return fail('bad-input', 'Collections stand in others one level deep.');
      const others = siblings(all, parentId).filter((each) => each.id !== id);
      const name = change.name === undefined ? before.name : cleanName(change.name) || before.name;
      const query = change.query === undefined ? before.query : change.query;
      const isMoved = change.afterId !== undefined || parentId !== before.parentId;
      const rank = isMoved ? rankAfter(others, change.afterId) : before.rank;
      await collections.put({ ...before, name, parentId, query, rank, updatedAtMs: nowMs() });
      return ok(before);
    }),
  );
}

/** Undo of `changeCollection`. */
export function putCollectionBack(before: Collection, { store }: Pick<TrashDeps, 'store'>): Promise<Result<void>> {
  return store.changeRows(['collections'], ({ collections }) => collections.put(before));
}

/** Puts reports into a collection, last; those that are in it stay where they are. Answers with the new items: undo is `trashItems`. */
export async function addToCollection(
  collectionId: string,
  articleIds: string[],
  { store, nowMs }: { store: Store; nowMs(): number },
): Promise<Result<CollectionItem[]>> {
  const [stored, outlets, pins] = await Promise.all([
    store.getArticles(articleIds, { text: false }),
    store.listOutlets(),
    store.getRows('pins', articleIds),
  ]);
  const outletNames = new Map(outlets.map(({ id, name }) => [id, name]));
  // A pin keeps its own copy of a report that the index has lost.
  const rows = new Map(
    [...pins.map(({ article }) => article), ...stored.map(({ article }) => toRow(article, outletNames))].map((row) => [row.id, row]),
  );
  return flat(
    store.changeRows(['collections', 'collectionItems'], async ({ collections, collectionItems }) => {
      if ((await collections.get(collectionId)) === undefined) return fail('not-found', 'That collection is not there any more.');
      const known = await collectionItems.list(`${collectionId} `);
      const has = new Set(known.map(({ articleId }) => articleId));
      let last = known.sort(byHand).at(-1)?.rank ?? null;
      const added: CollectionItem[] = [];
      for (const articleId of new Set(articleIds)) {
        const article = rows.get(articleId);
        if (article === undefined || has.has(articleId)) continue;
        last = rankBetween(last, null);
        const id = itemId(collectionId, articleId);
        added.push({ id, collectionId, articleId, article, rank: last, addedAtMs: nowMs(), updatedAtMs: nowMs() });
      }
      for (const item of added) await collectionItems.put(item);
      return ok(added);
    }),
  );
}

/** Moves an item right after another one of its collection, or to the front. Answers with how it was, for `putItemBack`. */
export function moveItem(id: string, afterId: string | null, { store, nowMs }: TrashDeps): Promise<Result<CollectionItem>> {
  return flat(
    store.changeRows(['collectionItems'], async ({ collectionItems }) => {
      const before = await collectionItems.get(id);
      if (before === undefined) return fail('not-found', 'That report is not in the collection any more.');
      const others = (await collectionItems.list(`${before.collectionId} `)).filter((item) => item.id !== id).sort(byHand);
      await collectionItems.put({ ...before, rank: rankAfter(others, afterId), updatedAtMs: nowMs() });
      return ok(before);
    }),
  );
}

/** Undo of `moveItem`. */
export function putItemBack(before: CollectionItem, { store }: Pick<TrashDeps, 'store'>): Promise<Result<void>> {
  return store.changeRows(['collectionItems'], ({ collectionItems }) => collectionItems.put(before));
}

/** Collections of a parent, in their order. */
export function siblings(all: Collection[], parentId: string | null): Collection[] {
  return all.filter((each) => each.parentId === parentId).sort(byHand);
}

/** `afterId` undefined: last. */
function rankAfter(others: { id: string; rank: string }[], afterId: string | null | undefined): string {
  if (afterId === undefined) return rankBetween(others.at(-1)?.rank ?? null, null);
  const at = afterId === null ? 0 : others.findIndex(({ id }) => id === afterId) + 1;
  return rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null);
}

function mayStandIn(all: Collection[], id: string, parentId: string | null): boolean {
  if (parentId === null) return true;
  const parent = all.find((each) => each.id === parentId);
  return parent !== undefined && parent.parentId === null && parentId !== id && all.every((each) => each.parentId !== id);
}

function cleanName(typed: string): string {
  return typed.replace(/\s+/gu, ' ').trim().slice(0, NAME_MAX);
}

async function flat<T>(nested: Promise<Result<Result<T>>>): Promise<Result<T>> {
  const outer = await nested;
  return outer.ok ? outer.value : outer;
}
