import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatList, initials, languageName, readableHost, sameLanguage } from '../../../../lib/text/format/names.ts';

describe('languageName', () => {
  it('names languages in the reader’s language', () => {
    expect(languageName('uk', 'en-GB')).toBe('Ukrainian');
    expect(languageName('zh', 'de')).toBe('Chinesisch');
  });
  it('answers null for what it does not know', () => {
    for (const tag of [null, '', 'und', 'qqq', '!!', 'a-very-long-nonsense-tag']) expect(languageName(tag, 'en')).toBeNull();
  });
});

describe('sameLanguage', () => {
  it('compares primary tags', () => {
    expect(sameLanguage('en-GB', 'EN_us')).toBe(true);
    expect(sameLanguage('uk', 'ru')).toBe(false);
    expect(sameLanguage(null, null)).toBe(false);
  });
});

describe('initials', () => {
  it.each([
    ['Martin Fornusek', 'MF'],
    ['Ольга Петрівна Кравець', 'ОК'],
    ['李明', '李'],
    ['“Zed” O’Neil', 'ZO'],
    ['  ', '·'],
    ['42', '·'],
  ])('%s → %s', (name, expected) => expect(initials(name)).toBe(expected));
  it('is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(initials(name).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('formatList, readableHost', () => {
  it('joins and cleans', () => {
    expect(formatList(['Lviv', 'Dnipro', 'Votkinsk'], 'en-GB')).toBe('Lviv, Dnipro and Votkinsk');
    expect(readableHost('www.kyivindependent.com')).toBe('kyivindependent.com');
    expect(readableHost('a\u202eb.example')).toBe('ab.example');
  });
});
