import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../demo/server.ts';
import { accessibleTree, axeFaults, chooseFile, clickNode, findNode, focusedNode } from '../support/accessible-tree.ts';
import type { BrowserUnderTest, Surface, Tab } from '../support/browser-under-test.ts';
import { eventually } from '../support/eventually.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { ask, BROWSERS, choosePack, chooseSites, indexReady, type Session, share, startSession } from '../support/session.ts';

type Steps = (surface: Surface) => Promise<unknown>;

const found =
  (role: string, name: string | RegExp): Steps =>
  (surface) =>
    findNode(surface, role, name);
const clicked =
  (name: string | RegExp, role: string, then: string | RegExp): Steps =>
  async (surface) => {
    await clickNode(surface, 'button', name);
    await findNode(surface, role, then);
  };
const typed =
  (text: string): Steps =>
  async (surface) => {
    await findNode(surface, 'searchbox', /./);
    await surface.evaluate(`document.querySelector('input[type=search]').focus()`);
    for (const letter of text) await surface.press(letter);
    await eventually('the search finds the report', async () =>
      /China denies helping Russia/.test(await surface.evaluate<string>('document.body.innerText')),
    );
  };

/** Pages of ours: name, address, what is done and waited for. */
const PAGES: [string, string, Steps][] = [
  ['first run', 'welcome.html', found('button', 'Start reading')],
  ['search', 'library.html#search', found('searchbox', /./)],
  ['search with results', 'library.html#search', typed('oreshnik')],
  ['pins', 'library.html#pins', found('heading', 'Pins')],
  ['sources, one without permission', 'library.html#sources', found('button', 'Allow Harbour Times')],
  ['activity', 'library.html#activity', found('heading', 'None was made')],
  ['data', 'library.html#data', found('heading', 'Restore')],
  ['the preview of a pack', 'library.html#data', (page) => choosePack(page as Tab).then(() => findNode(page, 'button', 'Add it'))],
  [
    'a file that is no pack',
    'library.html#data',
    async (page) => {
      await findNode(page, 'heading', 'Restore');
      await chooseFile(page, 'input[type=file]', 'note.txt', 'a note\n');
      await eventually('it says so', async () => /no Sidelight pack/.test(await page.evaluate<string>('document.body.innerText')));
    },
  ],
  ['settings', 'library.html#settings', found('heading', 'Keys')],
];

/** States of the popup and the panel on an article, and how a reader gets there. */
const ON_AN_ARTICLE: [string, Steps][] = [
  ['reports', (surface) => readRows(surface)],
  ['evidence of a topic', clicked('Oreshnik', 'region', 'Where this page names Oreshnik')],
  ['a reason', clicked(/^Why this report: /, 'button', /^Why this report: /)],
  ['the menu', clicked('Settings for this site', 'dialog', 'Settings for this site')],
  ['the keys', clicked('Keys', 'dialog', /./)],
  ['a search', (surface) => clickNode(surface, 'button', 'Search your index').then(() => typed('oreshnik')(surface))],
  ['a reporter', clicked('Martin Fornusek', 'dialog', /./)],
];

const GERMAN = new URL(demoPages.german).host;

/** Pages of other states: name, address, what the popup says, and what is done before the page is opened and undone after. */
const OTHER_PAGES: [string, string, RegExp, ((browser: BrowserUnderTest) => Promise<() => Promise<unknown>>)?][] = [
  ['without a match', demoPages.unmatched, /^No related reports/],
  ['on no article', demoPages.short, /^No article here/],
  ['on an empty page', demoPages.empty, /This page cannot be read/],
  [
    'where the permission was taken back',
    demoPages.german,
    /The browser no longer lets Sidelight look/,
    async (browser) => {
      await browser.revokeHosts([`*://${GERMAN}/*`]);
      return () => browser.grantHosts([`*://${GERMAN}/*`]);
    },
  ],
  [
    'on a site that is switched off',
    demoPages.german,
    /^Off on this site/,
    async (browser) => {
      await ask(browser, 'setSite', { host: GERMAN, rule: 'blocked' });
      return () => ask(browser, 'setSite', { host: GERMAN, rule: 'chosen' });
    },
  ],
];

/** What a page looks like in forced colours is the system's affair but for a few places of ours: at the long size axe looks at it too. */
const SCHEMES = process.env.SIDELIGHT_LONG === '1' ? (['dark', 'forced', 'light'] as const) : (['dark', 'light'] as const);

describe.each(BROWSERS)('accessibility in %s', (name) => {
  let session: Session;
  let article: Tab;

  beforeAll(async () => {
    session = await startSession(name);
    await indexReady(session.browser);
    await chooseSites(session.browser, demoHosts);
    // Nobody gave a permission for it: it is there, and nothing is asked of anybody.
    await ask(session.browser, 'addSources', {
      sources: [{ url: 'https://harbour.example/feed', title: 'Harbour Times', siteUrl: null, folders: [] }],
    });
    article = await session.browser.newTab(demoPages.first);
  });
  afterAll(() => session?.close());

  it.each(share(PAGES, name))(
    'axe finds nothing on the page %s, light and dark; it fits 320 px and right to left',
    async (_name, path, steps) => {
      const page = await session.browser.openPage(path);
      await steps(page);
      await expectNoFaults(page);
      await page.resize(320, 700);
      await expectNoSidewaysScrolling(page, '320 px');
      await page.evaluate(`void (document.documentElement.dir = 'rtl')`);
      await expectNoSidewaysScrolling(page, '320 px, right to left');
      await page.close();
    },
  );

  it.each(share(ON_AN_ARTICLE, name))(
    'axe finds nothing in the popup with %s, light and dark; it fits right to left',
    async (_name, steps) => {
      const popup = await openFirst();
      await steps(popup);
      await expectNoFaults(popup);
      await expectRightToLeft(popup);
      await popup.close();
    },
  );

  it.each(share(OTHER_PAGES, name))(
    'axe finds nothing in the popup %s, light and dark; it fits right to left',
    async (_name, url, title, prepare) => {
      const { browser } = session;
      const undo = await prepare?.(browser);
      const tab = await browser.newTab(url);
      const popup = await browser.openPopup(tab);
      await readPopup(popup);
      await eventually(`the popup says ${title}`, async () => {
        const shown = await readPopup(popup);
        return title.test([shown.title, ...shown.headings].join()) || title.test(await popup.evaluate<string>('document.body.innerText'));
      });
      await expectNoFaults(popup);
      await expectRightToLeft(popup);
      await popup.close();
      await tab.close();
      await undo?.();
    },
  );

  it('axe finds nothing in the panel, with reports and where it asks for a click', async () => {
    const { browser } = session;
    const tab = await browser.newTab(demoPages.first);
    const panel = await browser.openPanel(tab);
    await readRows(panel);
    await expectNoFaults(panel);
    await expectRightToLeft(panel);
    await tab.goto('https://www.example.com/');
    await eventually('the panel asks for a click', async () => (await readPopup(panel)).title.startsWith('Not looking yet'));
    await expectNoFaults(panel);
    await expectRightToLeft(panel);
    await panel.close();
    await tab.close();
  });

  it('nothing moves for those who want less motion', async () => {
    const popup = await openFirst();
    await popup.reducedMotion(true);
    const moving = await popup.evaluate<string[]>(`(() => {
      const seconds = (text) => Math.max(...text.split(',').map(parseFloat));
      return [...document.querySelectorAll('*')]
        .filter((one) => seconds(getComputedStyle(one).transitionDuration) > 0.001 || (getComputedStyle(one).animationName !== 'none' && seconds(getComputedStyle(one).animationDuration) > 0.001))
        .map((one) => one.className);
    })()`);
    expect(moving).toEqual([]);
    expect(await popup.evaluate(`matchMedia('(prefers-reduced-motion: reduce)').matches`)).toBe(true);
    await popup.reducedMotion(false);
    await popup.close();
  });

  it('the popup has one main heading, and every button and link a name', async () => {
    const popup = await openFirst();
    const tree = await accessibleTree(popup);
    expect(tree.filter(({ level }) => level === 1)).toHaveLength(1);
    expect(tree.filter(({ role, name: label }) => ['button', 'link', 'switch', 'searchbox'].includes(role) && label === '')).toEqual([]);
    await popup.close();
  });

  const tabbed: [string, () => Promise<Surface>][] = [
    ['first run', () => session.browser.openPage('welcome.html')],
    ['pins', () => session.browser.openPage('library.html#pins')],
    ['data', () => session.browser.openPage('library.html#data')],
    ['settings', () => session.browser.openPage('library.html#settings')],
  ];
  it.each<[string, () => Promise<Surface>]>([['the popup', openFirst], ...share(tabbed, name)])(
    'everything that %s offers can be reached with Tab, and the focus is seen',
    async (_name, open) => {
      const surface = await open();
      await findNode(surface, 'heading', /./);
      const tree = await accessibleTree(surface);
      const wanted = tree.filter(({ role, states }) => (role === 'button' || role === 'link') && !states.includes('disabled'));
      const others = tree.filter(({ role }) => ['checkbox', 'combobox', 'searchbox', 'textbox'].includes(role)).length;
      const missing = new Set(wanted.map(({ role, name: label }) => `${role} ${label}`));
      const unseen: string[] = [];
      // Evidence opens under the topic that has the focus, with tab stops of its own.
      for (let step = 0; step < 3 * wanted.length + others + 10 && missing.size > 0; step += 1) {
        await surface.press('Tab');
        const focused = await focusedNode(surface);
        if (!focused || !missing.delete(`${focused.role} ${focused.name}`)) continue;
        if (!(await surface.evaluate<boolean>(FOCUS_IS_SEEN))) unseen.push(focused.name);
      }
      expect([...missing]).toEqual([]);
      expect(unseen).toEqual([]);
      await surface.close();
    },
  );

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
    // What was typed in an earlier popup is kept, and comes back a moment after the field.
    const kept = await session.browser.inExtension<string>(
      `(globalThis.browser ?? chrome).storage.session.get('draft:search').then((all) => all['draft:search'] ?? '')`,
    );
    await eventually(
      'the words from before are back',
      async () => (await popup.evaluate<string>(`document.querySelector('input[type="search"]').value`)) === kept,
    );
    for (const _letter of kept) await popup.press('Backspace');
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

  it('first run, the menu of a site and a reporter by keyboard alone', async () => {
    const { browser } = session;
    const welcome = await browser.openPage('welcome.html');
    await findNode(welcome, 'radio', /^When I click/);
    await welcome.evaluate(`document.querySelector('input[type=radio]:checked').focus()`);
    await tabTo(welcome, 'button', 'Start reading');
    await welcome.press('Enter');
    await findNode(welcome, 'heading', 'You are set');
    await welcome.close();
    await chooseSites(browser, demoHosts);

    const popup = await openFirst();
    await tabTo(popup, 'button', 'Settings for this site');
    await popup.press('Enter');
    await findNode(popup, 'dialog', 'Settings for this site');
    await popup.press('Escape');
    await eventually('the menu closes and gives the focus back', async () => {
      const focused = await focusedNode(popup);
      return focused?.name === 'Settings for this site';
    });
    await tabTo(popup, 'button', 'Martin Fornusek');
    await popup.press('Enter');
    await eventually('the reporter is shown', async () => (await findNode(popup, 'dialog', /./)).text.includes('Masaryk University'));
    await popup.press('Escape');
    await eventually('the reporter closes', async () => !(await accessibleTree(popup)).some(({ role }) => role === 'dialog'));
    await popup.close();
  });

  async function openFirst(): Promise<Surface> {
    const popup = await session.browser.openPopup(article);
    await readRows(popup);
    return popup;
  }
});

/** What has the focus differs from itself without it: an outline, a border or a shadow. */
const FOCUS_IS_SEEN = `(() => {
  const look = (one) => { const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(one); return JSON.stringify([outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor]); };
  const element = document.activeElement;
  const around = [element, element.parentElement, element.closest('label, article, li')].filter(Boolean);
  const focused = around.map(look).join();
  element.blur();
  const plain = around.map(look).join();
  element.focus({ focusVisible: true });
  return focused !== plain;
})()`;

async function expectNoFaults(surface: Surface): Promise<void> {
  for (const scheme of SCHEMES) {
    await surface.colourScheme(scheme);
    expect({ scheme, faults: await axeFaults(surface, scheme === 'light' ? 'all' : 'colours') }).toEqual({ scheme, faults: [] });
  }
}

async function expectRightToLeft(surface: Surface): Promise<void> {
  await surface.evaluate(`void (document.documentElement.dir = 'rtl')`);
  await expectNoSidewaysScrolling(surface, 'right to left');
}

/** Nothing of the document, nor of a scrolling part in it, is wider than its place. */
async function expectNoSidewaysScrolling(surface: Surface, when: string): Promise<void> {
  const wide = await surface.evaluate<string[]>(`[document.scrollingElement, ...document.querySelectorAll('main, .scroll')]
    .filter((one) => one.scrollWidth > one.clientWidth + 1)
    .map((one) => one.tagName + '.' + one.className + ' ' + one.scrollWidth + ' > ' + one.clientWidth)`);
  expect({ when, wide }).toEqual({ when, wide: [] });
}

async function tabTo(surface: Surface, role: string, name: string): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await surface.press('Tab');
    const focused = await focusedNode(surface);
    if (focused?.role === role && focused.name === name) return;
  }
  throw new Error(`Tab does not reach the ${role} “${name}”.`);
}
