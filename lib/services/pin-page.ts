import { ok, type Result } from '../core/result.ts';
import type { PageSnapshot } from '../core/snapshot.ts';
import type { Pin } from '../core/user-data.ts';
import { keepPage } from './keep-page.ts';
import { ownReport } from './own-report.ts';
import { newOrRestored, type PinDeps, writePin } from './pins.ts';

/** The open page's pin. `wasPinned`: it was there before, maybe with note and tags, and is nobody's to undo. */
export interface PinnedPage {
  pin: Pin;
  wasPinned: boolean;
}

/** Pins the open page: it is saved into the index as a report of its own, unless the index holds it already. */
export async function pinPage(snapshot: PageSnapshot, deps: PinDeps): Promise<Result<PinnedPage>> {
  const stored = await ownReport(snapshot.url, deps.store);
  const [known] = stored === null ? [] : await deps.store.getRows('pins', [stored.id]);
  if (known !== undefined) return ok({ pin: known, wasPinned: true });
  const pinned = await (stored === null ? keepAndPin(snapshot, deps) : newOrRestored(stored.id, deps));
  return pinned.ok ? ok({ pin: pinned.value, wasPinned: false }) : pinned;
}

async function keepAndPin(snapshot: PageSnapshot, deps: PinDeps): Promise<Result<Pin>> {
  const kept = await keepPage(snapshot, null, deps);
  return kept.ok ? writePin(kept.value.article, deps) : kept;
}
