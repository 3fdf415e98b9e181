import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../lib/packs/types.ts';
import { chooseFile, clickNode, findNode } from '../support/accessible-tree.ts';
import type { Surface } from '../support/browser-under-test.ts';
import { eventually } from '../support/eventually.ts';
import { ask, BROWSERS, indexReady, type Session, startSession } from '../support/session.ts';
import { ARTICLE, OUTLET, REPORTER, signedPackOf, signerOf } from '../unit/packs/records.ts';

const HOST = 'packs.example.com';
const PACK = `https://${HOST}/harbour.pack.ndjson`;
const [ANNA, BERT] = [signerOf(1), signerOf(2)];
const reports = (count: number): ArticleRecord[] =>
  Array.from({ length: count }, (_, at) => ({
    ...ARTICLE,
    id: `article:${at}`,
    url: `https://harbour.example/${at}`,
    headline: `Report ${at} of the harbour`,
  }));
const text = (lines: string[]): string => `${lines.join('\n')}\n`;

describe.each(BROWSERS)('packs in %s', (name) => {
  let session: Session;
  let served = '';

  beforeAll(async () => {
    session = await startSession(name, {
      pages: (host, path) =>
        host === HOST && path === new URL(PACK).pathname
          ? { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: served }
          : null,
    });
    await indexReady(session.browser);
    await session.browser.grantHosts([`*://${HOST}/*`]);
  });
  afterAll(() => session?.close());

  const articles = async () => (await ask<{ articles: number }>(session.browser, 'getIndexStatus')).articles;
  const says = (page: Surface, words: string) =>
    eventually(words, async () => (await page.evaluate<string>('document.body.innerText')).includes(words), 15_000);

  it('a signed pack is fetched by address, previewed with its signer, and added; another signer’s update is refused with both fingerprints', async () => {
    const { browser, web } = session;
    served = text(signedPackOf([OUTLET, REPORTER, ...reports(3)], ANNA, { date: '2026-01-29' }));
    const before = await articles();
    const page = await browser.openPage('library.html#data');
    await findNode(page, 'textbox', 'Or its address on the web');
    await page.evaluate(`document.querySelector('input[inputmode=url]').focus()`);
    for (const letter of PACK.slice('https://'.length)) await page.press(letter);
    await clickNode(page, 'button', 'Fetch');
    await says(page, 'Test pack');
    expect(await articles()).toBe(before);
    await clickNode(page, 'button', 'Add it');
    await eventually('it is added', async () => (await articles()) === before + 3, 15_000);
    expect(web.requests.filter(({ host }) => host === HOST)).toHaveLength(1);
    served = text(signedPackOf([OUTLET, REPORTER, ...reports(4)], BERT, { date: '2026-02-01' }));
    await clickNode(page, 'button', 'Look for a newer version of Test pack');
    await eventually('both fingerprints are shown', async () => {
      const shown = await page.evaluate<string>(`document.querySelector('.preview')?.innerText ?? ''`);
      return (shown.match(/(?:[0-9a-f]{4}[\s ]){7}[0-9a-f]{4}/gi)?.length ?? 0) >= 2;
    });
    expect(await articles()).toBe(before + 3);
    served = text(signedPackOf([OUTLET, REPORTER, ...reports(4)], ANNA, { date: '2026-02-02' }));
    await clickNode(page, 'button', 'Look for a newer version of Test pack');
    await clickNode(page, 'button', /^(?:Add it|Update)/);
    await eventually('the newer version is there', async () => (await articles()) === before + 4, 15_000);
    await page.close();
  });

  it('an import that is killed is finished when the page is opened again, and a removal takes exactly what came with the pack', async () => {
    const { browser } = session;
    const before = await articles();
    const page = await browser.openPage('library.html#data');
    await findNode(page, 'heading', 'Add a pack file');
    const many = text(signedPackOf([OUTLET, REPORTER, ...reports(1_500)], ANNA, { date: '2026-03-01' }));
    await chooseFile(page, 'input[type=file]', 'harbour.pack.ndjson', many);
    await clickNode(page, 'button', /^(?:Add it|Update)/);
    // Closed at once: what is left is in the index of the browser, not in this page.
    await eventually(
      'it has begun',
      async () => (await articles()) > before || (await page.evaluate<boolean>(`document.querySelector('progress') !== null`)),
      15_000,
    );
    await page.close();
    const again = await browser.openPage('library.html#data');
    await eventually('all of it is there', async () => (await articles()) === before + 1_496, 60_000);
    await clickNode(again, 'button', /^Remove.*Test pack/);
    await clickNode(again, 'button', /^Remove/);
    await eventually('what came with it is gone', async () => (await articles()) === before - 4, 60_000);
    await again.close();
  });
});
