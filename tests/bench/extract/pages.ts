import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodePage } from '../../../lib/cli/charset.ts';
import { PROJECT_ROOT } from '../../support/source-files.ts';

/** Real pages for measuring and comparing; publishers' texts, so they are not part of the repository. */
const FOLDER = join(PROJECT_ROOT, '..', 'shared', 'data', 'extraction');
const SETS = ['aeb', 'postlight', 'trafilatura', 'readability', 'non-articles'];

/** A saved page with its own address. */
export interface SavedPage {
  id: string;
  url: string;
  source: string;
}

/** Why real pages are missing here, or null where they are there. */
export function pagesMissing(): string | null {
  return existsSync(FOLDER) ? null : `left out: there are no saved pages in ${FOLDER}`;
}

/** So many saved pages, always the same ones, taken evenly from all sets. Throws where there are none. */
export function savedPages(count: number): SavedPage[] {
  const pages: SavedPage[] = [];
  const rows = SETS.flatMap((set) =>
    readFileSync(join(FOLDER, set, 'index.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => ({ set, row: JSON.parse(line) as { id: string; url?: string; html: string; encoding?: string } })),
  );
  for (let at = 0; at < Math.min(count, rows.length); at++) {
    const { set, row } = rows[Math.floor((at * rows.length) / Math.min(count, rows.length))]!;
    const bytes = readFileSync(join(FOLDER, set, row.html));
    const source = decodePage(row.html.endsWith('.gz') ? gunzipSync(bytes) : bytes, row.encoding);
    pages.push({ id: row.id, url: row.url ?? `https://page.example/${row.id}`, source });
  }
  return pages;
}

/** A server of pages: each under a host of its own, so that each has a process of its own; their scripts and all they load are barred. */
export async function servePages(pages: { source: string }[]): Promise<{ address: (at: number) => string; close: () => void }> {
  const server = createServer((request, response) => {
    const at = Number(/^p(\d+)\./.exec(request.headers.host ?? '')?.[1]);
    const page = request.url === '/' ? pages[at] : undefined;
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    response.end(page?.source ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: (at) => `http://p${at}.localhost:${port}/`, close: () => server.close() };
}
