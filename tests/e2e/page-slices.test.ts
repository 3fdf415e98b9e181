import { describe, expect, it } from 'vitest';
import { SLICE_MS } from '../../lib/extract/idle-thread.ts';
import { measurePages } from '../bench/extract/measure.ts';

const RUNS = 3;
const ITEM =
  '<li class="item"><a href="/x" title="t"><span class="label">A link to something else</span></a> <time datetime="2026-02-03">today</time></li>';
const PARAGRAPH =
  '<p class="text">The council met on Monday, and <a href="/y">agreed</a> to publish <b>the report</b> that residents had asked for.</p>';
const LARGE = `<!doctype html><title>A large page</title><ul>${ITEM.repeat(900)}</ul><article><h1>A large page</h1>${PARAGRAPH.repeat(900)}</article>`;

/** Milliseconds depend on the machine; shares of the whole do not: work that is in one piece again shows at once. */
describe('what a large page has to bear, in chromium', () => {
  it('is cut into slices, of which the longest is a small share of the whole', async () => {
    const costs = await measurePages(Array(RUNS).fill({ source: LARGE }), SLICE_MS, () => {});
    const shares = (slicesOf: (cost: (typeof costs)[number]) => number[]): number =>
      Math.min(...costs.map(slicesOf).map((slices) => Math.max(...slices) / slices.reduce((sum, slice) => sum + slice, 0)));
    expect(shares(({ slicesMs }) => slicesMs)).toBeLessThan(0.15);
    expect(shares(({ gateMs }) => gateMs)).toBeLessThan(0.5);
    expect(Math.min(...costs.map(({ slicesMs }) => slicesMs.length))).toBeGreaterThan(10);
  });
});
