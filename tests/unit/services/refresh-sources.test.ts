import { describe, expect, it } from 'vitest';
import type { Source } from '../../../lib/core/source.ts';
import { nextDueMs } from '../../../lib/services/refresh-sources.ts';
import { addSources, changeSource, keepAddress, removeSource, restoreSource, sourceRow } from '../../../lib/services/sources.ts';
import { settle, value } from '../../contract/checks.ts';
import { outlet, record, reporter } from '../../contract/sample-data.ts';
import { type Answer, FEED, MINUTE, rss, START, withUrl, world, xml } from './refresh-world.ts';

const VIEW = { nowMs: START, granted: true, busy: false, reports: 0 };

describe('refreshing sources', () => {
  it('notes where a redirect led', async () => {
    const w = await world({ [FEED]: () => withUrl(xml(rss([])), 'https://cdn.example/feed') });
    await w.add();
    await w.refresh();
    expect(await w.store.listActivity(9)).toMatchObject([{ url: FEED, finalUrl: 'https://cdn.example/feed', status: 200 }]);
  });

  it('takes reports, reporters and the outlet in, notes the request, and asks again in time', async () => {
    const w = await world({
      [FEED]: xml(
        rss([
          { guid: '1', link: 'https://harbour.example/a?utm_source=feed', title: 'Lathe seen at the plant', author: 'Zoë Example' },
          { guid: '2', link: 'https://harbour.example/b', title: 'Port closed for a day', author: 'Zoë Example' },
        ]),
      ),
    });
    const id = await w.add();
    expect(await w.refresh()).toEqual({ fetched: 1, added: 2, updated: 0, unnoted: false });
    const [first] = await w.store.newestArticles(5);
    expect((await w.headlines()).sort()).toEqual(['Lathe seen at the plant', 'Port closed for a day']);
    expect(first?.article).toMatchObject({ language: 'en', sample: false, provenance: { kind: 'feed', source: 'Harbour Times' } });
    expect((await w.store.findArticleByUrl('https://harbour.example/a'))?.article.authors).toEqual([
      { name: 'Zoë Example', reporterId: (await w.store.listReporters())[0]?.id },
    ]);
    expect((await w.store.listReporters()).map(({ name }) => name)).toEqual(['Zoë Example']);
    expect((await w.store.listOutlets()).map(({ name, url }) => [name, url])).toEqual([['Harbour Times', 'https://harbour.example/']]);
    expect(await w.store.listActivity(9)).toMatchObject([{ url: FEED, source: 'Harbour Times', why: 'refresh', status: 200 }]);
    const { state } = await w.stateOf(id);
    expect(state).toMatchObject({ format: 'rss', reports: 2, lastAdded: 2, failure: null });
    expect(state?.fetch.nextAtMs).toBeGreaterThan(START);
    expect(nextDueMs(await w.store.listSources(), START)).toBe(state?.fetch.nextAtMs);
    expect(await w.refresh()).toMatchObject({ fetched: 0 });
    const [request] = w.requests;
    expect([request?.credentials, request?.referrerPolicy, request?.cache]).toEqual(['omit', 'no-referrer', 'no-store']);
  });

  it('names itself where nobody did', async () => {
    const w = await world({ [FEED]: xml(rss([{ link: 'https://harbour.example/a' }], 'The Harbour Times')) });
    const id = await w.add(FEED, '');
    expect((await w.stateOf(id)).source.title).toBe('harbour.example');
    await w.refresh();
    expect((await w.stateOf(id)).source.title).toBe('The Harbour Times');
    expect((await w.store.listOutlets()).map(({ name }) => name)).toEqual(['The Harbour Times']);
    value(await changeSource({ id, title: 'Mine' }, w.deps));
    await w.refresh({ ids: [id] });
    expect((await w.stateOf(id)).source.title).toBe('Mine');
  });

  it('asks only for what is new, and believes 304', async () => {
    const w = await world();
    w.web[FEED] = (request) =>
      request.headers.get('if-none-match') === '"v1"'
        ? xml('', {}, 304)
        : xml(rss([{ guid: '1', link: 'https://harbour.example/a' }]), { etag: '"v1"', 'last-modified': 'Wed, 28 Jan 2026 09:00:00 GMT' });
    const id = await w.add();
    await w.refresh();
    w.state.nowMs += 25 * 60 * MINUTE;
    expect(await w.refresh()).toEqual({ fetched: 1, added: 0, updated: 0, unnoted: false });
    expect(w.requests[1]?.headers.get('if-modified-since')).toBe('Wed, 28 Jan 2026 09:00:00 GMT');
    expect((await w.stateOf(id)).state).toMatchObject({ etag: '"v1"', fetch: { failures: 0, succeededAtMs: w.state.nowMs } });
    expect((await w.store.listActivity(1))[0]?.status).toBe(304);
  });

  it('knows entries again through changed ids, addresses, order and titles', async () => {
    const w = await world();
    const title = 'Lathe arrives at the northern plant';
    w.web[FEED] = xml(
      rss([
        { guid: '1', link: 'https://harbour.example/a', title },
        { guid: '2', link: 'https://harbour.example/b', title: 'Second' },
      ]),
    );
    const id = await w.add();
    await w.refresh({ ids: [id] });
    w.web[FEED] = xml(
      rss([
        { guid: 'new-2', link: 'https://harbour.example/b', title: 'Second, corrected' },
        { guid: 'new-1', link: 'https://harbour.example/moved', title },
      ]),
    );
    expect(await w.refresh({ ids: [id] })).toEqual({ fetched: 1, added: 0, updated: 2, unnoted: false });
    expect((await w.headlines()).sort()).toEqual([title, 'Second, corrected']);
    w.web[FEED] = xml(rss([{ guid: 'new-2', link: 'https://harbour.example/elsewhere', title: 'Quite another title now' }]));
    expect(await w.refresh({ ids: [id] })).toMatchObject({ added: 0, updated: 1 });
    expect((await w.stateOf(id)).state?.reports).toBeGreaterThanOrEqual(2);
    expect(await w.store.status()).toMatchObject({ articles: 2 });
  });

  it('leaves what a pack or the user brought as it is, and counts it as its own too', async () => {
    const w = await world({ [FEED]: xml(rss([{ link: 'https://harbour.example/a', title: 'The feed’s shorter words' }])) });
    value(
      await w.store.addArticles([record('kept', { url: 'https://harbour.example/a', headline: 'The pack’s words', text: 'All of it.' })]),
    );
    const id = await w.add();
    expect(await w.refresh()).toEqual({ fetched: 1, added: 0, updated: 0, unnoted: false });
    expect(await w.headlines()).toEqual(['The pack’s words']);
    expect((await w.store.heldBy(id)).articles).toEqual(['kept']);
  });

  it('keeps the longer text when a feed shortens it, and takes a new headline', async () => {
    const w = await world();
    const long = 'A long text about the lathe. '.repeat(20);
    w.web[FEED] = xml(rss([{ guid: '1', link: 'https://harbour.example/a', title: 'First headline', text: long }]));
    const id = await w.add();
    await w.refresh({ ids: [id] });
    const before = (await w.store.newestArticles(1))[0]!.article;
    w.web[FEED] = xml(rss([{ guid: '1', link: 'https://harbour.example/a', title: 'Second headline', text: 'Short.' }]));
    await w.refresh({ ids: [id] });
    const after = (await w.store.newestArticles(1))[0]!.article;
    expect([after.id, after.headline]).toEqual([before.id, 'Second headline']);
    expect(after.text.length).toBe(before.text.length);
  });

  it('finds the same reporter at the same outlet, and no stranger of the same name', async () => {
    const w = await world({ [FEED]: xml(rss([{ link: 'https://harbour.example/a', author: 'Zoe Example' }])) });
    value(await w.store.putOutlets([outlet('o:h', { name: 'The Harbour', url: 'https://www.harbour.example/' }), outlet('o:x')]));
    value(
      await w.store.putReporters([
        reporter('r:here', { name: 'Zoë Example', outletId: 'o:h', bio: 'b' }),
        reporter('r:stranger', { name: 'Zoe Example', outletId: 'o:x' }),
      ]),
    );
    await w.add();
    await w.refresh();
    const [stored] = await w.store.newestArticles(1);
    expect(stored?.article).toMatchObject({ outletId: 'o:h', authors: [{ name: 'Zoe Example', reporterId: 'r:here' }] });
    expect((await w.store.getReporters(['r:here']))[0]?.bio).toBe('b');
  });

  it('tells outlets of one platform apart, and outlets of one name', async () => {
    const feeds = [
      'https://alpha.substack.com/feed',
      'https://beta.substack.com/feed',
      'https://dnevnik.bg.example/feed',
      'https://dnevnik-si.example/feed',
    ];
    const w = await world(
      Object.fromEntries(feeds.map((url) => [url, xml(rss([{ link: new URL('/a', url).href, title: `Report of ${url}` }]))])),
    );
    for (const [at, url] of feeds.entries()) await w.add(url, at < 2 ? `Letter ${at}` : 'Dnevnik');
    await w.refresh();
    const outlets = (await w.store.newestArticles(9)).map(({ article: { url, outletId } }) => [new URL(url).host, outletId]);
    expect(new Map(outlets as [string, string][])).toEqual(new Map(feeds.map((url) => [new URL(url).host, `outlet:${new URL(url).host}`])));
    expect(await w.store.listOutlets()).toHaveLength(4);
  });

  it('fetches several hosts at once, one request a host, with a pause between', async () => {
    const web: Record<string, Answer> = {};
    const w = await world(web);
    for (let host = 0; host < 6; host++) {
      for (const path of ['a', 'b', 'c']) {
        const url = `https://h${host}.example/${path}`;
        web[url] = xml(rss([{ link: `${url}/1`, title: `Report ${host} ${path} on a lathe` }]));
        await w.add(url, `${host}${path}`);
      }
    }
    expect(await w.refresh()).toMatchObject({ fetched: 18, added: 18 });
    expect([w.crowd.host, w.crowd.all]).toEqual([1, 4]);
    expect(w.slept).toEqual(Array.from({ length: 12 }, () => 1_000));
  });

  it.each<[string, Answer | null, string, number | null]>([
    ['nobody there', null, 'unreachable', null],
    ['an error', xml('', {}, 500), 'refused', 500],
    ['a page', new Response('<!doctype html><title>Hello</title>', { headers: { 'content-type': 'text/html' } }), 'not-a-feed', 200],
    [
      'a list of feeds',
      xml('<opml version="2.0"><body><outline text="a" xmlUrl="https://a.example/feed"/></body></opml>'),
      'no-reports',
      200,
    ],
    ['a sitemap without headlines', xml('<urlset><url><loc>https://a.example/1</loc></url></urlset>'), 'no-reports', 200],
    ['an endless answer', () => endless(), 'too-large', 200],
    ['a redirect home', () => withUrl(xml(rss([])), 'http://192.168.1.1/feed'), 'private-address', 200],
  ])('%s: the source fails in words, and is tried again later', async (_name, answer, code, status) => {
    const w = await world(answer === null ? {} : { [FEED]: answer });
    const id = await w.add();
    expect(await w.refresh()).toMatchObject({ fetched: 1, added: 0 });
    const { source, state } = await w.stateOf(id);
    expect(state?.failure).toEqual({ code, status });
    expect(state?.fetch.nextAtMs).toBeGreaterThan(START);
    expect(sourceRow(source, state, VIEW).health).toMatchObject({ code: 'failing', failures: 1 });
    // One line a request: a source that does not answer is asked twice.
    expect((await w.store.listActivity(9)).map(({ url }) => url)).toEqual(w.requests.map(({ url }) => url));
    expect(await w.store.status()).toMatchObject({ articles: 0 });
  });

  it('gives up a source that is gone, waits as long as it is asked to, and pauses', async () => {
    const [gone, busy, paused] = ['https://gone.example/f', 'https://busy.example/f', 'https://paused.example/f'];
    const w = await world({ [gone]: xml('', {}, 410), [busy]: xml('', { 'retry-after': '7200' }, 429), [paused]: xml(rss([])) });
    const ids = [await w.add(gone), await w.add(busy), await w.add(paused)];
    value(await changeSource({ id: ids[2]!, paused: true }, w.deps));
    expect(await w.refresh()).toMatchObject({ fetched: 2 });
    expect((await w.stateOf(ids[0]!)).state?.fetch).toMatchObject({ gone: true, nextAtMs: null });
    expect((await w.stateOf(ids[1]!)).state?.fetch.nextAtMs).toBeGreaterThanOrEqual(START + 7_200_000);
    w.state.nowMs += 30 * 24 * 60 * MINUTE;
    expect(await w.refresh()).toMatchObject({ fetched: 1 });
    value(await changeSource({ id: ids[2]!, paused: false }, w.deps));
    expect(await w.refresh()).toMatchObject({ fetched: 1 });
  });

  it('does not take an address that another source has', async () => {
    const other = 'https://harbour.example/other';
    const w = await world({ [FEED]: () => withUrl(xml(rss([])), other), [other]: () => xml(rss([])) });
    const [id, second] = [await w.add(), await w.add(other, 'Other')];
    for (let round = 0; round < 4; round++) await w.refresh({ ids: [id, second] });
    expect((await w.stateOf(id)).source.url).toBe(FEED);
    const refused = await changeSource({ id, url: `${other}#top` }, { store: w.store, nowMs: () => START });
    expect(refused).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(value(await changeSource({ id: second, url: other }, { store: w.store, nowMs: () => START })).url).toBe(other);
  });

  it('offers another site’s address after three fetches, follows one of the same site, and can be told to keep its own', async () => {
    const w = await world();
    w.web[FEED] = () => withUrl(xml(rss([])), 'https://new.example/feed');
    const id = await w.add();
    for (let times = 0; times < 3; times++) await w.refresh({ ids: [id] });
    const item = await w.stateOf(id);
    const row = sourceRow(item.source, item.state, VIEW);
    expect([row.url, row.health]).toEqual([FEED, { code: 'moved', url: 'https://new.example/feed' }]);
    value(await keepAddress(id, w.store));
    expect((await w.stateOf(id)).state?.fetch.moved).toBeNull();
    w.web[FEED] = () => withUrl(xml(rss([])), 'https://harbour.example/feed.xml');
    for (let times = 0; times < 3; times++) await w.refresh({ ids: [id] });
    expect((await w.stateOf(id)).source).toMatchObject({ id, url: 'https://harbour.example/feed.xml' });
    // Added again by the address of before, it stays where it went.
    expect(value(await addSources([{ url: FEED, title: '', siteUrl: null, folders: [] }], w.deps))).toEqual({ added: [], known: [id] });
    expect((await w.stateOf(id)).source.url).toBe('https://harbour.example/feed.xml');
  });

  it('asks nobody without permission or connection, and blames no source for it', async () => {
    const w = await world({ [FEED]: xml(rss([{ link: 'https://harbour.example/a' }])) });
    const id = await w.add();
    w.state.online = false;
    w.deps.isOnline = () => w.state.online;
    expect(await w.refresh()).toMatchObject({ fetched: 0 });
    w.state.online = true;
    w.deps.isGranted = async () => false;
    expect(await w.refresh()).toMatchObject({ fetched: 0 });
    expect(w.requests).toEqual([]);
    expect((await w.stateOf(id)).state).toMatchObject({ failure: { code: 'no-permission' }, fetch: { failures: 0 } });
    expect(nextDueMs(await w.store.listSources(), START)).toBeGreaterThan(START + MINUTE);
    w.deps.isGranted = async () => true;
    expect(await w.refresh({ ids: [id] })).toMatchObject({ added: 1 });
    expect((await w.stateOf(id)).state?.failure).toBeNull();
  });

  it('stopped, leaves the rest for its time', async () => {
    const stop = new AbortController();
    const w = await world();
    for (const path of ['a', 'b']) {
      w.web[`https://harbour.example/${path}`] = () => {
        stop.abort();
        return xml(rss([]));
      };
      await w.add(`https://harbour.example/${path}`, path);
    }
    expect(await w.refresh({ signal: stop.signal })).toMatchObject({ fetched: 0 });
    expect(w.requests).toHaveLength(1);
    expect((await w.store.listSources()).map(({ state }) => state)).toEqual([null, null]);
  });

  it('cut off while a document is taken in, does all of it again, not at once, and doubles nothing', async () => {
    const w = await world({ [FEED]: xml(rss([{ guid: '1', link: 'https://harbour.example/a' }]), { etag: '"v1"' }) });
    const id = await w.add();
    const add = w.store.addReportsOf;
    w.store.addReportsOf = () => Promise.reject(new Error('killed'));
    expect(await w.refresh()).toMatchObject({ fetched: 0 });
    expect(w.errors).toEqual([new Error('killed')]);
    w.store.addReportsOf = add;
    w.state.nowMs += MINUTE;
    expect(await w.refresh()).toMatchObject({ fetched: 0 });
    w.state.nowMs += 15 * MINUTE;
    expect(await w.refresh()).toMatchObject({ fetched: 1, added: 1 });
    expect(w.requests[1]?.headers.get('if-none-match')).toBeNull();
    expect(await w.store.status()).toMatchObject({ articles: 1 });
    expect((await w.store.heldBy(id)).articles).toHaveLength(1);
    expect((await w.stateOf(id)).state).toMatchObject({ failure: null, reports: expect.any(Number), fetch: { failures: 0 } });
  });
});

describe('sources on the user’s word', () => {
  it('are added once, under a name that can be shown, and never from this computer', async () => {
    const w = await world();
    const add = (url: string, title = '') => addSources([{ url, title, siteUrl: null, folders: ['World'] }], w.deps);
    expect(value(await add('https://www.harbour.example/feed#top'))).toMatchObject({ added: [expect.any(String)], known: [] });
    expect(value(await add('http://www.harbour.example/feed/'))).toMatchObject({ added: [], known: [expect.any(String)] });
    expect((await w.store.listSources()).map(({ source }) => [source.title, source.url, source.folders])).toEqual([
      ['harbour.example', 'https://www.harbour.example/feed', ['World']],
    ]);
    for (const url of ['http://localhost/feed', 'http://10.0.0.1/', 'javascript:alert(1)', 'file:///etc/passwd']) {
      expect((await add(url)).ok).toBe(false);
    }
    expect(await w.store.listSources()).toHaveLength(1);
  });

  it('are removed with their reports, and put back whole', async () => {
    const w = await world({
      [FEED]: xml(rss([{ guid: '1', link: 'https://harbour.example/a', title: 'Lathe seen at the plant', author: 'Zoë Example' }])),
    });
    const id = await w.add();
    await w.refresh();
    const before = (await w.stateOf(id)).state;
    expect(before).toMatchObject({ reports: 1, failure: null });
    const removal = value(await removeSource(id, false, w.store));
    expect(await w.store.status()).toMatchObject({ articles: 0, reporters: 0, outlets: 0 });
    expect(await w.store.listSources()).toEqual([]);
    value(await restoreSource(removal, w.deps));
    await settle(w.store);
    expect(await w.store.status()).toMatchObject({ articles: 1, reporters: 1, outlets: 1 });
    expect((await w.store.listSources()).map(({ source }: { source: Source }) => source.id)).toEqual([id]);
    // Nothing of what fetching taught is lost: it is not new, and asks when it would have asked.
    expect((await w.stateOf(id)).state).toEqual(before);
    expect(await w.refresh({ ids: [id] })).toMatchObject({ added: 0 });
    expect((await w.stateOf(id)).state).toMatchObject({ reports: 1 });
    expect((await removeSource('source:none', false, w.store)).ok).toBe(false);
  });
});

function endless(): Response {
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(1_000_000).fill(32));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/rss+xml' } });
}
