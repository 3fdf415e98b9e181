import { describe, expect, it } from 'vitest';
import { changeSource, removeSource } from '../../../lib/services/sources.ts';
import { value } from '../../contract/checks.ts';
import { FEED, rss, START, withUrl, world, xml } from './refresh-world.ts';

const A = 'https://harbour.example/a';

describe('a source that changes while it is fetched', () => {
  const report = xml(rss([{ guid: '1', link: A, title: 'Mayor opens the new bridge', author: 'Zoë Example' }]));

  it.each(['Harbour Times', ''])('removed (named “%s”), leaves nothing behind and does not come back', async (title) => {
    const w = await world();
    const id = await w.add(FEED, title);
    w.web[FEED] = async () => {
      value(await removeSource(id, false, w.store));
      return report.clone();
    };
    expect(await w.refresh({ ids: [id] })).toMatchObject({ fetched: 0 });
    expect(await w.store.listSources()).toEqual([]);
    expect(await w.store.status()).toMatchObject({ articles: 0, reporters: 0, outlets: 0 });
    expect((await w.store.heldBy(id)).articles).toEqual([]);
  });

  it('removed while its reports are taken in, gets none of those that follow', async () => {
    const w = await world({ [FEED]: report });
    const id = await w.add();
    const put = w.store.putOutlets;
    w.store.putOutlets = async (outlets) => {
      value(await removeSource(id, false, w.store));
      return put(outlets);
    };
    expect(await w.refresh({ ids: [id] })).toMatchObject({ fetched: 0 });
    expect(await w.store.status()).toMatchObject({ articles: 0 });
    expect(await w.store.listSources()).toEqual([]);
  });

  it('paused or renamed, stays so; given another address, learns nothing from the one before', async () => {
    const w = await world();
    const id = await w.add(FEED, '');
    w.web[FEED] = async () => {
      value(await changeSource({ id, paused: true, title: 'Mine' }, w.deps));
      return report.clone();
    };
    await w.refresh();
    expect((await w.stateOf(id)).source).toMatchObject({ paused: true, title: 'Mine' });
    const other = 'https://harbour.example/other';
    w.web[FEED] = async () => {
      value(await changeSource({ id, url: other }, w.deps));
      return xml(rss([]), { etag: '"of the first"' });
    };
    await w.refresh({ ids: [id] });
    expect(await w.stateOf(id)).toMatchObject({ source: { url: other }, state: { etag: null, failure: null, fetch: { nextAtMs: START } } });
  });

  it('paused, it does not lose its pause where it moves', async () => {
    const w = await world();
    const id = await w.add();
    const there = 'https://harbour.example/feed.xml';
    w.web[FEED] = () => withUrl(xml(rss([])), there);
    for (let times = 0; times < 2; times++) await w.refresh({ ids: [id] });
    w.web[FEED] = async () => {
      value(await changeSource({ id, paused: true }, w.deps));
      return withUrl(xml(rss([])), there);
    };
    await w.refresh({ ids: [id] });
    expect((await w.stateOf(id)).source).toMatchObject({ url: there, paused: true });
  });

  it('removed or paused before its turn, is not asked for', async () => {
    const w = await world();
    const ids = new Map<string, string>();
    for (const url of ['1', '2', '3'].map((at) => `https://harbour.example/${at}`)) {
      ids.set(url, await w.add(url));
      w.web[url] = async () => {
        const [one, other] = [...ids].flatMap(([address, id]) => (address === url ? [] : id));
        value(await removeSource(one!, false, w.store));
        value(await changeSource({ id: other!, paused: true }, w.deps));
        return xml(rss([]));
      };
    }
    expect(await w.refresh({ ids: [...ids.values()] })).toMatchObject({ fetched: 1 });
    expect(w.requests).toHaveLength(1);
  });
});
