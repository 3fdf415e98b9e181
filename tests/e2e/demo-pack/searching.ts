import { expect, it } from 'vitest';
import { demoPages } from '../../../demo/server.ts';
import { accessibleTree, axeFaults, clickNode, findNode } from '../../support/accessible-tree.ts';
import type { BrowserUnderTest, Surface, Tab } from '../../support/browser-under-test.ts';
import type { Chromium } from '../../support/chromium/chromium.ts';
import { eventually } from '../../support/eventually.ts';
import { extensionExpression } from '../../support/firefox/chrome-window.ts';
import type { Firefox } from '../../support/firefox/firefox.ts';
import { readRows } from '../../support/pages/popup.ts';
import { ask, type SharedSession } from '../../support/session.ts';

const ADDON = 'sidelight@sidelight.example';

/** Searching: in the popup, in the library, from the address bar and the context menu. */
export function searching(session: SharedSession): void {
  const browser = () => session.now().browser;

  it('answers in the popup from the first letters of a word, and mends a misspelt one', async () => {
    const article = await browser().newTab(demoPages.first);
    const popup = await browser().openPopup(article);
    await readRows(popup);
    await popup.press('/');
    await findNode(popup, 'searchbox', 'Search your index');
    await typeWords(popup, 'eller');
    await resultsWith(popup, /Port Ellery/);
    await popup.press('ArrowDown');
    await eventually('a result has the focus', async () => (await focused(popup))?.role === 'link');
    await popup.press('k');
    await eventually('the box has the focus', async () => (await focused(popup))?.role === 'searchbox');
    await clearBox(popup);
    await typeWords(popup, 'oreshnkik ');
    await eventually('the corrected word', async () =>
      /Nothing has “oreshnkik”. Showing reports with “oreshnik”. \d+ of \d+ reports\./.test(await note(popup)),
    );
    await popup.close();
    await article.close();
  });

  it('answers in the library: filters, quotes, the count of all, pins with undo', async () => {
    const library = await browser().openPage('library.html#search');
    await findNode(library, 'searchbox', 'Search your index');
    // What was typed in the popup goes on here.
    await eventually('the words of the popup', async () => (await words(library)).startsWith('oreshnkik'));
    await clearBox(library);
    const { articles } = await ask<{ articles: number }>(browser(), 'getIndexStatus');
    await typeWords(library, 'outlet:"harbour courier" lang:en after:2026-01 oresh');
    const rows = await resultsWith(library, /Oreshnik/);
    expect(rows.every((row) => row.includes('Harbour Courier'))).toBe(true);
    expect(await note(library)).toBe(`${rows.length} of ${articles} reports.`);
    await expectNoFaults(library);
    await library.press('ArrowDown');
    await eventually('a result has the focus', async () => (await focused(library))?.role === 'link');
    await library.press('p');
    await eventually('one pin', async () => (await ask<unknown[]>(browser(), 'listPins')).length === 1);
    await library.press('p');
    await eventually('no pin', async () => (await ask<unknown[]>(browser(), 'listPins')).length === 0);
    await eventually('it says so', async () => /Unpinned\./.test(await library.evaluate<string>('document.body.innerText')));
    await library.press('u');
    await eventually('the pin is back', async () => (await ask<unknown[]>(browser(), 'listPins')).length === 1);
    await library.press('/');
    await clearBox(library);
    await typeWords(library, '"lantern goal cup"');
    await findNode(library, 'heading', 'No report in your index has these words.');
    await clearBox(library);
    await findNode(library, 'term', 'lang:uk');
    await expectNoFaults(library);
    await library.close();
  });

  it('opens the library with the words of the address bar', async () => {
    await enterInAddressBar(browser(), 'votkinsk lathe');
    const library = await theLibrary();
    await resultsWith(library, /Votkinsk/);
    expect(await words(library)).toBe('votkinsk lathe');
    await leavesNoTrace(library, 'votkinsk');
    await library.close();
  });

  it('takes the words of a selection and of a link to the library that is open, at any section', async () => {
    const library = await browser().openPage('library.html#activity');
    await findNode(library, 'heading', 'Activity');
    const article = await browser().newTab(demoPages.first);
    await chooseInMenu(browser(), { selectionText: 'carousel lathe' });
    await eventually('the words of the selection', async () => (await words(library)) === 'carousel lathe');
    await resultsWith(library, /lathe/);

    await article.front();
    await chooseInMenu(browser(), { linkUrl: 'https://news.example/x', linkText: 'thousand bodies' });
    await eventually('the words of the link', async () => (await words(library)) === 'thousand bodies');
    await resultsWith(library, /bodies/i);
    await eventually('the library is in front', async () => (await library.evaluate('document.visibilityState')) === 'visible');
    expect(await libraryTabs()).toBe(1);
    await leavesNoTrace(library, 'bodies');
    await article.close();
    await library.close();
  });

  it('shows who a reporter is, from a result, and closes with Escape', async () => {
    const library = await browser().openPage('library.html#search');
    await typeInto(library, 'three questions denial');
    await resultsWith(library, /Three questions/);
    await clickNode(library, 'button', 'Odetta Larkspur');
    const detail = await findNode(library, 'dialog', 'Odetta Larkspur');
    await eventually('the reporter’s reports', async () =>
      (await accessibleTree(library)).some(({ role, name, parent }) => role === 'link' && name !== '' && parent > detail.ref),
    );
    await expectNoFaults(library);
    await clickNode(library, 'button', 'Follow Odetta Larkspur');
    await findNode(library, 'button', /^Following Odetta Larkspur/);
    await library.press('Escape');
    await eventually('the detail is closed', async () => !(await accessibleTree(library)).some(({ role }) => role === 'dialog'));
    expect((await focused(library))?.name).toBe('Odetta Larkspur');
    await library.close();
  });

  function libraryTabs(): Promise<number> {
    return browser().inExtension(`(async () => {
      const { tabs, runtime } = globalThis.browser ?? chrome;
      return (await tabs.query({ url: runtime.getURL('library.html*') })).length;
    })()`);
  }

  async function theLibrary(): Promise<Tab> {
    const tab = await browser().findTab(`${browser().origin}/library.html`);
    if (tab === null) throw new Error('The library did not open.');
    return tab;
  }

  // Neither the address, which history keeps, nor the session's draft holds the words once they were taken.
  async function leavesNoTrace(library: Tab, word: string): Promise<void> {
    expect(await library.evaluate<string>('location.href')).toBe(`${browser().origin}/library.html#search`);
    const kept = await browser().inExtension<string>(
      `(globalThis.browser ?? chrome).storage.session.get('draft:search').then((all) => JSON.stringify(all))`,
    );
    expect(kept).not.toContain(word);
  }
}

async function expectNoFaults(surface: Surface): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await surface.colourScheme(scheme);
    expect(await axeFaults(surface), scheme).toEqual([]);
  }
}

async function typeWords(surface: Surface, text: string): Promise<void> {
  for (const character of text) await surface.press(character === ' ' ? 'Space' : character);
  // The view says that its answer is an earlier one only after it was drawn with the last letter.
  await surface.evaluate(
    `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true), 50))))`,
  );
}

async function typeInto(surface: Surface, text: string): Promise<void> {
  await findNode(surface, 'searchbox', 'Search your index');
  await typeWords(surface, text);
}

/** Empties the search box with keys. */
async function clearBox(surface: Surface): Promise<void> {
  await surface.evaluate(`document.querySelector('input[type=search]').select()`);
  await surface.press('Backspace');
  await eventually('the box is empty', async () => (await words(surface)) === '');
}

function words(surface: Surface): Promise<string> {
  return surface.evaluate<string>(`document.querySelector('input[type=search]')?.value ?? ''`);
}

async function note(surface: Surface): Promise<string> {
  return eventually('the count of results', () =>
    surface.evaluate<string>(`document.querySelector('.search-note[role=status]')?.textContent ?? ''`),
  );
}

/** Waits for results of which the first speaks of what is wanted; answers all as people read them. */
function resultsWith(surface: Surface, wanted: RegExp): Promise<string[]> {
  return eventually(`results with ${wanted}`, async () => {
    // Asked first: what is read while it is busy, and is not a moment later, belongs to the letters before.
    if ((await surface.evaluate(`document.querySelector('[aria-busy=true]') !== null`)) === true) return null;
    const tree = await accessibleTree(surface);
    const rows = tree.filter(({ role }) => role === 'article').map(({ text }) => text);
    return wanted.test(rows[0] ?? '') ? rows : null;
  });
}

async function focused(surface: Surface) {
  return (await accessibleTree(surface)).find(({ states }) => states.includes('focused'));
}

/** The address-bar keyword, as the browser tells the background of it: no test can type into the address bar itself. */
async function enterInAddressBar(browser: BrowserUnderTest, text: string): Promise<void> {
  if (browser.name === 'chromium') {
    await inWorker(browser as Chromium, `chrome.omnibox.onInputEntered.dispatch(${JSON.stringify(text)}, 'currentTab')`);
  } else {
    const emit = `${extensionExpression(ADDON)}.emit('webext-omnibox-input-entered', ${JSON.stringify(text)}, 'currentTab')`;
    await (browser as Firefox).chrome().evaluate(`void ${emit}`);
  }
}

/** "Find related reports" of the context menu, on the tab in front. */
async function chooseInMenu(browser: BrowserUnderTest, info: object): Promise<void> {
  const choice = JSON.stringify({ menuItemId: 'find-related', editable: false, pageUrl: demoPages.first, ...info });
  if (browser.name === 'chromium') {
    await inWorker(
      browser as Chromium,
      `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.contextMenus.onClicked.dispatch(${choice}, tab))`,
    );
  } else {
    const emit = `${extensionExpression(ADDON)}.emit('webext-menu-menuitem-click', ${choice}, gBrowser.selectedTab)`;
    await (browser as Firefox).chrome().evaluate(`void ${emit}`);
  }
}

async function inWorker(browser: Chromium, expression: string): Promise<void> {
  // Any question wakes a worker that sleeps.
  await ask(browser, 'getSettings');
  const isOurs = (url: string) => url.startsWith(`${browser.origin}/`);
  const target = await browser.raw().waitForTarget((one) => one.type() === 'service_worker' && isOurs(one.url()), { timeout: 10_000 });
  const worker = await target.worker();
  if (worker === null) throw new Error('The background cannot be reached.');
  await worker.evaluate(`Promise.resolve(${expression}).then(() => true)`);
}
