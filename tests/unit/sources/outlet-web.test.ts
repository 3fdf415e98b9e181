import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Feed } from '../../../lib/core/feed.ts';
import { readFeed } from '../../../lib/feeds/read-feed.ts';
import { type Certificate, makeCertificate } from '../../support/certificate.ts';
import { fetchThrough } from '../../support/fetch-through.ts';
import { type LoopbackWeb, startLoopbackWeb } from '../../support/loopback-web.ts';
import { MOVED_TO, OUTLET_HOSTS, OUTLET_WAYS, type OutletWay, type OutletWeb, outletWeb } from '../../support/outlet-web.ts';
import { extract } from '../extract/page.ts';

const NOW = Date.UTC(2026, 10, 26, 12);

let certificate: Certificate;
let outlets: OutletWeb;
let web: LoopbackWeb;
let restore: () => void;

beforeAll(async () => {
  certificate = await makeCertificate([...OUTLET_HOSTS]);
  web = await startLoopbackWeb(certificate, (host, path, ask) => outlets.handler(host, path, ask));
  restore = fetchThrough(web, certificate);
});
afterAll(async () => {
  restore();
  await web.close();
});
beforeEach(() => {
  outlets = outletWeb({ nowMs: () => NOW, slowMs: 200, dripMs: 5 });
  web.forget();
});

function ask(way: OutletWay, init: RequestInit = {}): Promise<Response> {
  return fetch(outlets.outlet(way).feedUrl, init);
}

async function feedOf(response: Response): Promise<{ feed: Feed; problems: string[] }> {
  const reading = readFeed(new Uint8Array(await response.arrayBuffer()), {
    contentType: response.headers.get('content-type'),
    url: response.url,
  });
  if (!reading.ok) throw new Error(reading.error.message);
  return { feed: reading.value.document as Feed, problems: reading.value.problems.map(({ code }) => code) };
}

function addresses(way: OutletWay): string[] {
  return outlets.outlet(way).articles.map(({ url }) => url);
}

describe('the web of outlets', () => {
  it('has a host for each way, three reports each, and one of its own', () => {
    const all = OUTLET_WAYS.map((way) => outlets.outlet(way));
    expect(new Set(all.map(({ host }) => host)).size).toBe(22);
    expect(all.every(({ articles }) => articles.length === 3)).toBe(true);
    expect(new Set(all.map(({ articles }) => articles[0]?.headline)).size).toBe(22);
  });

  it.each([
    ['rss', 'rss'],
    ['atom', 'atom'],
    ['json-feed', 'json-feed'],
    ['news-sitemap', 'news-sitemap'],
    ['gzip', 'rss'],
    ['slow', 'rss'],
  ] as const)('%s is read as %s, entry for entry', async (way, format) => {
    const { feed, problems } = await feedOf(await ask(way));
    expect([feed.format, problems]).toEqual([format, []]);
    const { articles } = outlets.outlet(way);
    expect(feed.entries.map(({ url, title, datePublished }) => ({ url, title, at: Date.parse(datePublished ?? '') }))).toEqual(
      articles.map(({ url, headline, datePublished }) => ({ url, title: headline, at: Date.parse(datePublished) })),
    );
  });

  it('slow takes its time', async () => {
    const begin = Date.now();
    await (await ask('slow')).text();
    expect(Date.now() - begin).toBeGreaterThanOrEqual(190);
  });

  it.each([
    ['etag', 'etag', 'if-none-match'],
    ['last-modified', 'last-modified', 'if-modified-since'],
  ] as const)('%s answers 304 until something is published', async (way, stated, asked) => {
    const first = await ask(way);
    const mark = first.headers.get(stated) ?? '';
    expect([first.status, mark.length > 10]).toEqual([200, true]);
    const again = await ask(way, { headers: { [asked]: mark } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    outlets.publish(way);
    const third = await ask(way, { headers: { [asked]: mark } });
    expect(third.status).toBe(200);
    expect((await feedOf(third)).feed.entries).toHaveLength(4);
  });

  it('moved-here and moved-away lead to the feed', async () => {
    const here = await ask('moved-here');
    expect(here.url).toBe(`${outlets.outlet('moved-here').home}rss/latest.xml`);
    const away = await ask('moved-away');
    expect(new URL(away.url).host).toBe(MOVED_TO);
    expect((await feedOf(away)).feed.entries.map(({ url }) => url)).toEqual(addresses('moved-away'));
    expect((await ask('moved-away', { redirect: 'manual' })).status).toBe(301);
  });

  it.each([
    ['gone', 410, null],
    ['too-many', 429, '120'],
    ['error', 500, null],
  ] as const)('%s answers %d', async (way, status, retryAfter) => {
    const response = await ask(way);
    expect([response.status, response.headers.get('retry-after')]).toEqual([status, retryAfter]);
  });

  it('endless goes on until nobody listens', async () => {
    const listening = new AbortController();
    const reader = (await ask('endless', { signal: listening.signal })).body!.getReader();
    let items = 0;
    for (; items < 10; items++) expect((await reader.read()).done).toBe(false);
    listening.abort();
    await expect(reader.read()).rejects.toThrow();
    expect(items).toBe(10);
  });

  it('truncated breaks off within the last item', async () => {
    const { feed, problems } = await feedOf(await ask('truncated'));
    expect(problems).toContain('cut-short');
    expect(feed.entries.length).toBeGreaterThanOrEqual(2);
  });

  it('gz-file is a file, not an encoding', async () => {
    const response = await ask('gz-file');
    expect(response.headers.get('content-encoding')).toBeNull();
    const text = gunzipSync(await response.arrayBuffer()).toString();
    for (const url of addresses('gz-file')) expect(text).toContain(url);
  });

  it('wrong-charset is Cyrillic all the same', async () => {
    const { feed } = await feedOf(await ask('wrong-charset'));
    expect(feed.entries[0]?.title).toBe('У Харкові відкрили ще одну школу в метро');
  });

  it('loop never arrives', async () => {
    await expect(ask('loop')).rejects.toThrow();
    expect(web.requests.length).toBeGreaterThan(10);
  });

  it('page is a page that says where the feed is', async () => {
    const response = await ask('page');
    expect(response.headers.get('content-type')).toContain('text/html');
    const href = /<link rel="alternate" type="application\/rss\+xml"[^>]* href="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    const { feed } = await feedOf(await fetch(new URL(href, response.url)));
    expect(feed.entries).toHaveLength(3);
  });

  it('new-ids calls the same reports otherwise', async () => {
    const first = (await feedOf(await ask('new-ids'))).feed.entries;
    const second = (await feedOf(await ask('new-ids'))).feed.entries;
    expect(second.map(({ url }) => url)).toEqual(first.map(({ url }) => url));
    expect(second.map(({ id }) => id)).not.toEqual(first.map(({ id }) => id));
  });

  it('reordered turns round', async () => {
    const first = (await feedOf(await ask('reordered'))).feed.entries;
    const second = (await feedOf(await ask('reordered'))).feed.entries;
    expect(second).toEqual(first.toReversed());
  });

  it('to-private leads to this computer', async () => {
    const response = await ask('to-private', { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, 'http://127.0.0.1/feed.xml']);
  });

  it('has a page for every report, and front pages that say where the feed is', async () => {
    for (const way of OUTLET_WAYS) {
      const outlet = outlets.outlet(way);
      const front = await (await fetch(outlet.home)).text();
      expect(front).toContain('<link rel="alternate"');
      for (const { url, headline, text } of outlet.articles) {
        const page = await (await fetch(url)).text();
        expect(front).toContain(url);
        expect(page).toContain(headline);
        expect(page).toContain(text.at(-1));
      }
    }
    expect((await fetch(`${outlets.outlet('rss').home}nowhere`)).status).toBe(404);
  });

  it('has pages that are read as what the feed announces', async () => {
    for (const { language, name, articles } of OUTLET_WAYS.map(outlets.outlet)) {
      for (const { url, headline, reporter, datePublished, text } of articles) {
        const page = extract(await (await fetch(url)).text(), url);
        expect(page).toMatchObject({
          isArticle: true,
          url,
          headline,
          language,
          outlet: { name },
          authors: [{ name: reporter }],
          paragraphs: text,
        });
        expect(Date.parse(page.datePublished ?? '')).toBe(Date.parse(datePublished));
      }
    }
  });

  it('plays over http as well', async () => {
    outlets = outletWeb({ scheme: 'http', nowMs: () => NOW });
    const { feed } = await feedOf(await ask('rss'));
    expect(feed.entries[0]?.url).toMatch(/^http:\/\/outlet-01\.example\/2026\//);
    expect(web.requests.map(({ scheme, host, path }) => ({ scheme, host, path }))).toEqual([
      { scheme: 'http', host: 'outlet-01.example', path: '/feed.xml' },
    ]);
  });

  it('keeps what was asked, headers included', async () => {
    await ask('rss', { headers: { 'if-none-match': '"x"', cookie: 'a=b' } });
    expect(web.requests).toMatchObject([
      { method: 'GET', scheme: 'https', host: 'outlet-01.example', path: '/feed.xml', headers: { 'if-none-match': '"x"' } },
    ]);
    expect(web.requests[0]?.headers.referer).toBeUndefined();
  });
});
