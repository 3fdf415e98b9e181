import type { Article } from '../../../lib/core/article.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { composeArticle, composeReporters } from './compose.ts';

const BATCH = 500;

/** Runs inside a page of the extension: fills its real index with composed articles. Answers with the seconds it took and bytes on disk. */
async function fill(from: number, to: number): Promise<{ seconds: number; articles: number; bytes: number }> {
  const gazetteer = openGazetteer([new Uint8Array(await (await fetch('/data/builtin.gaz')).arrayBuffer())]);
  if (!gazetteer.ok) throw new Error(gazetteer.error.code);
  const derive = (article: Article) => deriveArticle(article, gazetteer.value);
  const store = await openStore({ derive, nowMs: () => Date.now() });
  if (!store.ok) throw new Error(store.error.code);
  const known = await store.value.putReporters(from === 0 ? composeReporters() : []);
  if (!known.ok) throw new Error(known.error.code);
  const start = performance.now();
  const added = await store.value.addInBulk(async (add) => {
    for (let n = from; n < to; n += BATCH) {
      const articles = Array.from({ length: Math.min(BATCH, to - n) }, (_, i) => composeArticle(n + i));
      await add(articles.map((article) => ({ article, derived: derive(article) })));
    }
  });
  if (!added.ok) throw new Error(added.error.code);
  while (!(await store.value.upkeep()).done);
  const seconds = (performance.now() - start) / 1000;
  const { articles } = await store.value.status();
  store.value.close();
  return { seconds, articles, bytes: (await navigator.storage.estimate()).usage ?? 0 };
}

(globalThis as { sidelightFill?: typeof fill }).sidelightFill = fill;
