import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { ok } from '../../lib/core/result.ts';
import type { Source, SourceState } from '../../lib/core/source.ts';
import { restoreSamples, takeSamples } from '../../lib/services/samples.ts';
import { removeSource, restoreSource } from '../../lib/services/sources.ts';
import { finishUpkeep } from '../../lib/services/upkeep.ts';
import { emptyContent } from '../../lib/store/backup-source.ts';
import { finishRestore } from '../../lib/store/finish-restore.ts';
import { type IndexedDbStore, openStore, type StoreOptions } from '../../lib/store/indexed-db/open-store.ts';
import { settle, value } from './checks.ts';
import { derive, outlet, pack, pin, record, reporter } from './sample-data.ts';

let opened = 0;

async function fresh(over: Partial<StoreOptions> = {}): Promise<IndexedDbStore> {
  return value(await openStore({ databaseName: `holders-${opened++}`, derive, nowMs: Date.now, ...over }));
}

const source = (id: string, over: Partial<Source> = {}): Source => ({
  id: `source:${id}`,
  url: `https://${id}.example/feed`,
  title: id,
  siteUrl: null,
  folders: [],
  addedAtMs: 1,
  paused: false,
  ...over,
});

const state = (id: string): SourceState => ({
  id: `source:${id}`,
  fetch: { nextAtMs: 5, failures: 0, succeededAtMs: 4, moved: null, gone: false },
  format: 'rss',
  etag: null,
  lastModified: null,
  recentMs: [],
  reports: 2,
  lastAdded: 2,
  failure: null,
});

const by = (id: string) => ({ name: `Reporter ${id}`, reporterId: id });
const articleIds = async (store: IndexedDbStore) =>
  (await store.getArticles(['a', 'b', 'c', 'd', 'e'])).map(({ article }) => article.id).join('');

/** Two sources and a pack: "a" only of one, "b" of two sources, "c" of source and pack, "d" pinned, "e" of nobody. */
async function shared(over: Partial<StoreOptions> = {}): Promise<IndexedDbStore> {
  const store = await fresh(over);
  value(await store.putSources([source('one'), source('two')]));
  const entry = (id: string) => ({ articleId: id, keys: [`i${id}`] });
  value(await store.addSourceEntries('source:one', ['a', 'b', 'c', 'd'].map(entry)));
  value(await store.addSourceEntries('source:two', ['b'].map(entry)));
  value(await store.putPack(pack('p', '')));
  value(await store.addHoldings('pack:p', { articles: ['c'], reporters: ['r3'], outlets: [], topics: [] }));
  value(await store.putOutlets([outlet('o1'), outlet('o2')]));
  value(await store.putReporters(['r1', 'r2', 'r3', 'r4'].map((id) => reporter(id))));
  value(await store.putFollows([{ id: '@r4', seenAtMs: 7 }]));
  value(
    await store.addArticles([
      record('a', { authors: [by('r1'), by('r2'), by('r3'), by('r4')], outletId: 'o1', text: 'whole text of a' }),
      record('b', { authors: [by('r2')], outletId: 'o2' }),
      record('c'),
      record('d'),
      record('e'),
    ]),
  );
  value(await store.putPin(pin('d')));
  return store;
}

async function removeAll(store: IndexedDbStore, withTexts = true) {
  const steps = [];
  for (;;) {
    const step = value(await store.continueRemoval(withTexts));
    if (step === null) return steps;
    steps.push(step);
  }
}

describe('sources', () => {
  it('are listed with what was learnt of them, and forget it with themselves', async () => {
    const store = await fresh();
    value(await store.putSources([source('one'), source('two', { paused: true })]));
    value(await store.putSourceState(state('one')));
    value(await store.putSourceState(state('unknown')));
    expect(await store.listSources()).toEqual([
      { source: source('one'), state: state('one') },
      { source: source('two', { paused: true }), state: null },
    ]);
    value(await store.startRemoval('source:one', true));
    expect((await store.listSources()).map(({ source: { id } }) => id)).toEqual(['source:two']);
    await removeAll(store);
    value(await store.putSources([source('one')]));
    expect((await store.listSources())[0]?.state).toBeNull();
    store.close();
  });

  it('know their latest entries, oldest first', async () => {
    let now = 1;
    const store = await fresh({ nowMs: () => now++ });
    value(await store.putSources([source('one'), source('one2')]));
    const entries = Array.from({ length: 5_200 }, (_, at) => ({ articleId: `x${at}`, keys: [`k${at}`] }));
    for (let from = 0; from < entries.length; from += 1300) {
      value(await store.addSourceEntries('source:one', entries.slice(from, from + 1300)));
    }
    value(await store.addSourceEntries('source:one2', [{ articleId: 'other', keys: [] }]));
    const known = await store.sourceEntries('source:one');
    expect(known).toHaveLength(5_000);
    const late = new Set(known.map(({ articleId }) => articleId));
    expect(entries.slice(1300).every(({ articleId }) => late.has(articleId))).toBe(true);
    expect(late.has('other')).toBe(false);
    expect(await store.sourceEntries('source:none')).toEqual([]);
    store.close();
  });
});

describe('a source that is gone or going', () => {
  it('takes nothing in any more, and is not brought back', async () => {
    const store = await shared();
    value(await store.startRemoval('source:one', true));
    for (const id of ['source:one', 'source:none']) {
      expect(await store.getSource(id)).toBeNull();
      expect(value(await store.changeSource(id, (now) => ({ ...now, title: 'New' })))).toBeNull();
      expect(value(await store.addSourceEntries(id, [{ articleId: 'f', keys: [] }]))).toBe(false);
      expect(value(await store.addReportsOf(id, [record('f')]))).toEqual({ added: 0, updated: 0 });
    }
    value(await store.putSourceState(state('one')));
    await removeAll(store);
    expect(await store.listSources()).toEqual([{ source: source('two'), state: null }]);
    expect(await store.getArticles(['f'])).toEqual([]);
    expect((await store.heldBy('source:one')).articles).toEqual([]);
    store.close();
  });

  it('else is changed as it is at that moment, and keeps what its entries were noted with', async () => {
    const store = await shared();
    const paused = store.changeSource('source:one', (now) => ({ ...now, paused: true }));
    const named = store.changeSource('source:one', (now) => ({ ...now, title: 'New' }));
    expect([value(await paused)?.title, value(await named)]).toEqual(['one', source('one', { paused: true, title: 'New' })]);
    expect(await store.getSource('source:one')).toEqual({ source: source('one', { paused: true, title: 'New' }), state: null });
    value(await store.addSourceEntries('source:two', [{ articleId: 'e', keys: ['ie'], joined: true }]));
    expect(await store.sourceEntries('source:two')).toContainEqual({ articleId: 'e', keys: ['ie'], joined: true });
    value(await store.startRemoval('source:two', false));
    expect((await removeAll(store)).flatMap(({ entries }) => entries)).toContainEqual({ articleId: 'e', keys: ['ie'], joined: true });
    store.close();
  });
});

describe('removal of a holder', () => {
  it('takes exactly what nobody else holds, and gives it back for undo', async () => {
    const store = await shared();
    value(await store.startRemoval('source:one', false));
    const steps = await removeAll(store);
    expect(await articleIds(store)).toBe('bcde');
    expect(steps.flatMap(({ articles }) => articles.map(({ id, text }) => [id, text]))).toEqual([['a', 'whole text of a']]);
    expect(
      steps
        .flatMap(({ entries }) => entries)
        .map(({ articleId }) => articleId)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
    // r1 wrote nothing else; r2 another report; r3 is of the pack; r4 is followed.
    expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r2', 'r3', 'r4']);
    expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['o2']);
    expect(await store.status()).toMatchObject({ articles: 4, reporters: 3, outlets: 1 });
    expect(await store.continueRemoval(true)).toEqual({ ok: true, value: null });
    store.close();
  });

  it('of a pack takes its topics and what it lists, but not what a source holds', async () => {
    const store = await shared();
    value(
      await store.putTopics([
        { id: 't1', kind: 'topic', names: {} },
        { id: 't2', kind: 'topic', names: {} },
      ]),
    );
    value(await store.putPack(pack('q', '')));
    value(await store.addHoldings('pack:q', { articles: ['c', 'e'], reporters: ['r1', 'r3'], outlets: ['o2'], topics: ['t1', 't2'] }));
    value(await store.addHoldings('pack:p', { articles: [], reporters: [], outlets: [], topics: ['t2'] }));
    value(await store.startRemoval('pack:q', false));
    expect((await store.listPacks()).map(({ id }) => id)).toEqual(['pack:p']);
    await removeAll(store);
    expect(await articleIds(store)).toBe('abcd');
    expect((await store.listTopics()).map(({ id }) => id)).toEqual(['t2']);
    expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['o1', 'o2']);
    store.close();
  });

  it('with its reports kept takes only the holder', async () => {
    const store = await shared();
    value(await store.startRemoval('source:one', true));
    await removeAll(store);
    expect(await articleIds(store)).toBe('abcde');
    expect(await store.heldBy('source:one')).toEqual({ articles: [], reporters: [], outlets: [], topics: [] });
    store.close();
  });

  it('what is held twice is noted once', async () => {
    const store = await fresh();
    const held = { articles: ['a'], reporters: ['r'], outlets: ['o'], topics: ['t'] };
    value(await store.addHoldings('pack:p', held));
    value(await store.addHoldings('pack:p', { ...held, articles: ['a', 'b', 'b'] }));
    const kept = await store.heldBy('pack:p');
    expect({ ...kept, articles: kept.articles.sort() }).toEqual({ ...held, articles: ['a', 'b'] });
    store.close();
  });

  it('while the index is rebuilt, takes nobody whom another report names', async () => {
    const store = await shared();
    value(await store.startRebuild());
    value(await store.startRemoval('source:one', false));
    await removeAll(store);
    expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r2', 'r3', 'r4']);
    expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['o2']);
    await settle(store);
    expect(await store.status()).toMatchObject({ articles: 4, reporters: 3, outlets: 1 });
    store.close();
  });

  it('while an addition in bulk is under way, takes nobody whom its reports name', async () => {
    const store = await shared();
    value(
      await store.addInBulk(async (add) => {
        await add([record('f', { authors: [by('r1')], outletId: 'o1' })]);
        value(await store.startRemoval('source:one', false));
        await removeAll(store);
      }),
    );
    expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['o1', 'o2']);
    store.close();
  });

  it('in the middle of a restore, takes nobody whom a report names that is still to come', async () => {
    const store = await shared();
    const content = { ...emptyContent(), articles: [record('f', { authors: [by('r1')], outletId: 'o1' }).article] };
    value(await store.beginRestore(async () => ok({ content, settings: null, removed: {}, over: [] })));
    value(await store.startRemoval('source:one', false));
    await removeAll(store);
    expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r1', 'r2', 'r3', 'r4']);
    expect((await store.listOutlets()).map(({ id }) => id)).toEqual(['o1', 'o2']);
    value(await finishRestore(store));
    store.close();
  });

  it('added again while it leaves, a source stays with what is left of it', async () => {
    const store = await shared();
    value(await store.startRemoval('source:one', false));
    value(await store.putSources([source('one')]));
    expect(await store.continueRemoval(false)).toEqual({ ok: true, value: null });
    expect(await articleIds(store)).toBe('abcde');
    store.close();
  });

  it('killed after any commit and taken up again, ends the same', async () => {
    let kills = 0;
    for (let at = 0; ; at++) {
      let left = at;
      const databaseName = `holders-kill-${at}`;
      await shared({ databaseName }).then((store) => store.close());
      const dying = await fresh({
        databaseName,
        afterCommit: () => {
          if (left-- === 0) throw new Error('killed');
        },
      });
      let killed = false;
      try {
        value(await dying.startRemoval('source:one', false));
        await removeAll(dying);
      } catch {
        killed = true;
      }
      dying.close();
      const store = await fresh({ databaseName });
      await removeAll(store);
      await settle(store);
      expect(await articleIds(store)).toBe('bcde');
      expect((await store.listSources()).map(({ source: { id } }) => id)).toEqual(['source:two']);
      expect((await store.listReporters()).map(({ id }) => id)).toEqual(['r2', 'r3', 'r4']);
      expect(await store.status()).toMatchObject({ articles: 4, reporters: 3, outlets: 1 });
      store.close();
      if (!killed) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(2);
  });
});

describe('undo of a removal', () => {
  const IDS = ['a', 'b'].flatMap((letter) => Array.from({ length: 450 }, (_, at) => `${letter}${at}`));
  const two = async (): Promise<IndexedDbStore> => {
    const store = await fresh();
    value(await store.putSources([source('a'), source('b')]));
    value(await store.putOutlets([outlet('oa'), outlet('ob')]));
    value(await store.putReporters([reporter('ra'), reporter('rb')]));
    for (const letter of ['a', 'b']) {
      const ids = IDS.filter((id) => id.startsWith(letter));
      value(
        await store.addSourceEntries(
          `source:${letter}`,
          ids.map((articleId) => ({ articleId, keys: [articleId] })),
        ),
      );
      const over = { authors: [by(`r${letter}`)], outletId: `o${letter}` };
      value(
        await store.addReportsOf(
          `source:${letter}`,
          ids.map((id) => record(id, { ...over, text: `text of ${id}` })),
        ),
      );
    }
    return store;
  };
  const everything = async (store: IndexedDbStore) => ({
    articles: (await store.getArticles(IDS)).map(({ article }) => article),
    entries: [...(await store.sourceEntries('source:a')), ...(await store.sourceEntries('source:b'))]
      .map(({ articleId }) => articleId)
      .sort(),
    sources: await store.listSources(),
    reporters: await store.listReporters(),
    outlets: await store.listOutlets(),
  });

  it('brings all of two sources back that were removed at once', async () => {
    const store = await two();
    const before = await everything(store);
    const removed = await Promise.all(['source:a', 'source:b'].map((id) => removeSource(id, false, store)));
    expect(await store.status()).toMatchObject({ articles: 0, reporters: 0, outlets: 0 });
    for (const each of removed) value(await restoreSource(value(each), { store, derive }));
    expect(await everything(store)).toEqual(before);
    store.close();
  });

  it('brings all of a source back beside whom upkeep and a removal of samples were at work', async () => {
    const store = await two();
    value(await store.putPack(pack('invented', 'f0')));
    value(await store.addArticles([record('s', { sample: true })]));
    value(await store.addHoldings('pack:invented', { articles: ['s'], reporters: [], outlets: [], topics: [] }));
    const before = await everything(store);
    const place = { store, layerId: '', refreshTopics: async () => {} };
    const [removed, , samples] = await Promise.all([removeSource('source:a', false, store), finishUpkeep(place), takeSamples(store)]);
    expect(value(samples).packs).toHaveLength(1);
    value(await restoreSource(value(removed), { store, derive }));
    expect(await everything(store)).toEqual(before);
    store.close();
  });

  it('upkeep says that it is not done while somebody collects, and takes up what they left', async () => {
    const store = await two();
    const place = { store, layerId: '', refreshTopics: async () => {} };
    await store.collecting(async () => {
      value(await store.startRemoval('source:a', false));
      expect(await finishUpkeep(place)).toBe(false);
      expect(await store.status()).toMatchObject({ articles: 900 });
    });
    expect(await finishUpkeep(place)).toBe(true);
    expect(await store.status()).toMatchObject({ articles: 450 });
    store.close();
  });
});

describe('removing the samples', () => {
  it('takes packs of which nothing is left with them, and puts them back', async () => {
    const store = await fresh();
    value(await store.addArticles([record('a'), record('b', { sample: true }), record('c', { sample: true })]));
    value(await store.putReporters([reporter('r', { sample: true })]));
    const held = { articles: ['b', 'c'], reporters: ['r'], outlets: [], topics: [] };
    for (const id of ['invented', 'mixed', 'empty']) value(await store.putPack(pack(id, 'f0')));
    value(await store.putPack(pack('cut-off', '')));
    value(await store.addHoldings('pack:invented', held));
    value(await store.addHoldings('pack:mixed', { ...held, articles: ['a', 'b'] }));
    value(await store.addHoldings('pack:cut-off', held));
    const before = await store.listPacks();
    const removed = value(await takeSamples(store));
    expect(removed.packs).toEqual([{ pack: pack('invented', 'f0'), held }]);
    expect((await store.listPacks()).map(({ name }) => name)).toEqual(['cut-off', 'empty', 'mixed']);
    expect((await store.heldBy('pack:invented')).articles).toEqual([]);
    expect((await store.heldBy('pack:mixed')).articles).toEqual(['a', 'b']);
    value(await restoreSamples(removed, { store, derive }));
    expect(await store.listPacks()).toEqual(before);
    expect(await store.heldBy('pack:invented')).toEqual(held);
    store.close();
  });
});
