import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { DetectedTopic } from '../../../lib/core/topic.ts';
import type { Correction } from '../../../lib/core/user-data.ts';
import { correctionRows } from '../../../lib/services/corrections.ts';
import { analysePage, reporterDeps } from '../../../lib/services/coverage.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { markAlias, markNotTopic, markSameTopic } from '../../../lib/services/mark-wrong.ts';
import { reporterCard } from '../../../lib/services/reporters.ts';
import { joinCounts, joinDetected, joinStored, sameTopics, widenTerms } from '../../../lib/services/same-topics.ts';
import { searchStore } from '../../../lib/services/search.ts';
import { topicsNamed } from '../../../lib/services/search-filters.ts';
import type { TabPages } from '../../../lib/services/tab-pages.ts';
import { buildTopicLayer } from '../../../lib/services/topic-layer.ts';
import { type IndexedDbStore, openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, type Gazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { article, outlet, reporter } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const BUILTIN = buildGazetteer([
  { id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } },
  { id: 'topic:hazel', kind: 'product', names: { en: ['Hazel missile'] } },
  { id: 'relation:CN-RU', kind: 'relation', names: { en: ['China–Russia'] } },
]);
const same = (topicId: string, sameAsId: string): Correction => ({ id: `${topicId}>`, kind: 'same-as', topicId, sameAsId, atMs: 0 });

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const REPORTER = reporter('reporter:r', { outletId: 'outlet:o' });

/** A store with reports that name either topic, and a page in a tab. */
async function placeWith(page = PAGE) {
  let gazetteer: Gazetteer = value(openGazetteer([BUILTIN]));
  const store: IndexedDbStore = value(
    await openStore({ indexedDB: new IDBFactory(), derive: (source) => deriveArticle(source, gazetteer), nowMs: () => 0 }),
  );
  const reports = [
    ['a', 'Oreshnik parts shown', 'Experts laid out parts of the Oreshnik that fell near the river.'],
    ['b', 'Hazel missile parts shown', 'Experts laid out parts of the Hazel missile that fell near the river.'],
    ['c', 'Rain is expected', 'A wet week lies ahead for the valley and its orchards.'],
  ] as const;
  value(await store.putOutlets([outlet('outlet:o')]));
  value(await store.putReporters([REPORTER]));
  const authors = [{ name: REPORTER.name, reporterId: REPORTER.id }];
  const articles = reports.map(([id, headline, text]) => article(id, { headline, text, authors }));
  value(await store.addArticles(articles.map((entry) => ({ article: entry, derived: deriveArticle(entry, gazetteer) }))));
  const refreshTopics = async () => {
    const layer = await buildTopicLayer(store, value(openGazetteer([BUILTIN])), '1');
    gazetteer = value(openGazetteer(layer.bytes.length === 0 ? [BUILTIN] : [BUILTIN, layer.bytes]));
  };
  let refreshed = 0;
  const pages = { snapshot: async () => page, refresh: async () => ++refreshed } as unknown as TabPages;
  return {
    store,
    deps: () => ({ store, pages, gazetteer, refreshTopics, nowMs: 5 }),
    get gazetteer() {
      return gazetteer;
    },
    get refreshed() {
      return refreshed;
    },
    coverage: async () => value(await analysePage(page, { store, gazetteer, salt: null, texts: ENGLISH })).coverage,
  };
}

const PAGE = snapshotOf({
  url: 'https://reader.example/a',
  language: 'uk',
  headline: 'Уламки «Ґорішника» показали',
  paragraphs: ['Експерти показали уламки «Ґорішника», який упав біля річки.', 'Oreshnik та Hazel missile — так пишуть інші.'],
});

describe('topics that are one', () => {
  it('follows chains, and ends circles', () => {
    const chain = sameTopics([same('a', 'b'), same('b', 'c')]);
    expect([chain.of('a'), chain.of('b'), chain.of('c'), chain.of('d')]).toEqual(['c', 'c', 'c', 'd']);
    expect(chain.members('c').sort()).toEqual(['a', 'b', 'c']);
    expect(chain.members('d')).toEqual(['d']);
    const circle = sameTopics([same('b', 'a'), same('a', 'b')]);
    expect([circle.of('a'), circle.of('b')]).toEqual(['a', 'a']);
    const tail = sameTopics([same('z', 'b'), same('b', 'c'), same('c', 'b')]);
    expect(['z', 'b', 'c'].map(tail.of)).toEqual(['b', 'b', 'b']);
  });

  it('stays quick however long a chain a restored file holds', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => same(`t${i}`, `t${i + 1}`));
    const startMs = performance.now();
    const long = sameTopics(chain);
    expect(long.of('t0')).toBe('t20000');
    expect(long.members('t20000').length).toBeLessThanOrEqual(64);
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });

  it('joins places, salience and counts', () => {
    const topic = (id: string, salience: number, start: number): DetectedTopic => ({
      id,
      kind: 'topic',
      label: id.toUpperCase(),
      salience,
      main: salience > 0.5,
      mentions: [{ start, end: start + 1, surface: 'x', zone: 'body', method: 'exact', part: 0 }],
    });
    const one = sameTopics([same('a', 'b')]);
    const joined = joinDetected([topic('a', 0.9, 4), topic('c', 0.6, 9), topic('b', 0.2, 1)], one, () => null);
    expect(
      joined.map(({ id, label, salience, main, mentions }) => [id, label, salience, main, mentions.map(({ start }) => start)]),
    ).toEqual([
      ['b', 'B', 0.9, true, [1, 4]],
      ['c', 'C', 0.6, true, [9]],
    ]);
    expect(joinDetected([topic('a', 0.9, 4)], one, (id) => ({ label: `label of ${id}`, kind: 'event' }))[0]).toMatchObject({
      id: 'b',
      label: 'label of b',
      kind: 'event',
    });
    const stored = [
      { id: 'a', salience: 0.4, inTitle: true },
      { id: 'b', salience: 0.7, inTitle: false },
    ];
    expect(joinStored(stored, one)).toEqual([{ id: 'b', salience: 0.7, inTitle: true }]);
    expect(
      widenTerms(
        [
          { term: '#b', weight: 2 },
          { term: 'b', weight: 1 },
        ],
        one,
      ).map(({ term }) => term),
    ).toEqual(['#b', '#a', 'b']);
    const counts = new Map([
      ['#a', 6],
      ['#b', 7],
      ['a', 1],
    ]);
    expect(joinCounts({ total: 10, counts }, one).counts.get('#b')).toBe(10);
  });

  it('mean the topic of a name, not the country that speaks through it, and refuse a name that several topics have', async () => {
    const place = await placeWith();
    const names: [string, SourceEntry['kind']][] = [
      ['topic:leader', 'person'],
      ['topic:one', 'topic'],
      ['topic:two', 'topic'],
    ];
    const named = value(
      openGazetteer([
        BUILTIN,
        buildGazetteer([
          ...names.map(([id, kind]) => ({
            id,
            kind,
            names: { en: [`Long name of ${id}`, kind === 'person' ? 'Ann Leader' : 'Grey Trust'] },
          })),
          {
            id: 'country:XX',
            kind: 'country',
            names: { en: ['Exland'] },
            aliases: [{ text: 'Ann Leader', language: 'en', role: 'metonym' }],
          },
        ]),
      ]),
    );
    const join = (other: string) => markSameTopic(1, 'topic:hazel', other, { ...place.deps(), gazetteer: named });
    expect((await join('Grey Trust')).ok).toBe(false);
    expect(await place.store.listCorrections()).toEqual([]);
    value(await join('ann leader'));
    expect(await place.store.listCorrections()).toMatchObject([{ kind: 'same-as', sameAsId: 'topic:leader' }]);
  });

  it('act at once on page, related reports and search, and are undone at once', async () => {
    const place = await placeWith();
    const beats = async () =>
      (await reporterCard({ ...REPORTER, edited: new Set() }, await reporterDeps(place, 'en'))).beats
        .map(({ id, count }) => `${id} ${count}`)
        .sort();
    expect((await place.coverage()).topics.map(({ id }) => id).sort()).toEqual(['topic:hazel', 'topic:oreshnik']);
    expect(await beats()).toEqual(['topic:hazel 1', 'topic:oreshnik 1']);
    const { correctionId } = value(await markSameTopic(1, 'topic:hazel', 'Oreshnik', place.deps()));
    expect(place.refreshed).toBe(1);
    const after = await place.coverage();
    expect(after.topics.map(({ id, label }) => [id, label])).toEqual([['topic:oreshnik', 'Oreshnik']]);
    expect(after.topics[0]?.mentions.map(({ surface }) => surface)).toEqual(['Oreshnik', 'Hazel missile']);
    const find = async () =>
      (await searchStore('topic:oreshnik', place.store, { limit: 9, topicsNamed: (typed) => topicsNamed(typed, place.gazetteer) })).hits
        .map(({ article: { id } }) => id)
        .sort();
    expect(await find()).toEqual(['a', 'b']);
    expect(await beats()).toEqual(['topic:oreshnik 2']);
    value(await place.store.deleteCorrection(correctionId));
    expect(await find()).toEqual(['a']);
    expect(await beats()).toEqual(['topic:hazel 1', 'topic:oreshnik 1']);
    expect((await place.coverage()).topics).toHaveLength(2);
    place.store.close();
  });

  it('share what is said not to mean them', async () => {
    const place = await placeWith();
    const ids = async () => (await place.coverage()).topics.map(({ id }) => id);
    value(await markSameTopic(1, 'topic:hazel', 'Oreshnik', place.deps()));
    expect(await ids()).toEqual(['topic:oreshnik']);
    const surfaces = (await place.coverage()).topics[0]!.mentions.map(({ surface }) => surface);
    expect(surfaces).toEqual(['Oreshnik', 'Hazel missile']);
    value(await markNotTopic(1, 'topic:oreshnik', surfaces, place.deps()));
    expect(await ids()).toEqual([]);
    place.store.close();
  });

  it('says so where no other topic has the name', async () => {
    const place = await placeWith();
    for (const other of ['Atlantis', 'Oreshnik', ''])
      expect(await markSameTopic(1, 'topic:oreshnik', other, place.deps())).toMatchObject({ ok: false, error: { code: 'not-found' } });
    place.store.close();
  });
});

describe('a further name of a topic', () => {
  it('is found at once, bent as the language of the page has it, and no longer once undone', async () => {
    const place = await placeWith();
    const surfaces = async () =>
      (await place.coverage()).topics.find(({ id }) => id === 'topic:oreshnik')?.mentions.map(({ surface }) => surface);
    expect(await surfaces()).toEqual(['Oreshnik']);
    const { correctionId } = value(await markAlias(1, 'topic:oreshnik', '  Ґорішник ', place.deps()));
    expect(await place.store.listCorrections()).toMatchObject([{ alias: 'Ґорішник', language: 'uk' }]);
    expect(await surfaces()).toEqual(['Ґорішника', 'Ґорішника', 'Oreshnik']);
    // Said again: an undo of that would take the name that was there.
    expect(value(await markAlias(1, 'topic:oreshnik', 'Ґорішник', place.deps()))).toEqual({ correctionId, wasThere: true });
    expect(await correctionRows(place.store, (id) => place.gazetteer.label(id, 'en'))).toEqual([
      { id: correctionId, kind: 'alias', atMs: 5, of: 'Oreshnik', text: 'Ґорішник' },
    ]);
    value(await place.store.deleteCorrection(correctionId));
    await place.deps().refreshTopics();
    expect(await surfaces()).toEqual(['Oreshnik']);
    place.store.close();
  });

  it.each([
    ['榛树', 'zh', '昨天展出了榛树导弹的碎片。'],
    ['ヘーゼル', 'ja', '昨日、ヘーゼルの破片が公開された。'],
    ['البندق', 'ar', 'عرض الخبراء أجزاء من صاروخ البندق قرب النهر'],
    ['Λεπτοκάρυο', 'el', 'Οι ειδικοί έδειξαν θραύσματα από το Λεπτοκάρυο χθες.'],
    ['헤이즐', 'ko', '전문가들은 헤이즐의 파편을 공개했다.'],
  ])('may be in any script: %s', async (alias, language, text) => {
    const place = await placeWith(snapshotOf({ url: 'https://reader.example/x', language, headline: 'x', paragraphs: [text] }));
    expect((await place.coverage()).topics).toEqual([]);
    value(await markAlias(1, 'topic:oreshnik', alias, place.deps()));
    expect((await place.coverage()).topics.map(({ id, mentions }) => [id, mentions[0]?.surface])).toEqual([['topic:oreshnik', alias]]);
    place.store.close();
  });

  it('may be given in the library, where no page says its language: it counts in all of them', async () => {
    const place = await placeWith(
      snapshotOf({ url: 'https://reader.example/y', language: 'pl', headline: 'x', paragraphs: ['Dziś Ґорішник.'] }),
    );
    value(await markAlias(null, 'topic:oreshnik', 'Ґорішник', place.deps()));
    expect(await place.store.listCorrections()).toMatchObject([{ alias: 'Ґорішник', language: null }]);
    expect((await place.coverage()).topics.map(({ id }) => id)).toEqual(['topic:oreshnik']);
    value(await markSameTopic(null, 'topic:oreshnik', 'Hazel missile', place.deps()));
    expect((await place.coverage()).topics.map(({ id }) => id)).toEqual(['topic:hazel']);
    expect(place.refreshed).toBe(0);
    place.store.close();
  });

  it('is refused where every text has it, or another topic', async () => {
    const place = await placeWith();
    for (const alias of ['the', 'of the', 'He', 'і', 'Hazel missile', 'hazel missile'])
      expect(await markAlias(1, 'topic:oreshnik', alias, place.deps()), alias).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    value(await markAlias(1, 'topic:oreshnik', 'Oreshnik', place.deps()));
    const said = Array.from({ length: 60 }, (_, i) => article(`s${i}`, { headline: `Report ${i}`, text: `Somebody said thing ${i}.` }));
    value(await place.store.addArticles(said.map((entry) => ({ article: entry, derived: deriveArticle(entry, place.gazetteer) }))));
    expect(await markAlias(1, 'topic:oreshnik', 'said', place.deps())).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    value(await markAlias(1, 'topic:oreshnik', 'gorishnik', place.deps()));
    place.store.close();
  });

  it('is refused where it cannot be looked for', async () => {
    const place = await placeWith();
    for (const alias of ['', ' ', '!', 'x', 'word '.repeat(40)])
      expect(await markAlias(1, 'topic:oreshnik', alias, place.deps())).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await markAlias(1, 'relation:CN-RU', 'The Axis', place.deps())).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    expect(await markAlias(1, 'topic:none', 'Name', place.deps())).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await place.store.listCorrections()).toEqual([]);
    place.store.close();
  });
});
