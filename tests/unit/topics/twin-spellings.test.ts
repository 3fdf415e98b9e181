import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { twinSpellings } from '../../../lib/topics/twin-spellings.ts';

function found(entries: SourceEntry[], language: string, text: string): string[] {
  const opened = openGazetteer([buildGazetteer(entries)]);
  if (!opened.ok) throw new Error(opened.error.message);
  return detectTopics({ language, parts: [{ zone: 'body', text }] }, opened.value)
    .flatMap(({ id, mentions }) => mentions.map(({ surface, method }) => `${id}: ${surface}/${method}`))
    .sort();
}

const entry = (id: string, kind: SourceEntry['kind'], language: string, name: string): SourceEntry => ({
  id,
  kind,
  names: { [language]: [name] },
});

describe('twinSpellings', () => {
  it.each([
    ['ru', 'BP', ['ВР']],
    ['uk', 'ВР', ['BP']],
    ['ru', 'ТНК-BP', ['ТНК-ВР', 'THK-BP']],
    ['ru', 'ЛДПР', []],
    ['ru', 'Вера', []],
    ['en', 'BP', []],
  ])('in %s: %s', (language, text, expected) => {
    expect(twinSpellings(text, language)).toEqual(expected);
  });

  it('are found in texts', () => {
    expect(found([entry('bp', 'organisation', 'ru', 'ТНК-BP')], 'ru', 'Доля в ТНК-ВР выросла.')).toEqual(['bp: ТНК-ВР/exact']);
  });
});

describe('another spelling in brackets', () => {
  const simon = entry('simon', 'person', 'ru', 'Джоэл Саймон');

  it('names whom the name before it names', () => {
    expect(found([simon], 'ru', 'Так сказал Джоэл Саймон (Joel Simon) вчера.')).toEqual([
      'simon: Joel Simon/transliterated',
      'simon: Джоэл Саймон/exact',
    ]);
    expect(found([entry('li', 'person', 'zh', '李强')], 'zh', '总理李强（Li Qiang）说')).toHaveLength(2);
  });

  it.each([
    'Так сказал Джоэл Саймон (see Simon) вчера.',
    'Так сказал Джоэл Саймон (Joel Simon из США) вчера.',
    'Так сказал Джоэл Саймон, Joel Simon, вчера.',
    'Так сказал Джоэл Саймон (Joel Simon',
  ])('is no other remark: %s', (text) => {
    expect(found([simon], 'ru', text)).toEqual(['simon: Джоэл Саймон/exact']);
  });

  it('is none of a place, and none of another topic', () => {
    expect(found([entry('l', 'place', 'ru', 'Лондон')], 'ru', 'Снято в городе Лондон (Reuters).')).toEqual(['l: Лондон/exact']);
    const other = entry('nyt', 'organisation', 'en', 'New York Times');
    expect(found([simon, other], 'ru', 'Пишет Джоэл Саймон (New York Times).')).toEqual([
      'nyt: New York Times/exact',
      'simon: Джоэл Саймон/exact',
    ]);
  });
});

describe('names that share a word at the end of a list', () => {
  const regions = [
    entry('tver', 'place', 'ru', 'Тверская область'),
    entry('tula', 'place', 'ru', 'Тульская область'),
    entry('south', 'place', 'en', 'South America'),
    entry('north', 'place', 'en', 'North America'),
  ];

  it.each([
    ['ru', 'Поезда идут в Тульской, Псковской и Тверской областях.', ['tula: Тульской/inflected', 'tver: Тверской областях/inflected']],
    ['en', 'All over South and Central America it rained.', ['south: South/exact']],
    ['en', 'From North, Central and South America they came.', ['north: North/exact', 'south: South America/exact']],
    ['en', 'They went South and stayed in America.', []],
    ['en', 'The South, said Central America, and left.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(found(regions, language, text)).toEqual(expected);
  });
});
