import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import type { Article } from '../../../lib/core/article.ts';
import type { FieldValue } from '../../../lib/core/field-edit.ts';
import type { Outlet } from '../../../lib/core/outlet.ts';
import type { Reporter } from '../../../lib/core/reporter.ts';
import { readCourseReports, readReporterPage, readTopicPage } from '../../../lib/services/course-pages.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { editField } from '../../../lib/services/field-edits.ts';
import { searchIds, searchStore } from '../../../lib/services/search.ts';
import { searchFacets } from '../../../lib/services/search-facets.ts';
import { topicsNamed } from '../../../lib/services/search-filters.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { Store } from '../../../lib/store/store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { article, outlet, reporter } from '../../contract/sample-data.ts';
import { runs } from '../../support/runs.ts';

function value<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const GAZETTEER = value(openGazetteer([buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }])]));
const FACET_OPTIONS = {
  topicsNamed: (typed: string) => topicsNamed(typed, GAZETTEER),
  topicLabel: (id: string) => GAZETTEER.label(id, 'en'),
};

async function storeWith(articles: Article[], outlets: Outlet[] = [], reporters: Reporter[] = []) {
  const derive = (source: Article) => deriveArticle(source, GAZETTEER);
  const store = value(await openStore({ indexedDB: new IDBFactory(), derive, nowMs: () => 0 }));
  value(await store.putOutlets(outlets));
  value(await store.putReporters(reporters));
  value(await store.addArticles(articles.map((each) => ({ article: each, derived: derive(each) }))));
  return store;
}

/** Letters alone, another word for each number. */
const word = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

it('cites all that a query finds, and says what kind of answer it is', async () => {
  const reports = Array.from({ length: 60 }, (_, i) => article(`r${i}`, { headline: `War${word(i)} item`, text: 'Nothing else.' }));
  const store = await storeWith(reports);
  // While someone types, a beginning stands for the most frequent words alone.
  expect(await searchStore('war', store, { limit: 5 })).toMatchObject({ total: 32, atLeast: true });
  expect(await searchIds('war', store, { limit: 100 })).toMatchObject({ total: 60, atLeast: false, notices: [] });
  const some = await searchIds('item zebra quagga ', store, { limit: 100 });
  expect([some.total, some.notices.map(({ code }) => code)]).toEqual([60, ['someWords']]);
});

/** Each facet value of a query: what it counts, and what its press finds. */
async function facetCounts(query: string, store: Store) {
  const { facets } = await searchFacets(query, store, FACET_OPTIONS);
  const values = facets.flatMap(({ kind, values }) => values.map((each) => ({ kind, ...each })));
  return Promise.all(
    values.map(async ({ kind, label, count, query: next }) => {
      const found = await searchStore(next, store, { limit: 1, whole: true, topicsNamed: FACET_OPTIONS.topicsNamed });
      return { value: `${kind} ${label}`, count, found: found.total };
    }),
  );
}

const differing = async (query: string, store: Store) => (await facetCounts(query, store)).filter(({ count, found }) => count !== found);

describe('facets of names', () => {
  const names = fc
    .array(fc.constantFrom('"', '“', '«', '»', '  ', ' ', 'Ab', 'c', "'", 'ж', '״', '\u3000', '(', ':', '-', 'x'.repeat(70)), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => parts.join(''))
    .filter((name) => /[\p{L}]/u.test(name));

  it('count what a press finds, are chosen then, and another press gives the query from before', async () => {
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const by = { authors: [{ name, reporterId: null }], outletId: 'outlet:o', text: '', headline: 'Canal report' };
        const store = await storeWith([article('a', by), article('b', { ...by, headline: 'Canal again' })], [outlet('outlet:o', { name })]);
        const { facets } = await searchFacets('canal rep', store, FACET_OPTIONS);
        for (const kind of ['outlet', 'reporter'] as const) {
          const [value] = facets.find((facet) => facet.kind === kind)?.values ?? [];
          expect(value).toMatchObject({ label: name, count: 1, chosen: false });
          expect(await searchStore(value!.query, store, { limit: 2 })).toMatchObject({ total: 1, notices: [] });
          const [again] = (await searchFacets(value!.query, store, FACET_OPTIONS)).facets.find((facet) => facet.kind === kind)!.values;
          expect(again).toMatchObject({ label: name, count: 1, chosen: true, query: 'canal rep' });
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 86_400_000;

describe('counts and rows', () => {
  const day = (n: number) => ({ datePublished: `2026-01-${String(n).padStart(2, '0')}`, publishedAtMs: Date.UTC(2026, 0, n) });
  const anna = { name: 'Anna Example', reporterId: 'reporter:anna' };

  async function world() {
    const store = await storeWith(
      [
        article('a', { headline: 'Oreshnik one', authors: [anna], ...day(1) }),
        article('b', { headline: 'Oreshnik two', authors: [anna], ...day(2) }),
        article('c', { headline: 'Oreshnik three', authors: [anna], ...day(3) }),
        article('d', { headline: 'Oreshnik four', authors: [{ name: 'Aleksandr Kovalenko', reporterId: null }], ...day(4) }),
        article('e', {
          headline: 'Oreshnik five',
          authors: [{ name: 'Aleksandra Kovalchuk', reporterId: null }],
          outletId: 'outlet:p',
          ...day(5),
        }),
        article('f', { headline: 'Canal', authors: [{ name: 'Jane D.', reporterId: 'reporter:jane' }], ...day(6) }),
      ],
      [outlet('outlet:o', { name: 'The "O" Post' }), outlet('outlet:p', { name: 'Post' })],
      [reporter('reporter:anna', { name: 'Anna Example' }), reporter('reporter:jane', { name: 'Jane D.' })],
    );
    value(await store.putCorrection({ id: 'n', kind: 'not-theirs', articleId: 'c', reporterId: 'reporter:anna', atMs: 1 }));
    const edit = async (id: string, given: FieldValue) => value(await editField(id, given, { store, nowMs: () => 5 }));
    await edit('b', { of: 'article', field: 'datePublished', value: '2025-06-01' });
    await edit('d', { of: 'article', field: 'datePublished', value: null });
    await edit('e', { of: 'article', field: 'outlet', value: 'Corrected Courier' });
    await edit('reporter:jane', { of: 'reporter', field: 'name', value: 'Jane Doe' });
    return store;
  }

  it('agree for each value of a facet, whatever was corrected', async () => {
    const store = await world();
    for (const query of ['oreshnik ', 'oreshnik OR canal ', 'after:2020 ', 'oreshnik OR canal reporter:anna ']) {
      expect(await differing(query, store)).toEqual([]);
    }
    expect((await facetCounts('oreshnik OR canal ', store)).map((each) => `${each.value} ${each.count}`)).toEqual(
      expect.arrayContaining([
        'reporter Anna Example 2',
        'reporter Jane Doe 1',
        'reporter Aleksandr Kovalenko 1',
        'outlet Corrected Courier 1',
      ]),
    );
  });

  it('agree between a reporter’s page and the search it leads to, also under a corrected name', async () => {
    const store = await world();
    const deps = { store, gazetteer: GAZETTEER, nowMs: Date.UTC(2026, 1, 1), offset: () => 0, texts: ENGLISH, salt: null };
    for (const [id, reports] of [
      ['reporter:anna', 2],
      ['reporter:jane', 1],
    ] as const) {
      const page = value(await readReporterPage(id, deps));
      expect(page.course.reports).toBe(reports);
      expect((await searchStore(page.query, store, { limit: 9 })).total).toBe(reports);
    }
    const topic = value(await readTopicPage('topic:oreshnik', deps));
    expect(topic.reporters).toEqual([{ id: 'reporter:anna', label: 'Anna Example', count: 2 }]);
  });

  it('follow corrected days and outlets on a topic’s page', async () => {
    const store = await world();
    const deps = { store, gazetteer: GAZETTEER, nowMs: Date.UTC(2026, 1, 1), offset: () => 0, texts: ENGLISH, salt: null };
    const { course, first } = value(await readTopicPage('topic:oreshnik', deps));
    // “b” of June before is the first, “d” has no day, “e” is of an outlet that the index does not know.
    expect([first?.id, course.reports, course.undated]).toEqual(['b', 5, 1]);
    expect([...course.days]).toEqual([
      [dayOf(2025, 5, 1), 1],
      [dayOf(2026, 0, 1), 1],
      [dayOf(2026, 0, 3), 1],
      [dayOf(2026, 0, 5), 1],
    ]);
    expect(course.bands.outlet.map(({ label, days }) => [label, days.length])).toEqual([['The "O" Post', 3]]);
    const asked = { from: 0, limit: 9, days: [dayOf(2025, 5, 1), dayOf(2025, 5, 2)] as [number, number] };
    const { rows } = value(await readCourseReports({ kind: 'topic', id: 'topic:oreshnik' }, asked, deps));
    expect(rows.map(({ id }) => id)).toEqual(['b']);
  });
});

it('corrects misspelt words also where other words share the numbers that are kept of them', async () => {
  const reports = Array.from({ length: 600 }, (_, i) => {
    const others = Array.from({ length: 100 }, (_, k) => `w${word(100 * i + k)}x`);
    return article(`r${i}`, { headline: 'Oreshnik missile', text: others.join(' ') });
  });
  const store = await storeWith(reports);
  // The first two share their numbers with words of these reports.
  for (const typed of ['oreshmik missile', 'oreshnyk missile', 'oreshnkik missile', 'oreshmik', 'oresnhik ']) {
    expect(await searchStore(typed, store, { limit: 1 })).toMatchObject({ total: 600, corrected: expect.stringContaining('oreshnik') });
  }
  expect(await searchStore('wbaax missile ', store, { limit: 1 })).toMatchObject({ total: 1, corrected: null });
});
