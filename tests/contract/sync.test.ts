import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteId } from '../../lib/core/library.ts';
import { finishNote } from '../../lib/services/notes.ts';
import { changePins, pinArticle } from '../../lib/services/pins.ts';
import { trashPins } from '../../lib/services/trash.ts';
import { type CouchServer, startCouchServer } from '../support/couch-server.ts';
import { value } from './checks.ts';
import { type ExchangePlace, exchangePlace } from './exchange-places.ts';
import { Killed } from './profiles.ts';
import { derive, record } from './sample-data.ts';

const LONG = process.env.SIDELIGHT_LONG === '1';
const PASSPHRASE = 'six plain words of mine';
let server: CouchServer;
/** Two devices and their server for what goes wrong with servers: each time it goes on. */
let shared: Promise<{ of: CouchServer; one: ExchangePlace; two: ExchangePlace }> | null = null;

beforeEach(async () => {
  // PouchDB says of each checkpoint that is not there yet that this is normal.
  vi.spyOn(console, 'info').mockImplementation(() => {});
  server = await startCouchServer();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

const choice = (over: object = {}, of = server) => ({ url: of.url(), ...of.login, passphrase: PASSPHRASE, ...over });

async function on(place: ExchangePlace, of = server): Promise<void> {
  expect(value(await place.sync.switchOnSync(choice({}, of))).problem).toBeNull();
}

async function sync(...places: ExchangePlace[]): Promise<void> {
  for (const { sync: of } of places) expect(value(await of.syncNow()).last?.problem).toBeNull();
}

async function pinned(place: ExchangePlace, ...ids: string[]): Promise<void> {
  value(await place.store.addArticles(ids.map((id) => record(id))));
  for (const id of ids) value(await pinArticle(id, { ...place.deps, derive }));
}

async function pair(of = server): Promise<[ExchangePlace, ExchangePlace]> {
  const [one, two] = [await exchangePlace(), await exchangePlace()];
  await pinned(one, 'r1', 'r2');
  value(await changePins(['r1'], { addTags: ['Lathe'] }, one.deps));
  await on(one, of);
  await on(two, of);
  return [one, two];
}

const headlines = async ({ store }: ExchangePlace): Promise<string[]> =>
  (await store.listPins()).map(({ article }) => article.headline).sort();
const noteText = async ({ store }: ExchangePlace): Promise<string | undefined> =>
  (await store.getRows('notes', [noteId('pin', 'r1')]))[0]?.text;

async function startShared() {
  const of = await startCouchServer();
  const [one, two] = await pair(of);
  return { of, one, two };
}
afterAll(async () => (await shared)?.of.stop());

describe('sync through a CouchDB server', () => {
  it('brings both sides together: edits, a conflict, a removal', async () => {
    const [one, two] = await pair();
    expect(await headlines(two)).toEqual(['Report r1', 'Report r2']);
    expect((await two.store.getRows('pins', ['r1']))[0]?.tags).toEqual(['Lathe']);

    await pinned(two, 'r3');
    value(await trashPins(['r2'], two.deps));
    value(await finishNote(noteId('pin', 'r1'), 'On one.', one.deps));
    two.clock.nowMs = one.clock.nowMs + 60_000;
    value(await finishNote(noteId('pin', 'r1'), 'On two, later.', two.deps));
    await sync(one, two, one);
    for (const place of [one, two]) {
      expect(await headlines(place)).toEqual(['Report r1', 'Report r3']);
      expect(await noteText(place)).toBe('On two, later.');
      expect(value(await place.exchange.listLost())).toMatchObject([{ text: 'On one.' }]);
    }
    expect((await one.store.listRows('trash')).map(({ id }) => id)).toEqual(['pin r2']);

    // Nothing new: nothing is sent.
    await sync(two, one, two);
    const asked = server.requests.length;
    await sync(one);
    expect(server.requests.slice(asked).filter(({ path }) => /_bulk_(?:docs|get)$/.test(path))).toEqual([]);
    expect(value(await one.sync.syncStatus()).last).toMatchObject({ problem: null, changed: 0, sent: 0, unreadable: 0 });
  });

  it('joins what both wrote into one thing while neither could ask, also where the server keeps both as a conflict', async () => {
    const [one, two] = await pair();
    value(await changePins(['r1'], { addTags: ['of one'] }, one.deps));
    value(await changePins(['r1'], { addTags: ['of two'], state: 'read' }, two.deps));
    // Both write before either has read: their documents come as two revisions of one.
    let held = 0;
    server.intervene(({ path }) =>
      path.endsWith('_changes') && held++ === 0 ? { status: 200, text: '{"results":[],"last_seq":0,"pending":0}' } : null,
    );
    await sync(one);
    held = 0;
    await sync(two);
    server.intervene(() => null);
    expect(server.conflicts()).toBeGreaterThan(0);
    await sync(one, two, one);
    expect(server.conflicts()).toBe(0);
    for (const place of [one, two]) {
      const [pin] = await place.store.getRows('pins', ['r1']);
      expect([pin?.state, [...(pin?.tags ?? [])].sort()]).toEqual(['read', ['Lathe', 'of one', 'of two']]);
    }
  });

  it('tells the server nothing: neither what was made nor whose it is', async () => {
    const [one] = await pair();
    value(await finishNote(noteId('pin', 'r1'), 'Secret thought.', one.deps));
    await sync(one);
    const all = server.contents() + server.requests.map(({ path, body }) => path + body).join('\n');
    expect(server.contents().length).toBeGreaterThan(1000);
    for (const secret of ['Secret', 'Lathe', 'Report', 'example.com', 'unread', PASSPHRASE, server.login.password])
      expect(all.includes(secret) ? secret : '').toBe('');
  });

  it('keeps password and keys out of backup, activity and exchange file', async () => {
    const [one] = await pair();
    const activity = await one.store.listActivity(10);
    expect(activity.length).toBeGreaterThan(0);
    for (const row of activity) expect(row).toMatchObject({ url: server.url(), why: 'sync', status: expect.any(Number) });
    expect(activity.every(({ bytes }) => bytes > 0)).toBe(true);
    const file = await value(await one.exchange.exportExchange(null)).file.text();
    for (const text of [await one.backup(), JSON.stringify(activity), file, JSON.stringify(value(await one.sync.syncStatus()))])
      for (const secret of [server.login.password, PASSPHRASE]) expect(text).not.toContain(secret);
  });

  it.each([
    ['a passphrase that is another', { passphrase: 'six plain words of hers' }, 'passphrase'],
    ['a short passphrase', { passphrase: 'short' }, 'passphrase'],
    ['a wrong password', { password: 'wrong' }, 'login'],
    ['no user', { user: '', password: '' }, 'login'],
    ['a server in the open', { url: 'http://harbour.example/db' }, 'address'],
    ['an address with a password in it', { url: 'https://a:b@harbour.example/db' }, 'address'],
    ['no address', { url: 'javascript:alert(1)' }, 'address'],
    ['a server that is away', { url: 'http://127.0.0.1:9/db' }, 'away'],
  ])('is not switched on with %s, and nothing is kept', async (_what, over, problem) => {
    const other = await exchangePlace();
    if (problem === 'passphrase') await on(await exchangePlace());
    await pinned(other, 'r9');
    const answer = value(await other.sync.switchOnSync(choice(over)));
    expect(answer).toEqual({ status: { on: null, last: null }, problem });
    expect(server.contents()).not.toContain('Report r9');
  });

  it.each<[string, Parameters<CouchServer['intervene']>[0], string]>([
    ['is away', () => 'cut', 'away'],
    ['does not know the password any more', () => ({ status: 401, text: '{}' }), 'login'],
    ['is full', ({ method }) => (method === 'POST' ? { status: 507, text: '{}' } : null), 'server'],
    ['lost the database', () => ({ status: 404, text: '{"error":"not_found"}' }), 'no-database'],
    ['answers a page', () => ({ status: 200, text: '<!doctype html><p>Sign in' }), 'not-couch'],
    ['answers nothing', () => ({ status: 200, text: '' }), 'not-couch'],
    [
      'answers other JSON',
      ({ path }) => (path.endsWith('_changes') ? { status: 200, text: '{"results":{"length":3}}' } : null),
      'not-couch',
    ],
    [
      'answers lists of nothing',
      ({ path }) => (path.endsWith('_changes') ? { status: 200, text: '{"results":[null]}' } : null),
      'not-couch',
    ],
    ['breaks off in the middle', ({ path }) => (path.endsWith('_bulk_docs') ? 'cut' : null), 'away'],
  ])('says so where the server %s, changes nothing, and goes on next time', async (what, intervention, problem) => {
    shared ??= startShared();
    const { of, one, two } = await shared;
    await pinned(one, `one ${what}`);
    await pinned(two, `two ${what}`);
    await sync(two);
    const before = await headlines(one);
    of.intervene(intervention);
    const { last } = value(await one.sync.syncNow());
    expect(last?.problem).toBe(problem);
    // Reading comes first, writing after: either all that was there came, or nothing.
    expect([before, [...before, `Report two ${what}`].sort()]).toContainEqual(await headlines(one));
    of.intervene(() => null);
    await sync(one, two);
    const after = [...before, `Report two ${what}`].sort();
    expect([await headlines(one), await headlines(two)]).toEqual([after, after]);
  });

  it('neither throws nor hangs, and changes nothing, whatever the server answers', async () => {
    const [one, two] = await pair();
    const answers = [
      '{}',
      '[]',
      '[1]',
      '{"results":[{}]}',
      '{"results":[{"id":"x","changes":[]}],"last_seq":9}',
      '{"results":[{"id":"x","changes":[{"rev":"1-a"}]}],"last_seq":{}}',
      '{"results":[{"id":"x","docs":[{}]}]}',
      '{"x":{"missing":["9-z"]}}',
      '{"x":{"missing":7}}',
      '{"ok":1,"rev":{}}',
      '[{"id":"x","error":{}}]',
    ];
    const before = await headlines(one);
    const ends = ['_changes', '_bulk_get', '_revs_diff', '_bulk_docs', 'sidelight'];
    // At the short size each answer once, to the requests in turn.
    for (const [at, end] of ends.entries())
      for (const text of answers.filter((_, each) => LONG || each % ends.length === at)) {
        value(await changePins(['r1'], { addTags: [`${end} ${text.length}`] }, one.deps));
        if (end === '_bulk_get') {
          // Something to fetch.
          value(await changePins(['r2'], { addTags: [text] }, two.deps));
          server.intervene(() => null);
          await sync(two);
        }
        server.intervene(({ path }) => (path.endsWith(end) ? { status: 200, text } : null));
        expect(value(await one.sync.syncNow()).on).not.toBeNull();
      }
    expect(await headlines(one)).toEqual(before);
  });

  it('goes on where it was cut off in the middle of many', async () => {
    const [one, two] = await pair();
    const ids = Array.from({ length: 25 }, (_, at) => `m${at}`);
    value(await one.store.addArticles(ids.map((id) => record(id))));
    for (const id of ids) value(await pinArticle(id, { ...one.deps, derive }));
    let sent = 0;
    server.intervene(({ path }) => (path.endsWith('_bulk_docs') && ++sent > 1 ? 'cut' : null));
    expect(value(await one.sync.syncNow()).last?.problem).toBe('away');
    server.intervene(() => null);
    await sync(two);
    expect((await headlines(two)).length).toBe(12);
    await sync(one);
    let read = 0;
    server.intervene(({ path }) => (path.endsWith('_bulk_get') && ++read > 1 ? 'cut' : null));
    expect(value(await two.sync.syncNow()).last?.problem).toBe('away');
    expect((await headlines(two)).length).toBe(12);
    server.intervene(() => null);
    await sync(two);
    expect((await headlines(two)).length).toBe(27);
  });

  it('takes no more in one run than it may, says so, and goes on in the next', async () => {
    const [one, two] = await pair();
    await pinned(one, ...Array.from({ length: 25 }, (_, at) => `s${at}`));
    await sync(one);
    two.faults.runMaxBytes = 6000;
    expect(value(await two.sync.syncNow()).last).toMatchObject({ problem: 'too-much', changed: 0 });
    expect((await two.store.listActivity(10))[0]?.bytes).toBeLessThan(30_000);
    two.faults.runMaxBytes = undefined;
    await sync(two);
    expect((await headlines(two)).length).toBe(27);
  });

  it('is stopped while it waits for an answer, and goes on in the next run', async () => {
    const [one, two] = await pair();
    await pinned(one, 'r3');
    const stop = new AbortController();
    server.intervene(({ path }) => {
      if (!path.endsWith('_revs_diff')) return null;
      stop.abort();
      return new Promise(() => {});
    });
    expect(value(await one.sync.syncNow(stop.signal)).last).toMatchObject({ problem: 'stopped', sent: 1 });
    server.intervene(() => null);
    await sync(one, two);
    expect(await headlines(two)).toEqual(['Report r1', 'Report r2', 'Report r3']);
    const never = await exchangePlace();
    expect(value(await never.sync.switchOnSync(choice(), AbortSignal.abort()))).toEqual({
      status: { on: null, last: null },
      problem: 'stopped',
    });
  });

  it('leaves out what somebody changed on the server, and mends it', async () => {
    const [one, two] = await pair();
    let first: { [member: string]: unknown } | null = null;
    server.tamper((body, id) => {
      if (id === 'sidelight') return null;
      // One thing's document under another one's name, and one with a changed letter.
      if (first !== null) return { ...first };
      first = body;
      return { ...body, sealed: `${String(body.sealed).slice(0, 40)}A${String(body.sealed).slice(41)}x` };
    });
    const before = await two.backup();
    const { last } = value(await two.sync.syncNow());
    expect(last).toMatchObject({ problem: null, changed: 0 });
    expect(last?.unreadable).toBeGreaterThanOrEqual(1);
    expect(last?.sent).toBe(last?.unreadable);
    const rows = (backup: string): string[] => backup.split('\n').filter((line) => /"table":"(?:pins|notes)"/.test(line));
    expect(rows(await two.backup())).toEqual(rows(before));
    const third = await exchangePlace();
    await on(third);
    expect(await headlines(third)).toEqual(['Report r1', 'Report r2']);
    expect(value(await third.sync.syncStatus()).last?.unreadable).toBe(0);
    await sync(one);
    expect(await headlines(one)).toEqual(['Report r1', 'Report r2']);
  });

  it('writes anew what somebody deleted on the server, and says so', async () => {
    const [one, two] = await pair();
    server.tamper((_body, id) => (id === 'sidelight' ? null : { _deleted: true }));
    expect(value(await two.sync.syncNow()).last).toMatchObject({ problem: null, changed: 0, unreadable: 2, sent: 2 });
    await sync(one);
    const third = await exchangePlace();
    await on(third);
    for (const place of [one, two, third]) expect(await headlines(place)).toEqual(['Report r1', 'Report r2']);
  });

  it('lets the page look at what is known while a server takes its time', async () => {
    const [one] = await pair();
    const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    server.intervene(async () => {
      ask();
      await answered;
      return null;
    });
    const syncing = one.sync.syncNow();
    await asked;
    expect(value(await one.sync.syncStatus()).on?.url).toBe(server.url());
    expect(value(await one.exchange.listLost())).toEqual([]);
    answer();
    expect(value(await syncing).last?.problem).toBeNull();
  });

  it('asks nobody without the permission, nor when it is off', async () => {
    const [one] = await pair();
    one.faults.granted = false;
    const asked = server.requests.length;
    expect(value(await one.sync.syncNow()).last?.problem).toBe('permission');
    one.faults.granted = true;
    expect(value(await one.sync.switchOffSync())).toEqual({ on: null, last: null });
    expect(value(await one.sync.syncNow())).toEqual({ on: null, last: null });
    expect(server.requests.length).toBe(asked);
    expect(await headlines(one)).toEqual(['Report r1', 'Report r2']);
    // Switched on again, it goes on.
    await on(one);
    expect(value(await one.sync.syncStatus()).last).toMatchObject({ changed: 0, sent: 0 });
  });

  it('is still on where switching off was cut off, and is switched off by another click', async () => {
    const [one] = await pair();
    one.faults.killBeforePouch = true;
    await expect(one.sync.switchOffSync()).rejects.toThrow(Killed);
    one.faults.killBeforePouch = false;
    expect(value(await one.sync.syncStatus()).on?.url).toBe(server.url());
    await sync(one);
    const before = (await indexedDB.databases()).filter(({ name }) => name?.includes('couch')).length;
    expect(value(await one.sync.switchOffSync())).toEqual({ on: null, last: null });
    expect((await indexedDB.databases()).filter(({ name }) => name?.includes('couch'))).toHaveLength(before - 1);
  });

  it('asks at an opening only where the reader wants that', async () => {
    const [one] = await pair();
    expect(value(await one.sync.syncStatus()).on?.whenOpened).toBe(false);
    const asked = server.requests.length;
    value(await one.sync.syncAtOpening());
    expect(server.requests.length).toBe(asked);
    expect(value(await one.sync.setSyncAtOpening(true)).on?.whenOpened).toBe(true);
    value(await one.sync.syncAtOpening());
    expect(server.requests.length).toBeGreaterThan(asked);
  });

  it('hears everything again where the index was lost, and takes nothing away', async () => {
    const [one, two] = await pair();
    await two.loseIndex();
    await sync(two, one);
    for (const place of [one, two]) expect(await headlines(place)).toEqual(['Report r1', 'Report r2']);
  });
});
