import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { ENGLISH } from '../../lib/cli/english.ts';
import { analysePage } from '../../lib/services/coverage.ts';
import { deriveArticle } from '../../lib/services/derive.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../lib/topics/gazetteer.ts';
import { snapshotOf } from '../support/snapshots.ts';
import { value } from './checks.ts';
import { article, reporter } from './sample-data.ts';

it('a page view finds its reports and their reporters without opening the database of texts', async () => {
  const gazetteer = value(openGazetteer([buildGazetteer([])]));
  const derive = (source: Parameters<typeof deriveArticle>[0]) => deriveArticle(source, gazetteer);
  const factory = new IDBFactory();
  const opened: string[] = [];
  const counting = new Proxy(factory, {
    get: (target, key) => {
      if (key !== 'open') return Reflect.get(target, key);
      return (name: string, version: number) => {
        opened.push(name);
        return target.open(name, version);
      };
    },
  });
  const open = async () => value(await openStore({ indexedDB: counting, derive, nowMs: () => 1_800_000_000_000 }));
  const headline = 'Votkinsk plant receives a large lathe from Shenyang';
  const text = 'The Votkinsk plant received a lathe of the Shenyang works in March, the governor said. It mills rocket casings.';
  const filling = await open();
  value(await filling.putReporters([reporter('reporter:n', { name: 'Nadia Example' })]));
  value(
    await filling.addArticles(
      ['a', 'b'].map((id) => {
        const made = article(id, { headline, text: `${text} ${id}`, authors: [{ name: 'Nadia Example', reporterId: 'reporter:n' }] });
        return { article: made, derived: derive(made) };
      }),
    ),
  );
  // So many at once that their texts go where a page view must not look.
  const others = Array.from({ length: 70 }, (_, i) =>
    article(`other${i}`, { headline: `Harvest ${i}`, text: `Wheat was brought in on field ${i}.` }),
  );
  value(await filling.addArticles(others.map((made) => ({ article: made, derived: derive(made) }))));
  filling.close();
  expect(opened).toEqual(['sidelight', 'sidelight-texts']);

  const store = await open();
  const page = snapshotOf({ url: 'https://example.com/a', headline, paragraphs: [text] });
  const { coverage } = value(await analysePage(page, { store, gazetteer, salt: null, texts: ENGLISH }));
  expect(coverage.rows.map((row) => row.article.id)).toEqual(['b']);
  expect(coverage.reporters.map(({ id }) => id)).toEqual(['reporter:n']);
  expect(opened).toEqual(['sidelight', 'sidelight-texts', 'sidelight']);
  store.close();
});
