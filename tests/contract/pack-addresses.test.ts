import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Feed } from '../../lib/core/feed.ts';
import type { Source } from '../../lib/core/source.ts';
import { harvestFeed } from '../../lib/services/feed-articles.ts';
import { ownReport } from '../../lib/services/own-report.ts';
import { packId } from '../../lib/services/plan-pack.ts';
import { savePage } from '../../lib/services/saves.ts';
import { scanPack } from '../../lib/services/scan-pack.ts';
import { snapshotOf } from '../support/snapshots.ts';
import { packOf } from '../unit/packs/records.ts';
import { value } from './checks.ts';
import { fresh, install, NOW, report } from './pack-places.ts';
import { article, derive } from './sample-data.ts';

const AS_GIVEN = 'http://harbour.example/2026/lathe/?utm_source=pack#top';
const CANONICAL = 'https://harbour.example/2026/lathe';
const SOURCE: Source = {
  id: 'source:harbour',
  url: 'https://harbour.example/rss',
  title: 'Harbour',
  siteUrl: 'https://harbour.example/',
  folders: [],
  addedAtMs: 0,
  paused: false,
};

describe("a pack's report whose address is spelt otherwise", () => {
  it('is one with its page, with a feed that announces it and with the saved page', async () => {
    const store = await fresh();
    value(await install(store, [report('a', { url: AS_GIVEN })]));
    for (const address of [AS_GIVEN, CANONICAL, `${CANONICAL}/`]) expect((await ownReport(address, store))?.id, address).toBe('a');

    const entry = { id: '1', title: 'Report a', url: `${CANONICAL}/`, authors: [], datePublished: null, dateModified: null };
    const feed: Feed = {
      format: 'rss',
      title: 'Harbour',
      language: 'en',
      siteUrl: SOURCE.siteUrl,
      entries: [{ ...entry, summary: null, content: null, categories: [] }],
    };
    const harvest = await harvestFeed(feed, SOURCE, store, NOW + 1);
    expect([harvest.added, harvest.entries]).toMatchObject([0, [{ articleId: 'a', joined: true }]]);

    const page = { ...snapshotOf({ headline: 'Report a', paragraphs: ['Text.'] }), url: `${CANONICAL}/` };
    expect(value(await savePage(page, { store, derive, nowMs: () => NOW + 2 })).articleId).toBe('a');
    expect((await store.status()).articles).toBe(1);
    store.close();
  });

  it.each([2, 500])('is taken once where a pack of %i holds it twice, and the other is counted', async (size) => {
    const store = await fresh();
    const twin = JSON.stringify({ type: 'article', id: 'zz', url: AS_GIVEN, headline: 'Again' });
    const others = Array.from({ length: size - 1 }, (_, i) => report(`b${i}`));
    const lines = packOf([report('a', { url: CANONICAL }), ...others]);
    const scanned = value(await scanPack(() => [...lines, twin]));
    expect([scanned.counts.articles, scanned.unreadable]).toEqual([size, 1]);
    const handedOut: string[] = [];
    for await (const { id } of scanned.reports()) handedOut.push(id);
    expect([handedOut.length, handedOut.includes('zz')]).toEqual([size, false]);
    store.close();
  });

  it('replaces the row that an earlier version kept under the other spelling, but never a page the reader saved', async () => {
    const about = { kind: 'pack', source: 'Test pack', licence: 'CC0-1.0', addedAtMs: 5 } as const;
    const store = await fresh();
    const old = article('a', { url: AS_GIVEN, provenance: about });
    value(await store.addArticles([{ article: old, derived: derive(old) }]));
    expect((await ownReport(AS_GIVEN, store))?.id).toBe('a');
    value(await install(store, [report('a', { url: AS_GIVEN })]));
    expect((await store.getArticles(['a'])).map((stored) => stored.article.url)).toEqual([CANONICAL]);
    store.close();

    const other = await fresh();
    value(await other.addArticles([{ article: old, derived: derive(old) }]));
    const saved = article('saved', { url: CANONICAL, provenance: { ...about, kind: 'saved-page' } });
    value(await other.addArticles([{ article: saved, derived: derive(saved) }]));
    value(await install(other, [report('a', { url: AS_GIVEN })]));
    expect(await other.getArticles(['saved'])).toHaveLength(1);
    expect((await other.heldBy(packId('Test pack'))).articles).toEqual([]);
    other.close();
  });
});
