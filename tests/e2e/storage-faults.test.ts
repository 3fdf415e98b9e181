import { afterEach, describe, expect, it } from 'vitest';
import { demoPages } from '../../demo/server.ts';
import { eventually } from '../support/eventually.ts';
import { ask, BROWSERS, indexReady, type Session, startSession } from '../support/session.ts';

describe.each(BROWSERS)('storage faults in %s', (name) => {
  let session: Session;
  afterEach(() => session?.close());

  it('an index made by a newer version is refused, said, and left as it is', async () => {
    session = await startSession(name);
    const { browser } = session;
    await indexReady(browser);
    const before = await versions();
    await browser.killBackground();
    await browser.inExtension(`(async () => {
      for (const { name } of await indexedDB.databases()) {
        await new Promise((done, failed) => {
          const request = indexedDB.open(name, 999);
          request.onsuccess = () => { request.result.close(); done(true); };
          request.onerror = () => failed(request.error);
        });
      }
    })()`);
    const tab = await browser.newTab(demoPages.first);
    const popup = await browser.openPopup(tab);
    await eventually('the popup says so', async () =>
      /made by a newer Sidelight/.test(await popup.evaluate<string>('document.body.innerText')),
    );
    await popup.close();
    const after = await versions();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(new Set(Object.values(after))).toEqual(new Set([999]));
    // Asking goes on to be answered: an error is an answer.
    await expect(ask(browser, 'listPins')).rejects.toThrow('index-newer-than-code');
  });

  async function versions(): Promise<Record<string, number>> {
    const list = await session.browser.inExtension<{ name: string; version: number }[]>('indexedDB.databases()');
    return Object.fromEntries(list.sort((a, b) => a.name.localeCompare(b.name)).map((one) => [one.name, one.version]));
  }
});
