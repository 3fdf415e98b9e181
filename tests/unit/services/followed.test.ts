import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { Provenance } from '../../../lib/core/article.ts';
import type { Correction, Follow } from '../../../lib/core/user-data.ts';
import { analysePage, reporterDeps } from '../../../lib/services/coverage.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { followedList, setFollowed } from '../../../lib/services/followed.ts';
import { sameReporters } from '../../../lib/services/same-reporters.ts';
import { sameTopics } from '../../../lib/services/same-topics.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { article, outlet, reporter } from '../../contract/sample-data.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const GAZETTEER = value(
  openGazetteer([
    buildGazetteer([
      { id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } },
      { id: 'topic:hazel', kind: 'product', names: { en: ['Hazel missile'] } },
    ]),
  ]),
);
const ANN = reporter('reporter:ann', { name: 'Ann Hay', outletId: 'outlet:o' });
const ANNA = reporter('reporter:anna', { name: 'Anna Hay', outletId: 'outlet:o' });
const PAGE = snapshotOf({
  url: 'https://reader.example/a',
  language: 'en',
  headline: 'Oreshnik parts shown by experts',
  paragraphs: ['Experts laid out parts of the Oreshnik that fell near the river.'],
});

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function place() {
  const derive = (source: Parameters<typeof deriveArticle>[0]) => deriveArticle(source, GAZETTEER);
  const store = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => NOW }));
  value(await store.putOutlets([outlet('outlet:o', { name: 'The Post' })]));
  value(await store.putReporters([ANN, ANNA]));
  const add = async (
    id: string,
    addedAtMs: number,
    by: typeof ANN | null,
    headline = 'Oreshnik parts shown',
    kind: Provenance['kind'] = 'feed',
  ) => {
    const provenance = { kind, source: 'Post', licence: null, addedAtMs };
    const authors = by === null ? [] : [{ name: by.name, reporterId: by.id }];
    const text = `${headline}. Experts laid out parts that fell near the river, ${id}.`;
    const made = article(id, { headline: `${headline} ${id}`, text, authors, outletId: 'outlet:o', provenance });
    value(await store.addArticles([{ article: made, derived: derive(made) }]));
  };
  const follow = async (id: string, followed = true, nowMs = NOW - 2 * DAY): Promise<Follow[]> => {
    const corrections = await store.listCorrections();
    const [people, same] = [sameReporters(corrections), sameTopics(corrections)];
    return value(await setFollowed(id, followed, { store, people, same, nowMs }));
  };
  const list = async () => followedList(await reporterDeps({ store, gazetteer: GAZETTEER }, 'en'), NOW);
  const news = async (shown: string[] = [], nowMs = NOW) => {
    const deps = { store, gazetteer: GAZETTEER, salt: null, texts: ENGLISH, news: { nowMs, shown: new Set(shown) } };
    const { rows, followedTopics } = value(await analysePage(PAGE, deps)).coverage;
    return {
      followedTopics,
      marked: rows.flatMap((row) => (row.newFrom === undefined ? [] : [`${row.article.id}: ${row.newFrom}`])).sort(),
    };
  };
  const correct = async (correction: Correction) => value(await store.putCorrection(correction));
  return { store, add, follow, list, news, correct };
}

describe('new reports of what is followed', () => {
  it('are those that came after following: by their author, or about a topic', async () => {
    const { add, follow, news, list } = await place();
    await add('old', NOW - 3 * DAY, ANN);
    await add('byAnn', NOW - DAY, ANN);
    await add('byAnna', NOW - DAY, ANNA);
    expect(await news()).toEqual({ followedTopics: [], marked: [] });
    await follow('@reporter:ann');
    expect(await news()).toEqual({ followedTopics: [], marked: ['byAnn: Ann Hay'] });
    await follow('#topic:oreshnik');
    expect(await news()).toEqual({ followedTopics: ['topic:oreshnik'], marked: ['byAnn: Ann Hay', 'byAnna: Oreshnik'] });
    const { rows, indexSize } = await list();
    expect(indexSize).toBe(3);
    expect(
      rows.map(({ id, name, outletName, reports, freshCount, atLeast }) => [id, name, outletName, reports, freshCount, atLeast]),
    ).toEqual([
      ['@reporter:ann', 'Ann Hay', 'The Post', 2, 1, false],
      ['#topic:oreshnik', 'Oreshnik', null, 3, 2, false],
    ]);
    expect(rows[0]?.fresh.map(({ id }) => id)).toEqual(['byAnn']);
  });

  it('are none that the reader saved', async () => {
    const { add, follow, news, list } = await place();
    await follow('@reporter:ann');
    await add('saved', NOW - DAY, ANN, 'Oreshnik parts shown', 'saved-page');
    expect((await news()).marked).toEqual([]);
    expect((await list()).rows[0]).toMatchObject({ reports: 1, freshCount: 0 });
  });

  it('are not new any more once looked at, once shown, or once they are old news', async () => {
    const { store, add, follow, news, list } = await place();
    await add('byAnn', NOW - DAY, ANN);
    await follow('@reporter:ann');
    expect((await news(['byAnn'])).marked).toEqual([]);
    expect((await news([], NOW + 30 * DAY)).marked).toEqual([]);
    expect((await news()).marked).toEqual(['byAnn: Ann Hay']);
    value(await store.seeFollows((await list()).atMs));
    expect((await news()).marked).toEqual([]);
    expect((await list()).rows[0]).toMatchObject({ freshCount: 0, fresh: [], reports: 1 });
  });

  it('come of all ids that are one, and not from reports that are not theirs', async () => {
    const { add, follow, news, list, correct, store } = await place();
    await add('byAnna', NOW - DAY, ANNA, 'Hazel missile parts shown');
    await correct({ id: 'a', kind: 'same-reporter', reporterId: 'reporter:anna', sameAsId: 'reporter:ann', atMs: 1 });
    await correct({ id: 'b', kind: 'same-as', topicId: 'topic:hazel', sameAsId: 'topic:oreshnik', atMs: 1 });
    await follow('@reporter:anna');
    await follow('#topic:hazel');
    expect((await store.listFollows()).map(({ id }) => id)).toEqual(['#topic:oreshnik', '@reporter:ann']);
    expect((await news()).marked).toEqual(['byAnna: Anna Hay']);
    expect((await list()).rows.map(({ id, freshCount }) => [id, freshCount])).toEqual([
      ['@reporter:ann', 1],
      ['#topic:oreshnik', 1],
    ]);
    await correct({ id: 'c', kind: 'not-theirs', reporterId: 'reporter:anna', articleId: 'byAnna', atMs: 1 });
    expect(await news()).toEqual({ followedTopics: ['topic:oreshnik'], marked: ['byAnna: Oreshnik'] });
  });

  it('are left with all ids at once, which are given back for undo', async () => {
    const { store, follow, correct } = await place();
    await follow('@reporter:ann', true, 5);
    await follow('@reporter:anna', true, 6);
    await correct({ id: 'a', kind: 'same-reporter', reporterId: 'reporter:anna', sameAsId: 'reporter:ann', atMs: 1 });
    const removed = await follow('@reporter:ann', false);
    expect(removed).toEqual([
      { id: '@reporter:ann', seenAtMs: 5 },
      { id: '@reporter:anna', seenAtMs: 6 },
    ]);
    expect(await store.listFollows()).toEqual([]);
  });

  it('are none of follows of older versions before the first look', async () => {
    const { store, add, news, list } = await place();
    value(await store.putFollows([{ id: '@reporter:ann' }, { id: '@reporter:gone' }]));
    await add('byAnn', NOW - DAY, ANN);
    expect((await news()).marked).toEqual([]);
    expect((await list()).rows.map(({ id, name, freshCount }) => [id, name, freshCount])).toEqual([
      ['@reporter:ann', 'Ann Hay', 0],
      ['@reporter:gone', null, 0],
    ]);
    value(await store.seeFollows(NOW));
    await add('later', NOW + 1, ANN);
    expect((await news([], NOW + 2)).marked).toEqual(['later: Ann Hay']);
  });

  it('are found behind old ones that were renewed since', async () => {
    const { add, follow, list } = await place();
    const renew = async () => {
      for (let at = 0; at < 45; at++) await add(`old${at}`, NOW - 9 * DAY, ANN);
    };
    await renew();
    await follow('@reporter:ann');
    await follow('#topic:oreshnik');
    await add('fresh', NOW - DAY, ANN);
    await renew();
    for (const row of (await list()).rows) expect(row).toMatchObject({ reports: 46, freshCount: 1, atLeast: false });
  });

  it('are counted as far as was looked, and the list says when there may be more', async () => {
    const { add, follow, list } = await place();
    for (let at = 0; at < 205; at++) await add(`r${at}`, NOW - DAY, ANN);
    await follow('@reporter:ann');
    const [row] = (await list()).rows;
    expect(row).toMatchObject({ reports: 205, freshCount: 200, atLeast: true });
    expect(row?.fresh.map(({ id }) => id).slice(0, 2)).toEqual(['r204', 'r203']);
    expect(row?.fresh).toHaveLength(20);
  });
});
