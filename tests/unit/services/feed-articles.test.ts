import { describe, expect, it } from 'vitest';
import { citedDate } from '../../../lib/citations/source.ts';
import type { Feed, FeedEntry } from '../../../lib/core/feed.ts';
import type { Source } from '../../../lib/core/source.ts';
import { harvestFeed } from '../../../lib/services/feed-articles.ts';

const SOURCE: Source = {
  id: 'source:a',
  url: 'https://harbour.example/feed',
  title: 'Harbour Times',
  siteUrl: 'https://harbour.example/',
  folders: [],
  addedAtMs: 0,
  paused: false,
};
const EMPTY = {
  sourceEntries: async () => [],
  findArticleByUrl: async () => null,
  getArticles: async () => [],
  findReporters: async () => [],
  listOutlets: async () => [],
};

function entry(at: string, rest: Partial<FeedEntry>): FeedEntry {
  return {
    id: at,
    url: `https://harbour.example/${at}`,
    title: `Report ${at}`,
    summary: null,
    content: null,
    authors: [],
    categories: [],
    datePublished: '2026-01-28',
    dateModified: null,
    ...rest,
  };
}

async function signersOf(rest: Partial<FeedEntry>) {
  const feed: Feed = { format: 'rss', title: 'Harbour Times', siteUrl: SOURCE.siteUrl, language: 'en', entries: [entry('a', rest)] };
  const { articles, reporters } = await harvestFeed(feed, SOURCE, EMPTY, 0);
  return { authors: articles.flatMap(({ authors }) => authors.map(({ name }) => name)), reporters: reporters.map(({ name }) => name) };
}

describe('who signs an entry', () => {
  const person = (name: string) => ({ name });

  it('is a person, or an agency, which is no reporter', async () => {
    expect(await signersOf({ authors: [person('Zoë Example')] })).toEqual({ authors: ['Zoë Example'], reporters: ['Zoë Example'] });
    expect(await signersOf({ authors: [person('Reuters')] })).toEqual({ authors: ['Reuters'], reporters: [] });
  });

  it('is each of several people, and no desk, outlet or account', async () => {
    const three = ['Peter Baker', 'Maggie Haberman', 'Jonathan Swan'];
    expect(await signersOf({ authors: [person('Peter Baker, Maggie Haberman and Jonathan Swan')] })).toEqual({
      authors: three,
      reporters: three,
    });
    expect(await signersOf({ authors: [person('Harbour Times')] })).toEqual({ authors: ['Harbour Times'], reporters: [] });
    expect(await signersOf({ authors: [person('harbour.example')] })).toEqual({ authors: ['harbour.example'], reporters: [] });
    expect(await signersOf({ authors: [person('Редакція')] })).toEqual({ authors: ['Редакція'], reporters: [] });
    expect(await signersOf({ authors: [person('admin')] })).toEqual({ authors: [], reporters: [] });
    expect((await signersOf({ authors: [person('News desk')], summary: 'BERLIN (dpa) - The port is closed.' })).authors).toEqual(['dpa']);
  });

  it('is the agency that the text names, where nobody signs', async () => {
    expect(await signersOf({ summary: 'BERLIN (dpa) - The port is closed.' })).toEqual({ authors: ['dpa'], reporters: [] });
    expect(await signersOf({ content: 'The port is closed.\n\nIt opens on Monday. (AFP)' })).toEqual({ authors: ['AFP'], reporters: [] });
    expect(await signersOf({ summary: 'The port is closed, said dpa.' })).toEqual({ authors: [], reporters: [] });
    expect((await signersOf({ authors: [person('Zoë Example')], summary: 'BERLIN (dpa) - The port is closed.' })).authors).toEqual([
      'Zoë Example',
    ]);
  });
});

describe('the language of an entry', () => {
  const WALL =
    'The wall of the northern harbour was opened on Thursday, and the first of the ships that had waited there for a week came in. ';
  const STINA =
    'Стіну північної гавані відкрили у четвер, і перший із кораблів, які чекали там тиждень, зайшов до порту. Про це повідомила служба. ';
  const long = (text: string) => ({ summary: text.repeat(3) });
  const read = async (language: string | null, ...entries: Partial<FeedEntry>[]) => {
    const feed: Feed = { format: 'rss', title: 'T', siteUrl: null, language, entries: entries.map((rest, at) => entry(`e${at}`, rest)) };
    const { articles } = await harvestFeed(feed, SOURCE, EMPTY, 0);
    return feed.entries.map(({ url }) => articles.find((one) => one.url === url)?.language);
  };

  it('is read where the feed states none, or another one', async () => {
    expect(await read(null, long(WALL), long(STINA))).toEqual(['en', 'uk']);
    expect(await read('en-US', long(STINA))).toEqual(['uk']);
    expect(await read('en-GB', long(WALL))).toEqual(['en']);
  });

  it('of few words is that of the document', async () => {
    const short = { title: 'Порт', summary: null };
    expect(await read('en-US', ...Array.from({ length: 4 }, () => ({ summary: STINA })), short)).toEqual(['uk', 'uk', 'uk', 'uk', 'uk']);
    expect(await read('de', { title: 'Port' })).toEqual(['de']);
    expect(await read(null, { title: '2026' })).toEqual([null]);
  });

  it('is taken by a report of which none was known', async () => {
    const feed: Feed = { format: 'rss', title: 'T', siteUrl: null, language: null, entries: [entry('a', long(WALL))] };
    const first = (await harvestFeed(feed, SOURCE, EMPTY, 0)).articles[0]!;
    const held = (language: string | null) => {
      const article = { ...first, language };
      const row = { docId: 1, article, topics: [], agency: null } as never;
      const noted = [{ articleId: first.id, keys: [] }];
      return { ...EMPTY, sourceEntries: async () => noted, findArticleByUrl: async () => row, getArticles: async () => [row] };
    };
    expect((await harvestFeed(feed, SOURCE, held(null), 0)).articles.map(({ language }) => language)).toEqual(['en']);
    expect((await harvestFeed(feed, SOURCE, held('en'), 0)).articles).toEqual([]);
  });
});

describe('the date of an entry', () => {
  const modified = (dateModified: string): Feed => ({
    format: 'rss',
    title: 'T',
    siteUrl: null,
    language: 'en',
    entries: [entry('a', { datePublished: '2026-01-28T20:00:00-05:00', dateModified })],
  });

  it('is the stated day with the right instant, and the same instant written otherwise is no news', async () => {
    const [article] = (await harvestFeed(modified('2026-01-28T21:00:00-05:00'), SOURCE, EMPTY, 0)).articles;
    expect(article).toMatchObject({ datePublished: '2026-01-28T20:00:00-05:00', publishedAtMs: Date.UTC(2026, 0, 29, 1) });
    expect(citedDate(article!.datePublished)).toEqual({ year: 2026, month: 1, day: 28 });
    const row = { docId: 1, article: { ...article!, dateModified: '2026-01-29T02:00:00Z' }, topics: [], agency: null } as never;
    const noted = [{ articleId: article!.id, keys: [] }];
    const held = { ...EMPTY, sourceEntries: async () => noted, findArticleByUrl: async () => row, getArticles: async () => [row] };
    expect((await harvestFeed(modified('2026-01-28T21:00:00-05:00'), SOURCE, held, 0)).articles).toEqual([]);
    expect((await harvestFeed(modified('2026-01-28T22:00:00-05:00'), SOURCE, held, 0)).articles).toHaveLength(1);
  });
});
