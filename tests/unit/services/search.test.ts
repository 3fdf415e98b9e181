import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { searchIds, searchStore } from '../../../lib/services/search.ts';
import { searchFacets } from '../../../lib/services/search-facets.ts';
import { topicsNamed } from '../../../lib/services/search-filters.ts';
import { openStore } from '../../../lib/store/indexed-db/open-store.ts';
import type { Store } from '../../../lib/store/store.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';

const provenance = { kind: 'import' as const, source: 'test', licence: null, addedAtMs: 0 };
const opened = openGazetteer([buildGazetteer([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'], uk: ['Орєшнік'] } }])]);
if (!opened.ok) throw new Error('no gazetteer');
const derive = (article: Article) => deriveArticle(article, opened.value);

function article(id: string, headline: string, text: string, more: Partial<Article> = {}): Article {
  const date = more.datePublished ?? '2026-01-01';
  return {
    id,
    url: `https://paper.example/${id}`,
    headline,
    description: null,
    text,
    language: 'en',
    datePublished: date,
    dateModified: null,
    publishedAtMs: Date.parse(date),
    outletId: 'outlet:herald',
    authors: [],
    section: null,
    keywords: [],
    sample: false,
    provenance,
    ...more,
  };
}

async function openEmpty(): Promise<Store> {
  const result = await openStore({ indexedDB: new IDBFactory(), databaseName: 'search', derive, nowMs: () => 0 });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

let store: Store;
/** A store that lists no topic. */
let bare: Store;
/** More reports than a search checks. */
let many: Store;
beforeAll(async () => {
  [store, bare, many] = await Promise.all([openEmpty(), openEmpty(), openEmpty()]);
  const add = (to: Store, articles: Article[]) => to.addArticles(articles.map((entry) => ({ article: entry, derived: derive(entry) })));
  await add(bare, [article('x', 'Oreshnik parts shown', 'Experts named the Oreshnik.'), article('y', 'Harvest', 'Early wheat.')]);
  await many.putOutlets([{ id: 'outlet:herald', name: 'Herald', url: null, country: null, languages: [], sample: false, provenance }]);
  await add(
    many,
    Array.from({ length: 450 }, (_, i) =>
      article(`m${i}`, `Locks ${i}`, `The canal opens on ${i % 2 === 0 ? 'even' : 'odd'} days.`, {
        language: i % 2 === 0 ? 'uk' : 'en',
        datePublished: '2026-01-20',
        authors: [{ name: 'Every Body', reporterId: null }],
      }),
    ),
  );
  await store.putOutlets(
    [
      ['outlet:herald', 'Northern Herald'],
      ['outlet:times', 'Evening Times'],
    ].map(([id, name]) => ({ id: id!, name: name!, url: null, country: null, languages: [], sample: false, provenance })),
  );
  await store.putReporters([
    {
      id: 'reporter:doe',
      name: 'Jo Doe',
      alternateNames: [],
      jobTitle: null,
      outletId: null,
      bio: null,
      bioSource: null,
      languages: [],
      sameAs: [],
      sample: false,
      provenance,
    },
  ]);
  await store.putTopics([{ id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } }]);
  const articles = [
    article('a', 'Oreshnik parts shown', 'A carousel lathe was found. Experts named the Oreshnik.', {
      authors: [{ name: 'Jo Doe', reporterId: 'reporter:doe' }],
    }),
    article('named', 'Locks repaired', 'The canal opens.', {
      authors: [
        { name: 'Zoë Ångström-Doeberl', reporterId: null },
        { name: 'Олена Ковальчук', reporterId: null },
        { name: '王小明', reporterId: null },
      ],
    }),
    article('b', 'Harvest begins early', 'Experts expect a lathe of wheat and a carousel of prices.', {
      outletId: 'outlet:times',
      datePublished: '2024-06-01',
    }),
    article('c', 'Показали уламки', 'Експерти показали уламки ракети «Орєшнік».', { language: 'uk' }),
  ];
  await store.addArticles(articles.map((entry) => ({ article: entry, derived: derive(entry) })));
});

const find = async (query: string) => (await searchStore(query, store, { limit: 10 })).hits.map(({ article: { id } }) => id);

describe('searchStore', () => {
  it('wants every word, and grows the last one', async () => {
    expect(await find('experts ')).toEqual(expect.arrayContaining(['a', 'b']));
    expect(await find('experts wheat ')).toEqual(['b']);
    expect(await find('experts whe')).toEqual(['b']);
  });

  it('falls back to some of the words where no report has all', async () => {
    expect(await find('harvest oreshnik ')).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('takes quotes at their word', async () => {
    expect(await find('"carousel lathe"')).toEqual(['a']);
    expect(await find('"lathe carousel"')).toEqual([]);
  });

  it('filters by outlet, reporter, topic, language and date', async () => {
    expect(await find('outlet:evening ')).toEqual(['b']);
    expect(await find('reporter:"jo doe"')).toEqual(['a']);
    expect((await find('topic:oreshnik ')).sort()).toEqual(['a', 'c']);
    expect(await find('topic:oreshnik lang:uk')).toEqual(['c']);
    expect(await find('experts before:2025')).toEqual(['b']);
    expect(await find('experts after:2025')).toEqual(['a']);
    expect(await find('outlet:nobody-of-this-name experts')).toEqual([]);
  });

  it.each(['zoe', 'Ångström', 'angs', 'doeberl zoë', 'КОВАЛЬЧУК', 'ковал', 'олена ковальчук', '小明', 'Doeberl'])(
    'finds an author without a reporter behind the name by %s',
    async (typed) => {
      expect(await find(`reporter:"${typed}"`)).toEqual(['named']);
    },
  );

  it('wants every part of an author’s name, of one author', async () => {
    expect(await find('reporter:"zoë ковальчук"')).toEqual([]);
    expect(await find('reporter:"zoë smith"')).toEqual([]);
    expect((await find('reporter:doe')).sort()).toEqual(['a', 'named']);
  });

  it('knows topics that the store does not list, by name and id', async () => {
    const options = { limit: 10, topicsNamed: (typed: string) => topicsNamed(typed, opened.value) };
    const ids = async (query: string) => (await searchStore(query, bare, options)).hits.map(({ article: { id } }) => id);
    expect(await ids('topic:Орєшнік ')).toEqual(['x']);
    expect(await ids('topic:topic:oreshnik ')).toEqual(['x']);
    expect(await ids('topic:nothing ')).toEqual([]);
  });

  describe('totals beyond what is checked', () => {
    const total = async (query: string, whole = false) => {
      const answer = await searchStore(query, many, { limit: 5, whole });
      expect(answer.hits).toHaveLength(5);
      return [answer.total, answer.atLeast];
    };

    it('are exact where the postings tell', async () => {
      expect(await total('canal ')).toEqual([450, false]);
      expect(await total('canal even ')).toEqual([225, false]);
      expect(await total('canal outlet:herald ')).toEqual([450, false]);
      expect(await total('cana')).toEqual([450, false]);
    });

    it('are exact for languages, dates, alternatives and what is left out', async () => {
      expect(await total('canal lang:uk')).toEqual([225, false]);
      expect(await total('canal after:2026-01-10')).toEqual([450, false]);
      expect(await total('even OR odd lang:en ')).toEqual([225, false]);
      expect(await total('-even ')).toEqual([225, false]);
      expect(await total('canal -(even OR lang:xx) ')).toEqual([225, false]);
    });

    it('are said to be a lower bound where every report would have to be read', async () => {
      expect(await total('"canal opens"')).toEqual([50, true]);
      expect(await total('reporter:"every body"')).toEqual([50, true]);
    });

    it('are exact for whoever asks for the whole', async () => {
      expect(await total('"canal opens"', true)).toEqual([450, false]);
      expect(await total('canal lang:uk', true)).toEqual([225, false]);
      expect(await total('canal after:2026-01-10', true)).toEqual([450, false]);
      expect(await total('reporter:"every body"', true)).toEqual([450, false]);
    });
  });

  it('corrects a word that no report holds, and says so', async () => {
    const answer = await searchStore('oreshnkik ', store, { limit: 10 });
    expect(answer.corrected?.trim()).toBe('oreshnik');
    expect(answer.hits.map(({ article: { id } }) => id)).toEqual(['a']);
    expect(answer.hits[0]!.highlights).toEqual([[0, 8]]);
  });

  it('answers nothing to an empty query, and stays within the limit', async () => {
    expect(await searchStore('  ', store, { limit: 10 })).toEqual({
      query: '  ',
      total: 0,
      atLeast: false,
      hits: [],
      corrected: null,
      notices: [],
    });
    expect(await searchStore('experts ', store, { limit: 1 })).toMatchObject({ total: 2, hits: [{}] });
  });
});

describe('searchFacets', () => {
  const facets = async (query: string, from = store) => {
    const found = await searchFacets(query, from, { topicLabel: (id) => (id === 'topic:oreshnik' ? 'Oreshnik' : null) });
    return Object.fromEntries(found.facets.map(({ kind, values }) => [kind, values.map(({ label, count }) => `${label} ${count}`)]));
  };

  it('counts values of all that match, the most frequent first', async () => {
    expect(await facets('experts OR експерти OR canal ')).toEqual({
      outlet: ['Northern Herald 3', 'Evening Times 1'],
      language: ['en 3', 'uk 1'],
      topic: ['Oreshnik 2'],
      reporter: ['Jo Doe 1', 'Zoë Ångström-Doeberl 1', 'Олена Ковальчук 1', '王小明 1'],
      period: ['2026-01 3', '2024-06 1'],
    });
    expect(await facets('canal ', many)).toEqual({
      outlet: ['Herald 450'],
      language: ['en 225', 'uk 225'],
      reporter: ['Every Body 450'],
      period: ['2026-01 450'],
    });
    expect(await facets(' ')).toEqual({});
  });

  it('counts of a phrase those it was found in, and says when they are not all', async () => {
    expect((await facets('"carousel lathe"')).outlet).toEqual(['Northern Herald 1']);
    expect(await searchFacets('"canal opens"', many, { topicLabel: () => null })).toMatchObject({ counted: 200, some: true });
  });

  it('gives queries that narrow, and take back', async () => {
    const of = async (query: string) =>
      (await searchFacets(query, store, { topicLabel: () => null })).facets.flatMap(({ values }) => values);
    const times = (await of('exper')).find(({ label }) => label === 'Evening Times')!;
    expect(times).toEqual({ label: 'Evening Times', count: 1, chosen: false, query: 'outlet:"Evening Times" exper' });
    expect(await find(times.query)).toEqual(['b']);
    const chosen = (await of(times.query)).find(({ label }) => label === 'Evening Times')!;
    expect(chosen).toMatchObject({ chosen: true, query: 'exper' });
    const month = (await of('experts')).find(({ label }) => label === '2024-06')!;
    expect(month.query).toBe('after:2024-06 before:2024-07 experts');
    expect((await of(month.query)).find(({ label }) => label === '2024-06')).toMatchObject({ chosen: true, query: 'experts' });
  });

  it('counts what the user did', async () => {
    const [hit] = (await searchStore('harvest ', store, { limit: 1 })).hits;
    await store.putPin({ id: 'b', article: hit!.article, state: 'reading', pinnedAtMs: 0, updatedAtMs: 0, rank: 'm', tags: ['Vor Ort'] });
    const note = { draft: null, updatedAtMs: 0 };
    await store.changeRows(['notes', 'collectionItems'], async ({ notes, collectionItems }) => {
      await notes.put({ id: 'pin b', text: 'Read again.', ...note });
      await notes.put({ id: 'pin c', text: ' ', ...note });
      await notes.put({ id: 'item k a', text: '', ...note, draft: 'Half a' });
      await collectionItems.put({
        id: 'k a',
        collectionId: 'k',
        articleId: 'a',
        article: hit!.article,
        rank: 'm',
        addedAtMs: 0,
        updatedAtMs: 0,
      });
    });
    expect(await find('tag:"vor ort"')).toEqual(['b']);
    expect(await find('tag:vor ')).toEqual([]);
    expect((await find('has:note ')).sort()).toEqual(['a', 'b']);
    expect((await facets('experts ')).mark).toEqual(['note 2', 'pinned 1', 'reading 1']);
    expect(await find('is:reading ')).toEqual(['b']);
    expect(await find('experts -is:pinned ')).toEqual(['a']);
  });
});

describe('pages and order', () => {
  it('go on where the last one ended, and never give a report twice', async () => {
    const seen: string[] = [];
    for (let from = 0; from < 450; from += 150) {
      const { hits } = await searchStore('canal ', many, { limit: 150, from });
      seen.push(...hits.map(({ article: { id } }) => id));
    }
    expect(new Set(seen).size).toBe(450);
    expect((await searchStore('canal ', many, { limit: 10, from: 450 })).hits).toEqual([]);
  });

  it('of what must be looked at are full where asked to be patient, and hold every report once', async () => {
    const [first, whole] = [await searchStore('"even days"', many, { limit: 50 }), await searchIds('"even days"', many, { limit: 10_000 })];
    expect([first.total < 225, first.atLeast]).toEqual([true, true]);
    expect(whole).toMatchObject({ total: 225, atLeast: false });
    const seen: string[] = [];
    for (let from = 0; from < 225; from += 50) {
      const { hits } = await searchStore('"even days"', many, { limit: 50, from, patient: true });
      seen.push(...hits.map(({ article: { id } }) => id));
    }
    expect(seen).toEqual(whole.ids);
    expect(new Set(seen).size).toBe(225);
    expect((await searchIds('canal ', many, { limit: 100 })).ids).toHaveLength(100);
    expect((await searchIds('', many, { limit: 100 })).ids).toEqual([]);
  });

  it('is by date where asked, and where there are no words', async () => {
    expect((await searchStore('experts ', store, { limit: 9, order: 'newest' })).hits.map(({ article: { id } }) => id)).toEqual(['a', 'b']);
    expect((await find('lang:en ')).at(-1)).toBe('b');
  });
});

describe('notices', () => {
  it('say what was read otherwise, found by nobody, or answered in part', async () => {
    const codes = async (query: string) => (await searchStore(query, store, { limit: 1 })).notices.map(({ code }) => code);
    expect(await codes('experts after:yesterday ')).toContain('badDate');
    expect(await codes('outlet:zzzz ')).toEqual(['noSuchName']);
    expect(await codes('after:2026 before:2025 ')).toEqual(['datesExclude']);
    expect(await codes('harvest oreshnik ')).toEqual(['someWords']);
    expect(await codes('experts ')).toEqual([]);
  });
});

describe('a hit', () => {
  it('says what matches in the snippet', async () => {
    const [hit] = (await searchStore('"carousel lathe" expe', store, { limit: 1 })).hits;
    expect(hit!.snippetHighlights.map(([start, end]) => hit!.snippet.slice(start, end))).toEqual(['carousel', 'lathe', 'Experts']);
  });
});
