import { splitTerms } from '../../lib/index/packed-terms.ts';
import { restoreSamples } from '../../lib/services/samples.ts';
import type { Store } from '../../lib/store/store.ts';
import { check, equal, settle, value } from './checks.ts';
import { article, derive, outlet, pin, record, reporter } from './sample-data.ts';

/** A promise of the store as a test that any runtime can run. */
export interface ContractCase {
  name: string;
  run: () => Promise<void>;
}

/**
 * What every implementation of `Store` keeps, in Node and in browsers. `openFreshStore` gives an empty store that derives with
 * `derive` of sample-data.ts. Uses no test runner and no Node: each case throws when it fails.
 */
export function storeContract(openFreshStore: () => Promise<Store>): ContractCase[] {
  const cases: ContractCase[] = [];
  const it = (name: string, body: (store: Store) => Promise<void>): void => {
    const run = async (): Promise<void> => {
      const store = await openFreshStore();
      try {
        await body(store);
      } finally {
        store.close();
      }
    };
    cases.push({ name, run });
  };

  it('answers nothing while empty', async (store) => {
    equal(await store.evaluate([{ term: 'a', weight: 1 }], 10), []);
    equal(await store.documentFrequencies(['a']), { total: 0, counts: [0] });
    equal(await store.getArticles(['x']), []);
    equal(await store.findArticleByUrl('https://example.com/x'), null);
    equal(await store.wordsWithPrefix('a', 5), []);
    equal(await store.similarWords('oreshnik', 5), []);
    equal(await store.publicationTimes('#t', 5), []);
    const status = await store.status();
    equal([status.articles, status.rebuilding, status.updatedAtMs], [0, null, null]);
    equal(await store.upkeep(), { did: 'nothing', done: true });
  });

  it('gives back articles whole, in the order asked', async (store) => {
    const whole = record('a', {
      description: 'dpa',
      text: 'First.\n\nSecond.',
      keywords: ['topic:t'],
      authors: [{ name: 'N', reporterId: null }],
      publishedAtMs: 60_000,
    });
    equal(value(await store.addArticles([whole, record('b')])), { added: 2, updated: 0 });
    const [b, a] = await store.getArticles(['b', 'missing', 'a']);
    equal([b?.article.id, a?.article], ['b', whole.article]);
    const { topics, vector, nameKeys, agency } = whole.derived;
    equal([a?.topics, a?.vector, a?.nameKeys, a?.agency], [topics, splitTerms(vector), nameKeys, agency]);
    equal([...(a?.signature ?? [])], [...whole.derived.signature]);
    equal((await store.getArticlesByDocId([a!.docId]))[0]?.article, whole.article);
    equal((await store.getArticlesByDocId([a!.docId], { text: false }))[0]?.article.text, '');
    equal((await store.findArticleByUrl(whole.article.url))?.article, whole.article);
    equal((await store.findArticleByUrl(whole.article.url, { text: false }))?.article.text, '');
  });

  it('replaces by id and by canonical URL', async (store) => {
    value(await store.addArticles([record('a', { headline: 'Lathe' }), record('b', { headline: 'Plant' })]));
    equal(value(await store.addArticles([record('a', { headline: 'Missile' })])), { added: 0, updated: 1 });
    equal(value(await store.addArticles([record('c', { url: 'https://example.com/b', headline: 'Treaty' })])), { added: 0, updated: 1 });
    equal((await store.status()).articles, 2);
    equal(await store.evaluate([{ term: 'lathe', weight: 1 }], 5), []);
    equal(await store.evaluate([{ term: 'plant', weight: 1 }], 5), []);
    equal(
      (await store.getArticles(['a', 'b', 'c'])).map((stored) => stored.article.headline),
      ['Missile', 'Treaty'],
    );
    equal((await store.documentFrequencies(['lathe', 'missile'])).counts, [0, 1]);
  });

  it('keeps the last of records that repeat an id or a URL', async (store) => {
    const repeated = [
      record('a', { headline: 'One' }),
      record('a', { headline: 'Two' }),
      record('z', { url: 'https://example.com/a', headline: 'Three' }),
    ];
    equal(value(await store.addArticles(repeated)), { added: 1, updated: 0 });
    equal(
      (await store.getArticles(['a', 'z'])).map((stored) => stored.article.headline),
      ['Three'],
    );
  });

  it('ranks by weighted impact, newer first among equals', async (store) => {
    value(
      await store.addArticles([
        record('a', { headline: 'Oreshnik' }),
        record('b', { headline: 'Oreshnik' }),
        record('c', { headline: 'Votkinsk' }),
      ]),
    );
    const docs = await store.getArticles(['a', 'b', 'c']);
    const [a, b, c] = docs.map((stored) => stored.docId);
    const found = await store.evaluate(
      [
        { term: 'oreshnik', weight: 1 },
        { term: 'votkinsk', weight: 3 },
      ],
      3,
    );
    equal(
      found.map(({ docId }) => docId),
      [c, b, a],
    );
    equal(found[1]?.score, found[2]?.score);
    equal(
      (await store.evaluate([{ term: 'oreshnik', weight: 1 }], 1)).map(({ docId }) => docId),
      [b],
    );
  });

  it('answers the same before and after sealing and merging', async (store) => {
    const ids = Array.from({ length: 700 }, (_, i) => `r${i}`);
    for (let from = 0; from < ids.length; from += 60) {
      const batch = ids.slice(from, from + 60).map((id, i) =>
        record(id, {
          headline: `Common word${(from + i) % 7} name${from + i}`,
          keywords: [`topic:${(from + i) % 3}`],
          publishedAtMs: 60_000 * (from + i + 1),
        }),
      );
      value(await store.addArticles(batch));
      if (from % 120 === 0) await settle(store);
    }
    const asked = [
      { term: 'word3', weight: 2 },
      { term: '#topic:1', weight: 1 },
      { term: 'name42', weight: 5 },
    ];
    const before = await store.evaluate(asked, 50);
    await settle(store);
    equal(await store.evaluate(asked, 50), before);
    const stored = await store.getArticlesByDocId([before[0]!.docId]);
    equal(stored[0]?.article.id, 'r42');
    equal((await store.documentFrequencies(['name42'])).total, 700);
    const common = (await store.documentFrequencies(['common'])).counts[0]!;
    check(common > 660 && common <= 700, `about 700, got ${common}`);
    equal(
      await store.publicationTimes('#topic:1', 3),
      [697, 694, 691].map((i) => i * 60_000 + 60_000),
    );
    equal((await store.publicationTimes('#topic:0', 1000)).length, 234);
  });

  it('counts many terms as it counts each alone, whatever they are kept in', async (store) => {
    value(await store.addArticles(Array.from({ length: 130 }, (_, i) => record(`r${i}`, { headline: `Common word${i % 7} name${i}` }))));
    await settle(store);
    value(await store.addArticles(Array.from({ length: 20 }, (_, i) => record(`s${i}`, { headline: `Common word${i % 3} late${i}` }))));
    const terms = ['common', 'nowhere', ...Array.from({ length: 60 }, (_, i) => [`word${i}`, `name${i}`, `late${i}`]).flat()];
    const { counts } = await store.documentFrequencies(terms);
    for (const [i, term] of terms.entries()) equal((await store.documentFrequencies([term])).counts[0], counts[i]);
    equal([counts[0], counts[1]], [150, 0]);
  });

  it('forgets removed articles, sealed or not; pins keep their own copy', async (store) => {
    value(
      await store.addArticles(Array.from({ length: 200 }, (_, i) => record(`r${i}`, { headline: `Lathe name${i}`, text: `Text ${i}` }))),
    );
    await settle(store);
    value(await store.addArticles([record('late', { headline: 'Lathe' })]));
    value(await store.putPin(pin('r3')));
    value(await store.removeArticles(['r3', 'late', 'unknown', ...Array.from({ length: 100 }, (_, i) => `r${i + 50}`)]));
    for (const _ of [1, 2]) {
      equal((await store.status()).articles, 99);
      equal((await store.evaluate([{ term: 'lathe', weight: 1 }], 500)).length, 99);
      equal(await store.evaluate([{ term: 'name3', weight: 1 }], 5), []);
      equal(await store.getArticles(['r3']), []);
      await settle(store);
    }
    equal((await store.listPins())[0]?.article.headline, 'Report r3');
    equal((await store.documentFrequencies(['name90'])).counts, [0]);
  });

  it('finds reporters by any spelling of their name and by profile page', async (store) => {
    value(
      await store.putReporters([
        reporter('p', { name: 'Zoë Example', alternateNames: ['Зоя Приклад'], sameAs: ['https://example.com/zoe'] }),
        reporter('q', { name: 'Zoe Example' }),
        reporter('r', { name: 'Another' }),
      ]),
    );
    const find = async (names: string[], profiles: string[] = []) =>
      (await store.findReporters({ names, profiles })).map(({ id }) => id).sort();
    equal(await find(['zoe example']), ['p', 'q']);
    equal(await find(['ЗОЯ ПРИКЛАД']), ['p']);
    equal(await find(['Zoe'], ['https://example.com/zoe']), ['p']);
    equal(await find([]), []);
    value(await store.putReporters([reporter('q', { name: 'Renamed' })]));
    equal(await find(['Zoe Example']), ['p']);
    equal(await find(['renamed']), ['q']);
  });

  it('gives the topics of documents, none where one is unknown', async (store) => {
    value(await store.addArticles([record('a', { keywords: ['t1'] })]));
    const [stored] = await store.getArticles(['a']);
    equal(await store.topicsOf([stored!.docId, 999]), [stored!.topics, []]);
    check(stored!.topics.length > 0, 'the sample has topics');
  });

  it('removes samples and nothing else', async (store) => {
    value(await store.addArticles([record('a'), record('s', { sample: true, text: 'Invented.' })]));
    value(await store.putReporters([reporter('p'), reporter('q', { sample: true })]));
    value(await store.putOutlets([outlet('m'), outlet('n', { sample: true })]));
    const before = await store.status();
    equal([before.articles, before.sampleArticles, before.reporters, before.outlets], [2, 1, 2, 2]);
    const removed = value(await store.removeSamples());
    equal(removed, {
      articles: [article('s', { sample: true, text: 'Invented.' })],
      reporters: [reporter('q', { sample: true })],
      outlets: [outlet('n', { sample: true })],
    });
    const after = await store.status();
    equal([after.articles, after.sampleArticles, after.reporters, after.outlets], [1, 0, 1, 1]);
    equal(
      (await store.listReporters()).map(({ id }) => id),
      ['p'],
    );
    equal(
      (await store.listOutlets()).map(({ id }) => id),
      ['m'],
    );
    equal(
      (await store.getArticles(['a', 's'])).map((stored) => stored.article.id),
      ['a'],
    );
    value(await restoreSamples({ ...removed, packs: [] }, { store, derive }));
    const { articles, sampleArticles, reporters, outlets } = await store.status();
    equal([articles, sampleArticles, reporters, outlets], [2, 1, 2, 2]);
    equal((await store.getArticles(['s']))[0]?.article.text, 'Invented.');
  });

  it('completes and corrects words', async (store) => {
    value(
      await store.addArticles(
        Array.from({ length: 150 }, (_, i) =>
          record(`r${i}`, { headline: i < 5 ? 'Oreshnik Orenburg' : i < 8 ? 'Orenburg' : 'Votkinsk 漢字' }),
        ),
      ),
    );
    for (const _ of [1, 2]) {
      equal(await store.wordsWithPrefix('Ore', 5), [
        { word: 'orenburg', count: 8 },
        { word: 'oreshnik', count: 5 },
      ]);
      equal(
        (await store.wordsWithPrefix('o', 1)).map(({ word }) => word),
        ['orenburg'],
      );
      equal(
        (await store.similarWords('oreshnkik', 3)).map(({ word }) => word),
        ['oreshnik'],
      );
      equal(
        (await store.similarWords('roeshnik', 3)).map(({ word }) => word),
        ['oreshnik'],
      );
      equal(
        (await store.wordsWithPrefix('漢', 3)).map(({ word }) => word),
        ['漢字'],
      );
      equal(await store.wordsWithPrefix('~', 3), []);
      await settle(store);
    }
  });

  it('keeps what the user made', async (store) => {
    value(await store.putPin(pin('a')));
    value(await store.putPin(pin('a', { state: 'read' })));
    equal(
      (await store.listPins()).map(({ state }) => state),
      ['read'],
    );
    equal(
      value(
        await store.changeRows(['pins', 'notes'], async ({ pins, notes }) => {
          await notes.put({ id: 'pin a', text: 'why', draft: null, updatedAtMs: 1 });
          await notes.put({ id: 'pin b', text: 'x', draft: null, updatedAtMs: 1 });
          await pins.delete('a');
          return [await pins.list(), (await notes.list('pin a')).length];
        }),
      ),
      [[], 1],
    );
    equal(
      [await store.getRows('notes', ['pin b', 'pin z', 'pin a']), await store.listRows('notes', 'item ')].map((rows) => rows.length),
      [2, 0],
    );
    let threw = false;
    await store
      .changeRows(['notes'], async ({ notes }) => {
        await notes.delete('pin a');
        throw new TypeError('a bug');
      })
      .catch(() => {
        threw = true;
      });
    equal([threw, (await store.listRows('notes')).length], [true, 2]);
    const correction = { id: 'c', kind: 'not-topic', topicId: 't', surface: 's', atMs: 1 } as const;
    value(await store.putCorrection(correction));
    equal(await store.listCorrections(), [correction]);
    equal([value(await store.deleteCorrection('c')), value(await store.deleteCorrection('c'))], [true, false]);
    value(await store.putFollows([{ id: '@r' }, { id: '#t', seenAtMs: 5 }, { id: '#u', seenAtMs: 9 }]));
    equal(value(await store.deleteFollows(['#t', '#unknown'])), [{ id: '#t', seenAtMs: 5 }]);
    value(await store.seeFollows(7));
    equal(await store.listFollows(), [
      { id: '#u', seenAtMs: 9 },
      { id: '@r', seenAtMs: 7 },
    ]);
    for (const atMs of [2, 9, 4])
      value(await store.addActivity({ id: `${atMs}`, atMs, url: 'https://example.com/f', why: 'feed', status: 200, bytes: 1 }));
    equal(
      (await store.listActivity(2)).map(({ atMs }) => atMs),
      [9, 4],
    );
  });

  it('lists reporters, outlets and topics', async (store) => {
    value(await store.putReporters([reporter('b'), reporter('a'), reporter('b', { name: 'Second' })]));
    equal(
      (await store.getReporters(['b', 'x', 'a'])).map(({ name }) => name),
      ['Second', 'Reporter a'],
    );
    equal((await store.status()).reporters, 2);
    value(await store.putTopics([{ id: 'topic:t', kind: 'topic', names: { en: ['T'] } }]));
    equal(await store.listTopics(), [{ id: 'topic:t', kind: 'topic', names: { en: ['T'] } }]);
  });

  it('rebuilds everything derived from the source tables', async (store) => {
    value(
      await store.addArticles(
        Array.from({ length: 300 }, (_, i) => record(`r${i}`, { headline: `Lathe name${i}`, text: `Body word${i % 5}`, keywords: ['t'] })),
      ),
    );
    value(await store.removeArticles(['r7']));
    const asked = [
      { term: 'word3', weight: 1 },
      { term: 'name250', weight: 3 },
    ];
    const before = await store.evaluate(asked, 100);
    value(await store.startRebuild());
    const rebuilding = (await store.status()).rebuilding;
    check(rebuilding !== null && rebuilding < 1, 'says that it rebuilds');
    value(await store.addArticles([record('late', { headline: 'Different' })]));
    await settle(store);
    equal((await store.status()).rebuilding, null);
    equal((await store.status()).articles, 300);
    equal(await store.evaluate(asked, 100), before);
    equal((await store.evaluate([{ term: 'different', weight: 1 }], 2)).length, 1);
    equal((await store.documentFrequencies(['name250'])).counts, [1]);
  });

  it('bears hostile terms and texts', async (store) => {
    const hostile = record('h', {
      headline: '__proto__ constructor \u202e',
      keywords: ['a\nb', '', '__proto__'],
      text: 'toString '.repeat(2000),
    });
    value(await store.addArticles([hostile]));
    equal(
      (
        await store.evaluate(
          [
            { term: '__proto__', weight: 1 },
            { term: 'constructor', weight: 1 },
          ],
          5,
        )
      ).length,
      1,
    );
    equal((await store.getArticles(['h']))[0]?.article, article('h', hostile.article));
    equal((await store.evaluate([{ term: '#a\nb', weight: 1 }], 5)).length, 0);
    equal((await store.documentFrequencies(['hasOwnProperty', 'tostring'])).counts, [0, 1]);
  });

  return cases;
}
