import { parseArgs } from 'node:util';
import { finishSnapshot } from '../../../lib/extract/finish.ts';
import { SLICE_MS } from '../../../lib/extract/idle-thread.ts';
import { treeOf } from '../../../lib/extract/page-parts.ts';
import { readPage } from '../../../lib/extract/read-page.ts';
import { guessLanguage } from '../../../lib/text/language.ts';
import { percentile } from '../figures.ts';
import { measurePages } from './measure.ts';
import { pagesMissing, savedPages } from './pages.ts';

const USAGE = 'npm run bench:extract -- [--pages 200] [--slice MS]';

/** `npm run bench:extract`: what reading a page costs its main thread, slice by slice, and the background. Markdown on standard output. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { pages: { type: 'string' }, slice: { type: 'string' }, help: { type: 'boolean' } } });
  const [count, sliceMs] = [Number(values.pages ?? 200), Number(values.slice ?? SLICE_MS)];
  if (values.help || !Number.isInteger(count) || !(sliceMs > 0)) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const missing = pagesMissing();
  if (missing !== null) {
    console.error(missing);
    return 0;
  }
  const pages = savedPages(count);
  const costs = await measurePages(pages, sliceMs, (line) => console.error(line));
  const rows: [string, number[]][] = [
    ['gate: longest slice of a page, ms', costs.map(({ gateMs }) => Math.max(...gateMs))],
    ['gate: all slices of a page, ms', costs.map(({ gateMs }) => sum(gateMs))],
    ['copy: longest slice of a page, ms', costs.map(({ slicesMs }) => Math.max(...slicesMs))],
    ['copy: all slices of a page, ms', costs.map(({ slicesMs }) => sum(slicesMs))],
    ['copy: slices of a page', costs.map(({ slicesMs }) => slicesMs.length)],
    ['copy: characters handed over', costs.map(({ copy }) => sum(copy.parts.map(({ length }) => length)))],
    ['copy: handing over, ms', costs.map(({ handOverMs }) => handOverMs)],
  ];
  const [tree, reading, finishing]: [number[], number[], number[]] = [[], [], []];
  for (const { copy } of costs) {
    const from = performance.now();
    const page = treeOf(copy.parts);
    const read = performance.now();
    const raw = readPage(page, copy.address);
    const finish = performance.now();
    finishSnapshot(raw, { guessLanguage });
    tree.push(read - from);
    reading.push(finish - read);
    finishing.push(performance.now() - finish);
  }
  rows.push(
    ['background (measured in Node): tree, ms', tree],
    ['background: reading, ms', reading],
    ['background: judging, ms', finishing],
  );
  console.log(`### Reading a page: ${costs.length} saved pages, Chromium, processor time, a process a page, slices of ${sliceMs} ms\n`);
  console.log('| | p50 | p95 | max |\n| --- | --- | --- | --- |');
  const show = (value: number | null): string => (value === null ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2));
  for (const [name, samples] of rows)
    console.log(`| ${name} | ${[0.5, 0.95, 1].map((share) => show(percentile(samples, share))).join(' | ')} |`);
  return 0;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

process.exitCode = await main();
