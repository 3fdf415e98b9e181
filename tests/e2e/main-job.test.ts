import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../demo/server.ts';
import { clickNode, findNode } from '../support/accessible-tree.ts';
import type { Tab } from '../support/browser-under-test.ts';
import { eventually, pause } from '../support/eventually.ts';
import { readEvidence, readPopup, readRows } from '../support/pages/popup.ts';
import { ask, BROWSERS, chooseSites, indexReady, type Session, share, startSession } from '../support/session.ts';

describe.each(BROWSERS)('the main job in %s', (name) => {
  let session: Session;
  let article: Tab;
  const browser = () => session.browser;

  beforeAll(async () => {
    session = await startSession(name);
    await indexReady(browser());
  });
  afterAll(() => session?.close());

  const settings = () => ask<{ mode: string; firstRunDone: boolean; grantedHosts: string[] }>(browser(), 'getSettings');

  function badgeOf(tab: Tab): Promise<string> {
    return eventually('a number on the badge', async () => (await browser().toolbarButton(tab)).badge || null);
  }

  it('opens the first-run page once, at install', async () => {
    expect(await browser().findTab(`${browser().origin}/welcome.html`)).not.toBeNull();
  });

  it('first run → when I click, with no permission asked for', async () => {
    const welcome = await browser().findTab(`${browser().origin}/welcome.html`);
    if (welcome === null) throw new Error('There is no first-run page.');
    await welcome.front();
    await clickNode(welcome, 'radio', /^When I click/);
    await clickNode(welcome, 'button', 'Start reading');
    await findNode(welcome, 'heading', 'You are set');
    expect(await settings()).toMatchObject({ mode: 'on-click', firstRunDone: true, grantedHosts: [] });
  });

  it('shows nothing before the first click', async () => {
    article = await browser().newTab(demoPages.first);
    await pause(1_000);
    expect((await browser().toolbarButton(article)).badge).toBe('');
  });

  it('one click leads to topics, reports with reasons and the reporter with his bio', async () => {
    const popup = await browser().openPopup(article);
    const shown = await readRows(popup);
    expect(shown.topics.slice(0, 3)).toEqual(expect.arrayContaining(['Oreshnik', 'China–Russia']));
    const seed = shown.rows.find(({ headline }) => headline === 'China denies helping Russia produce Oreshnik missiles');
    expect(seed?.group).toMatch(/^Same event/);
    expect(seed?.text).toContain('The Kyiv Independent');
    for (const { reason } of shown.rows) expect(reason).toMatch(/[.…]$/);
    expect(seed?.reason).toContain('Oreshnik');
    const reporter = shown.reporters.find(({ name: who }) => who.startsWith('Martin Fornusek'));
    expect(reporter?.text).toContain('Lviv');
    expect(reporter?.text).toContain('Masaryk University');
    expect((await browser().toolbarButton(article)).badge).toBe(String(shown.rows.length));
    await popup.close();
  });

  it('says in words what the badge means', async () => {
    const { badge, title } = await browser().toolbarButton(article);
    expect(title).toMatch(new RegExp(`^Sidelight: ${badge} related reports?$`));
  });

  it('shows where the page names a topic, misspelt caption included', async () => {
    const popup = await browser().openPopup(article);
    await readRows(popup);
    const evidence = await readEvidence(popup, 'Oreshnik');
    expect(evidence).toContain('Oreshnkik');
    expect(evidence).toContain('likely a misspelling');
    await popup.close();
  });

  it('a chip filters the list', async () => {
    const popup = await browser().openPopup(article);
    const all = await readRows(popup);
    await readEvidence(popup, 'Oreshnik');
    const filtered = await readPopup(popup);
    expect(filtered.rows.length).toBeLessThanOrEqual(all.rows.length);
    for (const { reason } of filtered.rows) expect(reason).toContain('Oreshnik');
    await popup.close();
  });

  // Languages are the index's affair: each browser has two of them at the short size.
  const languages: [string, string][] = [
    ['Ukrainian', demoPages.ukrainian],
    ['Russian', demoPages.russian],
    ['Chinese', demoPages.chinese],
    ['German', demoPages.german],
  ];
  it.each(share(languages, name))('finds the English report from a page in %s', async (_language, url) => {
    const tab = await browser().newTab(url);
    const popup = await browser().openPopup(tab);
    const shown = await readRows(popup);
    expect(shown.rows.map(({ headline }) => headline)).toContain('China denies helping Russia produce Oreshnik missiles');
    await popup.close();
    await tab.close();
  });

  it('shows no report for a subject that the index does not hold', async () => {
    const tab = await browser().newTab(demoPages.unmatched);
    const popup = await browser().openPopup(tab);
    const shown = await readPopup(popup);
    expect(shown.rows).toEqual([]);
    expect(shown.headings.join()).toContain('No match in your');
    expect((await browser().toolbarButton(tab)).badge).toBe('');
    await popup.close();
    await tab.close();
  });

  it('a pin made with one key survives the background', async () => {
    const popup = await browser().openPopup(article);
    const { rows } = await readRows(popup);
    await popup.press('p');
    await eventually('the report is pinned', async () => (await readPopup(popup)).rows[0]?.pinned);
    await popup.close();
    await browser().killBackground();
    expect(await pinnedHeadlines()).toEqual([rows[0]?.headline]);
    const reopened = await browser().openPopup(article);
    await eventually('the report is marked as pinned', async () => (await readRows(reopened)).rows[0]?.pinned);
    await reopened.close();
  });

  it('on sites I choose, the badge comes by itself and counts the rows of the popup', async () => {
    await chooseSites(browser(), demoHosts);
    const tab = await browser().newTab(demoPages.first);
    const badge = await badgeOf(tab);
    const popup = await browser().openPopup(tab);
    expect(String((await readRows(popup)).rows.length)).toBe(badge);
    await popup.close();
    await tab.close();
  });

  it('follows a single-page application from story to story', async () => {
    const tab = await browser().newTab(demoPages.app);
    await eventually('the first story is read', async () => (await stateOf(tab))?.headline ?? null);
    const before = (await stateOf(tab))?.headline;
    await tab.evaluate(`document.querySelectorAll('a[data-story]')[1].click()`);
    const after = await eventually('the second story is read', async () => {
      const headline = (await stateOf(tab))?.headline;
      return headline && headline !== before ? headline : null;
    });
    expect(after).toBe(await tab.evaluate('document.title'));
    await tab.close();
  });

  it('keeps the stories apart where an application renews nothing but address and text, and the text comes late', async () => {
    const tab = await browser().newTab(demoPages.appStale);
    await eventually('the first story is read', async () => (await stateOf(tab))?.headline ?? null);
    const first = await savedHere(tab);
    await tab.evaluate(`document.querySelectorAll('a[data-story]')[1].click()`);
    await eventually('the second story is read', async () => (await stateOf(tab))?.headline?.startsWith('Port Ellery'));
    const second = await savedHere(tab);
    expect(second).not.toBe(first);
    const rows = await ask<{ article: { id: string; url: string; datePublished: string | null } }[]>(browser(), 'listSaved');
    const dates = [second, first].map((id) => rows.find(({ article }) => article.id === id)?.article.datePublished?.slice(0, 10));
    expect(dates).toEqual(['2025-10-30', '2026-01-13']);
    await tab.close();
  });

  async function savedHere(tab: Tab): Promise<string> {
    return (await ask<{ articleId: string }>(browser(), 'savePage', { tabId: await idOf(tab) })).articleId;
  }

  async function idOf(tab: Tab): Promise<number> {
    await tab.front();
    const [active] = await browser().inExtension<{ id: number }[]>(
      `(globalThis.browser ?? chrome).tabs.query({ active: true, lastFocusedWindow: true })`,
    );
    return active?.id ?? -1;
  }

  async function stateOf(tab: Tab): Promise<{ headline: string | null } | null> {
    const state = await ask<{ kind: string; page?: { headline: string | null } }>(browser(), 'getPage', { tabId: await idOf(tab) });
    return state.page ?? null;
  }

  async function pinnedHeadlines(): Promise<string[]> {
    return (await ask<{ article: { headline: string } }[]>(browser(), 'listPins')).map((pin) => pin.article.headline);
  }
});
