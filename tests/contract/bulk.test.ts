import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type IndexedDbStore, openStore } from '../../lib/store/indexed-db/open-store.ts';
import { settle, value } from './checks.ts';
import { derive, record } from './sample-data.ts';

let opened = 0;

/** At the short size every third commit is one to be killed after. */
const STEP = process.env.SIDELIGHT_LONG === '1' ? 1 : 3;

class Killed extends Error {}

function batch(from: number, to: number, over = {}) {
  return Array.from({ length: to - from }, (_, i) =>
    record(`r${from + i}`, { headline: `Lathe name${from + i} group${(from + i) % 5}`, text: `text ${from + i}`, ...over }),
  );
}

async function open(databaseName: string, afterCommit: (step: string) => void = () => {}): Promise<IndexedDbStore> {
  return value(await openStore({ databaseName, derive, nowMs: () => 0, afterCommit, mergeAlikeFrom: 4, bulkSegment: 2_000 }));
}

/** What a reader can see of an index whose reports all hold "lathe". */
async function seen(store: IndexedDbStore) {
  const docs = await store.evaluate([{ term: 'lathe', weight: 1 }], 50_000);
  const stored = await store.getArticlesByDocId(docs.map(({ docId }) => docId));
  const group = await store.evaluate([{ term: 'group3', weight: 1 }], 50_000);
  return {
    reports: stored.map(({ article }) => `${article.id} ${article.text}`).sort(),
    group: group.length,
    words: (await store.wordsWithPrefix('group', 9)).map(({ word }) => word).sort(),
    articles: (await store.status()).articles,
  };
}

/** How often words occur: exact only where nothing was deleted or replaced since the last merge. */
async function counted(store: IndexedDbStore) {
  const { counts } = await store.documentFrequencies(['lathe', 'group3']);
  return { words: await store.wordsWithPrefix('group', 9), counts: counts.map((count) => Math.round(Math.log2(count))) };
}

/** The same reports added one small batch after the other. */
async function addedOneByOne(records: ReturnType<typeof batch>) {
  const store = await open(`bulk-${opened++}`);
  for (let from = 0; from < records.length; from += 300) value(await store.addArticles(records.slice(from, from + 300)));
  await settle(store);
  const expected = { seen: await seen(store), counted: await counted(store) };
  store.close();
  return expected;
}

describe('an addition in bulk', () => {
  it.each([
    ['a tail of a few', 40],
    ['a small segment', 400],
    ['a large segment', 1_300],
  ])('with %s answers as batches do, found as soon as it is over', async (_what, size) => {
    const store = await open(`bulk-${opened++}`);
    const records = batch(0, size);
    const summary = value(
      await store.addInBulk(async (add) => {
        const first = await add(records.slice(0, 30));
        const rest = await add(records.slice(30));
        return { added: first.added + rest.added, updated: first.updated + rest.updated };
      }),
    );
    expect(summary).toEqual({ added: size, updated: 0 });
    const expected = await addedOneByOne(records);
    for (let round = 0; round < 2; round++) {
      expect({ seen: await seen(store), counted: await counted(store) }).toEqual(expected);
      await settle(store);
    }
    store.close();
  });

  it('makes more than one segment of many, replaces what comes twice, and lets others write in between', async () => {
    const store = await open(`bulk-${opened++}`);
    value(
      await store.addInBulk(async (add) => {
        await add(batch(0, 2_500));
        value(await store.addArticles(batch(20_000, 20_003)));
        value(await store.removeArticles(['r7', 'r20001']));
        expect(await add(batch(2_400, 4_600, { text: 'later' }))).toMatchObject({ added: 2_100, updated: 100 });
        value(await store.removeArticles(['r4599']));
        // Merging and sweeping meanwhile forget no deletion, and touch nothing that is being written.
        await settle(store);
      }),
    );
    await settle(store);
    const kept = [...batch(0, 2_400), ...batch(2_400, 4_600, { text: 'later' }), ...batch(20_000, 20_003)].filter(
      ({ article: { id } }) => !['r7', 'r20001', 'r4599'].includes(id),
    );
    expect(await seen(store)).toEqual((await addedOneByOne(kept)).seen);
    store.close();
  }, 120_000);

  it('killed after any commit loses nothing that was acknowledged and doubles nothing', async () => {
    const records = batch(0, 600);
    const expected = (await addedOneByOne(records)).seen;
    let kills = 0;
    for (let allowed = 0; ; allowed += STEP) {
      const databaseName = `bulk-${opened++}`;
      let left = allowed;
      const store = await open(databaseName, () => {
        left--;
        if (left < 0) throw new Killed();
      });
      let acknowledged = 0;
      const outcome = await store
        .addInBulk(async (add) => {
          for (let from = 0; from < 600; from += 150) acknowledged += (await add(records.slice(from, from + 150))).added;
        })
        .then(
          () => 'done',
          (error) => {
            if (!(error instanceof Killed)) throw error;
            return 'killed';
          },
        );
      store.close();
      if (outcome === 'done') break;
      kills++;
      const again = await open(databaseName);
      await settle(again);
      const after = await seen(again);
      // All whose rows were committed are found, acknowledged or not, once each.
      expect(after.reports.length).toBe(after.articles);
      expect(after.articles).toBeGreaterThanOrEqual(acknowledged);
      expect(new Set(after.reports).size).toBe(after.reports.length);
      value(await again.addInBulk((add) => add(records)));
      await settle(again);
      expect(await seen(again)).toEqual(expected);
      again.close();
    }
    expect(kills).toBeGreaterThan(10 / STEP);
  }, 300_000);

  it('adds what is believed to be new without looking, and leaves what turns out to be here', async () => {
    const store = await open(`bulk-${opened++}`);
    value(await store.addArticles(batch(700, 701, { headline: 'Lathe of another' })));
    value(
      await store.addInBulk(async (add) => {
        const first = await add(batch(0, 1_000), true);
        expect(first.added + first.left.length).toBe(1_000);
        expect(first.left.map(({ article }) => article.id)).toContain('r700');
        expect(first.left.length).toBeLessThan(500);
        expect((await store.getArticles(['r700'])).map(({ article }) => article.headline)).toEqual(['Lathe of another']);
        expect(await add(first.left)).toMatchObject({ added: first.left.length - 1, updated: 1 });
      }),
    );
    await settle(store);
    expect(await seen(store)).toEqual((await addedOneByOne(batch(0, 1_000))).seen);
    store.close();
  });

  it('goes on after the index was reset meanwhile', async () => {
    const store = await open(`bulk-${opened++}`);
    const records = batch(0, 1_400);
    value(
      await store.addInBulk(async (add) => {
        await add(records.slice(0, 700));
        value(await store.startRebuild());
        await add(records.slice(700));
      }),
    );
    await settle(store);
    expect(await seen(store)).toEqual((await addedOneByOne(records)).seen);
    store.close();
  }, 120_000);

  it('waits for another one, and is not given up by upkeep of another page while it runs', async () => {
    const databaseName = `bulk-${opened++}`;
    const [one, two] = [await open(databaseName), await open(databaseName)];
    const order: string[] = [];
    const first = one.addInBulk(async (add) => {
      await add(batch(0, 600));
      await settle(two);
      order.push('first');
    });
    const second = two.addInBulk(async (add) => {
      order.push('second');
      await add(batch(600, 1_200));
    });
    value(await first);
    value(await second);
    expect(order).toEqual(['first', 'second']);
    await settle(one);
    expect(await seen(one)).toEqual((await addedOneByOne(batch(0, 1_200))).seen);
    one.close();
    two.close();
  }, 120_000);
});
