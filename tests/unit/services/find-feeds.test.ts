import { describe, expect, it } from 'vitest';
import { feedsOfOpml } from '../../../lib/services/find-feeds.ts';
import { refused, value } from '../../contract/checks.ts';

describe('an OPML file', () => {
  it('brings all feeds but those of this computer and its network, which are counted', async () => {
    const urls = ['https://a.example/feed', 'http://localhost:1200/telegram/channel', 'http://192.168.1.5/rss', 'https://b.example/feed'];
    const text = `<opml version="2.0"><body>${urls.map((url) => `<outline text="x" xmlUrl="${url}"/>`).join('')}</body></opml>`;
    const { feeds, leftOut } = value(await feedsOfOpml(text, { listSources: async () => [] }));
    expect([feeds.map(({ url }) => url), leftOut]).toEqual([['https://a.example/feed', 'https://b.example/feed'], 2]);
    refused(await feedsOfOpml('<html></html>', { listSources: async () => [] }), 'not-a-feed');
  });
});
