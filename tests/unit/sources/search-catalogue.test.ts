import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogueOutlet } from '../../../lib/core/source.ts';
import { catalogueSearch } from '../../../lib/sources/search-catalogue.ts';

function outlet(
  id: string,
  name: string,
  language: string,
  country: string,
  site: string,
  nativeName: string | null = null,
): CatalogueOutlet {
  return { id, name, nativeName, language, country, site, feed: null, feedSource: null };
}

const OUTLETS = [
  outlet('harbour', 'Harbour Times', 'en', 'GB', 'https://harbour.example/'),
  outlet('times', 'The Times', 'en', 'GB', 'https://www.times.example/'),
  outlet('prairie', 'Prairie Herald', 'en', 'US', 'https://prairie.example/'),
  outlet('warsaw', 'Warsaw Letters', 'en', 'PL', 'https://letters.example/'),
  outlet('dzwon', 'Dzwon Łódzki', 'pl', 'PL', 'https://dzwon.example/'),
  outlet('kurier', 'Kurier', 'de', 'DE', 'https://kurier.example/'),
  outlet('muenchner', 'Münchner Straße', 'de', 'DE', 'https://strasse.example/'),
  outlet('vilna', 'Vilna Dumka', 'uk', 'UA', 'https://dumka.example/', 'Вільна думка'),
  outlet('guardian', 'The Guardian of Lviv', 'uk', 'UA', 'https://guardian.example/'),
  outlet('fjord', 'Fjordposten', 'nb', 'NO', 'https://fjord.example/'),
  outlet('asa', 'Asa Shimbun', 'ja', 'JP', 'https://asa.example/', '朝の新聞'),
];

function find(
  typed: string,
  { languages = ['en-GB'], locale = 'en-GB', language = null as string | null, country = null as string | null } = {},
): string[] {
  return catalogueSearch(OUTLETS, { locale, languages })({ typed, language, country }).map(({ id }) => id);
}

describe('catalogueSearch without words', () => {
  it("begins with the reader's languages, dearest first, and the reader's country", () => {
    expect(find('', { languages: ['uk', 'en-US'] }).slice(0, 6)).toEqual(['vilna', 'guardian', 'prairie', 'harbour', 'times', 'warsaw']);
  });

  it('goes on by name of language, in the order of the table within one', () => {
    expect(find('', { languages: [] })).toEqual([
      'harbour',
      'times',
      'prairie',
      'warsaw',
      'kurier',
      'muenchner',
      'asa',
      'fjord',
      'dzwon',
      'vilna',
      'guardian',
    ]);
  });

  it('takes what browsers say of Norwegian', () => {
    for (const tag of ['no', 'nb-NO', 'nn']) expect(find('', { languages: [tag] })[0]).toBe('fjord');
  });

  it('overlooks tags that are none', () => {
    expect(find('', { languages: ['', 'a_b', '*', 'pl'] })[0]).toBe('dzwon');
  });

  it('filters by language, by country and by both', () => {
    expect(find('', { language: 'en', country: 'PL' })).toEqual(['warsaw']);
    expect(find('', { country: 'PL' })).toEqual(['warsaw', 'dzwon']);
    expect(find('', { language: 'ja', country: 'PL' })).toEqual([]);
  });
});

describe('catalogueSearch with words', () => {
  it('finds names in either script, marks and undivided letters folded', () => {
    expect(find('вільна')).toEqual(['vilna']);
    expect(find('vilna dumka')).toEqual(['vilna']);
    expect(find('munchner strasse')).toEqual(['muenchner']);
    expect(find('lodzki')).toEqual(['dzwon']);
    expect(find('新聞')).toEqual(['asa']);
  });

  it('finds a site, with scheme and "www." or without', () => {
    for (const typed of ['times.example', 'https://www.times.example/', 'www.times.example']) expect(find(typed)[0]).toBe('times');
  });

  it("finds languages and countries by their names in the reader's languages, in English and in their own", () => {
    expect(find('ukrainian')).toEqual(['vilna', 'guardian']);
    expect(find('українська')).toEqual(['vilna', 'guardian']);
    expect(find('polen', { locale: 'de' })).toEqual(['warsaw', 'dzwon']);
    expect(find('польща', { languages: ['uk'] })).toEqual(['warsaw', 'dzwon']);
    expect(find('germany')).toEqual(['kurier', 'muenchner']);
  });

  it('wants every word, whatever it belongs to', () => {
    expect(find('poland english')).toEqual(['warsaw']);
    expect(find('poland japanese')).toEqual([]);
  });

  it('puts a whole name before a word of one, with or without its article', () => {
    expect(find('times')).toEqual(['times', 'harbour']);
    expect(find('the times')[0]).toBe('times');
  });

  it('takes beginnings of words', () => {
    expect(find('guar')).toEqual(['guardian']);
    expect(find('ger')).toEqual(['kurier', 'muenchner']);
  });

  it('forgives a slip where a word is found nowhere, and only there', () => {
    expect(find('gaurdian')).toEqual(['guardian']);
    expect(find('fjordpsten')).toEqual(['fjord']);
    expect(find('harbour')).toEqual(['harbour']);
    expect(find('qqqqqqq')).toEqual([]);
  });

  it('answers nothing to what has no word in it', () => {
    expect(find('!?')).toEqual([]);
  });

  it('never throws, answers nothing twice and keeps to the filter', () => {
    const search = catalogueSearch(OUTLETS, { locale: 'en-GB', languages: ['en'] });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const found = search({ typed, language: 'en', country: null });
        expect(new Set(found).size).toBe(found.length);
        expect(found.every(({ language }) => language === 'en')).toBe(true);
      }),
    );
  });
});
