import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import type { Outlet } from '../../../lib/core/outlet.ts';
import type { Reporter } from '../../../lib/core/reporter.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { searchIds, searchStore } from '../../../lib/services/search.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { article } from '../../contract/sample-data.ts';

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const GAZETTEER = value(openGazetteer([buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }])]));

async function storeWith(articles: Article[], outlets: Outlet[] = [], reporters: Reporter[] = []) {
  const derive = (source: Article) => deriveArticle(source, GAZETTEER);
  const store = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => 0 }));
  value(await store.putOutlets(outlets));
  value(await store.putReporters(reporters));
  value(await store.addArticles(articles.map((each) => ({ article: each, derived: derive(each) }))));
  return store;
}

/** Letters alone, another word for each number. */
const word = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

it('cites all that a query finds, and says what kind of answer it is', async () => {
  const reports = Array.from({ length: 60 }, (_, i) => article(`r${i}`, { headline: `War${word(i)} item`, text: 'Nothing else.' }));
  const store = await storeWith(reports);
  // While someone types, a beginning stands for the most frequent words alone.
  expect(await searchStore('war', store, { limit: 5 })).toMatchObject({ total: 32, atLeast: true });
  expect(await searchIds('war', store, { limit: 100 })).toMatchObject({ total: 60, atLeast: false, notices: [] });
  const some = await searchIds('item zebra quagga ', store, { limit: 100 });
  expect([some.total, some.notices.map(({ code }) => code)]).toEqual([60, ['someWords']]);
});
