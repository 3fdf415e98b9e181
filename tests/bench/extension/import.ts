import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clickNode, findNode } from '../../support/accessible-tree.ts';
import { builtFolder } from '../../support/built-extension.ts';
import type { Chromium } from '../../support/chromium/chromium.ts';
import type { chromiumTab } from '../../support/chromium/surface.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, indexReady, startSession } from '../../support/session.ts';
import { composePack } from './compose-pack.ts';
import { browserUse } from './watch.ts';

/*
 * A pack of composed reports (230 words each), added through the library page of the real extension in Chromium, as a person would.
 * node tests/bench/extension/import.ts --articles 100000; --profile FILE keeps a processor profile of the thread that writes.
 */

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '100000' }, profile: { type: 'string' } },
});
const articles = Number(values.articles);
const WAIT_MS = 1_800_000;
const SAMPLE_MS = 2_000;
/** Of the time, the page's own thread may be in tasks of 50 ms or more for this share: it shows progress and takes the click on Cancel. */
const BLOCKED_MOST = 0.02;

const folder = await mkdtemp(join(tmpdir(), 'sidelight-bench-'));
const session = await startSession('chromium', { processesAsShipped: true });
try {
  const browser = session.browser as Chromium;
  await indexReady(browser);
  const file = await composePack(join(folder, 'composed.pack.ndjson'), articles);
  const tab = (await browser.openPage('library.html#data')) as ReturnType<typeof chromiumTab>;
  await tab.front();
  await findNode(tab, 'heading', 'Add a pack file');
  const has = async () => (await ask<{ articles: number }>(browser, 'getIndexStatus')).articles;
  const before = await has();
  await watchThread(tab);
  const idle = browserUse(builtFolder('chromium'));
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, browserUse(builtFolder('chromium')).bytes);
  }, SAMPLE_MS);

  const input = (await tab.page.$('input[type=file]'))!;
  const chosenMs = Date.now();
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await until('the preview', `document.querySelector('.preview') !== null`, tab);
  const previewed = seconds(chosenMs);
  const previewThread = await thread(tab);
  const profiler = values.profile ? await startProfile(tab, values.profile) : null;
  const startUse = browserUse(builtFolder('chromium'));
  await clickNode(tab, 'button', 'Add it');
  const startMs = Date.now();
  await until('the import', `!document.querySelector('progress') && !document.querySelector('.preview')`, tab);
  const added = seconds(startMs);
  const used = browserUse(builtFolder('chromium')).cpuSeconds - startUse.cpuSeconds;
  await profiler?.();
  const importThread = await thread(tab);
  clearInterval(sampling);
  const here = (await has()) - before;
  if (here !== articles)
    throw new Error(`${here} reports came in, not ${articles}: ${await tab.evaluate<string>('document.body.innerText')}`);

  console.log(`chromium, a pack of ${articles} reports`);
  console.log(`preview: ${previewed.toFixed(1)} s, longest task of the page ${previewThread.longest.toFixed(0)} ms`);
  console.log(
    `import: ${added.toFixed(1)} s, ${(articles / added).toFixed(0)} reports a second; ${used.toFixed(1)} s of processor, ${((1e6 * used) / articles).toFixed(0)} µs a report`,
  );
  console.log(
    `page while importing: longest task ${importThread.longest.toFixed(0)} ms, ${importThread.tasks} of 50 ms or more, ${((100 * importThread.blockedMs) / (1000 * added)).toFixed(1)} % of the time; longest between two timers of 10 ms ${importThread.gapMs.toFixed(0)} ms`,
  );
  console.log(`memory of all processes: ${mb(idle.bytes)} before, ${mb(most)} at most, ${mb(most - idle.bytes)} more`);
  if (importThread.blockedMs > BLOCKED_MOST * 1_000 * added) throw new Error('The page did not stay responsive.');
} finally {
  await session.close();
  await rm(folder, { recursive: true, force: true });
}

async function until(what: string, expression: string, tab: ReturnType<typeof chromiumTab>): Promise<void> {
  await eventually(what, () => tab.evaluate<boolean>(expression), WAIT_MS);
}

/** Longest task and timer gap of the page's own thread since the last look. */
async function watchThread(tab: ReturnType<typeof chromiumTab>): Promise<void> {
  await tab.evaluate(`(() => {
    const seen = { longest: 0, tasks: 0, blockedMs: 0, gapMs: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.longest = Math.max(seen.longest, duration);
        seen.blockedMs += duration;
        seen.tasks++;
      }
    }).observe({ type: 'longtask' });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      seen.gapMs = Math.max(seen.gapMs, now - last);
      last = now;
    }, 10);
    globalThis.sidelightThread = () => { const was = { ...seen }; Object.assign(seen, { longest: 0, tasks: 0, blockedMs: 0, gapMs: 0 }); return was; };
  })()`);
}

function thread(tab: ReturnType<typeof chromiumTab>): Promise<{ longest: number; tasks: number; blockedMs: number; gapMs: number }> {
  return tab.evaluate('globalThis.sidelightThread()');
}

/** Profiles the thread that imports, until the answer is called. */
async function startProfile(tab: ReturnType<typeof chromiumTab>, path: string): Promise<() => Promise<void>> {
  const { client } = tab.page.workers()[0]!;
  await client.send('Profiler.enable');
  await client.send('Profiler.start');
  return async () => writeFile(path, JSON.stringify((await client.send('Profiler.stop')).profile));
}

function seconds(sinceMs: number): number {
  return (Date.now() - sinceMs) / 1_000;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
