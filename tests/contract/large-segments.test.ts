import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { INLINE_LIMIT } from '../../lib/index/bucket.ts';
import type { MatchNode } from '../../lib/index/match.ts';
import { joinTerms } from '../../lib/index/packed-terms.ts';
import { openStore } from '../../lib/store/indexed-db/open-store.ts';
import type { ArticleRecord } from '../../lib/store/store.ts';
import { settle, value } from './checks.ts';
import { article } from './sample-data.ts';

const signature = new Uint32Array(0);

function rows(from: number, to: number): ArticleRecord[] {
  return Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const terms = [
      { term: 'common', impact: 1 + (n % 200) },
      { term: `name${n}`, impact: 9 },
      { term: `group${n % 50}`, impact: 50 },
    ];
    return {
      article: article(`r${n}`, { publishedAtMs: (n + 1) * 60_000 }),
      derived: { topics: [], vector: joinTerms([]), terms: joinTerms(terms), signature, nameKeys: [], agency: null },
    };
  });
}

it('large segments, lists beyond the inline limit and merges of large segments answer as adding up by hand does', async () => {
  const derive = () => ({ topics: [], vector: joinTerms([]), terms: joinTerms([]), signature, nameKeys: [], agency: null });
  const store = value(await openStore({ databaseName: 'large', derive, nowMs: Date.now, mergeAlikeFrom: 8 }));
  const living = new Set<number>();
  const check = async (): Promise<void> => {
    const scored = [...living].map((n) => ({
      id: `r${n}`,
      score: 2 * (1 + (n % 200)) + (n % 50 === 7 ? 50 : 0) + (n === 4242 ? 90 : 0),
      n,
    }));
    scored.sort((a, b) => b.score - a.score || b.n - a.n);
    const asked = [
      { term: 'common', weight: 2 },
      { term: 'group7', weight: 1 },
      { term: 'name4242', weight: 10 },
    ];
    const found = await store.evaluate(asked, 30);
    const stored = await store.getArticlesByDocId(
      found.map(({ docId }) => docId),
      { text: false },
    );
    expect(stored.map((own, i) => [own.article.id, found[i]!.score])).toEqual(scored.slice(0, 30).map(({ id, score }) => [id, score]));
    expect(await store.evaluate([{ term: 'common', weight: 1 }], 50_000)).toHaveLength(living.size);
    expect((await store.publicationTimes('common', 50_000)).length).toBe(living.size);
    const isIn = (term: string): MatchNode => ({ kind: 'any', terms: [term] });
    const matched = await store.match({
      where: {
        kind: 'and',
        parts: [
          { kind: 'not', part: isIn('group7') },
          { kind: 'published', fromMin: 101, toMin: 3_001 },
        ],
      },
      weights: [{ term: 'common', weight: 2 }],
      order: 'newest',
      limit: 5,
      counts: [isIn('group8')],
    });
    const wanted = [...living].filter((n) => n % 50 !== 7 && n >= 100 && n < 3_000);
    expect([matched.total, matched.sure, matched.counts]).toEqual([
      wanted.length,
      wanted.length,
      [wanted.filter((n) => n % 50 === 8).length],
    ]);
    const newest = await store.readArticles(
      matched.best.map(({ docId }) => docId),
      { text: false },
    );
    expect(newest.map((own) => own.article.id)).toEqual(
      wanted
        .sort((a, b) => b - a)
        .slice(0, 5)
        .map((n) => `r${n}`),
    );
    // Documents that are deleted are no documents without a term.
    expect((await store.match({ where: { kind: 'not', part: isIn('absent') }, weights: [], order: 'newest', limit: 0 })).total).toBe(
      living.size,
    );
    const ids = ['r1', 'r4242', 'r-none'];
    const known = await store.docIdsOf(ids);
    expect(known.map((docId) => docId !== null)).toEqual([living.has(1), living.has(4242), false]);
  };
  // Two bytes a posting: more than 8,192 documents make the list of "common" a long one.
  expect(9000 * 2).toBeGreaterThan(INLINE_LIMIT);
  for (const [from, to] of [
    [0, 9000],
    [9000, 11_100],
    [11_100, 13_200],
    [13_200, 15_300],
    [15_300, 17_400],
  ] as const) {
    value(await store.addArticles(rows(from, to)));
    for (let n = from; n < to; n++) living.add(n);
  }
  await check();
  expect(await settle(store)).toContain('merge');
  await check();
  value(await store.removeArticles(Array.from({ length: 2600 }, (_, i) => `r${i * 3}`)));
  for (let i = 0; i < 2600; i++) living.delete(i * 3);
  await check();
  expect(await settle(store)).toContain('sweep');
  await check();
  expect((await store.wordsWithPrefix('name1234', 50)).map(({ word }) => word).sort()).toEqual(
    ['name1234', ...Array.from({ length: 10 }, (_, i) => `name1234${i}`)].filter((word) => Number(word.slice(4)) < 17_400).sort(),
  );
  expect((await store.similarWords('gruop7', 3))[0]?.word).toBe('group7');
  const counts = await store.documentFrequencies(['common', 'group7']);
  expect(counts.total).toBe(living.size);
  expect(Math.abs(counts.counts[0]! - living.size) / living.size).toBeLessThan(0.05);
  store.close();
}, 120_000);

it('what a large segment counted is gone with what was deleted of it, however little is left', async () => {
  const derive = () => ({ topics: [], vector: joinTerms([]), terms: joinTerms([]), signature, nameKeys: [], agency: null });
  for (const left of [0, 3, 600]) {
    const store = value(await openStore({ databaseName: `shrunk-${left}`, derive, nowMs: Date.now }));
    value(await store.addArticles(rows(0, 1_000)));
    // Another large segment, of reports about something else: without any, the table is not asked.
    const other = { ...rows(0, 1)[0]!.derived, terms: joinTerms([{ term: 'other', impact: 1 }]) };
    value(await store.addArticles(rows(2_000, 2_600).map(({ article: report }) => ({ article: report, derived: other }))));
    await settle(store);
    value(await store.removeArticles(rows(left, 1_000).map(({ article: { id } }) => id)));
    await settle(store);
    const counted = async () => (await store.documentFrequencies(['common', 'group7', 'name900'])).counts;
    // Counts of large segments are kept in steps of an eighth of an octave.
    const [common, group] = await counted();
    expect(Math.abs(common! - left)).toBeLessThanOrEqual(0.05 * left);
    expect(Math.abs(group! - Math.floor((left + 42) / 50))).toBeLessThanOrEqual(1);
    expect((await counted())[2]).toBeLessThanOrEqual(left === 600 ? 1 : 0);
    value(await store.addArticles(rows(1_000, 1_020)));
    expect((await counted())[0]).toBeLessThanOrEqual(Math.ceil(1.05 * left) + 20);
    store.close();
  }
});
