import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPin } from '../../lib/core/new-pin.ts';
import { headerLine, rowLine } from '../../lib/store/backup.ts';
import { MAIN_MIGRATIONS } from '../../lib/store/indexed-db/migrations/list.ts';
import { chooseFile, clickNode, findNode } from '../support/accessible-tree.ts';
import type { BrowserUnderTest, Surface } from '../support/browser-under-test.ts';
import { eventually, pause } from '../support/eventually.ts';
import { putOldDatabase } from '../support/old-database.ts';
import { ask, BROWSERS, indexReady, type Session, startSession } from '../support/session.ts';

/** How often the browser is killed in the middle of each piece of work. */
const KILLS = process.env.SIDELIGHT_LONG === '1' ? 20 : 1;
/** At the short size two of six: each costs ten seconds of two cores, and the others are killed after every single commit in tests/contract. */
const SHORT = KILLS === 1;
const LEFT_OUT = SHORT ? ' (left out at the short size: tests/contract kills it after every commit)' : '';
const TIMEOUT_MS = 60_000 + 30_000 * KILLS;

type Row = { id: string };

// A kill and a start take Firefox several seconds: at the short size Chromium alone, unless the other is asked for by name.
const KILLED = KILLS > 1 || BROWSERS.length === 1 ? BROWSERS : BROWSERS.slice(0, 1);

describe.each(KILLED)('a browser that is killed, %s', (name) => {
  let session: Session;
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    session = await startSession(name);
    browser = session.browser;
    await indexReady(browser);
    // Which add-ons there are is on the disk from here on: that is the browser's business, not ours.
    if (name === 'firefox') await browser.restart();
    await putBack({});
  });
  afterAll(() => session?.close());

  it.skipIf(SHORT)(
    `in the middle of a migration has the old version or the new one, whole (${KILLS} times)${LEFT_OUT}`,
    async () => {
      const pins = Array.from({ length: 2_000 }, (_, i) => oldPin(`old-${String(i).padStart(4, '0')}`, 1_700_000_000_000 + i));
      for (let kill = 0; kill < KILLS; kill++) {
        await putBack({ pins });
        // Not waited for: it dies with the browser.
        void ask(browser, 'listPins').catch(() => {});
        await pause((kill * 61) % 600);
        await browser.crash();
        expect(await ask(browser, 'listPins')).toEqual(pins.map(newPin));
        const databases = await browser.inExtension<{ name: string; version: number }[]>('indexedDB.databases()');
        expect(databases.find((database) => database.name === 'sidelight')?.version).toBe(MAIN_MIGRATIONS.length);
      }
    },
    TIMEOUT_MS,
  );

  it(
    `in the middle of pins, edits and merges keeps all that was acknowledged (${KILLS} times)`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const deeds = new Deeds(browser, 3 * kill);
        const working = deeds.go();
        await eventually('something was acknowledged', async () => deeds.count() >= 6, 20_000);
        await pause((kill * 37) % 100);
        deeds.stop = true;
        await browser.crash();
        await working;
        await deeds.check();
      }
    },
    TIMEOUT_MS,
  );

  it.skipIf(SHORT)(
    `in the middle of an import has all of it or nothing (${KILLS} times)${LEFT_OUT}`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const urls = Array.from({ length: 300 }, (_, i) => `https://import-${kill}.example/${i}`);
        const library = await importing(urls);
        const isDone = await killAfter(kill, library, 400, 'entries imported');
        await settled();
        const here = await pinnedOf(urls);
        expect([kill, here === 0 || here === urls.length, !isDone || here > 0]).toEqual([kill, true, true]);
      }
    },
    TIMEOUT_MS,
  );

  it.skipIf(SHORT)(
    `in the middle of an import that is cancelled, or undone, has all of it or nothing (${KILLS} times)${LEFT_OUT}`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const isCancel = kill % 2 === 0;
        // More where it is to be cancelled: the button is there only as long as reports follow.
        const urls = Array.from({ length: isCancel ? 1_500 : 300 }, (_, i) => `https://undone-${kill}.example/${i}`);
        const library = await importing(urls);
        await clickNode(library, 'button', isCancel ? 'Cancel' : 'Undo');
        const isDone = await killAfter(kill, library, 600, isCancel ? 'Cancelled. Everything' : 'Undone.');
        await settled();
        const here = await pinnedOf(urls);
        expect([kill, here === 0 || here === urls.length, !isDone || here === 0]).toEqual([kill, true, true]);
      }
    },
    TIMEOUT_MS,
  );

  it.skipIf(SHORT)(
    `in the middle of a change of many pins, or of emptying the trash, has all of it or nothing (${KILLS} times)${LEFT_OUT}`,
    async () => {
      const pins = Array.from({ length: 30 }, (_, i) => oldPin(`many-${i}`, 1_700_000_000_000 + i));
      for (let kill = 0; kill < KILLS; kill++) {
        await putBack({ pins });
        const library = await browser.openPage('library.html#pins');
        const select = async (): Promise<void> => {
          await findNode(library, 'link', 'Report many-29');
          await library.evaluate(`document.querySelectorAll('.pin-select').forEach((box) => box.click())`);
          await findNode(library, 'region', '30 pins selected');
        };
        const isTrash = kill % 2 === 0;
        await select();
        if (isTrash) {
          await clickNode(library, 'button', 'Move to the trash');
          await eventually('they are in the trash', async () => (await rows('trash')).length === pins.length);
          await library.evaluate(`location.hash = 'trash'`);
          await clickNode(library, 'button', 'Empty the trash');
          await clickNode(library, 'button', 'Delete for good');
        } else {
          await library.evaluate(`(() => {
            const state = document.querySelector('.bulk select');
            state.value = 'archived';
            state.dispatchEvent(new Event('change', { bubbles: true }));
          })()`);
        }
        const isDone = await killAfter(kill, library, 100, isTrash ? 'deleted for good.' : 'pins marked');
        await indexReady(browser);
        const changed = isTrash
          ? pins.length - (await rows('trash')).length
          : (await ask<{ state: string }[]>(browser, 'listPins')).filter(({ state }) => state === 'archived').length;
        expect([kill, changed === 0 || changed === pins.length, !isDone || changed > 0]).toEqual([kill, true, true]);
      }
    },
    TIMEOUT_MS,
  );

  it(
    `in the middle of a restore has what was made at once or not at all, and its reports in the end (${KILLS} times)`,
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const ids = Array.from({ length: 200 }, (_, i) => `restored-${kill}-${i}`);
        const library = await browser.openPage('library.html#data');
        await findNode(library, 'heading', 'Restore');
        await chooseFile(library, 'input[accept^=".ndjson,.jsonl,application/x-ndjson"]', 'backup.ndjson', backupOf(ids));
        await clickNode(library, 'button', 'Restore these');
        const isDone = await killAfter(kill, library, 1_500, 'Restored.');
        await settled();
        const [pins, notes, articles] = await Promise.all(['pins', 'notes', 'articles'].map((table) => rows(table)));
        const count = (all: Row[], prefix = ''): number => ids.filter((id) => all.some((row) => row.id === prefix + id)).length;
        const all = [count(pins!), count(notes!, 'pin '), count(articles!)];
        expect([kill, [0, ids.length].includes(all[0]!), new Set(all).size, !isDone || all[0]! > 0]).toEqual([kill, true, 1, true]);
      }
    },
    TIMEOUT_MS,
  );

  /** Puts the index back to an earlier version, with reports and reporters to do something with. */
  async function putBack(more: Record<string, object[]>): Promise<void> {
    await browser.killBackground();
    await putOldDatabase(browser, 4, { articles: ARTICLES, reporters: REPORTERS, ...more });
  }

  /** A page of the library that is importing these. */
  async function importing(urls: string[]): Promise<Surface> {
    const library = await browser.openPage('library.html#data');
    const csv = ['title,url,time_added,tags,status', ...urls.map((url, i) => `Report ${i},${url},${1_700_000_000 + i},a|b,unread`)];
    await findNode(library, 'heading', 'Bring a collection along');
    await chooseFile(library, 'input[type=file][multiple]', 'part_000000.csv', csv.join('\n'));
    await clickNode(library, 'button', 'Import');
    return library;
  }

  /** How many of these are pinned. */
  async function pinnedOf(urls: string[]): Promise<number> {
    const wanted = new Set(urls);
    return (await ask<{ article: { url: string } }[]>(browser, 'listPins')).filter(({ article }) => wanted.has(article.url)).length;
  }

  /** Kills the browser at another moment each time, up to `spreadMs` after now; says whether the page had said by then that it was done. */
  async function killAfter(kill: number, page: Surface, spreadMs: number, done: string): Promise<boolean> {
    await pause(KILLS === 1 ? spreadMs / 4 : (kill * spreadMs) / (KILLS - 1));
    const isDone = await page.evaluate<boolean>(`document.body.innerText.includes(${JSON.stringify(done)})`);
    await browser.crash();
    return isDone;
  }

  /** Waits until a restore or import that was cut off is completed by the browser's start alone. */
  async function settled(): Promise<void> {
    await indexReady(browser);
    const left = `${read(`transaction('meta').objectStore('meta').get('restore')`)}.then((row) => row ?? null)`;
    await eventually('the restore is completed', async () => (await browser.inExtension(left)) === null, 90_000);
  }

  const rows = (table: string): Promise<Row[]> =>
    browser.inExtension<Row[]>(read(`transaction('${table}').objectStore('${table}').getAll()`));
});

/** Reads the index without any code of the extension. */
function read(request: string): string {
  return `new Promise((done, failed) => {
    const opening = indexedDB.open('sidelight');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.${request};
      asked.onerror = () => failed(asked.error);
      asked.onsuccess = () => { opening.result.close(); done(asked.result); };
    };
  })`;
}

/** What a user does to reports and reporters, one thing after the other, and what must be there afterwards. */
class Deeds {
  private acknowledged = 0;
  stop = false;
  private failure: unknown = null;
  private readonly pins = new Map<string, string>();
  private readonly trash = new Set<string>();
  private readonly merges = new Map<string, boolean>();
  /** What was asked for last and not answered: it may or may not have happened. */
  private open: string | null = null;
  private readonly browser: BrowserUnderTest;
  private readonly from: number;

  /** `from`: with which report it begins, so that each round has others. */
  constructor(browser: BrowserUnderTest, from: number) {
    this.browser = browser;
    this.from = from;
  }

  async go(): Promise<void> {
    for (let i = this.from; !this.stop; i++) {
      const article = ARTICLES[i % ARTICLES.length]!.id;
      const [one, other] = [REPORTERS[0]!.id, REPORTERS[1 + (i % (REPORTERS.length - 1))]!.id];
      try {
        await this.does(article, 'pinArticle', { articleId: article }, () => this.pins.set(article, 'unread'));
        await this.does(article, 'setPinState', { pinId: article, state: 'read' }, () => this.pins.set(article, 'read'));
        const merged = await this.does<{ correctionId: string }>(other, 'markSameReporter', { reporterId: one, otherId: other });
        this.merges.set(merged.correctionId, true);
        this.open = merged.correctionId;
        await this.does(merged.correctionId, 'undoCorrection', { correctionId: merged.correctionId }, () =>
          this.merges.set(merged.correctionId, false),
        );
        await this.does(article, 'unpin', { pinId: article }, () => {
          this.pins.delete(article);
          this.trash.add(article);
        });
        await this.does(article, 'restorePin', { pinId: article }, () => {
          this.pins.set(article, 'read');
          this.trash.delete(article);
        });
      } catch (error) {
        // The browser is gone: what was asked for last stays open.
        if (!this.stop) this.failure = error;
        return;
      }
    }
  }

  /** How many were acknowledged; fails where one was refused. */
  count(): number {
    if (this.failure !== null) throw this.failure;
    return this.acknowledged;
  }

  /** Does one thing; `done` is told once it was acknowledged, and never if the answer did not come. */
  private async does<T>(what: string, kind: string, args: object, done: (answer: T) => void = () => {}): Promise<T> {
    this.open = what;
    const answer = await ask<T>(this.browser, kind, args);
    done(answer);
    this.open = null;
    this.acknowledged++;
    return answer;
  }

  /** Everything acknowledged is there, and nothing is half done. */
  async check(): Promise<void> {
    expect(this.failure).toBeNull();
    const pins = await ask<{ id: string; state: string }[]>(this.browser, 'listPins');
    const state = new Map(pins.map((pin) => [pin.id, pin.state]));
    const trash = new Set(
      (await this.browser.inExtension<Row[]>(read(`transaction('trash').objectStore('trash').getAll()`))).map(({ id }) => id),
    );
    for (const [id, expected] of this.pins) if (id !== this.open) expect([id, state.get(id)]).toEqual([id, expected]);
    for (const { id } of ARTICLES.filter((each) => state.has(each.id))) expect([id, trash.has(`pin ${id}`)]).toEqual([id, false]);
    for (const id of this.trash) if (id !== this.open) expect([id, trash.has(`pin ${id}`)]).toEqual([id, true]);
    // Pinned once, never lost: in the list or in the trash.
    for (const id of [...this.pins.keys(), ...this.trash]) expect([id, state.has(id) || trash.has(`pin ${id}`)]).toEqual([id, true]);
    const corrections = new Set((await ask<Row[]>(this.browser, 'listCorrections')).map(({ id }) => id));
    for (const [id, isMerged] of this.merges) if (id !== this.open) expect([id, corrections.has(id)]).toEqual([id, isMerged]);
    // Who is merged cannot be merged again.
    for (const id of corrections) await ask(this.browser, 'undoCorrection', { correctionId: id });
  }
}

const PROVENANCE = { kind: 'saved-page', source: 'test', licence: null, addedAtMs: 1 };
const UNDATED = {
  description: null,
  datePublished: null,
  dateModified: null,
  publishedAtMs: null,
  section: null,
  keywords: [],
  sample: false,
};

/** Reports and reporters of the old database: rows of its tables. */
const ARTICLES = Array.from({ length: 40 }, (_, i) => ({
  ...{ docId: i + 1, id: `report-${i}`, url: `https://example.com/report-${i}`, headline: `Lathe ${i}`, language: 'en', outletId: null },
  ...{ authors: [], provenance: PROVENANCE, ...UNDATED },
}));
const REPORTERS = Array.from({ length: 20 }, (_, i) => ({
  ...{ id: `reporter:${i}`, name: `Reporter ${i}`, alternateNames: [], jobTitle: null, outletId: null, bio: null, bioSource: null },
  ...{ languages: [], sameAs: [], sample: false, provenance: PROVENANCE },
}));

function oldPin(id: string, pinnedAtMs: number) {
  const row = { headline: `Report ${id}`, outletName: null, datePublished: null, publishedAtMs: null, language: 'en', authors: [] };
  return { id, article: { id, url: `https://example.com/${id}`, sample: false, ...row }, state: 'unread' as const, pinnedAtMs };
}

/** A backup with a pin, a note and a report for each id. */
function backupOf(ids: string[]): string {
  const report = (id: string) => ({
    ...{ id, url: `https://restored.example/${id}`, headline: `Report ${id}`, text: `A text of ${id}. `.repeat(200) },
    ...{ language: 'en', outletId: null, authors: [], provenance: PROVENANCE, ...UNDATED },
  });
  const lines = [
    ...ids.map((id) => rowLine('pins', newPin(oldPin(id, 1_700_000_000_000)))),
    ...ids.map((id) => rowLine('notes', { id: `pin ${id}`, text: 'Why', draft: null, updatedAtMs: 1 })),
    ...ids.map((id) => rowLine('articles', report(id))),
  ];
  const counts = { pins: ids.length, notes: ids.length, articles: ids.length };
  return [headerLine(counts, createHash('sha256').update(lines.join('')).digest('hex')), ...lines].join('');
}
