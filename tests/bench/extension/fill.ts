import type { Article } from '../../../lib/core/article.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { composeArticle } from './compose.ts';

const BATCH = 500;

/** What filling took, by part, and what is there then. */
export interface Filled {
  seconds: number;
  deriveSeconds: number;
  addSeconds: number;
  upkeepSeconds: number;
  longestStepMs: number;
  articles: number;
  bytes: number;
}

/** Runs inside a page of the extension: fills its real index with composed articles. Answers with the seconds it took and bytes on disk. */
async function fill(from: number, to: number): Promise<Filled> {
  const gazetteer = openGazetteer([new Uint8Array(await (await fetch('/data/builtin.gaz')).arrayBuffer())]);
  if (!gazetteer.ok) throw new Error(gazetteer.error.code);
  const derive = (article: Article) => deriveArticle(article, gazetteer.value);
  const store = await openStore({ derive, nowMs: () => Date.now() });
  if (!store.ok) throw new Error(store.error.code);
  const spent = { deriveSeconds: 0, addSeconds: 0, upkeepSeconds: 0 };
  let longestStepMs = 0;
  let since = performance.now();
  const end = (part: keyof typeof spent): number => {
    const tookMs = performance.now() - since;
    since += tookMs;
    spent[part] += tookMs / 1000;
    return tookMs;
  };
  for (let n = from; n < to; n += BATCH) {
    const composed = Array.from({ length: Math.min(BATCH, to - n) }, (_, i) => composeArticle(n + i));
    since = performance.now();
    const records = composed.map((article) => ({ article, derived: derive(article) }));
    end('deriveSeconds');
    const added = await store.value.addArticles(records);
    if (!added.ok) throw new Error(added.error.code);
    end('addSeconds');
    for (let done = false; !done; ) {
      done = (await store.value.upkeep()).done;
      longestStepMs = Math.max(longestStepMs, end('upkeepSeconds'));
    }
  }
  const seconds = spent.deriveSeconds + spent.addSeconds + spent.upkeepSeconds;
  const { articles } = await store.value.status();
  store.value.close();
  return { seconds, ...spent, longestStepMs, articles, bytes: (await navigator.storage.estimate()).usage ?? 0 };
}

(globalThis as { sidelightFill?: typeof fill }).sidelightFill = fill;
