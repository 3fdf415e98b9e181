import type { Article } from '../core/article.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { Pin } from '../core/user-data.ts';
import type { Store } from '../store/store.ts';
import { toRow } from './article-row.ts';
import { type KeepDeps, keepPage } from './keep-page.ts';
import { ownReport } from './own-report.ts';

/** What pinning works with. */
export type PinDeps = KeepDeps;

/** Pins a report of the index. Pinning twice keeps the first pin. */
export async function pinArticle(articleId: string, deps: PinDeps): Promise<Result<Pin>> {
  const known = await findPin(articleId, deps.store);
  if (known !== null) return ok(known);
  const [stored] = await deps.store.getArticles([articleId]);
  return stored === undefined ? fail('not-found', 'That report is not in the index any more.') : writePin(stored.article, deps);
}

/** Pins the open page: it is saved into the index as a report of its own, unless the index holds it already. */
export async function pinPage(snapshot: PageSnapshot, deps: PinDeps): Promise<Result<Pin>> {
  const stored = await ownReport(snapshot.url, deps.store);
  if (stored !== null) return pinArticle(stored.id, deps);
  const kept = await keepPage(snapshot, null, deps);
  return kept.ok ? writePin(kept.value, deps) : kept;
}

/** Changes how far the reader is with a pin. */
export async function setPinState(pinId: string, state: Pin['state'], store: Store): Promise<Result<Pin>> {
  const pin = await findPin(pinId, store);
  if (pin === null) return fail('not-found', 'That pin is not there any more.');
  const changed = { ...pin, state };
  const written = await store.putPin(changed);
  return written.ok ? ok(changed) : written;
}

async function findPin(id: string, store: Store): Promise<Pin | null> {
  return (await store.listPins()).find((pin) => pin.id === id) ?? null;
}

async function writePin(article: Article, deps: PinDeps): Promise<Result<Pin>> {
  const outletNames = new Map((await deps.store.listOutlets()).map(({ id, name }) => [id, name]));
  const pin: Pin = { id: article.id, article: toRow(article, outletNames), state: 'unread', pinnedAtMs: deps.nowMs() };
  const written = await deps.store.putPin(pin);
  return written.ok ? ok(pin) : written;
}
