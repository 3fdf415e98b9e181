import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { qualifiedForms } from '../../../lib/topics/qualified-names.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';

function found(entries: SourceEntry[], language: string, ...texts: string[]): string[] {
  const opened = openGazetteer([buildGazetteer(entries)]);
  if (!opened.ok) throw new Error(opened.error.message);
  return detectTopics({ language, parts: texts.map((text) => ({ zone: 'body', text })) }, opened.value)
    .flatMap(({ id, mentions }) => mentions.map(({ surface }) => `${id}: ${surface}`))
    .sort();
}

const topic = (id: string, language: string, name: string): SourceEntry => ({ id, kind: 'event', names: { [language]: [name] } });

describe('qualifiedForms', () => {
  it.each([
    ['event', 'ru', 'Протесты в Бразилии', [['Протесты', 'Бразилии']]],
    ['topic', 'uk', 'Палата представників США', [['Палата представників', 'США']]],
    [
      'event',
      'en',
      'Fijian general election',
      [
        ['general election', 'Fijian'],
        ['election', 'Fijian'],
      ],
    ],
    ['topic', 'en', 'President of Peru', [['President', 'Peru']]],
    [
      'topic',
      'ru',
      'Премия BAFTA за лучшую режиссуру',
      [
        ['Премия', 'BAFTA'],
        ['лучшую режиссуру', 'BAFTA'],
      ],
    ],
    ['topic', 'en', 'Silicon Valley Bank', []],
    ['topic', 'en', 'quantum entanglement', []],
    [
      'topic',
      'zh',
      '巴西最高法院',
      [
        ['最高法院', '巴', '西'],
        ['法院', '巴', '最', '西', '高'],
      ],
    ],
    ['topic', 'zh', '法院', []],
    ['topic', 'ja', '東京オリンピック', []],
    ['person', 'ru', 'Борис Джонсон', []],
    ['topic', 'en', null, []],
  ] as const)('of a %s in %s: %s', (kind, language, name, expected) => {
    expect(qualifiedForms(kind, name, language).map(({ head, rest }) => [head, ...rest])).toEqual(expected);
  });
});

describe('the head of a name', () => {
  const protests = topic('a', 'ru', 'Протесты в Бразилии');

  it('counts in any form where the rest stands near, before it or after it', () => {
    expect(found([protests], 'ru', 'После протестов сторонников проигравшего столица Бразилии закрыта.')).toEqual(['a: протестов']);
    expect(found([protests], 'ru', 'В Бразилии о протестах молчат.')).toEqual(['a: протестах']);
    expect(found([topic('b', 'en', 'Fijian general election')], 'en', 'A Fijian party has lost the election.')).toEqual(['b: election']);
  });

  it('stands last in Han, and counts where the characters before it stand near', () => {
    const court = topic('c', 'zh', '巴西最高法院');
    expect(found([court], 'zh', '支持者冲击位于巴西利亚三权广场的最高法院。')).toEqual(['c: 最高法院']);
    expect(found([court], 'zh', '支持者冲击位于利马的最高法院。')).toEqual([]);
  });

  it('says nothing without it, in another paragraph, or far away', () => {
    expect(found([protests], 'ru', 'О протестах молчат.')).toEqual([]);
    expect(found([protests], 'ru', 'О протестах молчат.', 'В Бразилии тихо.')).toEqual([]);
    expect(found([protests], 'ru', `О протестах молчат ${'и молчат '.repeat(15)} в Бразилии.`)).toEqual([]);
  });

  it('means what its own complement says, and the nearest where several may be meant', () => {
    const presidents = [topic('p', 'en', 'President of Peru'), topic('c', 'en', 'President of Chile')];
    expect(found(presidents, 'en', 'The president of Bolivia flew over Peru.')).toEqual([]);
    expect(found(presidents, 'en', 'In Peru, where Chile has an embassy, the president spoke.')).toEqual(['c: president']);
  });

  it('counts for one topic only, and yields to a whole name', () => {
    const twice = [topic('a', 'en', '2018 Fijian general election'), topic('b', 'en', '2022 Fijian general election')];
    expect(found(twice, 'en', 'A Fijian party has lost the election.')).toEqual([]);
    const whole = [topic('a', 'ru', 'Протесты в Бразилии'), topic('b', 'ru', 'Протесты')];
    expect(found(whole, 'ru', 'О протестах в столице Бразилии молчат.')).toEqual(['b: протестах']);
  });
});
