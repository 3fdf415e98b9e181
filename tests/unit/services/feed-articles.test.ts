import { describe, expect, it } from 'vitest';
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
    expect(await signersOf({ authors: [person('Peter Baker, Maggie Haberman and Jonathan Swan')] })).toEqual({ authors: three, reporters: three });
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
