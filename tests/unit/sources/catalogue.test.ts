import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../../lib/sources/catalogue.ts';
import { countryName, languageName } from '../../../lib/text/format/names.ts';
import { buildCatalogue, catalogueRows, listedRows } from '../../../scripts/catalogue/build-catalogue.ts';

const LISTS = new URL('../../../../shared/data/feeds/opml.ndjson', import.meta.url);
const row = { id: 'the-example', name: 'The Example', language: 'en', country: 'GB', site: 'https://www.example.org/' };
const feed = 'https://www.example.org/feed.xml';

function problemOf(...outlets: unknown[]): string {
  const parsed = parseCatalogue({ version: 1, outlets });
  return parsed.ok ? '' : parsed.error.message;
}

describe('the table of outlets', () => {
  const { outlets, json } = buildCatalogue();

  it('is valid as a whole, and what is shipped is read back as it was', () => {
    expect(outlets).toHaveLength(catalogueRows().length);
    expect(parseCatalogue(JSON.parse(json))).toEqual({ ok: true, value: outlets });
  });

  it('has enough to choose from', () => {
    expect(outlets.length).toBeGreaterThanOrEqual(120);
    const byLanguage = Map.groupBy(outlets, ({ language }) => language);
    expect(byLanguage.size).toBeGreaterThanOrEqual(15);
    const expected = [
      'ar',
      'bg',
      'cs',
      'de',
      'el',
      'en',
      'es',
      'fa',
      'fi',
      'fr',
      'he',
      'hi',
      'hu',
      'it',
      'ja',
      'ko',
      'nl',
      'pl',
      'pt',
      'ro',
      'ru',
      'sl',
      'sv',
      'tr',
      'uk',
      'zh',
    ];
    expect(expected.filter((language) => (byLanguage.get(language)?.length ?? 0) < 5)).toEqual([]);
  });

  it('is what docs/feeds.md says it is', () => {
    const counts = [...Map.groupBy(outlets, ({ language }) => language)].map(([language, rows]) => [language, rows.length] as const);
    const byCount = counts.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([language, count]) => `${language} ${count}`);
    const withFeed = outlets.filter(({ feed }) => feed !== null).length;
    expect(readFileSync('docs/feeds.md', 'utf8')).toContain(
      `(${outlets.length} in ${counts.length} languages, ${withFeed} with a feed address): ${byCount.join(', ')}.`,
    );
  });

  it('names languages and countries that exist', () => {
    expect(outlets.filter(({ language, country }) => !languageName(language, 'en') || !countryName(country, 'en'))).toEqual([]);
  });

  it('gives a native name only in another script than the Latin one', () => {
    expect(outlets.filter(({ nativeName }) => nativeName !== null && !/\p{L}/u.test(nativeName.replaceAll(/\p{sc=Latin}/gu, '')))).toEqual(
      [],
    );
    expect(outlets.filter(({ name }) => /\p{L}/u.test(name.replaceAll(/\p{sc=Latin}/gu, '')))).toEqual([]);
  });

  it('takes every feed from a list that is kept beside it, or from a page', () => {
    const listed = new Set(listedRows().map(({ row: file, url }) => `${file} ${url}`));
    const fromLists = outlets.filter(({ feedSource }) => feedSource?.startsWith('arf/'));
    expect(fromLists.length).toBeGreaterThan(50);
    expect(fromLists.filter((outlet) => !listed.has(`${outlet.feedSource} ${outlet.feed}`))).toEqual([]);
    expect(fromLists).toHaveLength(listed.size);
  });

  it.skipIf(!existsSync(LISTS))(
    `copies the lists as they are${existsSync(LISTS) ? '' : ' (left out: the data sets are not in ../shared)'}`,
    () => {
      const lists = readFileSync(LISTS, 'utf8')
        .trim()
        .split('\n')
        .map((line): { id: string; text: string } => JSON.parse(line));
      const textOf = new Map(lists.map(({ id, text }) => [id, text.replaceAll('&amp;', '&')]));
      expect(listedRows().filter(({ row: file, url }) => !textOf.get(file)?.includes(`xmlUrl="${url}"`))).toEqual([]);
    },
  );
});

describe('parseCatalogue', () => {
  it('reads absent values as unknown', () => {
    expect(parseCatalogue({ version: 1, outlets: [row] })).toEqual({
      ok: true,
      value: [{ ...row, nativeName: null, feed: null, feedSource: null }],
    });
  });

  it.each([
    ['the id', { ...row, id: 'The Example' }],
    ['a name', { ...row, name: ' ' }],
    ['the language', { ...row, language: 'en-GB' }],
    ['the country', { ...row, country: 'UK1' }],
    ['an address', { ...row, site: 'javascript:alert(1)' }],
    ['an address', { ...row, site: 'ftp://example.org/' }],
    ['an address', { ...row, site: 'https://user:secret@example.org/' }],
    ['an address', { ...row, site: 'https://Example.org' }],
    ['an address', { ...row, feed: 'feed:https://example.org/', feedSource: 'https://example.org/feeds' }],
    ['feed and feed source', { ...row, feed }],
    ['feed and feed source', { ...row, feedSource: 'https://example.org/feeds' }],
    ['the feed source', { ...row, feed, feedSource: 'somewhere' }],
  ])('says that %s is wrong, and in which row', (what, wrong) => {
    expect(problemOf(row, wrong)).toContain(`Row 2 of the catalogue of outlets is wrong: ${what} `);
  });

  it('refuses a field it does not know', () => {
    expect(problemOf({ ...row, checked: true })).toContain('Row 1');
  });

  it('refuses an outlet that comes twice', () => {
    expect(problemOf(row, { ...row, site: 'https://other.example/' })).toContain('its id comes twice');
    expect(problemOf(row, { ...row, id: 'other', site: 'http://example.org/' })).toContain('its home page comes twice');
  });

  it('refuses another version', () => {
    expect(parseCatalogue({ version: 2, outlets: [] })).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('never throws', () => {
    const value = fc.oneof(fc.anything(), fc.record({ version: fc.constant(1), outlets: fc.array(fc.anything()) }));
    fc.assert(fc.property(value, (anything) => void parseCatalogue(anything)));
  });
});
