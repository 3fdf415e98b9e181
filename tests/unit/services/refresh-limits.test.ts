import { describe, expect, it } from 'vitest';
import { fail } from '../../../lib/core/result.ts';
import { nextDueMs } from '../../../lib/services/refresh-sources.ts';
import { derive } from '../../contract/sample-data.ts';
import { FEED, MINUTE, rss, START, withUrl, world, xml } from './refresh-world.ts';

const DAY = 24 * 60 * MINUTE;
const A = 'https://harbour.example/a';

describe('a clock that was wrong', () => {
  it('ahead by years keeps no source waiting once it is right', async () => {
    const w = await world({ [FEED]: xml(rss([])) });
    const id = await w.add();
    w.state.nowMs = Date.UTC(2031, 0, 1);
    await w.refresh();
    w.state.nowMs = START;
    expect(nextDueMs(await w.store.listSources(), START)).toBe(START);
    expect(await w.refresh()).toMatchObject({ fetched: 1 });
    expect((await w.stateOf(id)).state?.fetch.nextAtMs).toBeLessThan(START + 2 * DAY);
  });

  it('leaves the activity as it was, and is believed after a day', async () => {
    const w = await world({ [FEED]: xml(rss([])) });
    const id = await w.add();
    const fetchAt = async (nowMs: number) => {
      w.state.nowMs = nowMs;
      await w.refresh({ ids: [id] });
    };
    const years = async () => (await w.store.listActivity(99)).map(({ atMs }) => new Date(atMs).getUTCFullYear());
    for (const nowMs of [START, START + DAY, Date.UTC(2031, 0, 1), Date.UTC(2031, 0, 1, 9)]) await fetchAt(nowMs);
    expect(await years()).toEqual([2031, 2031, 2026, 2026]);
    await fetchAt(START + 2 * DAY);
    expect((await years()).filter((year) => year === 2026)).toHaveLength(3);
    await fetchAt(Date.UTC(2031, 0, 2, 9));
    expect(new Set(await years())).toEqual(new Set([2031]));
  });
});

describe('a full disk', () => {
  it('ends the round at the first outcome that cannot be noted, and says so; every source is still due', async () => {
    const feeds = Array.from({ length: 12 }, (_, at) => `https://outlet-${at}.example/feed`);
    const w = await world(Object.fromEntries(feeds.map((url) => [url, xml(rss([{ link: `${url}/a` }]))])));
    for (const url of feeds) await w.add(url, url);
    const { putSourceState } = w.store;
    w.store.putSourceState = async () => fail('quota-exceeded', 'Full.');
    expect(await w.refresh()).toMatchObject({ added: 0, updated: 0, unnoted: true });
    expect(w.requests.length).toBeLessThanOrEqual(4);
    expect(nextDueMs(await w.store.listSources(), START)).toBeLessThanOrEqual(START);
    w.store.putSourceState = putSourceState;
    expect(await w.refresh()).toMatchObject({ fetched: 12, unnoted: false });
  });

  it('or an error of one source: the others are asked for, and it is said', async () => {
    const w = await world({ [FEED]: xml(rss([])), 'https://other.example/feed': xml(rss([])) });
    const id = await w.add();
    await w.add('https://other.example/feed', 'Other');
    const { getSource } = w.store;
    w.store.getSource = (asked) => (asked === id ? Promise.reject(new Error('A bug.')) : getSource(asked));
    expect(await w.refresh()).toMatchObject({ fetched: 1, unnoted: true });
    expect(w.errors).toHaveLength(1);
  });
});

describe('a document that is too much', () => {
  const items = Array.from({ length: 6 }, (_, at) => ({
    guid: `${at}`,
    link: `${A}/${at}`,
    title: `Report ${at}`,
    text: 'word '.repeat(30_000),
  }));
  const content = (body: string) =>
    body
      .replaceAll('<description>', '<description>Short.</description><content:encoded>')
      .replaceAll('</description><pub', '</content:encoded><pub')
      .replace('<rss ', '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ');

  it('is taken in with turns for others between its reports, each text cut', async () => {
    const w = await world({ [FEED]: xml(content(rss(items))) });
    await w.add();
    let turn = 0;
    const derivedAt: number[] = [];
    w.deps.derive = (article) => {
      derivedAt.push(turn);
      return derive(article);
    };
    const timer = setInterval(() => turn++, 0);
    const add = w.store.addReportsOf;
    const batches: number[] = [];
    w.store.addReportsOf = (id, records) => {
      batches.push(records.length);
      return add(id, records);
    };
    expect(await w.refresh()).toMatchObject({ added: 6 });
    clearInterval(timer);
    expect(new Set(derivedAt).size).toBe(6);
    expect(batches).toEqual([4, 2]);
    const lengths = (await w.store.newestArticles(9)).map(({ article: { text } }) => text.length);
    expect(lengths).toEqual(items.map(() => 100_000));
  });

  it('and ends the background, is not asked for again at once', async () => {
    const w = await world({ [FEED]: xml(rss([{ link: A }])) });
    const id = await w.add();
    let seen: unknown;
    w.deps.derive = (article) => {
      seen = w.stateOf(id);
      return derive(article);
    };
    await w.refresh();
    expect(await seen).toMatchObject({ state: { failure: { code: 'not-stored' }, fetch: { failures: 1 } } });
    expect((await w.stateOf(id)).state).toMatchObject({ failure: null, fetch: { failures: 0 } });
  });

  it('an error in one source leaves the others alone, and that one waits', async () => {
    const bad = 'https://bad.example/feed';
    const w = await world({
      [FEED]: xml(rss([{ link: A, title: 'Good' }])),
      [bad]: xml(rss([{ link: 'https://bad.example/1', title: 'Bad' }])),
    });
    const [, id] = [await w.add(), await w.add(bad, 'Bad')];
    w.deps.derive = (article) => {
      if (article.headline === 'Bad') throw new Error('boom');
      return derive(article);
    };
    const busy = new Set<string>();
    await w.refresh({ onChange: (source, isBusy) => void (isBusy ? busy.add(source) : busy.delete(source)) });
    expect([await w.headlines(), [...busy], w.errors]).toEqual([['Good'], [], [new Error('boom')]]);
    const { state } = await w.stateOf(id);
    expect(state).toMatchObject({ failure: { code: 'not-stored' } });
    expect(state?.fetch.nextAtMs).toBeGreaterThan(START + 5 * MINUTE);
  });
});

describe('a host that asks for rest', () => {
  const [first, second] = ['https://harbour.example/1', 'https://harbour.example/2'] as const;

  it.each([
    ['429 with Retry-After', xml('', { 'retry-after': '7200' }, 429), 120],
    ['503 with Retry-After', xml('', { 'retry-after': '7200' }, 503), 120],
    ['429 alone', xml('', {}, 429), 15],
  ] as const)('%s: none of its feeds is asked for till then, and none is blamed', async (_name, answer, minutes) => {
    const w = await world({ [first]: answer, [second]: answer, [FEED]: answer, 'https://other.example/feed': xml(rss([])) });
    const ids = [await w.add(first), await w.add(second), await w.add(), await w.add('https://other.example/feed')];
    expect(await w.refresh({ ids })).toMatchObject({ fetched: 2 });
    const asked = w.requests.filter(({ url }) => url.includes('harbour')).map(({ url }) => url);
    expect(asked).toHaveLength(1);
    const others = (await w.store.listSources()).filter(({ source: { url } }) => url.includes('harbour') && !asked.includes(url));
    expect(others.map(({ state }) => [state?.failure, state?.fetch.failures, state?.fetch.nextAtMs])).toEqual(
      others.map(() => [null, 0, START + minutes * MINUTE]),
    );
    w.state.nowMs = START + (minutes - 1) * MINUTE;
    await w.refresh();
    expect(w.requests.filter(({ url }) => others.some(({ source }) => source.url === url))).toEqual([]);
    w.state.nowMs = START + (minutes + 1) * MINUTE;
    await w.refresh();
    expect(w.requests.filter(({ url }) => others.some(({ source }) => source.url === url))).toHaveLength(1);
  });

  it('a feed that is always refused does not keep the others from being asked for', async () => {
    const w = await world({ [first]: xml(rss([])), [second]: xml('', { 'retry-after': '7200' }, 429), [FEED]: xml(rss([])) });
    for (const url of [first, second, FEED]) await w.add(url);
    for (let times = 0; times < 3; times++) {
      await w.refresh();
      w.state.nowMs += DAY;
    }
    expect(new Set(w.requests.map(({ url }) => url))).toEqual(new Set([first, second, FEED]));
  });

  it('another host at the end of a redirect does not speak for it; a broken feed asks for nothing', async () => {
    const w = await world({
      [first]: () => withUrl(xml('', { 'retry-after': '7200' }, 429), 'https://evil.example/'),
      [second]: xml('', {}, 500),
    });
    for (const url of [first, second]) await w.add(url);
    expect(await w.refresh()).toMatchObject({ fetched: 2 });
  });
});

describe('dates far ahead', () => {
  it('are unknown, tomorrow’s is not; known later, they are taken', async () => {
    const item = (at: number, date: string) => ({ guid: `${at}`, link: `${A}/${at}`, title: `Report ${at}`, date });
    const dates = ['Tue, 31 Dec 2199 00:00:00 GMT', 'Fri, 30 Jan 2026 12:00:00 GMT', 'Wed, 04 Feb 2026 09:00:00 GMT'];
    const w = await world({ [FEED]: xml(rss(dates.map((date, at) => item(at, date)))) });
    const id = await w.add();
    await w.refresh();
    const stated = async () =>
      (await w.store.newestArticles(9))
        .map(({ article: { headline, datePublished, publishedAtMs } }) => [headline, datePublished?.slice(0, 10), publishedAtMs])
        .sort();
    const tomorrow = ['Report 1', '2026-01-30', START + DAY];
    expect(await stated()).toEqual([['Report 0', undefined, null], tomorrow, ['Report 2', undefined, null]]);
    expect((await w.stateOf(id)).state?.recentMs).toEqual([START]);
    w.state.nowMs += 5 * DAY;
    await w.refresh();
    expect(await stated()).toEqual([['Report 0', undefined, null], tomorrow, ['Report 2', '2026-02-04', Date.UTC(2026, 1, 4, 9)]]);
    // A good date stays where a later one is absurd.
    w.web[FEED] = xml(rss([{ ...item(1, dates[0]!), title: 'Report 1, corrected' }]));
    w.state.nowMs += DAY;
    await w.refresh();
    expect((await stated()).at(1)).toEqual(['Report 1, corrected', '2026-01-30', START + DAY]);
  });
});
