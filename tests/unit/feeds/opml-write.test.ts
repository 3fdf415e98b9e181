import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListedFeed } from '../../../lib/core/feed.ts';
import { writeOpml } from '../../../lib/feeds/opml-write.ts';
import { cleanLine } from '../../../lib/text/clean-text.ts';
import { reading } from './documents.ts';

const feed = (title: string, folders: string[] = []): ListedFeed => ({
  title,
  url: `https://a.example/${encodeURIComponent(title)}`,
  siteUrl: 'https://a.example/',
  folders,
});

function readBack(text: string): ListedFeed[] {
  const { document } = reading(text);
  return document.format === 'opml' ? document.feeds : [];
}

describe('writeOpml', () => {
  it('keeps names, addresses, folders and order', () => {
    const feeds = [feed('Tom & "Jerry" <x>'), feed('B', ['Sea']), feed('C', ['Sea', 'Ports']), feed('D', ['Sea', 'Ports'])];
    const text = writeOpml('Mine', feeds);
    expect(readBack(text)).toEqual(feeds);
    expect(reading(text)).toMatchObject({ document: { title: 'Mine' }, problems: [] });
  });

  it('leaves out what nobody can fetch', () => {
    expect(readBack(writeOpml('', [{ ...feed('A'), url: null }, feed('B')]))).toEqual([feed('B')]);
  });

  it('can be read back whatever the names are', () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .map((text) => cleanLine(text.replace(/[<&\p{Cc}\ufffe\uffff]/gu, '')))
      .filter((text) => text !== '');
    const feeds = fc.array(fc.tuple(name, fc.array(name, { maxLength: 2 })), { maxLength: 8 });
    fc.assert(
      fc.property(feeds, (rows) => {
        const given = rows.map(([title, folders], index) => ({ ...feed(String(index), folders), title }));
        const byUrl = (list: ListedFeed[]) => [...list].sort((a, b) => ((a.url ?? '') < (b.url ?? '') ? -1 : 1));
        expect(byUrl(readBack(writeOpml('x', given)))).toEqual(byUrl(given));
      }),
      { numRuns: 200 },
    );
  });
});
