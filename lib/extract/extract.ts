import type { PageSnapshot } from '../core/snapshot.ts';
import { type FinishOptions, finishSnapshot } from './finish.ts';
import { type PageCopy, treeOf } from './page-parts.ts';
import { readPage } from './read-page.ts';

/** What a copied page says. Total: any copy gives a snapshot. */
export function snapshotOf({ address, parts, loadedAt }: PageCopy, options: FinishOptions = {}): PageSnapshot {
  return finishSnapshot(readPage(treeOf(parts), address, options.maxChars, loadedAt), options);
}
