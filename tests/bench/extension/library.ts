import { parseArgs } from 'node:util';
import { eventually } from '../../support/eventually.ts';
import { indexReady, startSession } from '../../support/session.ts';

/*
 * The library with many pins, in the built extension: from the start of the page's loading to the painted first rows, and to the whole list.
 * node tests/bench/extension/library.ts --pins 10000 --rounds 5
 */

const { values } = parseArgs({
  options: {
    pins: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    idle: { type: 'string', default: '3000' },
  },
});
const count = Number(values.pins);

/** In the page: as many pins as asked for, with tags and notes on some, straight into the tables. */
const FILL = `(async () => {
  const open = await new Promise((resolve) => { const asked = indexedDB.open('sidelight'); asked.onsuccess = () => resolve(asked.result); });
  const work = open.transaction(['pins', 'notes'], 'readwrite');
  const states = ['unread', 'reading', 'read', 'archived'];
  for (let i = 0; i < ${count}; i++) {
    const id = 'pack:report-' + i;
    const headline = 'Report ' + i + ' on the Votkinsk plant and what its lathes are for, in as many words as a headline has';
    const article = { id, url: 'https://news.example/' + i, headline, outletName: 'Outlet ' + (i % 40), datePublished: '2026-01-29',
      publishedAtMs: 1769644800000, language: 'en', authors: [{ name: 'Reporter ' + (i % 90), reporterId: null }], sample: false };
    const rank = (1828079220031488 - 1769644800000 - i * 60000).toString(36).padStart(10, '0') + '1';
    work.objectStore('pins').put({ id, article, state: states[i % 4], pinnedAtMs: 1769644800000 + i * 60000, updatedAtMs: 1, rank,
      tags: i % 3 === 0 ? ['tag ' + (i % 20)] : [] });
    if (i % 10 === 0) work.objectStore('notes').put({ id: 'pin ' + id, text: 'Why this matters. '.repeat(20), draft: null, updatedAtMs: 1 });
  }
  await new Promise((resolve) => { work.oncomplete = resolve; });
  open.close();
  return true;
})()`;

/** In the page: when its first pin was painted, ms from the start of loading; null before. */
const PAINTED = `(() => { globalThis.painted ??= [];
  globalThis.watching ??= (() => { const watch = new PerformanceObserver((list) => globalThis.painted.push(...list.getEntries()));
    watch.observe({ type: 'largest-contentful-paint', buffered: true }); return watch; })();
  return globalThis.painted.find(({ element }) => element?.closest('[data-pin]'))?.startTime ?? null; })()`;

const session = await startSession('chromium', { processesAsShipped: true });
try {
  const { browser } = session;
  await indexReady(browser);
  const filling = await browser.openPage('library.html');
  await filling.evaluate(FILL);
  await filling.close();
  const painted: number[] = [];
  const whole: number[] = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    // Chromium keeps the database open for about 2 s after the last connection.
    await new Promise((resolve) => setTimeout(resolve, Number(values.idle)));
    const page = await browser.openPage('library.html#pins');
    await eventually('the first pins are painted', async () => (await page.evaluate<number | null>(PAINTED)) !== null, 20_000);
    painted.push((await page.evaluate<number | null>(PAINTED)) ?? Number.NaN);
    const expected = new Intl.NumberFormat('en').format(count);
    await eventually('all pins are counted', () => page.evaluate<boolean>(`document.body.innerText.includes('${expected} pins')`), 20_000);
    whole.push(await page.evaluate<number>('performance.now()'));
    await page.close();
  }
  const sorted = (list: number[]) => list.toSorted((a, b) => a - b).map((ms) => ms.toFixed(0));
  console.log(`library with ${count} pins, Chromium, ${values.rounds} rounds, ms from the start of loading (each round, sorted)`);
  console.log(`first rows painted    ${sorted(painted).join(' ')}`);
  console.log(`all counted, at most  ${sorted(whole).join(' ')}`);
} finally {
  await session.close();
}
