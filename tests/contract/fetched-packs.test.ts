import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../lib/core/result.ts';
import { createLibraryPacks } from '../../lib/services/library-packs.ts';
import { createPackImports } from '../../lib/services/pack-imports.ts';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { ARTICLE, OUTLET, packOf, REPORTER } from '../unit/packs/records.ts';
import { refused, value } from './checks.ts';
import { derive } from './sample-data.ts';

const URL_OF_PACK = 'https://packs.example/harbour.pack.ndjson';
const gazetteer = value(openGazetteer([buildGazetteer([])]));
let opened = 0;

async function world(answer: (init: RequestInit) => Response) {
  const store: IndexedDbStore = value(await openStore({ databaseName: `fetched-${opened++}`, derive, nowMs: () => 7 }));
  const requests: RequestInit[] = [];
  const place = { store, gazetteer, refreshTopics: async () => {} };
  const at = { open: async () => ok(place), nowMs: () => 7 };
  const packs = createLibraryPacks({
    ...at,
    imports: createPackImports(at),
    fetch: async (_url, init) => {
      requests.push(init ?? {});
      return answer(init ?? {});
    },
    announce: async () => {},
    changed: () => {},
  });
  return { store, packs, requests };
}

const pack = () => `${packOf([OUTLET, REPORTER, ARTICLE]).join('\n')}\n`;

describe('a pack from the web', () => {
  it('is fetched once, noted, previewed, and known by its address from then on', async () => {
    const { store, packs, requests } = await world(() => new Response(pack()));
    const preview = value(await packs.previewPackFrom(URL_OF_PACK));
    expect(await store.status()).toMatchObject({ articles: 0 });
    expect(value(await packs.applyPack(preview.id, () => {}))).toEqual({ added: 1, updated: 0 });
    expect(value(await packs.listPacks())).toMatchObject([{ articles: 1, url: URL_OF_PACK }]);
    expect(requests).toMatchObject([{ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' }]);
    expect(await store.listActivity(9)).toMatchObject([{ url: URL_OF_PACK, why: 'pack', status: 200 }]);
    // The same file again, from the disk: where it can be asked for is not forgotten.
    const again = value(await packs.previewPack(new Blob([pack()]), 'x'));
    value(await packs.applyPack(again.id, () => {}));
    expect(value(await packs.listPacks())).toMatchObject([{ url: URL_OF_PACK }]);
  });

  it('may be packed', async () => {
    const { packs } = await world(() => new Response(gzipSync(pack())));
    expect(value(await packs.previewPackFrom(`${URL_OF_PACK}.gz`))).toMatchObject({ articles: 1 });
  });

  it('may be packed on the disk as well, within the limit of what it unpacks to', async () => {
    const { packs } = await world(() => new Response(''));
    const preview = value(await packs.previewPack(new Blob([gzipSync(pack())]), 'harbour.pack.ndjson.gz'));
    expect(value(await packs.applyPack(preview.id, () => {}))).toEqual({ added: 1, updated: 0 });
    refused(await packs.previewPack(new Blob([gzipSync(pack()).subarray(0, 300)]), 'cut.gz'), 'bad-pack');
    refused(await packs.previewPack(new Blob([new Uint8Array([0x1f, 0x8b, 1, 2, 3])]), 'damaged.gz'), 'bad-pack');
    refused(await packs.previewPack(new Blob([gzipSync(Buffer.alloc(30_000_000))]), 'bomb.gz'), 'too-large');
  });

  it('whose import was cut off is known by its address when it was taken up again', async () => {
    const { store, packs } = await world(() => new Response(pack()));
    const cut = value(await packs.previewPackFrom(URL_OF_PACK));
    const { addArticles } = store;
    store.addArticles = async () => fail('quota-exceeded', 'The disk is full.');
    refused(await packs.applyPack(cut.id, () => {}), 'quota-exceeded');
    store.addArticles = addArticles;
    expect(value(await packs.continuePack(() => {}))).toEqual({ added: 1, updated: 0 });
    expect(value(await packs.listPacks())).toMatchObject([{ url: URL_OF_PACK, isWhole: true }]);
  });

  it('that is none, not there, or of this computer is refused, and nothing is written', async () => {
    const page = await world(() => new Response('<!doctype html><title>Hello</title>'));
    refused(await page.packs.previewPackFrom(URL_OF_PACK), 'bad-pack');
    const missing = await world(() => new Response('', { status: 404 }));
    refused(await missing.packs.previewPackFrom(URL_OF_PACK), 'page-unreachable');
    // As GitHub sends its releases from another host.
    const away = await world(({ redirect }) => {
      if (redirect !== 'manual') throw new TypeError('Failed to fetch');
      return Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
    });
    refused(await away.packs.previewPackFrom(URL_OF_PACK), 'leads-away');
    expect(await away.store.listActivity(9)).toMatchObject([
      { why: 'pack', status: null },
      { why: 'pack', status: null },
    ]);
    const local = await world(() => new Response(pack()));
    refused(await local.packs.previewPackFrom('http://127.0.0.1/x.ndjson'), 'no-permission');
    expect(local.requests).toEqual([]);
    for (const { store } of [page, missing, local]) expect(await store.listPacks()).toEqual([]);
  });
});
