import 'fake-indexeddb/auto';
import { it } from 'vitest';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { equal, settle, value } from './checks.ts';
import { derive, record } from './sample-data.ts';

it('knows no word that only deleted reports had', async () => {
  const store = value(await openStore({ databaseName: 'deleted-words', derive, nowMs: Date.now }));
  const many = (from: number, to: number, headline: (at: number) => string) =>
    Array.from({ length: to - from }, (_, at) => record(`w${from + at}`, { headline: headline(at) }));
  value(await store.addArticles(many(0, 598, (at) => `Krakow${at % 40} turbne rain${at % 9}`)));
  value(await store.addArticles(many(598, 700, (at) => (at === 0 ? 'Kramatorsk turbine' : `Rain${at % 9}`))));
  await settle(store);
  const check = async (): Promise<void> => {
    equal(await store.wordsWithPrefix('kra', 3), [{ word: 'kramatorsk', count: 1 }]);
    equal(
      (await store.similarWords('turbne', 3)).map(({ word }) => word),
      ['turbine'],
    );
  };
  // Few at first, which no merge is made for.
  value(
    await store.removeArticles(
      many(0, 598, () => '')
        .map(({ article: { id } }) => id)
        .filter((_, at) => at % 40 === 7),
    ),
  );
  equal(
    (await store.wordsWithPrefix('krakow7', 3)).map(({ word }) => word),
    [],
  );
  value(await store.removeArticles(many(0, 598, () => '').map(({ article: { id } }) => id)));
  await check();
  await settle(store);
  await check();
  // Counts are of what is left.
  equal(
    (await store.wordsWithPrefix('rain', 9)).map(({ count }) => count).reduce((sum, count) => sum + count, 0),
    101,
  );
  store.close();
});
