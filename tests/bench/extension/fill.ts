import type { Article } from '../../../lib/core/article.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { composeArticle, composeReporters } from './compose.ts';

const BATCH = 500;
const FROM_A_FEED = 10;

/**
 * Runs inside a page of the extension: fills its real index with composed articles, those below `feedsFrom` in bulk as a pack's, the others a few at a time as
 * feeds bring them, so that it ends as an index in use is: with small segments, and reports that no segment holds yet. Answers with the seconds it took and bytes on disk.
 */
async function fill(from: number, to: number, feedsFrom: number): Promise<{ seconds: number; articles: number; bytes: number }> {
  const gazetteer = openGazetteer([new Uint8Array(await (await fetch('/data/builtin.gaz')).arrayBuffer())]);
  if (!gazetteer.ok) throw new Error(gazetteer.error.code);
  const derive = (article: Article) => deriveArticle(article, gazetteer.value);
  const store = await openStore({ derive, nowMs: () => Date.now() });
  if (!store.ok) throw new Error(store.error.code);
  const known = await store.value.putReporters(from === 0 ? composeReporters() : []);
  if (!known.ok) throw new Error(known.error.code);
  const start = performance.now();
  const records = (first: number, count: number) =>
    Array.from({ length: count }, (_, i) => composeArticle(first + i)).map((article) => ({ article, derived: derive(article) }));
  const bulk = Math.min(to, feedsFrom);
  const added = await store.value.addInBulk(async (add) => {
    for (let n = from; n < bulk; n += BATCH) await add(records(n, Math.min(BATCH, bulk - n)));
  });
  if (!added.ok) throw new Error(added.error.code);
  for (let n = Math.max(from, bulk); n < to; n += FROM_A_FEED) {
    const some = await store.value.addArticles(records(n, Math.min(FROM_A_FEED, to - n)));
    if (!some.ok) throw new Error(some.error.code);
    while (!(await store.value.upkeep()).done);
  }
  while (!(await store.value.upkeep()).done);
  const seconds = (performance.now() - start) / 1000;
  const { articles } = await store.value.status();
  store.value.close();
  return { seconds, articles, bytes: (await navigator.storage.estimate()).usage ?? 0 };
}

(globalThis as { sidelightFill?: typeof fill }).sidelightFill = fill;
