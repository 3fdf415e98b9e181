import { parseArgs } from 'node:util';
import { build } from 'vite';
import { demoHosts, demoPages } from '../../../demo/server.ts';
import type { BrowserName, BrowserUnderTest } from '../../support/browser-under-test.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, chooseSites, indexReady, startSession } from '../../support/session.ts';

/*
 * The real extension, its background stopped before every ask: a no-op wake, and a page's snapshot → explained rows, by stage.
 * node tests/bench/extension/run.ts --browser chromium --articles 10000 --rounds 7
 */

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '7' },
    idle: { type: 'string', default: '6000' },
  },
});
const articles = Number(values.articles);
const rounds = Number(values.rounds);
// As large as a pack that is added in bulk may be, and short enough for the browser's protocol to wait for.
const FILL_STEP = 25_000;
// The last reports come as from feeds.
const feedsFrom = articles - Math.min(2000, Math.ceil(articles / 5));

/** In the popup: ms from the start of its loading to its first text on the screen. */
const FIRST_PAINT = whenPainted('paint', `({ name }) => name === 'first-contentful-paint'`);
/** The same for the first report. */
const ROWS_PAINTED = whenPainted('largest-contentful-paint', `({ element }) => element?.closest('[data-report]')`);

const session = await startSession(values.browser as BrowserName, { processesAsShipped: true });
try {
  const { browser } = session;
  await indexReady(browser);
  await chooseSites(browser, demoHosts);
  const script = await fillScript();
  let filled = { seconds: 0, articles: 0, bytes: 0 };
  const library = await browser.openPage('library.html');
  await library.evaluate(`(() => { ${script}\n return true; })()`);
  for (let from = 0; from < articles; from += FILL_STEP) {
    const step = await library.evaluate<typeof filled>(`sidelightFill(${from}, ${Math.min(articles, from + FILL_STEP)}, ${feedsFrom})`);
    filled = { ...step, seconds: filled.seconds + step.seconds };
  }
  await library.close();
  // As in a later session: for minutes after so much was written the browser tidies its files.
  await browser.restart();
  console.log(`filled: ${filled.articles} articles in ${filled.seconds.toFixed(1)} s, ${(filled.bytes / 1e6).toFixed(1)} MB`);

  const tab = await browser.newTab(demoPages.first);
  await tab.front();
  const tabId = await browser.inExtension<number>(
    `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.startsWith(${JSON.stringify(demoPages.first)})).id)`,
  );
  await eventually('the page was read', async () => (await ask<{ kind: string }>(browser, 'getPage', { tabId })).kind === 'ready', 20_000);

  const refresh = { kind: 'undoCorrection', args: { correctionId: 'none' } };
  const read = { kind: 'analysePage', args: { tabId } };
  const noop: number[] = [];
  const opened: number[] = [];
  const dead: number[] = [];
  const warm: number[] = [];
  const painted: number[] = [];
  const listed: number[] = [];
  const stages: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    noop.push(await coldAsk(browser, { kind: 'getSettings', args: {} }));
    opened.push(await coldAsk(browser, read));
    dead.push(await coldAsk(browser, refresh));
    await noteStages('dead');
    for (let i = 0; i < 3; i++) {
      warm.push(await timedAsk(browser, refresh));
      await noteStages('warm');
    }
  }
  // As a click on the icon finds it: the page was read, the background is dead.
  for (let round = 0; round < rounds; round++) {
    await stopAndRest(browser);
    const popup = await browser.openPopup(tab);
    painted.push(await popup.evaluate<number>(FIRST_PAINT));
    listed.push(await popup.evaluate<number>(ROWS_PAINTED));
    await popup.close();
  }
  async function noteStages(when: string): Promise<void> {
    const state = await ask<{ stagesMs: Record<string, number> }>(browser, 'getPage', { tabId });
    for (const [name, ms] of Object.entries(state.stagesMs)) {
      stages[`${when}: ${name}`] ??= [];
      stages[`${when}: ${name}`]!.push(ms);
    }
  }
  console.log(`${values.browser}, ${articles} articles, ${rounds} rounds; ms p50 / p95`);
  print('no-op wake', noop);
  print('page read → rows, background dead', opened);
  print('snapshot → rows, background dead', dead);
  print('snapshot → rows, warm', warm);
  print('popup: first paint, background dead', painted);
  print('popup: reports painted, background dead', listed);
  for (const [name, list] of Object.entries(stages)) print(`  ${name}`, list);
  console.log(`ratio dead ÷ no-op wake: ${(quantile(dead, 0.5) / quantile(noop, 0.5)).toFixed(2)}`);
} finally {
  await session.close();
}

async function coldAsk(browser: BrowserUnderTest, message: object): Promise<number> {
  await stopAndRest(browser);
  return timedAsk(browser, message);
}

async function stopAndRest(browser: BrowserUnderTest): Promise<void> {
  await browser.killBackground();
  // Chromium keeps the database open for about 2 s after the last connection: only a longer rest is a cold start.
  await new Promise((resolve) => setTimeout(resolve, Number(values.idle)));
}

function whenPainted(type: string, isIt: string): string {
  return `new Promise((resolve) => new PerformanceObserver((list) => {
    const entry = list.getEntries().find(${isIt});
    if (entry) resolve(entry.startTime);
  }).observe({ type: '${type}', buffered: true }))`;
}

function timedAsk(browser: BrowserUnderTest, message: object): Promise<number> {
  return browser.inExtension<number>(
    `(async () => { const start = performance.now(); await (globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(message)}); return performance.now() - start; })()`,
  );
}

async function fillScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: new URL('fill.ts', import.meta.url).pathname, formats: ['iife'], name: 'fill' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output.find((part) => part.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('fill.ts did not build');
  return chunk.code;
}

function quantile(list: number[], q: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

function print(name: string, list: number[]): void {
  console.log(`${name.padEnd(40)} ${quantile(list, 0.5).toFixed(1).padStart(8)} ${quantile(list, 0.95).toFixed(1).padStart(8)}`);
}
