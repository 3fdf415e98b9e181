import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../demo/server.ts';
import { clickNode, findNode } from '../support/accessible-tree.ts';
import { eventually } from '../support/eventually.ts';
import { readRows } from '../support/pages/popup.ts';
import { addDemoPack, ask, BROWSERS, chooseSites, indexReady, type Session, startSession } from '../support/session.ts';

interface Status {
  articles: number;
  reporters: number;
  outlets: number;
  sampleArticles: number;
}

describe.each(BROWSERS)('what is followed, and the starter pack, in %s', (name) => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession(name);
    await indexReady(session.browser);
    await chooseSites(session.browser, demoHosts);
  });
  afterAll(() => session?.close());

  const status = () => ask<Status>(session.browser, 'getIndexStatus');

  it('reports of a followed topic that came since are said in the badge’s title, until they were looked at', async () => {
    const { browser } = session;
    expect(await ask(browser, 'follow', { id: '#topic:oreshnik', followed: true })).toMatchObject({ followed: true });
    await addDemoPack(browser);
    const tab = await browser.newTab(demoPages.first);
    const title = await eventually('the title counts what is new', async () => {
      const shown = (await browser.toolbarButton(tab)).title;
      return /new from what you follow: [1-9]/.test(shown) ? shown : null;
    });
    expect(title).toMatch(/^Sidelight: \d+ related reports; new from what you follow: \d+$/);
    const popup = await browser.openPopup(tab);
    const { rows } = await readRows(popup);
    expect(rows.some(({ text }) => /New · you follow Oreshnik/.test(text))).toBe(true);
    await popup.close();
    await tab.close();
    const library = await browser.openPage('library.html#followed');
    await findNode(library, 'heading', 'Followed');
    await library.close();
  });

  it('the starter pack is removed exactly: its reports go, what another pack holds stays, and it does not come back', async () => {
    const { browser } = session;
    const before = await status();
    const own = before.articles - before.sampleArticles;
    expect(own).toBeGreaterThan(0);
    const library = await browser.openPage('library.html#data');
    await clickNode(library, 'button', 'Remove the pack “Sidelight starter pack”');
    await findNode(library, 'group', 'Remove “Sidelight starter pack”?');
    expect(await library.evaluate<string>(`document.querySelector('fieldset.preview').innerText`)).toContain(
      `This takes away ${own} report`,
    );
    await library.evaluate(`document.querySelector('fieldset.preview button').click()`);
    await eventually('its reports are gone', async () => (await status()).articles === before.sampleArticles, 30_000);
    expect(await status()).toMatchObject({ sampleArticles: before.sampleArticles });
    await library.close();
    await browser.killBackground();
    expect(await status()).toMatchObject({ articles: before.sampleArticles });
    const again = await browser.openPage('library.html#data');
    await findNode(again, 'heading', 'Add a pack file');
    await eventually('only the other pack is listed', async () => /Demo/i.test(await again.evaluate<string>('document.body.innerText')));
    expect(await again.evaluate<boolean>(`document.body.innerText.includes('Sidelight starter pack')`)).toBe(false);
    await again.close();
  });
});
