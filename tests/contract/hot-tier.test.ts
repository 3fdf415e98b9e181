import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { buildHotTier, openHotTier } from '../../lib/store/hot-tier.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { derive, outlet, record } from './sample-data.ts';

let opened = 0;

function reading(chunks: Record<string, unknown>) {
  return async (keys: string[]) => Object.fromEntries(keys.filter((key) => key in chunks).map((key) => [key, chunks[key]]));
}

async function filled(count: number) {
  const store = value(await openStore({ databaseName: `hot-${opened++}`, derive, nowMs: Date.now }));
  value(await store.putOutlets([outlet('outlet:o')]));
  value(
    await store.addArticles(
      Array.from({ length: count }, (_, i) => record(`r${i}`, { headline: `Lathe name${i} group${i % 4}`, keywords: ['t'] })),
    ),
  );
  return store;
}

describe('the hot tier', () => {
  it('answers as the whole index does where it holds all reports', async () => {
    const store = await filled(600);
    value(await store.removeArticles(['r5', 'r599']));
    const tier = (await openHotTier(reading(await buildHotTier(store))))!;
    const asked = [
      { term: 'group3', weight: 1 },
      { term: 'name77', weight: 3 },
      { term: '~outlet:o', weight: 0.5 },
    ];
    const found = tier.evaluate(asked, 20);
    expect(found).toEqual(await store.evaluate(asked, 20));
    const [row] = await tier.rows([found[0]!.docId, 9_999_999]);
    expect((await tier.rows(found.map(({ docId }) => docId))).map(({ id }) => id)).toEqual(
      (await store.getArticlesByDocId(found.map(({ docId }) => docId))).map(({ article }) => article.id),
    );
    expect(row).toMatchObject({ headline: 'Lathe name77 group1', outletName: 'Outlet outlet:o' });
    store.close();
  });

  it('keeps the newest only, and stays within its size', async () => {
    const store = await filled(400);
    const tier = (await openHotTier(reading(await buildHotTier(store, 100))))!;
    expect(tier.evaluate([{ term: 'name299', weight: 1 }], 5)).toEqual([]);
    expect(tier.evaluate([{ term: 'name300', weight: 1 }], 5)).toHaveLength(1);
    const chunks = await buildHotTier(store, 400, 120_000);
    expect(Object.values(chunks).join('').length).toBeLessThanOrEqual(120_000);
    const small = (await openHotTier(reading(chunks)))!;
    expect(small.evaluate([{ term: 'name399', weight: 1 }], 5)).toHaveLength(1);
    store.close();
  });

  it('opens an empty tier, and nothing that is not one', async () => {
    const store = await filled(0);
    const chunks = await buildHotTier(store);
    const tier = (await openHotTier(reading(chunks)))!;
    expect(tier.evaluate([{ term: 'a', weight: 1 }], 5)).toEqual([]);
    expect(await tier.rows([1])).toEqual([]);
    store.close();
    for (const hot of [undefined, '', 'null', '{}', 7, '{"version":1,"docIds":[1],"offsets":[],"postings":""}', chunks.hot!.slice(0, 50)]) {
      expect(await openHotTier(reading({ hot }))).toBeNull();
    }
  });

  it('with damaged chunks answers less, never throws', async () => {
    const store = await filled(20);
    const chunks = await buildHotTier(store);
    const hot = JSON.stringify({ ...JSON.parse(chunks.hot!), postings: '*not base64*' });
    const tier = (await openHotTier(reading({ hot, 'hot:0': '[{' })))!;
    expect(tier.evaluate([{ term: 'lathe', weight: 1 }], 5)).toEqual([]);
    expect(await tier.rows([1])).toEqual([]);
    store.close();
  });
});
