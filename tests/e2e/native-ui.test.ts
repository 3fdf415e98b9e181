import { describe, expect, it } from 'vitest';
import { demoPages } from '../../demo/server.ts';
import { wordsOfAddress } from '../../lib/services/address-words.ts';
import { clickNode, findNode } from '../support/accessible-tree.ts';
import type { Tab } from '../support/browser-under-test.ts';
import { displayMissing } from '../support/display.ts';
import { eventually, pause } from '../support/eventually.ts';
import type { NativeInput } from '../support/native-input.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { ask, BROWSERS, indexReady, sharedSession, startSession } from '../support/session.ts';

/** In Chromium these need a screen; in Firefox they do not. */
const LEFT_OUT = displayMissing();

describe.each(BROWSERS)('keys, menus and dialogs of %s itself', (name) => {
  const leftOut = name === 'chromium' && LEFT_OUT !== null;
  const why = leftOut ? ` (left out, ${LEFT_OUT})` : '';
  let article: Tab;
  const session = sharedSession(async () => {
    const started = await startSession(name, { native: true });
    await indexReady(started.browser);
    article = await started.browser.newTab(demoPages.first);
    return started;
  });
  const native = (): NativeInput => {
    const input = session.now().browser.native;
    if (input === null) throw new Error('There is no native input.');
    return input;
  };
  const pins = () => ask<{ id: string; article: { headline: string } }[]>(session.now().browser, 'listPins');

  describe.skipIf(leftOut)(`as freshly installed${why}`, () => {
    it('Alt+Shift+L opens the popup, which reads the page', async () => {
      await article.front();
      await native().chord('Alt+Shift+L');
      const popup = await session.now().browser.openedPopup();
      expect((await readRows(popup)).topics).toContain('Oreshnik');
      await popup.close();
    });

    it('Alt+Shift+U opens the panel', async () => {
      await article.front();
      await native().chord('Alt+Shift+U');
      const panel = await session.now().browser.openedPanel();
      expect((await readRows(panel)).topics).toContain('Oreshnik');
      await panel.close();
    });

    it('Alt+Shift+K pins a page that was not read yet', async () => {
      const tab = await session.now().browser.newTab(demoPages.german);
      await tab.front();
      await native().chord('Alt+Shift+K');
      await eventually('the page is pinned', async () => (await pins()).length === 1);
      await eventually(
        'the button says so',
        async () => (await session.now().browser.toolbarButton(tab)).title === 'Sidelight: this page is pinned',
      );
      await tab.close();
    });

    it('“sl oreshnik” in the address bar searches the index', async () => {
      await article.front();
      await native().addressBar('sl oreshnik');
      await searchedFor('oreshnik');
    });

    it('a report that is suggested under the address bar is opened with Down and Enter', async () => {
      const { browser } = session.now();
      const tab = await browser.newTab(demoPages.short);
      await tab.front();
      await native().addressBar('sl oreshnik', 1);
      await eventually('the report is open', async () =>
        /^https:\/\/kyivindependent\.com\//.test(await tab.evaluate<string>('location.href')),
      );
      await tab.close();
    });

    it('the context menu of the page pins it, and finds related reports', async () => {
      const tab = await session.now().browser.newTab(demoPages.app);
      const before = (await pins()).length;
      await native().chooseFromMenu(tab, await emptyPlace(tab), 'Pin this page');
      await eventually('the page is pinned', async () => (await pins()).length === before + 1);
      await native().chooseFromMenu(tab, await emptyPlace(tab), 'Find related reports');
      const popup = await session.now().browser.openedPopup();
      await readRows(popup);
      await popup.close();
      await tab.close();
    });

    it('the context menu of the page turns Sidelight off on its site', async () => {
      const { browser } = session.now();
      const tab = await browser.newTab(demoPages.german);
      const host = new URL(demoPages.german).host;
      await native().chooseFromMenu(tab, await emptyPlace(tab), 'Turn Sidelight off on this site');
      await eventually('the site is off', async () =>
        (await ask<{ blockedSites: string[] }>(browser, 'getSettings')).blockedSites.includes(host),
      );
      const popup = await browser.openPopup(tab);
      expect((await readPopup(popup)).title).toMatch(/^Off on this site/);
      await popup.close();
      await ask(browser, 'setSite', { host, rule: 'none' });
      await tab.close();
    });

    it('the context menu of a selection searches for its words', async () => {
      await article.front();
      await article.evaluate(`(() => {
        const heading = document.querySelector('h1');
        getSelection().selectAllChildren(heading);
      })()`);
      await native().chooseFromMenu(article, await middleOf(article, 'h1'), 'Find related reports');
      await searchedFor(await article.evaluate<string>(`document.querySelector('h1').textContent.trim()`));
      await article.evaluate('getSelection().removeAllRanges()');
    });

    it('the context menu of a link searches for its text (Firefox), or for the words of its address (Chromium tells no text)', async () => {
      const tab = await session.now().browser.newTab(demoPages.guide);
      const link = `a[href="${demoPages.first}"]`;
      const text = await tab.evaluate<string>(`document.querySelector(${JSON.stringify(link)}).textContent.trim()`);
      await native().chooseFromMenu(tab, await middleOf(tab, link), 'Find related reports');
      await searchedFor(name === 'firefox' ? text : (wordsOfAddress(demoPages.first) ?? ''));
      await tab.close();
    });

    it('the browser’s question, which may close the popup, loses nothing that was chosen there', async () => {
      const { browser } = session.now();
      const host = new URL(demoPages.first).host;
      const choose = async (allow: boolean) => {
        const popup = await browser.openPopup(article);
        await readRows(popup);
        await clickNode(popup, 'button', 'Settings for this site');
        await clickNode(popup, 'button', /^On sites I choose/);
        await native().answerPermission(allow);
        return popup;
      };
      const refused = await choose(false);
      await pause(500);
      expect(await ask(browser, 'getSettings')).toMatchObject({ mode: 'on-click', sites: [], grantedHosts: [] });
      await refused.close();
      const granted = await choose(true);
      const settings = () => ask<{ mode: string; sites: string[] }>(browser, 'getSettings');
      await eventually('the site is chosen', async () => (await settings()).sites.includes(host));
      expect(await settings()).toMatchObject({ mode: 'chosen-sites', permissionMissing: false });
      await granted.close();
      await ask(browser, 'setMode', { mode: 'on-click' });
      await ask(browser, 'setSite', { host, rule: 'none' });
      await browser.revokeHosts([`*://${host}/*`]);
    });

    // The last: it answers the question of the first run.
    it('asked for permission, a no leaves everything as it was and a yes gives it', async () => {
      const { browser } = session.now();
      const welcome = await browser.findTab(`${browser.origin}/welcome.html`);
      if (welcome === null) throw new Error('There is no first-run page.');
      await welcome.front();
      await clickNode(welcome, 'radio', /^On every site/);
      await clickNode(welcome, 'button', 'Start reading');
      await native().answerPermission(false);
      await eventually('the page says that it was not granted', async () =>
        /did not grant it/.test(await welcome.evaluate<string>('document.body.innerText')),
      );
      expect(await ask(browser, 'getSettings')).toMatchObject({ mode: 'on-click', grantedHosts: [] });
      await clickNode(welcome, 'button', 'Start reading');
      await native().answerPermission(true);
      await findNode(welcome, 'heading', 'You are set');
      expect(await ask(browser, 'getSettings')).toMatchObject({ mode: 'every-site', permissionMissing: false });
      const tab = await browser.newTab(demoPages.first);
      await eventually('a number on the badge', async () => (await browser.toolbarButton(tab)).badge || null);
    });
  });

  /** Waits for the library's search with these words in its field, and results; then closes it. */
  async function searchedFor(words: string): Promise<void> {
    const library = await session.now().browser.findTab(`${session.now().browser.origin}/library.html`);
    if (library === null) throw new Error('The library did not open.');
    await eventually(
      'the words are in the field',
      async () => (await library.evaluate<string>(`document.querySelector('input[type=search]')?.value ?? ''`)) === words,
    );
    await library.close();
  }

  function middleOf(tab: Tab, selector: string): Promise<{ x: number; y: number }> {
    return tab.evaluate(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = element.getClientRects()[0];
      return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
    })()`);
  }

  /** A place of the page with neither a link nor a selection under it. */
  function emptyPlace(tab: Tab): Promise<{ x: number; y: number }> {
    return tab.evaluate(`(() => {
      getSelection().removeAllRanges();
      return { x: 6, y: Math.round(innerHeight / 2) };
    })()`);
  }
});
