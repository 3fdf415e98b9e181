import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SyncRun } from '../../lib/core/sync-status.ts';
import type { ActivityEntry, Pin } from '../../lib/core/user-data.ts';
import { chooseFile, clickNode, findNode } from '../support/accessible-tree.ts';
import type { BrowserUnderTest, Tab } from '../support/browser-under-test.ts';
import { type CouchServer, startCouchServer } from '../support/couch-server.ts';
import { eventually } from '../support/eventually.ts';
import { ask, BROWSERS, indexReady, type Session, startSession } from '../support/session.ts';

const PASSPHRASE = 'six plain words of mine';
const POCKET = 'title,url,time_added,tags,status\nCranes stopped,https://harbour.example/port,1698568488,port,archive\n';
const LONG = process.env.SIDELIGHT_LONG === '1';
// Two browsers cost what they cost, and of all this a browser's own are requests, keys and databases only: at the short size Chromium alone, unless the other
// is asked for by name.
const SYNCED = LONG || BROWSERS.length === 1 ? BROWSERS : BROWSERS.slice(0, 1);

describe.each(SYNCED)('sync of two profiles in %s', (name) => {
  let couch: CouchServer;
  let sessions: Session[] = [];

  beforeAll(async () => {
    couch = await startCouchServer();
    sessions = await Promise.all([startSession(name), startSession(name)]);
    await Promise.all(sessions.map(({ browser }) => indexReady(browser)));
  });
  afterAll(async () => {
    await Promise.all(sessions.map((session) => session.close()));
    await couch.stop();
  });

  const pins = (browser: BrowserUnderTest) => ask<Pin[]>(browser, 'listPins');
  const states = async (browser: BrowserUnderTest) =>
    Object.fromEntries((await pins(browser)).map(({ id, state }) => [id, state] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  const says = (page: Tab, text: string) =>
    eventually(text, async () => (await page.evaluate<string>('document.body.innerText')).includes(text), 20_000);

  async function switchOn(browser: BrowserUnderTest): Promise<Tab> {
    await browser.approveHosts(['http://127.0.0.1/*']);
    const page = await browser.openPage('library.html#data');
    await clickNode(page, 'button', 'Set up sync');
    await findNode(page, 'button', 'Switch on and sync');
    const typed = [couch.url(), couch.login.user, couch.login.password, PASSPHRASE];
    await page.evaluate(`(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Switch on and sync');
      [...button.form.querySelectorAll('input')].forEach((input, at) => {
        input.value = ${JSON.stringify(typed)}[at];
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    })()`);
    await clickNode(page, 'button', 'Switch on and sync');
    await says(page, 'Sync now');
    await says(page, 'Last: ');
    return page;
  }

  /** Row of a table of one of the extension's databases, or all of them. */
  const stored = <T>(browser: BrowserUnderTest, database: string, table: string, key?: string) =>
    browser.inExtension<T>(
      `new Promise((done, failed) => { const open = indexedDB.open('${database}'); open.onerror = failed; open.onsuccess = () => { const table = open.result.transaction('${table}').objectStore('${table}'); const found = ${key === undefined ? 'table.getAll()' : `table.get('${key}')`}; found.onsuccess = () => { open.result.close(); done(found.result ?? null); }; }; })`,
    );
  const lastRun = (browser: BrowserUnderTest) => stored<SyncRun>(browser, 'sidelight-sync', 'meta', 'last-run');

  async function syncNow(browser: BrowserUnderTest, page: Tab): Promise<void> {
    const before = await lastRun(browser);
    await clickNode(page, 'button', 'Sync now');
    const after = await eventually('a sync', async () => ((await lastRun(browser)).atMs > before.atMs ? lastRun(browser) : null), 20_000);
    expect(after.problem).toBeNull();
  }

  it('joins edits of both, a conflict, a removal, and goes on after a cut', async () => {
    const [one, two] = sessions.map(({ browser }) => browser) as [BrowserUnderTest, BrowserUnderTest];
    const found = await ask<{ hits: { article: { id: string } }[] }>(one, 'search', { query: 'Russia', limit: 2 });
    const [first, second] = found.hits.map(({ article }) => article.id) as [string, string];
    for (const id of [first, second]) await ask(one, 'pinArticle', { articleId: id });
    const [onOne, onTwo] = [await switchOn(one), await switchOn(two)];
    expect(await states(two)).toEqual({ [first]: 'unread', [second]: 'unread' });

    // Each side while the other is away: a state that both change, a pin that one takes away, and one that the other brings along, of a report that is there alone.
    await ask(one, 'setPinState', { pinId: first, state: 'read' });
    await ask(one, 'unpin', { pinId: second });
    await chooseFile(onTwo, 'input[type=file][multiple]', 'pocket.csv', POCKET);
    await clickNode(onTwo, 'button', 'Import');
    await says(onTwo, '1 entry imported.');
    await ask(two, 'setPinState', { pinId: first, state: 'archived' });
    await syncNow(one, onOne);
    await syncNow(two, onTwo);
    await syncNow(one, onOne);
    const [brought] = (await pins(two)).filter(({ id }) => id !== first);
    expect(brought).toMatchObject({ state: 'archived', tags: ['port'], article: { headline: 'Cranes stopped' } });
    const both = { [first]: 'archived', [brought!.id]: 'archived' };
    expect([await states(one), await states(two)]).toEqual([both, both]);
    const searched = await ask<{ hits: unknown[] }>(one, 'search', { query: 'cranes stopped', limit: 2 });
    expect(searched.hits).toHaveLength(1);

    // Back out of the trash; the server breaks off while it is written to.
    await ask(one, 'pinArticle', { articleId: second });
    couch.intervene(({ path }) => (path.endsWith('_bulk_docs') ? 'cut' : null));
    await clickNode(onOne, 'button', 'Sync now');
    await says(onOne, 'The server did not answer.');
    couch.intervene(() => null);
    await syncNow(one, onOne);
    // Opening the library is enough, where that is wanted.
    await clickNode(onTwo, 'checkbox', 'Also when I open this library');
    await eventually(
      'it is kept',
      async () => (await stored<{ whenOpened?: boolean }>(two, 'sidelight-sync', 'meta', 'remote'))?.whenOpened,
    );
    await onTwo.close();
    const again = await two.openPage('library.html#pins');
    await eventually('what was cut off is there', async () => Object.keys(await states(two)).includes(second), 20_000);
    await again.close();

    const seen = couch.contents() + couch.requests.map(({ path, body }) => path + body).join('\n');
    for (const { article } of await pins(one))
      for (const secret of [article.url, article.headline]) expect(seen.includes(secret)).toBe(false);
    const activity = await stored<ActivityEntry[]>(one, 'sidelight', 'activity');
    expect(activity.map(({ url, why: reason }) => [url, reason])).toEqual(activity.map(() => [couch.url(), 'sync']));
    expect(activity.length).toBeGreaterThanOrEqual(4);
  });
});
