import { expect, it } from 'vitest';
import { demoHosts, demoPages } from '../../../demo/server.ts';
import type { PackRecord } from '../../../lib/packs/types.ts';
import { writePack } from '../../../lib/packs/write.ts';
import { chooseFile, clickNode, findNode } from '../../support/accessible-tree.ts';
import { eventually } from '../../support/eventually.ts';
import { readRows } from '../../support/pages/popup.ts';
import { ask, chooseSites, type SharedSession } from '../../support/session.ts';

interface Status {
  articles: number;
  reporters: number;
  outlets: number;
  sampleArticles: number;
}

/** A report on what the demo's first page is about. Samples are never news. */
const NEWS = {
  type: 'article',
  id: 'news:votkinsk',
  url: 'https://steppe-review.example/votkinsk',
  headline: 'China denies that its machine tools help Russia produce Oreshnik missiles',
  text: 'China rejected reports that it helps Russia to produce the Oreshnik missile. The plant at Votkinsk, which makes the Oreshnik, is said to have bought a carousel lathe from China.',
  language: 'en',
  datePublished: '2026-01-30',
} as PackRecord;

/** What is followed, and the starter pack. The last of a session: that pack is gone after it. */
export function starterPack(session: SharedSession): void {
  const status = () => ask<Status>(session.now().browser, 'getIndexStatus');

  it('reports of a followed topic that came since are said in the badge’s title, until they were looked at', async () => {
    const { browser } = session.now();
    await chooseSites(browser, demoHosts);
    expect(await ask(browser, 'follow', { id: '#topic:oreshnik', followed: true })).toMatchObject({ followed: true });
    const { articles } = await status();
    const data = await browser.openPage('library.html#data');
    await findNode(data, 'heading', 'Add a pack file');
    await chooseFile(data, 'input[type=file]', 'news.pack.ndjson', newsPack());
    await clickNode(data, 'button', 'Add it');
    await eventually('the news are there', async () => (await status()).articles === articles + 1, 30_000);
    await data.close();
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
    const { browser } = session.now();
    const before = await status();
    const library = await browser.openPage('library.html#data');
    await clickNode(library, 'button', 'Remove the pack “Sidelight starter pack”');
    await findNode(library, 'group', 'Remove “Sidelight starter pack”?');
    const preview = await library.evaluate<string>(`document.querySelector('fieldset.preview').innerText`);
    const starterReports = Number(/This takes away (\d+) report/.exec(preview)?.[1]);
    expect(starterReports).toBeGreaterThan(0);
    expect(starterReports).toBeLessThanOrEqual(before.articles - before.sampleArticles);
    await library.evaluate(`document.querySelector('fieldset.preview button').click()`);
    const left = before.articles - starterReports;
    await eventually('its reports are gone', async () => (await status()).articles === left, 30_000);
    expect(await status()).toMatchObject({ sampleArticles: before.sampleArticles });
    await library.close();
    await browser.killBackground();
    expect(await status()).toMatchObject({ articles: left });
    const again = await browser.openPage('library.html#data');
    await findNode(again, 'heading', 'Add a pack file');
    await eventually('only other packs are listed', async () => /Demo/i.test(await again.evaluate<string>('document.body.innerText')));
    expect(await again.evaluate<boolean>(`document.body.innerText.includes('Sidelight starter pack')`)).toBe(false);
    await again.close();
  });
}

function newsPack(): string {
  const pack = writePack([NEWS], { name: 'News', licence: 'Apache-2.0', source: 'Sidelight tests' });
  if (!pack.ok) throw new Error(pack.error.message);
  return pack.value.join('');
}
