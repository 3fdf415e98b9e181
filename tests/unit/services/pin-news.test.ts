import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import { newSincePinned } from '../../../lib/services/pin-news.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { settle, value } from '../../contract/checks.ts';
import { derive, pin, record } from '../../contract/sample-data.ts';

const came = (addedAtMs: number, over: Partial<Article['provenance']> = {}) =>
  ({ kind: 'feed', source: 'f', licence: null, addedAtMs, ...over }) as const;

it('counts reports that came after the pin and share two of its topics, or its only one', async () => {
  const store = value(await openStore({ databaseName: 'pin-news', derive, nowMs: () => 1 }));
  value(
    await store.addArticles([
      record('pinned', { keywords: ['oreshnik', 'lathe'], provenance: came(10) }),
      record('before', { keywords: ['oreshnik', 'lathe'], provenance: came(50) }),
      record('both', { keywords: ['oreshnik', 'lathe', 'x'], provenance: came(200) }),
      record('one', { keywords: ['oreshnik'], provenance: came(200) }),
      record('own', { keywords: ['oreshnik', 'lathe'], provenance: came(200, { kind: 'saved-page' }) }),
      record('sample', { keywords: ['oreshnik', 'lathe'], sample: true, provenance: came(200) }),
      record('single', { keywords: ['harbour'], provenance: came(10) }),
      record('again', { keywords: ['harbour', 'y'], provenance: came(201) }),
      record('none', { keywords: [], provenance: came(10) }),
    ]),
  );
  const pins = ['pinned', 'single', 'none', 'gone'].map((id) => pin(id, { pinnedAtMs: 100 }));
  expect([...(await newSincePinned(pins, store))]).toEqual([
    ['pinned', 1],
    ['single', 1],
  ]);
  await settle(store);
  value(await store.putCorrection({ id: 'c', kind: 'same-as', topicId: 'x', sameAsId: 'harbour', atMs: 1 }));
  expect(Object.fromEntries(await newSincePinned(pins, store))).toEqual({ pinned: 1, single: 2 });
  expect(await newSincePinned([pin('pinned', { pinnedAtMs: 300 })], store)).toEqual(new Map());
  store.close();
});
