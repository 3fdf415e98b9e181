import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.mjs';
import { percentile } from './figures.ts';
import { bundle } from './server.ts';
import type { WakeQuestion } from './wake-background.ts';
import { questionsFor } from './workload.ts';

/** Milliseconds of every step of upkeep while filling, by what it did. */
type Filled = Record<string, number[]>;

const ASKS: WakeQuestion['ask'][] = ['nothing', 'index', 'index and rows'];

/**
 * Measures, in a real extension, from a stopped service worker to the answer: page → `runtime.sendMessage` → wake → answer. The asks alternate, so
 * that a busy machine slows all alike. A Markdown table with the ratios to a wake that does nothing.
 */
export async function measureWake(size: number, runs: number, restMs: number, log: (line: string) => void): Promise<string> {
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('Chromium was not found.');
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-wake-'));
  await writeExtension(folder);
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: [folder],
    protocolTimeout: 1_800_000,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().endsWith('/background.js'));
    const page = await browser.newPage();
    await page.goto(new URL('page.html', worker.url()).href);
    log(`Chromium, ${size} reports: filling the extension's index`);
    const filled = await page.evaluate((given) => (globalThis as unknown as { fill: (size: number) => Promise<Filled> }).fill(given), size);
    const questions = questionsFor(size, runs).short;
    const samples = new Map(ASKS.map((ask) => [ask, [] as number[]]));
    for (let run = 0; run < runs; run++) {
      for (const ask of ASKS) {
        await stopWorkers(page);
        await new Promise((resolve) => setTimeout(resolve, restMs));
        samples.get(ask)!.push(await timeAsk(page, { ask, terms: questions[run]!.terms }));
      }
    }
    return table(size, samples, filled);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeExtension(folder: string): Promise<void> {
  const code = await bundle(join(import.meta.dirname, 'wake-background.ts'), 'iife');
  const manifest = {
    manifest_version: 3,
    name: 'bench',
    version: '1',
    permissions: ['storage', 'unlimitedStorage'],
    // As the product's own: only a classic script's compiled code is kept.
    background: { service_worker: 'background.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), code);
  await writeFile(join(folder, 'page.html'), '<!doctype html><script src="background.js" defer></script>');
}

async function stopWorkers(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

async function timeAsk(page: Page, question: WakeQuestion): Promise<number> {
  const { answer, tookMs } = await page.evaluate(async (given) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } } }).chrome;
    const startMs = performance.now();
    const got = await runtime.sendMessage(given);
    return { answer: got, tookMs: performance.now() - startMs };
  }, question);
  if (typeof answer !== 'number' || answer < 1) throw new Error(`${question.ask}: ${String(answer)}`);
  return tookMs;
}

function table(size: number, samples: Map<string, number[]>, filled: Filled): string {
  const floor = percentile(samples.get('nothing')!, 0.5)!;
  const lines = [
    `### Chromium, stopped service worker → answer, ${size.toLocaleString('en-GB')} reports`,
    '',
    '| asked | p50 ms | max ms | ÷ wake that does nothing |',
    '| --- | --- | --- | --- |',
  ];
  for (const [ask, taken] of samples) {
    const middle = percentile(taken, 0.5)!;
    lines.push(`| ${ask} | ${middle.toFixed(1)} | ${Math.max(...taken).toFixed(1)} | ${(middle / floor).toFixed(2)} |`);
  }
  lines.push('', '| upkeep while the last reports came | steps | p50 ms | p95 ms | max ms |', '| --- | --- | --- | --- | --- |');
  for (const [did, taken] of Object.entries(filled)) {
    const [p50, p95, most] = [percentile(taken, 0.5)!, percentile(taken, 0.95)!, Math.max(...taken)];
    lines.push(`| ${did} | ${taken.length} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${most.toFixed(1)} |`);
  }
  return `${lines.join('\n')}\n`;
}
