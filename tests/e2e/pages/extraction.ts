import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parsePage } from '../../../lib/cli/dom.ts';
import type { PageSnapshot } from '../../../lib/core/snapshot.ts';
import { COPY_LIMITS, copyPage } from '../../../lib/extract/copy-page.ts';
import { parseSnapshot } from '../../../lib/services/parse-snapshot.ts';
import { judgeReading } from '../../../lib/services/read-tab.ts';
import { pagesMissing, type SavedPage, savedPages } from '../../bench/extract/pages.ts';
import type { BrowserName, Tab } from '../../support/browser-under-test.ts';
import type { WebHandler } from '../../support/loopback-web.ts';
import { ask, type SharedSession } from '../../support/session.ts';
import { PROJECT_ROOT } from '../../support/source-files.ts';

const LONG = process.env.SIDELIGHT_LONG === '1';
const COUNT = LONG ? 330 : 8;
const OWN: SavedPage[] = ['report', 'overlay', 'hidden', 'shadow'].map((id) => ({
  id,
  url: `https://${id}.example.com/2026/02/03/a-report-of-our-own-for-the-test`,
  source: readFileSync(join(PROJECT_ROOT, 'tests', 'fixtures', 'pages', `${id}.html`), 'utf8'),
}));

/** What the command line says of the page, in the browser's limits. */
function expected({ source, url }: SavedPage): PageSnapshot {
  const parsed = parseSnapshot({ address: url, parts: copyPage(parsePage(source), COPY_LIMITS) });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

/** Whether the background takes what the command line sees for an article with enough words to go by. */
function isWorthReading({ source, url }: SavedPage): boolean {
  const judged = judgeReading({ kind: 'read', value: { address: url, parts: copyPage(parsePage(source), COPY_LIMITS) }, url }, true);
  return judged.ok && judged.value.kind === 'article';
}

/** Why a browser may see another page than its source; null where there is no such reason. */
function cause({ source, url }: SavedPage, got: PageSnapshot | null): string | null {
  if (/<meta[^>]+http-equiv=["']?refresh/i.test(source)) return 'the page sends itself elsewhere';
  if (new URL(url).hash !== '' && got === null) return 'the address has a fragment';
  if (copyPage(parsePage(source), COPY_LIMITS).join('').length > COPY_LIMITS.chars) return 'the page is larger than what is copied';
  return null;
}

const SAVED = pagesMissing() === null ? savedPages(COUNT).filter(({ url }) => /^https?:/.test(url)) : [];
/** By address: some sets give several pages the same one, of which the last counts. */
const PAGES = new Map([...OWN, ...SAVED].map((page) => [keyOf(page.url), page]));

/**
 * Serves the pages, and only them: their scripts and what they would load are barred. Their own style attributes count, as on any page: Firefox
 * shows none that a page's policy bars.
 */
export const extractionPages: WebHandler = (host, path) => {
  const page = PAGES.get(host + path);
  if (!page) return null;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  };
  return { status: 200, headers, body: page.source };
};

/** Extraction in the browser, beside the command line's. */
export function extraction(name: BrowserName, session: SharedSession): void {
  let tab: Tab;

  beforeEach(async () => {
    tab = await session.now().browser.newTab(OWN[0]!.url);
  });
  afterEach(() => tab.close());

  /** What the extension's background made of the page; null where it took the page for no article. */
  async function extracted(url: string): Promise<PageSnapshot | null> {
    const { browser } = session.now();
    await tab.goto(url);
    const tabId = await browser.inExtension<number>(
      `(globalThis.browser ?? chrome).tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)`,
    );
    await ask(browser, 'analysePage', { tabId });
    return browser.inExtension<PageSnapshot | null>(
      `(globalThis.browser ?? chrome).storage.session.get('tab:${tabId}').then((kept) => kept['tab:${tabId}']?.snapshot ?? null)`,
    );
  }

  it.each(OWN.map((page) => [page.id, page] as const))('says of our page "%s" what the command line says', async (_id, page) => {
    const snapshot = await extracted(page.url);
    expect(snapshot).toEqual(expected(page));
    expect(snapshot?.paragraphs.length).toBeGreaterThanOrEqual(3);
  });

  it('reads text that was added after the page was loaded', async () => {
    await tab.goto(OWN[2]!.url);
    await tab.evaluate(
      `void document.querySelector('article').insertAdjacentHTML('beforeend', '<p>Late news: the wheel turned for the first time at noon, and the whole town came to see the water run.</p>')`,
    );
    const tabId = await session
      .now()
      .browser.inExtension<number>(
        `(globalThis.browser ?? chrome).tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)`,
      );
    await ask(session.now().browser, 'analysePage', { tabId });
    const paragraphs = await session
      .now()
      .browser.inExtension<string[]>(
        `(globalThis.browser ?? chrome).storage.session.get('tab:${tabId}').then((kept) => kept['tab:${tabId}'].snapshot.paragraphs)`,
      );
    expect(paragraphs[3]).toMatch(/^Late news/);
  });

  const missing = pagesMissing();
  it.skipIf(missing !== null)(
    `says of saved pages what the command line says${missing === null ? '' : ` (${missing})`}`,
    async () => {
      const explained: string[] = [];
      const unexplained: string[] = [];
      let compared = 0;
      const saved = [...PAGES.values()].filter((page) => !OWN.includes(page));
      for (const page of saved) {
        const got = await extracted(page.url).catch((error: unknown) => String(error));
        const address = await tab.evaluate<string>('location.href');
        // Chromium tries https first; what follows from the address is of the one it opened.
        const wanted = expected({ ...page, url: address.startsWith('https:') ? page.url.replace(/^http:/, 'https:') : page.url });
        if (got === null && !isWorthReading(page)) continue;
        compared++;
        const fields =
          typeof got === 'object' && got !== null
            ? (Object.keys(wanted) as (keyof PageSnapshot)[]).filter((field) => !isDeepStrictEqual(got[field], wanted[field]))
            : [typeof got === 'string' ? got.slice(0, 200) : 'no article'];
        if (fields.length === 0) continue;
        const why = cause(page, typeof got === 'string' ? null : got);
        if (why) explained.push(`${page.id}: ${why}: ${fields.join(', ')}`);
        else unexplained.push(`${page.id}: ${fields.join(', ')}`);
      }
      console.log(
        `${name}: ${compared} pages compared; explained: ${explained.join('; ') || 'none'}; unexplained: ${unexplained.join('; ') || 'none'}`,
      );
      expect(compared).toBeGreaterThan(saved.length / 2);
      expect(unexplained.slice(Math.floor(compared * 0.02))).toEqual([]);
    },
    LONG ? 3_600_000 : 300_000,
  );
}

/** Host, path and query of an address, as the server sees them. */
function keyOf(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return hostname + pathname + search;
}
