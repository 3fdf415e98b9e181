import { readFileSync } from 'node:fs';
import { parsePage } from '../../../lib/cli/dom.ts';

/** A page of ours from tests/fixtures/pages. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/pages/${name}`, import.meta.url), 'utf8');
}

/** A document with the given body, and perhaps a head. */
export function page(body: string, head = ''): Document {
  return parsePage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
}
