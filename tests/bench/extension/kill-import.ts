import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { clickNode, findNode } from '../../support/accessible-tree.ts';
import type { Chromium } from '../../support/chromium/chromium.ts';
import type { chromiumTab } from '../../support/chromium/surface.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, indexReady, startSession } from '../../support/session.ts';
import { bundle } from '../server.ts';
import { composePack } from './compose-pack.ts';
import type { IndexDigest } from './index-digest.ts';

/*
 * A pack of composed reports, added in real Chromium whose processes are all killed once half of it is there (SIGKILL; no page is closed before).
 * Started again, the library page goes on by itself; then the index must be that of another profile in which nothing was killed.
 * node tests/bench/extension/kill-import.ts --articles 20000
 */

const { values } = parseArgs({ options: { articles: { type: 'string', default: '20000' } } });
const articles = Number(values.articles);
const WAIT_MS = 1_800_000;

const folder = await mkdtemp(join(tmpdir(), 'sidelight-bench-'));
try {
  const file = await composePack(join(folder, 'composed.pack.ndjson'), articles);
  const digester = await bundle(join(import.meta.dirname, 'index-digest.ts'));
  const whole = await imported(file, digester, null);
  const killed = await imported(file, digester, articles / 2);
  console.log(
    `a pack of ${articles} reports, every process killed with ${killed.atKill} of them there: the rest came in ${killed.restSeconds.toFixed(1)} s`,
  );
  if (whole.digest.articles < articles) throw new Error(`Only ${whole.digest.articles} reports came in.`);
  if (!isDeepStrictEqual(killed.digest, whole.digest))
    throw new Error(`The index is another one: ${JSON.stringify(killed.digest)}, not ${JSON.stringify(whole.digest)}`);
  console.log(`the index is that of an import in one go: ${whole.digest.articles} reports, texts, derived data, postings and words alike`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Imports into a new profile, killed once so many reports are there; null: in one go. */
async function imported(
  file: string,
  digester: string,
  killAt: number | null,
): Promise<{ digest: IndexDigest; atKill: number; restSeconds: number }> {
  const session = await startSession('chromium', { processesAsShipped: true });
  try {
    const browser = session.browser as Chromium;
    await indexReady(browser);
    const count = async () => (await ask<{ articles: number }>(browser, 'getIndexStatus')).articles;
    const before = await count();
    let page = await data(browser);
    const input = (await page.page.$('input[type=file]'))!;
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await eventually('the preview', () => page.evaluate<boolean>(`document.querySelector('.preview') !== null`), WAIT_MS);
    await clickNode(page, 'button', 'Add it');
    let atKill = 0;
    let startMs = Date.now();
    if (killAt !== null) {
      await eventually('half of it is there', async () => (await count()) - before >= killAt, WAIT_MS);
      const program = browser.raw().process()!;
      const ended = once(program, 'exit');
      program.kill('SIGKILL');
      await ended;
      startMs = Date.now();
      await browser.restart();
      await eventually('the background answers', () => count().then(() => true), WAIT_MS);
      atKill = (await count()) - before;
      if (atKill >= articles) throw new Error('It was over before it was killed: ask for more reports.');
      page = await data(browser);
    }
    await eventually('all of it is there', async () => (await count()) - before >= articles, WAIT_MS);
    const restSeconds = (Date.now() - startMs) / 1_000;
    const isOver = () => page.evaluate<boolean>(`!document.querySelector('progress') && !document.querySelector('.preview')`);
    await eventually('the import is over', isOver, WAIT_MS);
    await page.evaluate(`(() => { ${digester}\n return true; })()`);
    const read = () => page.evaluate<IndexDigest | string | null>('globalThis.sidelightDigest ?? null');
    const digest = (await eventually('the index is read', read, WAIT_MS))!;
    if (typeof digest === 'string') throw new Error(digest);
    return { digest, atKill, restSeconds };
  } finally {
    await session.close();
  }
}

/** The page on which packs are added. */
async function data(browser: Chromium): Promise<ReturnType<typeof chromiumTab>> {
  const page = (await browser.openPage('library.html#data')) as ReturnType<typeof chromiumTab>;
  await page.front();
  await findNode(page, 'heading', 'Add a pack file');
  return page;
}
