import { describe, expect, it } from 'vitest';
import { demoPages } from '../../demo/server.ts';
import { chooseFile, clickNode, findNode } from '../support/accessible-tree.ts';
import type { Surface } from '../support/browser-under-test.ts';
import { bulkPack } from '../support/bulk-pack.ts';
import { eventually } from '../support/eventually.ts';
import { readPopup, readRows } from '../support/pages/popup.ts';
import { dumpProfile } from '../support/profile-dump.ts';
import { addDemoPack, ask, BROWSERS, choosePack, indexReady, sharedSession, startSession } from '../support/session.ts';

const NO_ROOM = /There is no room left on this disk\. Nothing was lost; free some space and try again\./;

/** Enough for the index to keep its postings in a segment, with a checksum each. */
const BULK_REPORTS = 130;

/** Each adds a pack or two and reads many answers. */
const SLOW = { timeout: 150_000 };

describe.each(BROWSERS)('storage faults in %s', (name) => {
  const session = sharedSession(async () => {
    const started = await startSession(name);
    await indexReady(started.browser);
    return started;
  });

  it(
    'a full disk is said when pinning and when adding a pack, nothing is half-written, and both work once there is room',
    SLOW,
    async () => {
      const { browser } = session.now();
      await browser.fillDisk(true);
      const before = await dumpProfile(browser);
      const popup = await browser.openPopup(await browser.newTab(demoPages.first));
      expect((await readRows(popup)).rows.length).toBeGreaterThan(0);
      await popup.press('p');
      await says(popup, NO_ROOM);
      expect((await readPopup(popup)).rows[0]?.pinned).toBe(false);
      await popup.close();
      const library = await browser.openPage('library.html#data');
      await choosePack(library);
      await clickNode(library, 'button', 'Add it');
      await says(library, NO_ROOM);
      await library.close();
      // The background has noted to look again later, and no more.
      const butNoted = ({ local, ...rest }: typeof before) => ({ ...rest, local: { ...local, unfinished: undefined } });
      expect(butNoted(await dumpProfile(browser))).toEqual(butNoted(before));

      await browser.fillDisk(false);
      await addDemoPack(browser);
      const again = await browser.openPopup(await browser.newTab(demoPages.first));
      await readRows(again);
      await again.press('p');
      await eventually('the pin is stored', async () => (await ask<unknown[]>(browser, 'listPins')).length === 1);
      await again.close();
    },
  );

  it('a damaged record of the index: an answer without it, the status says so, then the full answer again', SLOW, async () => {
    const { browser } = session.now();
    if ((await ask<{ sampleArticles: number }>(browser, 'getIndexStatus')).sampleArticles === 0) await addDemoPack(browser);
    const library = await browser.openPage('library.html#data');
    await addBulk(library);
    const tab = await browser.newTab(demoPages.first);
    const popup = await browser.openPopup(tab);
    const whole = (await readRows(popup)).rows.map(({ headline }) => headline);
    await popup.close();
    await tab.close();
    await browser.killBackground();
    await eventually('records are damaged', async () => (await damage()) > 0);
    // Whoever writes the index waits for this lock: each stage of the repair can be looked at.
    await holdWrites('first');
    const looked = await browser.openPopup(await browser.newTab(demoPages.first));
    // Reports that came alone are in no damaged record.
    const without = (await readPopup(looked)).rows.map(({ headline }) => headline);
    expect(without.length).toBeLessThan(whole.length);
    await eventually('the repair waits for its turn', async () => (await waitingWriters()) > 0);
    await holdWrites('second', false);
    await releaseWrites('first');
    await eventually('the status says that the index is being rebuilt', async () =>
      /Rebuilding the index, 0\s?% done/.test(await looked.evaluate<string>(`document.querySelector('footer').innerText`)),
    );
    await releaseWrites('second');
    await eventually(
      'the full answer is back, by itself',
      async () => JSON.stringify((await readPopup(looked)).rows.map(({ headline }) => headline)) === JSON.stringify(whole),
      20_000,
    );
    expect(await looked.evaluate<string>(`document.querySelector('footer').innerText`)).not.toContain('Rebuilding');
    await looked.close();
    await library.close();
  });

  // The last: nothing can be stored after it.
  it('storage that is cleared while the background and the library have it open is made anew, and both go on', async () => {
    const { browser } = session.now();
    const library = await browser.openPage('library.html#search');
    await searchFor(library);
    await browser.inExtension(`Promise.all(['sidelight', 'sidelight-texts'].map((name) => new Promise((done, failed) => {
      const deleting = indexedDB.deleteDatabase(name);
      deleting.onsuccess = () => done(null);
      deleting.onerror = () => failed(deleting.error);
    })))`);
    expect(await ask(browser, 'listPins')).toEqual([]);
    await indexReady(browser);
    await library.evaluate(`location.hash = 'pins'`);
    await findNode(library, 'heading', 'Nothing pinned yet');
    await library.evaluate(`location.hash = 'search'`);
    await searchFor(library);
    await library.close();
  });

  it('an index made by a newer version is refused, said, and left as it is', async () => {
    const { browser } = session.now();
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

  const LOCK = 'sidelight:sidelight';

  /** Asks for the lock of the index's writers and keeps it; waits until it is held where nobody else has it. */
  async function holdWrites(as: string, free = true): Promise<void> {
    await session
      .now()
      .browser.inExtension(
        `void (globalThis.sidelightHeld ??= {}, navigator.locks.request('${LOCK}', () => new Promise((done) => { sidelightHeld['${as}'] = done; })))`,
      );
    if (free) await eventually('the lock is held', () => session.now().browser.inExtension<boolean>(`'${as}' in globalThis.sidelightHeld`));
  }

  async function searchFor(library: Surface): Promise<void> {
    await findNode(library, 'searchbox', /./);
    await library.evaluate(`document.querySelector('input[type=search]').select()`);
    for (const letter of 'oreshnik') await library.press(letter);
    await findNode(library, 'link', 'China denies helping Russia produce Oreshnik missiles');
  }

  /** Gives it back as soon as it is held. */
  async function releaseWrites(as: string): Promise<void> {
    await eventually('the lock is given back', () =>
      session.now().browser.inExtension<boolean>(`globalThis.sidelightHeld['${as}'] ? (globalThis.sidelightHeld['${as}'](), true) : false`),
    );
  }

  function waitingWriters(): Promise<number> {
    return session
      .now()
      .browser.inExtension(`navigator.locks.query().then(({ pending }) => pending.filter(({ name }) => name === '${LOCK}').length)`);
  }

  /** Turns bits in every byte of every stored posting record; answers how many there are. */
  function damage(): Promise<number> {
    return session.now().browser.inExtension(`new Promise((done, failed) => {
      const opening = indexedDB.open('sidelight');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const transaction = database.transaction(['parts', 'buckets', 'long'], 'readwrite');
        let changed = 0;
        transaction.oncomplete = () => { database.close(); done(changed); };
        for (const table of ['parts', 'buckets', 'long']) {
          transaction.objectStore(table).openCursor().onsuccess = ({ target: { result: cursor } }) => {
            if (cursor === null) return;
            cursor.update(cursor.value.map((byte) => byte ^ 0x55));
            changed += 1;
            cursor.continue();
          };
        }
      };
    })`);
  }

  async function addBulk(library: Surface): Promise<void> {
    await findNode(library, 'heading', 'Add a pack file');
    await chooseFile(library, 'input[type=file]', 'bulk.pack.ndjson', bulkPack(BULK_REPORTS));
    await clickNode(library, 'button', 'Add it');
    await eventually(
      'the pack is added',
      async () => (await ask<{ articles: number }>(session.now().browser, 'getIndexStatus')).articles > BULK_REPORTS,
      30_000,
    );
  }

  function says(surface: Surface, words: RegExp): Promise<boolean> {
    return eventually(`it says ${words}`, async () => words.test(await surface.evaluate<string>('document.body.innerText')));
  }

  async function versions(): Promise<Record<string, number>> {
    const list = await session.now().browser.inExtension<{ name: string; version: number }[]>('indexedDB.databases()');
    return Object.fromEntries(list.sort((a, b) => a.name.localeCompare(b.name)).map((one) => [one.name, one.version]));
  }
});
