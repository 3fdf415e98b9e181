import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { ENGINE_LIMITS, ENGINE_NAMES, type EngineName, TYPED_ENGINES } from './engine.ts';
import { type Figures, noFigures, percentile } from './figures.ts';
import { type BenchServer, bundle, serve } from './server.ts';
import { type TypedRow, type TypedTimes, typedQueries } from './typed.ts';
import type { WorkerTask } from './worker.ts';
import { questionsFor } from './workload.ts';

/** How a run in Chromium is made. */
export interface ChromiumRun {
  sizes: number[];
  engines: readonly EngineName[];
  /** Cold opens measured; the median is reported. */
  coldRuns: number;
  /** How long everything is closed before a cold open: Chromium keeps a database open for about 2 s. */
  restMs: number;
  log: (line: string) => void;
}

/** Runs the engines one after the other, each with an origin of its own, in one headless Chromium a size. Throws where there is none. */
export async function runChromium({ sizes, engines, coldRuns, restMs, log }: ChromiumRun): Promise<Figures[]> {
  const rows: Figures[] = [];
  await inChromium(sizes, async (browser, server, size) => {
    for (const engine of ENGINE_NAMES.filter((name) => engines.includes(name))) {
      const limit = ENGINE_LIMITS[engine];
      if (limit !== undefined && size >= limit.from) {
        rows.push(noFigures(engine, size, `not run: ${limit.reason}`));
        continue;
      }
      log(`Chromium, ${size} reports: ${engine}`);
      rows.push(await measure(browser, server, engine, size, coldRuns, restMs));
    }
  });
  return rows;
}

/** One headless Chromium with a profile of its own a size. Throws where there is none. */
async function inChromium(sizes: number[], work: (browser: Browser, server: BenchServer, size: number) => Promise<void>): Promise<void> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('Chromium was not found.');
  const server = await serve({ '/worker.js': await bundle(join(import.meta.dirname, 'worker.ts')) });
  try {
    for (const size of sizes) {
      const userDataDir = await mkdtemp(join(tmpdir(), 'sidelight-bench-'));
      const browser = await puppeteer.launch({
        executablePath,
        userDataDir,
        protocolTimeout: 1_800_000,
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      try {
        await work(browser, server, size);
      } finally {
        await browser.close();
        await rm(userDataDir, { recursive: true, force: true });
      }
    }
  } finally {
    server.close();
  }
}

/** Typed queries in Chromium: each engine in an origin of its own, one after the other in one browser a size. */
export async function runTypedInChromium(sizes: number[], log: (line: string) => void): Promise<TypedRow[]> {
  const rows: TypedRow[] = [];
  await inChromium(sizes, async (browser, server, size) => {
    const queries = typedQueries(size, 40);
    for (const engine of TYPED_ENGINES) {
      log(`Chromium, ${size} reports, typed queries: ${engine}`);
      const row: TypedRow = { engine, size, times: [], reason: '' };
      rows.push(row);
      try {
        row.times = await onPage(
          browser,
          server.origin(engine),
          async (page) => (await ask(page, { task: 'typed', engine, size, queries })).value as TypedTimes[],
        );
      } catch (error) {
        row.reason = failure(error);
      }
    }
  });
  return rows;
}

function failure(error: unknown): string {
  return `failed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}

async function measure(
  browser: Browser,
  server: BenchServer,
  engine: EngineName,
  size: number,
  coldRuns: number,
  restMs: number,
): Promise<Figures> {
  const figures = noFigures(engine, size);
  const origin = server.origin(engine);
  const questions = questionsFor(size, 40);
  try {
    figures.buildPerSecond = await onPage(browser, origin, async (page) => {
      const rate = (await ask(page, { task: 'build', engine, size })).value as number;
      figures.megabytes = (await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0)) / 1e6;
      return rate;
    });
    const cold: number[] = [];
    for (let run = 0; run < coldRuns; run++) {
      await new Promise((resolve) => setTimeout(resolve, restMs));
      cold.push(await onPage(browser, origin, async (page) => (await ask(page, { task: 'cold', engine, questions })).tookMs));
    }
    figures.cold = percentile(cold, 0.5);
    await onPage(browser, origin, async (page) => {
      const before = await rendererMegabytes(browser, page);
      Object.assign(figures, (await ask(page, { task: 'warm', engine, questions })).value);
      figures.memoryMegabytes = Math.max(0, (await rendererMegabytes(browser, page)) - before);
    });
    // Engines that write themselves whole on every insertion are asked fewer times.
    const count = engine === 'sidelight' || engine === 'fts5' ? 60 : size > 5000 ? 2 : 5;
    Object.assign(
      figures,
      await onPage(browser, origin, async (page) => (await ask(page, { task: 'insert', engine, size, count })).value as object),
    );
  } catch (error) {
    figures.reason = failure(error);
  }
  return figures;
}

async function onPage<T>(browser: Browser, origin: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.goto(origin);
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Starts a worker in the page, gives it a task; what it answered, and the time from its start to the answer. */
async function ask(page: Page, task: WorkerTask): Promise<{ value: unknown; tookMs: number }> {
  const answer = await page.evaluate(
    (given) =>
      new Promise<{ ok: boolean; value?: unknown; error?: string; tookMs: number }>((resolve) => {
        const startMs = performance.now();
        const worker = new Worker('/worker.js', { type: 'module' });
        worker.onmessage = ({ data }) => {
          resolve({ ...data, tookMs: performance.now() - startMs });
          if (given.task !== 'warm') worker.terminate();
        };
        worker.onerror = (event) => resolve({ ok: false, error: event.message, tookMs: 0 });
        worker.postMessage(given);
      }),
    task,
  );
  if (!answer.ok) throw new Error(answer.error);
  return { value: answer.value, tookMs: answer.tookMs };
}

/** Resident memory of the page's renderer at its peak, in MB: read from /proc, so on Linux only (0 elsewhere). */
async function rendererMegabytes(browser: Browser, page: Page): Promise<number> {
  const session = await browser.target().createCDPSession();
  try {
    const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as { processInfo: { type: string; id: number }[] };
    const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakMegabytes(id));
    return page.isClosed() ? 0 : Math.max(0, ...peaks);
  } finally {
    await session.detach();
  }
}

function peakMegabytes(processId: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
