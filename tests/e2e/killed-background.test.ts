import { describe, expect, it } from 'vitest';
import { demoPages } from '../../demo/server.ts';
import { clickNode, findNode } from '../support/accessible-tree.ts';
import type { Surface } from '../support/browser-under-test.ts';
import { eventually } from '../support/eventually.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { ask, BROWSERS, indexReady, sharedSession, startSession } from '../support/session.ts';

describe.each(BROWSERS)('the background killed before every step, in %s', (name) => {
  // A second try of the first test needs a browser in its first run.
  const session = sharedSession(async () => {
    const started = await startSession(name);
    await indexReady(started.browser);
    return started;
  });

  it('first run, badge, popup, pin, library and panel work all the same', { timeout: 120_000 }, async () => {
    const { browser } = session.now();
    const { killBackground } = browser;
    const pins = () => ask<{ state: string; article: { headline: string } }[]>(browser, 'listPins');

    const welcome = await browser.findTab(`${browser.origin}/welcome.html`);
    if (welcome === null) throw new Error('There is no first-run page.');
    await welcome.front();
    await browser.approveHosts(['*://*/*']);
    await killBackground();
    await clickNode(welcome, 'radio', /^On every site/);
    await killBackground();
    await clickNode(welcome, 'button', 'Start reading');
    await findNode(welcome, 'heading', 'You are set');
    expect(await ask(browser, 'getSettings')).toMatchObject({ mode: 'every-site', permissionMissing: false, firstRunDone: true });

    await killBackground();
    const article = await browser.newTab(demoPages.first);
    const badge = await eventually('a number on the badge', async () => (await browser.toolbarButton(article)).badge || null);

    await killBackground();
    const popup = await browser.openPopup(article);
    const { rows } = await readRows(popup);
    expect(String(rows.length)).toBe(badge);

    await killBackground();
    await popup.press('p');
    await eventually('the pin is stored', async () => (await pins()).length === 1 || (await complaint(popup)));
    await killBackground();
    expect((await readPopup(popup)).rows[0]?.pinned).toBe(true);

    await killBackground();
    await clickNode(popup, 'button', 'Library');
    const library = await browser.findTab(`${browser.origin}/library.html`);
    if (library === null) throw new Error('The library did not open.');
    const headline = rows[0]?.headline ?? '';
    await findNode(library, 'link', headline);
    await killBackground();
    await clickNode(library, 'button', `Pin: ${headline}`);
    await eventually('it is unpinned', async () => (await pins()).length === 0);
    await killBackground();
    await clickNode(library, 'button', 'Undo');
    await eventually('it is back', async () => (await pins()).length === 1);
    await killBackground();
    await clickNode(library, 'link', 'Search');
    await findNode(library, 'searchbox', /./);
    await library.evaluate(`document.querySelector('input[type=search]').focus()`);
    for (const letter of 'oreshnik') await library.press(letter);
    await findNode(library, 'link', 'China denies helping Russia produce Oreshnik missiles');
    await library.close();

    await killBackground();
    const panel = await browser.openPanel(article);
    expect((await readRows(panel)).rows.map((row) => row.headline)).toEqual(rows.map((row) => row.headline));
    await killBackground();
    const next = await browser.newTab(demoPages.ukrainian);
    await eventually('the panel shows the next page', async () => {
      const shown = await readPopup(panel);
      return shown.rows.length > 0 && String(shown.rows.length) === (await browser.toolbarButton(next)).badge;
    });
  });

  it('after a restart, the mode chosen in the first run and the pin are there, and the badge comes by itself', async () => {
    const { browser } = session.now();
    const pinned = await pinnedHeadlines();
    expect(pinned).toHaveLength(1);
    await browser.restart();
    expect(await pinnedHeadlines()).toEqual(pinned);
    expect(await ask(browser, 'getSettings')).toMatchObject({ mode: 'every-site', permissionMissing: false, firstRunDone: true });
    const article = await browser.newTab(demoPages.first);
    await eventually('a number on the badge', async () => (await browser.toolbarButton(article)).badge || null);
    const popup = await browser.openPopup(article);
    expect((await readRows(popup)).rows[0]).toMatchObject({ headline: pinned[0], pinned: true });
    await popup.close();
  });

  async function pinnedHeadlines(): Promise<string[]> {
    return (await ask<{ article: { headline: string } }[]>(session.now().browser, 'listPins')).map((pin) => pin.article.headline);
  }
});

/** Fails with what a surface tells of trouble, which says more than that something did not happen. */
async function complaint(surface: Surface): Promise<false> {
  const said = await surface.evaluate<string>(
    `[...document.querySelectorAll('[role=alert], [role=status]')].map((each) => each.innerText).join(' ')`,
  );
  if (said.trim() !== '') throw new Error(`it says: ${said}`);
  return false;
}
