import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { joinTerms } from '../../lib/index/packed-terms.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { value } from './checks.ts';
import { article } from './sample-data.ts';

// A ratio, not a time. Ranking asks for some thousand words at each page view; searching each of them in the reports that no segment holds yet took a hundred times as long.
it('counting two thousand words takes little longer than counting twenty, with as many unsealed reports as there may be', async () => {
  const words = (report: number) => Array.from({ length: 300 }, (_, i) => ({ term: `word${(report * 31 + i * 7) % 4000}`, impact: 9 }));
  const derived = (terms: ReturnType<typeof words>) => ({
    topics: [],
    vector: joinTerms([]),
    terms: joinTerms(terms),
    signature: new Uint32Array(0),
    nameKeys: [],
    agency: null,
  });
  const store = value(await openStore({ databaseName: 'counting', nowMs: () => 0, derive: () => derived([]) }));
  value(await store.addArticles(Array.from({ length: 60 }, (_, i) => ({ article: article(`a${i}`), derived: derived(words(i)) }))));
  const asked = Array.from({ length: 2000 }, (_, i) => `word${i}`);
  const leastMs = async (terms: string[]) => {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 10; run++) {
      const startMs = performance.now();
      await store.documentFrequencies(terms);
      least = Math.min(least, performance.now() - startMs);
    }
    return least;
  };
  expect((await leastMs(asked)) / (await leastMs(asked.slice(0, 20)))).toBeLessThan(15);
  store.close();
});
