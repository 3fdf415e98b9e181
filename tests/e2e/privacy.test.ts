import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../demo/server.ts';
import { eventually, pause } from '../support/eventually.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { dumpProfile } from '../support/profile-dump.ts';
import { ask, BROWSERS, chooseSites, indexReady, type Session, startSession } from '../support/session.ts';

/** What a bare browser asks its maker for, whatever is installed in it. */
const BROWSERS_OWN = /^https:\/\/(accounts\.google\.com\/ListAccounts|clients2\.google\.com\/time|[a-z.-]+\.mozilla\.(com|net|org)\/)/;
const VIEWED = [
  demoPages.first,
  demoPages.ukrainian,
  demoPages.chinese,
  demoPages.german,
  demoPages.unmatched,
  demoPages.app,
  demoPages.short,
  demoPages.empty,
];
/** Once round at the short size; the twenty at the long one. */
const VIEWS = process.env.SIDELIGHT_LONG === '1' ? 20 : VIEWED.length;
const PLAIN = 'https://www.example.com/plain';

describe.each(BROWSERS)('privacy in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await startSession(name, {
      watched: true,
      pages: (host) =>
        host.endsWith('example.com')
          ? {
              status: 200,
              headers: { 'content-type': 'text/html; charset=utf-8' },
              body: '<!doctype html><title>Plain</title><link rel="icon" href="data:,"><p>Plain',
            }
          : null,
    });
    await indexReady(session.browser);
    await chooseSites(session.browser, [...demoHosts, 'www.example.com']);
  });
  afterAll(() => session?.close());

  // The first, because Chromium loads the extension anew for it, and a worker that was stopped while watched may then wait for ever.
  const PRIVATE = 'a private window leaves nothing on disk when pages are only viewed; what is pinned there is the user’s and kept';
  it(PRIVATE, { timeout: 120_000 }, async () => {
    const { browser } = session;
    await browser.allowPrivate();
    const before = await settledDump();
    for (const url of [demoPages.first, demoPages.unmatched]) {
      const tab = await browser.newPrivateTab(url);
      if (url !== demoPages.unmatched)
        await eventually('a number on the badge', async () => (await browser.toolbarButton(tab)).badge || null);
      const popup = await browser.openPopup(tab);
      await readPopup(popup);
      await popup.close();
      await tab.close();
    }
    // Not even in memory: what was known of a page goes with its tab.
    await eventually('the tabs are forgotten', async () =>
      browser.inExtension<boolean>(
        `(globalThis.browser ?? chrome).storage.session.get().then((all) => !Object.keys(all).some((key) => key.startsWith('tab:')))`,
      ),
    );
    await browser.killBackground();
    expect(await settledDump()).toEqual(before);

    const tab = await browser.newPrivateTab(demoPages.first);
    const popup = await browser.openPopup(tab);
    const { rows } = await readRows(popup);
    await popup.press('p');
    await eventually('the pin is stored', async () => (await ask<unknown[]>(browser, 'listPins')).length === 1);
    await popup.close();
    await tab.close();
    await browser.restart();
    const pins = await ask<{ article: { headline: string } }[]>(browser, 'listPins');
    expect(pins.map(({ article }) => article.headline)).toEqual([rows[0]?.headline]);
  });

  it('the watch sees what a page and what a script of ours in a page ask for', async () => {
    const { browser } = session;
    const tab = await browser.newTab(PLAIN);
    await browser.forgetRequests();
    await tab.evaluate(`fetch('https://page.example.com/asked', { mode: 'no-cors' }).then(() => true)`);
    await browser.inExtension(`(async () => {
      const api = globalThis.browser ?? chrome;
      const [{ id: tabId }] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      await api.scripting.executeScript({ target: { tabId }, func: () => fetch('https://ours.example.com/asked', { mode: 'no-cors' }).then(() => true) });
    })()`);
    const urls = (await browser.seenRequests()).map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining(['https://page.example.com/asked', 'https://ours.example.com/asked']));
    await tab.close();
  });

  it(`${VIEWS} page views, the popup and our own pages cause no request at all and leave nothing on disk`, async () => {
    const { browser, web } = session;
    const before = await settledDump();
    await browser.forgetRequests();
    web.forget();
    const allowed = new Set(VIEWED.flatMap((url) => [url, `${new URL(url).origin}/icon.svg`, `${new URL(url).origin}/favicon.ico`]));
    for (let view = 0; view < VIEWS; view += 1) {
      const tab = await browser.newTab(VIEWED[view % VIEWED.length]!);
      await pause(300);
      // Each page once at the long size, every second one at the short.
      if (view < VIEWED.length && (VIEWS > VIEWED.length || view % 2 === 0)) {
        const popup = await browser.openPopup(tab);
        await readPopup(popup);
        await popup.close();
      }
      await tab.close();
    }
    const welcome = await browser.openPage('welcome.html');
    await pause(300);
    await welcome.close();
    const seen = await browser.seenRequests();
    expect(seen.filter(({ from }) => from === 'extension')).toEqual([]);
    expect(seen.map(({ url }) => url).filter((url) => !allowed.has(url) && !BROWSERS_OWN.test(url))).toEqual([]);
    // The far end agrees: nothing reached the loopback that the pages did not ask for.
    const reached = web.requests.map(({ scheme, host, path }) => `${scheme}://${host}${path}`);
    expect(reached.filter((url) => !allowed.has(url) && !BROWSERS_OWN.test(url))).toEqual([]);
    for (const url of VIEWED) expect(reached).toContain(url);
    await browser.killBackground();
    expect(await settledDump()).toEqual(before);
  });

  // Upkeep of the index may still be under way after the import: two equal dumps in a row mean that it is done.
  async function settledDump() {
    let last = await dumpProfile(session.browser);
    return eventually(
      'the stored data is at rest',
      async () => {
        await pause(700);
        const next = await dumpProfile(session.browser);
        const same = JSON.stringify(next) === JSON.stringify(last);
        last = next;
        return same ? next : null;
      },
      20_000,
    );
  }
});
