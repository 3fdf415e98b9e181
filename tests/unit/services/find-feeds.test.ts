import { describe, expect, it } from 'vitest';
import { feedsOfOpml, findFeeds } from '../../../lib/services/find-feeds.ts';
import { refused, value } from '../../contract/checks.ts';

describe('an OPML file', () => {
  it('brings all feeds but those of this computer and its network, which are counted', async () => {
    const urls = ['https://a.example/feed', 'http://localhost:1200/telegram/channel', 'http://192.168.1.5/rss', 'https://b.example/feed'];
    const text = `<opml version="2.0"><body>${urls.map((url) => `<outline text="x" xmlUrl="${url}"/>`).join('')}</body></opml>`;
    const { feeds, leftOut } = value(await feedsOfOpml(text, { listSources: async () => [] }));
    expect([feeds.map(({ url }) => url), leftOut]).toEqual([['https://a.example/feed', 'https://b.example/feed'], 2]);
    const other = ['feed://c.example/rss', 'feed:https://d.example/rss', 'FEED://https://e.example/rss', 'urn:x'];
    const more = `<opml version="2.0"><body>${other.map((url) => `<outline text="x" xmlUrl="${url}"/>`).join('')}</body></opml>`;
    const second = value(await feedsOfOpml(more, { listSources: async () => [] }));
    expect([second.feeds.map(({ url }) => url), second.leftOut]).toEqual([
      ['http://c.example/rss', 'https://d.example/rss', 'https://e.example/rss'],
      1,
    ]);
    refused(await feedsOfOpml('<html></html>', { listSources: async () => [] }), 'not-a-feed');
  });
});

describe('an address', () => {
  it('that leads to a site which may not be read says so; one that nobody answers says that', async () => {
    const asked: RequestInit[] = [];
    const at = (url: string) =>
      findFeeds(url, false, {
        store: { addActivity: async () => ({ ok: true, value: undefined }), listSources: async () => [] },
        fetch: async (input, init) => {
          asked.push(init ?? {});
          if (init?.redirect !== 'manual' || !String(input).includes('moved')) throw new TypeError('Failed to fetch');
          return Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
        },
        nowMs: () => 0,
        sleep: async () => {},
        isGranted: async () => true,
      });
    refused(await at('https://moved.example/'), 'leads-away');
    refused(await at('https://silent.example/'), 'page-unreachable');
    expect(
      asked.every(({ credentials, referrerPolicy, cache }) => `${credentials} ${referrerPolicy} ${cache}` === 'omit no-referrer no-store'),
    ).toBe(true);
    expect(asked).toHaveLength(4);
  });
});
