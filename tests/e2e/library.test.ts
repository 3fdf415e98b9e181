import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../demo/server.ts';
import type { Settings } from '../../lib/core/user-data.ts';
import { accessibleTree, chooseFile, clickNode, findNode } from '../support/accessible-tree.ts';
import type { Surface, Tab } from '../support/browser-under-test.ts';
import { eventually, pause } from '../support/eventually.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { addDemoPack, ask, BROWSERS, chooseSites, indexReady, type Session, startSession } from '../support/session.ts';

interface Status {
  articles: number;
  sampleArticles: number;
}

/** A backup of settings and one row. */
function backupOf(settings: object, table: string, row: object): string {
  const lines = [
    { table: 'settings', row: { id: 'settings', ...settings } },
    { table, row },
  ].map((line) => `${JSON.stringify(line)}\n`);
  const sha256 = createHash('sha256').update(lines.join('')).digest('hex');
  return `${JSON.stringify({ format: 'sidelight-backup', version: 2, counts: { settings: 1, [table]: 1 }, sha256 })}\n${lines.join('')}`;
}

describe.each(BROWSERS)('library and panel in %s', (name) => {
  let session: Session;
  let article: Tab;

  beforeAll(async () => {
    session = await startSession(name);
    await indexReady(session.browser);
    await chooseSites(session.browser, demoHosts);
    article = await session.browser.newTab(demoPages.first);
  });
  afterAll(() => session?.close());

  const status = () => ask<Status>(session.browser, 'getIndexStatus');
  const pins = () => ask<{ id: string; tags: string[]; article: { headline: string } }[]>(session.browser, 'listPins');
  const textOf = (page: Tab) => page.evaluate<string>('document.body.innerText');

  it('a pack is previewed, added, counted by the badge, and its samples go in one click', async () => {
    const { browser } = session;
    const before = await status();
    await addDemoPack(browser);
    const after = await status();
    expect(after.sampleArticles).toBeGreaterThanOrEqual(60);
    expect(after.articles).toBe(before.articles + after.sampleArticles);
    const tab = await browser.newTab(demoPages.first);
    const badge = await eventually('a number on the badge', async () => (await browser.toolbarButton(tab)).badge || null);
    const popup = await browser.openPopup(tab);
    const shown = await readRows(popup);
    expect(String(shown.rows.length)).toBe(badge);
    expect(shown.rows.filter(({ text }) => /\bsample\b/.test(text)).length).toBe(
      shown.rows.filter(({ text }) => !text.includes('The Kyiv Independent')).length,
    );
    await clickNode(popup, 'button', 'Remove samples');
    await eventually('the samples are gone', async () => (await status()).sampleArticles === 0, 20_000);
    expect(await status()).toMatchObject({ articles: before.articles });
    await popup.close();
    await tab.close();
  });

  it('pins are listed, found by title, and unpinned with undo', async () => {
    const { browser } = session;
    const popup = await browser.openPopup(article);
    const { rows } = await readRows(popup);
    await popup.press('p');
    await eventually('the pin is stored', async () => (await pins()).length === 1);
    await popup.close();
    const headline = rows[0]?.headline ?? '';
    const page = await browser.openPage('library.html#pins');
    await findNode(page, 'link', headline);
    await page.evaluate(`document.querySelector('input[type=search]').focus()`);
    for (const letter of 'zzz') await page.press(letter);
    await eventually('no pin matches', async () => (await textOf(page)).includes('No pin has these words'));
    for (let i = 0; i < 3; i += 1) await page.press('Backspace');
    await clickNode(page, 'button', `Pin: ${headline}`);
    await eventually('it is unpinned', async () => (await pins()).length === 0);
    await clickNode(page, 'button', 'Undo');
    await eventually('it is back', async () => (await pins()).length === 1);
    await page.close();
  });

  it('a note is written in two tabs at once, and goes to the trash and back with pins that are chosen together', async () => {
    const { browser } = session;
    const popup = await browser.openPopup(article);
    await readRows(popup);
    for (const key of 'jjp') await popup.press(key);
    await eventually('two pins', async () => (await pins()).length === 2);
    await popup.close();
    const [one, other] = [await pinsPage(), await pinsPage()];
    await openNote(one);
    await openNote(other);
    const field = (page: Tab) => page.evaluate<string | null>(`document.querySelector('textarea')?.value ?? null`);
    const row = (page: Tab) => page.evaluate<string>(`document.querySelector('.pin-note')?.textContent ?? ''`);

    for (const letter of 'why') await other.press(letter);
    await other.press('Escape');
    await clickNode(other, 'button', 'Undo');
    await eventually('the note is taken back', async () => (await row(other)) === '');
    await openNote(other);
    expect(await field(other)).toBe('');
    for (const letter of 'why') await other.press(letter);
    await other.press('Escape');
    await eventually('the note is kept', async () => (await row(other)) === 'why');
    // As in a window beside the other one: nothing made this tab look again.
    await one.evaluate(`(() => {
      const area = document.querySelector('textarea');
      area.value = 'stale';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    })()`);
    await eventually('both texts are there', async () => (await field(one)) === 'stale\n\nwhy');
    await openNote(other);
    await eventually('the other tab shows them', async () => (await field(other)) === 'stale\n\nwhy');
    await one.close();

    await other.press('Escape');
    await eventually('they are the note', async () => (await row(other)) === 'stale why');
    await other.press('*');
    await findNode(other, 'region', '2 pins selected');
    await other.evaluate(`document.querySelector('.bulk input').focus()`);
    for (const key of ['a', 'b', 'Enter']) await other.press(key);
    await eventually('both have the tag', async () => (await pins()).every(({ tags }) => tags.join() === 'ab'));
    await clickNode(other, 'button', 'Move to the trash');
    await eventually('no pin is left', async () => (await pins()).length === 0);
    await other.evaluate(`location.hash = 'trash'`);
    await eventually('the trash shows the note', async () => (await row(other)) === 'stale why');
    for (const left of [1, 0]) {
      await clickNode(other, 'button', /^Put back:/);
      await eventually(
        'one less',
        async () => (await other.evaluate<number>(`document.querySelectorAll('[data-trashed]').length`)) === left,
      );
    }
    expect((await pins()).map(({ tags }) => tags)).toEqual([['ab'], ['ab']]);
    await other.evaluate(`location.hash = 'pins'`);
    await eventually('the note is back', async () => (await row(other)) === 'stale why');
    await other.close();
  });

  /** The two pins in a tab of their own. */
  async function pinsPage(): Promise<Tab> {
    const page = await session.browser.openPage('library.html#pins');
    await findNode(page, 'status', '2 pins');
    return page;
  }

  async function openNote(page: Tab): Promise<void> {
    await page.evaluate(`document.querySelector('[data-pin] a[data-headline]').focus()`);
    await page.press('n');
    await eventually('the note is open', () => page.evaluate(`document.activeElement?.tagName === 'TEXTAREA'`));
  }

  it('a backup is restored with its settings, shows which site needs permission, and is taken back', async () => {
    const { browser } = session;
    const before = await ask<Settings>(browser, 'getSettings');
    const kept = (await pins()).map(({ id }) => id);
    const settings = { mode: 'chosen-sites', sites: ['elsewhere.example'], blockedSites: [], showBadge: true, firstRunDone: true };
    const page = await browser.openPage('library.html#data');
    await findNode(page, 'heading', 'Restore');
    await chooseFile(
      page,
      'input[accept=".ndjson,.jsonl,application/x-ndjson"]',
      'backup.ndjson',
      backupOf(settings, 'followed', { id: '@someone' }),
    );
    await clickNode(page, 'radio', 'Use the backup’s in place of mine');
    await clickNode(page, 'button', 'Restore these');
    await eventually('it says which permission is missing', async () => (await textOf(page)).includes('1 site needs your permission'));
    expect(await ask<Settings>(browser, 'getSettings')).toMatchObject({ ...settings, missingHosts: ['elsewhere.example'] });
    expect((await pins()).map(({ id }) => id)).toEqual(kept);
    await clickNode(page, 'button', 'Undo');
    await eventually(
      'the settings are back',
      async () => (await ask<Settings>(browser, 'getSettings')).sites.length === before.sites.length,
    );
    expect(await ask<Settings>(browser, 'getSettings')).toMatchObject({ mode: before.mode, sites: before.sites });
    await page.close();
  });

  // A key that the browser keeps for itself, or that another command has, is left out without a word.
  it('every suggested key is really assigned', async () => {
    const commands = await session.browser.inExtension<{ name: string; shortcut: string }[]>(
      '(globalThis.browser ?? chrome).commands.getAll()',
    );
    expect(Object.fromEntries(commands.map((command) => [command.name, command.shortcut]))).toEqual({
      _execute_action: 'Alt+Shift+L',
      'open-panel': 'Alt+Shift+U',
      'pin-page': 'Alt+Shift+K',
      'save-page': 'Alt+Shift+Y',
    });
  });

  it('no request was ever made, and Activity says so', async () => {
    const page = await session.browser.openPage('library.html#activity');
    await eventually('it says so', async () => (await textOf(page)).includes('Sidelight has made no network request'));
    await page.close();
  });

  it('the panel shows the same reports as the popup and follows the tab', async () => {
    const { browser } = session;
    const popup = await browser.openPopup(article);
    const inPopup = await readRows(popup);
    await popup.close();
    const panel = await browser.openPanel(article);
    const inPanel = await readRows(panel);
    expect(inPanel.rows.map(({ headline }) => headline)).toEqual(inPopup.rows.map(({ headline }) => headline));
    const other = await browser.newTab(demoPages.unmatched);
    await eventually('the panel has moved on', async () => (await readPopup(panel)).title.startsWith('No related reports'));
    await article.front();
    await eventually('the panel is back', async () => (await readPopup(panel)).rows.length === inPopup.rows.length);
    expect((await accessibleTree(panel)).filter(({ level }) => level === 1)).toHaveLength(1);
    await other.close();
    await panel.close();
  });

  it('when I click, the panel never shows the results of another tab', async () => {
    const { browser } = session;
    await ask(browser, 'setMode', { mode: 'on-click' });
    await browser.revokeHosts(demoHosts.map((host) => `*://${host}/*`));
    const tab = await browser.newTab(demoPages.first);
    const popup = await browser.openPopup(tab);
    await readRows(popup);
    await popup.close();
    const panel = await browser.openPanel(tab);
    await readRows(panel);
    const other = await browser.newTab(demoPages.ukrainian);
    await askedForClick(panel);
    // The same tab goes to another site: nothing of the page before is left, and only a click gives more.
    await other.close();
    await tab.front();
    await eventually('the panel is back', async () => (await readPopup(panel)).rows.length > 0);
    await tab.goto(demoPages.ukrainian);
    await askedForClick(panel);
    expect((await browser.toolbarButton(tab)).badge).toBe('');
    const again = await browser.openPopup(tab);
    const { rows } = await readRows(again);
    await again.close();
    await eventually('after the click the panel shows the new page', async () => (await readPopup(panel)).rows.length === rows.length);
    await panel.close();
    await tab.close();
  });

  it('an anchor and a new state of the page’s history leave badge and panel as they are', async () => {
    const { browser } = session;
    const tab = await browser.newTab(demoPages.first);
    const popup = await browser.openPopup(tab);
    const { rows } = await readRows(popup);
    await popup.close();
    const panel = await browser.openPanel(tab);
    await readRows(panel);
    const anchor = `const link = document.createElement('a'); link.href = '#x'; document.body.append(link); link.click();`;
    for (const deed of [`(() => { ${anchor} })()`, `history.replaceState(1, '')`]) {
      await tab.evaluate(deed);
      // Long enough for the browser to tell, and for the tab to be asked.
      await pause(1_500);
      expect((await browser.toolbarButton(tab)).badge, deed).toBe(String(rows.length));
      expect((await readPopup(panel)).rows.length, deed).toBe(rows.length);
    }
    await tab.goto(demoPages.first);
    await askedForClick(panel);
    expect((await browser.toolbarButton(tab)).badge).toBe('');
    await panel.close();
    await tab.close();
  });

  it('when I click, a story change inside a page leaves no results of the story before, and pins and saves the new one', async () => {
    const { browser } = session;
    const tab = await browser.newTab(demoPages.app);
    const popup = await browser.openPopup(tab);
    await readRows(popup);
    await popup.close();
    const panel = await browser.openPanel(tab);
    await readRows(panel);
    await tab.evaluate(`document.querySelectorAll('a[data-story]')[1].click()`);
    await askedForClick(panel);
    await eventually('the badge is empty', async () => (await browser.toolbarButton(tab)).badge === '');
    const tabId = await browser.inExtension<number>(
      `(globalThis.browser ?? chrome).tabs.query({ active: true, lastFocusedWindow: true }).then(([shown]) => shown.id)`,
    );
    // Neither was read before: both read what is on the screen.
    await ask(browser, 'pinPage', { tabId });
    await ask(browser, 'savePage', { tabId });
    expect((await pins()).map(({ article: { headline } }) => headline)).toContain(await tab.evaluate('document.title'));
    await panel.close();
    await tab.close();
  });

  async function askedForClick(panel: Surface): Promise<void> {
    await eventually('the panel says that the page changed, shows no report and asks for a click', async () => {
      const shown = await readPopup(panel);
      return (
        shown.rows.length === 0 && shown.topics.length === 0 && shown.headings.includes('This is another page, or it was loaded again')
      );
    });
  }
});
