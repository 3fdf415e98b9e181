import { readFileSync } from 'node:fs';
import { parsePage } from '../../../lib/cli/dom.ts';
import type { PageSnapshot } from '../../../lib/core/snapshot.ts';
import { copyPage } from '../../../lib/extract/copy-page.ts';
import { snapshotOf } from '../../../lib/extract/extract.ts';
import type { FinishOptions } from '../../../lib/extract/finish.ts';
import type { PageDocument } from '../../../lib/extract/page-tree.ts';

/** A page of ours from tests/fixtures/pages. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/pages/${name}`, import.meta.url), 'utf8');
}

/** The tree of a page with the given body, and perhaps a head. */
export function page(body: string, head = ''): PageDocument {
  return parsePage(pageSource(body, head));
}

/** The source of a page with the given body, and perhaps a head. */
export function pageSource(body: string, head = ''): string {
  return `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
}

/** What a page says, from its source, as the command line reads it; `loadedAt` where it went on inside its document. */
export function extract(source: string, url: string, options: FinishOptions & { loadedAt?: string } = {}): PageSnapshot {
  return snapshotOf({ address: url, parts: copyPage(parsePage(source)), loadedAt: options.loadedAt }, options);
}
