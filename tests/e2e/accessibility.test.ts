import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../demo/server.ts';
import { accessibleTree, axeFaults, findNode } from '../support/accessible-tree.ts';
import type { Surface } from '../support/browser-under-test.ts';
import { eventually } from '../support/eventually.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { ask, BROWSERS, chooseSites, indexReady, type Session, startSession } from '../support/session.ts';

const PAGES: [string, string][] = [
  ['first run', 'welcome.html'],
  ['pins', 'library.html#pins'],
  ['activity', 'library.html#activity'],
  ['data', 'library.html#data'],
  ['settings', 'library.html#settings'],
];

describe.each(BROWSERS)('accessibility in %s', (name) => {
  let session: Session;

  beforeAll(async () => {
    session = await startSession(name);
    await indexReady(session.browser);
    await chooseSites(session.browser, demoHosts);
  });
  afterAll(() => session?.close());

  describe.each(['light', 'dark'] as const)('axe finds nothing in %s', (scheme) => {
    it.each(PAGES)('on the page %s', async (_name, path) => {
      const page = await session.browser.openPage(path);
      await page.colourScheme(scheme);
      await findNode(page, 'heading', /./);
      expect(await axeFaults(page)).toEqual([]);
      await page.close();
    });

    it.each([
      ['with reports', demoPages.first],
      ['without a match', demoPages.unmatched],
      ['on no article', demoPages.short],
      ['on an empty page', demoPages.empty],
    ])('in the popup %s', async (_what, url) => {
      const { browser } = session;
      const tab = await browser.newTab(url);
      const popup = await browser.openPopup(tab);
      await popup.colourScheme(scheme);
      await readPopup(popup);
      expect(await axeFaults(popup)).toEqual([]);
      await popup.close();
      await tab.close();
    });
  });

  it('the popup has one main heading, and every button and link a name', async () => {
    const popup = await openFirst();
    const tree = await accessibleTree(popup);
    expect(tree.filter(({ level }) => level === 1)).toHaveLength(1);
    expect(tree.filter(({ role, name: label }) => ['button', 'link', 'switch', 'searchbox'].includes(role) && label === '')).toEqual([]);
    await popup.close();
  });

  it('everything the popup offers can be reached with Tab', async () => {
    const popup = await openFirst();
    const wanted = (await accessibleTree(popup)).filter(
      ({ role, states }) => (role === 'button' || role === 'link') && !states.includes('disabled'),
    );
    const missing = new Set(wanted.map(({ role, name: label }) => `${role} ${label}`));
    // Evidence opens under the topic that has the focus, with tab stops of its own.
    for (let step = 0; step < 3 * wanted.length && missing.size > 0; step += 1) {
      await popup.press('Tab');
      const focused = (await accessibleTree(popup)).find(({ states }) => states.includes('focused'));
      if (focused) missing.delete(`${focused.role} ${focused.name}`);
    }
    expect([...missing]).toEqual([]);
    await popup.close();
  });

  it('find, why, pin, unpin and search by keyboard alone', async () => {
    const popup = await openFirst();
    await popup.press('j');
    await eventually('the first report has the focus', () => popup.evaluate<boolean>(`!!document.activeElement.closest('[data-report]')`));
    await popup.press('w');
    await eventually('the reason is open', async () =>
      (await accessibleTree(popup)).some(
        ({ name: label, states }) => label.startsWith('Why this report') && states.includes('expanded=true'),
      ),
    );
    await popup.press('p');
    await eventually('it is pinned', async () => (await ask<unknown[]>(session.browser, 'listPins')).length === 1);
    await popup.press('p');
    await eventually('it is unpinned', async () => (await ask<unknown[]>(session.browser, 'listPins')).length === 0);
    await popup.press('/');
    await findNode(popup, 'searchbox', /./);
    for (const letter of 'oreshnk') await popup.press(letter);
    await eventually('the misspelt search finds the report', async () =>
      /China denies helping Russia/.test(await popup.evaluate<string>('document.body.innerText')),
    );
    await popup.press('Escape');
    await eventually('the search is closed', async () => !(await accessibleTree(popup)).some(({ role }) => role === 'searchbox'));
    await popup.press('?');
    await findNode(popup, 'dialog', /./);
    await popup.close();
  });

  async function openFirst(): Promise<Surface> {
    const tab = await session.browser.newTab(demoPages.first);
    const popup = await session.browser.openPopup(tab);
    await readRows(popup);
    return popup;
  }
});
