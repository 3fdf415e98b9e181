import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import type { PageCopy } from '../../../lib/extract/page-parts.ts';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { bundle } from '../server.ts';
import { servePages } from './pages.ts';

/** What the extension's two scripts cost a page's main thread: processor time of whole tasks, ms, so that a busy machine does not count. */
export interface PageCost {
  gateMs: number[];
  slicesMs: number[];
  handOverMs: number;
  copy: PageCopy;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread, µs. */
  tdur?: number;
}

/** What each page cost in a real Chromium, in the order given. `sliceMs`: when a slice ends at the next look at the clock. */
export async function measurePages(pages: { source: string }[], sliceMs: number, log: (line: string) => void): Promise<PageCost[]> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('Chromium was not found.');
  const code = await bundle(join(import.meta.dirname, 'in-page.ts'));
  const server = await servePages(pages);
  const browser = await puppeteer.launch({
    executablePath,
    protocolTimeout: 120_000,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const costs: PageCost[] = [];
  try {
    for (const [at] of pages.entries()) {
      const page = await browser.newPage();
      try {
        await page.goto(server.address(at), { waitUntil: 'domcontentloaded', timeout: 60_000 });
        costs.push(await measure(page, code, sliceMs));
      } finally {
        await page.close();
      }
      if (at % 25 === 24) log(`${at + 1} of ${pages.length} pages`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  return costs;
}

async function measure(page: Page, code: string, sliceMs: number): Promise<PageCost> {
  await page.evaluate(code);
  await page.tracing.start({ categories: ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  const copy = await page.evaluate(
    (limit) => (globalThis as unknown as { readThisPage: (sliceMs: number) => Promise<PageCopy> }).readThisPage(limit),
    sliceMs,
  );
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const [gateMs = [], slicesMs = [], [handOverMs] = []] = idleTasks(traceEvents);
  if (handOverMs === undefined) throw new Error('The trace holds no idle tasks.');
  return { gateMs, slicesMs, handOverMs, copy };
}

/** Processor time of the tasks of the idle thread, ms, in order, parted by the page's marks. */
function idleTasks(events: TraceEvent[]): number[][] {
  const tasks = events.filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined);
  const marks = events.filter(({ name }) => name === 'sidelight').map(({ ts }) => ts);
  const parts: number[][] = [];
  for (const { name, pid, tid, ts } of events) {
    if (name !== 'FireIdleCallback' && name !== 'RunPostTaskCallback') continue;
    const task = tasks.find((one) => one.pid === pid && one.tid === tid && one.ts <= ts && ts <= one.ts + (one.dur ?? 0));
    const part = marks.filter((mark) => mark < ts).length;
    parts[part] ??= [];
    if (task) parts[part].push(task.tdur! / 1000);
  }
  return parts;
}
