import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import { deriveArticle } from '../../../lib/services/derive.ts';
import { searchStore } from '../../../lib/services/search.ts';
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

    it('are said to be a lower bound where they do not', async () => {
      expect(await total('"canal opens"')).toEqual([200, true]);
      expect((await total('canal lang:uk'))[1]).toBe(true);
      expect((await total('canal after:2026-01-10'))[1]).toBe(true);
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
    expect(await searchStore('  ', store, { limit: 10 })).toEqual({ query: '  ', total: 0, atLeast: false, hits: [], corrected: null });
    expect(await searchStore('experts ', store, { limit: 1 })).toMatchObject({ total: 2, hits: [{}] });
  });
});
