import type { PageSnapshot } from '../core/snapshot.ts';
import { type FinishOptions, finishSnapshot } from './finish.ts';
import { readPage } from './read-page.ts';

/** What a page says, in one go, for callers that hold its document. Total: any document gives a snapshot, and nothing in it changes. */
export function extractPage(document: Document, url: string, options: FinishOptions = {}): PageSnapshot {
  return finishSnapshot(readPage(document, url, options.maxChars), options);
}
