import type { Article } from '../core/article.ts';
import { type PinChange, trashId } from '../core/library.ts';
import { newPin } from '../core/new-pin.ts';
import { byHand, rankBetween } from '../core/rank.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { changedTags } from '../core/tags.ts';
import type { Pin } from '../core/user-data.ts';
import type { UserRows } from '../store/user-rows.ts';
import { toRow } from './article-row.ts';
import type { KeepDeps } from './keep-page.ts';
import { restorePin, type TrashDeps } from './trash.ts';

/** What pinning works with. */
export type PinDeps = KeepDeps;

/** Pins a report of the index. Pinning twice keeps the first pin; one in the trash comes back as it was, with its note. */
export async function pinArticle(articleId: string, deps: PinDeps): Promise<Result<Pin>> {
  const [known] = await deps.store.getRows('pins', [articleId]);
  return known === undefined ? newOrRestored(articleId, deps) : ok(known);
}

/** A pin of a report that has none: a new one, or the one in the trash. */
export async function newOrRestored(articleId: string, deps: PinDeps): Promise<Result<Pin>> {
  const [trashed] = await deps.store.getRows('trash', [trashId('pin', articleId)]);
  if (trashed !== undefined) return restorePin(articleId, deps.store);
  const [stored] = await deps.store.getArticles([articleId]);
  return stored === undefined ? fail('not-found', 'That report is not in the index any more.') : writePin(stored.article, deps);
}

/** Changes how far the reader is with a pin. */
export async function setPinState(pinId: string, state: Pin['state'], deps: TrashDeps): Promise<Result<Pin>> {
  const changed = await changePins([pinId], { state }, deps);
  if (!changed.ok) return changed;
  const [pin] = changed.value.after;
  return pin === undefined ? fail('not-found', 'That pin is not there any more.') : ok(pin);
}

/** Changes pins, all or none. `before`: as those that were there stood, for `putPinsBack`. */
export function changePins(
  ids: string[],
  change: PinChange,
  { store, nowMs }: TrashDeps,
): Promise<Result<{ before: Pin[]; after: Pin[] }>> {
  const { state, addTags = [], removeTags = [] } = change;
  return rewritePins(store, ids, (pin) => ({
    ...pin,
    ...(state !== undefined && { state }),
    tags: changedTags(pin.tags, addTags, removeTags),
    updatedAtMs: nowMs(),
  }));
}

/** Undo of `changePins` and `movePin`: pins that are gone by now stay away. */
export async function putPinsBack(before: Pin[], store: UserRows): Promise<Result<void>> {
  const byId = new Map(before.map((pin) => [pin.id, pin]));
  const put = await rewritePins(store, [...byId.keys()], ({ id }) => byId.get(id)!);
  return put.ok ? ok(undefined) : put;
}

/** Moves a pin in the order by hand: right after one pin, or to the front (`afterId` null). One row is written. */
export function movePin(id: string, afterId: string | null, { store, nowMs }: TrashDeps): Promise<Result<{ before: Pin[]; after: Pin[] }>> {
  return store.changeRows(['pins'], async ({ pins }) => {
    const all = (await pins.list()).filter((pin) => pin.id !== id).sort(byHand);
    const at = afterId === null ? 0 : all.findIndex((pin) => pin.id === afterId) + 1;
    const pin = await pins.get(id);
    if (pin === undefined || (afterId !== null && at === 0)) return { before: [], after: [] };
    const moved = { ...pin, rank: rankBetween(all[at - 1]?.rank ?? null, all[at]?.rank ?? null), updatedAtMs: nowMs() };
    await pins.put(moved);
    return { before: [pin], after: [moved] };
  });
}

function rewritePins(store: UserRows, ids: string[], change: (pin: Pin) => Pin): Promise<Result<{ before: Pin[]; after: Pin[] }>> {
  return store.changeRows(['pins'], async ({ pins }) => {
    const before = (await Promise.all(ids.map((id) => pins.get(id)))).filter((pin) => pin !== undefined);
    const after = before.map(change);
    for (const pin of after) await pins.put(pin);
    return { before, after };
  });
}

/** Writes the pin of a report that has none. */
export async function writePin(article: Article, deps: PinDeps): Promise<Result<Pin>> {
  const outletNames = new Map((await deps.store.listOutlets()).map(({ id, name }) => [id, name]));
  const pin = newPin({ id: article.id, article: toRow(article, outletNames), state: 'unread', pinnedAtMs: deps.nowMs() });
  const written = await deps.store.putPin(pin);
  return written.ok ? ok(pin) : written;
}
