import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { initialsOf, shortForms } from '../../../lib/topics/short-names.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';

function found(entries: SourceEntry[], language: string, text: string): string[] {
  const opened = openGazetteer([buildGazetteer(entries)]);
  if (!opened.ok) throw new Error(opened.error.message);
  return detectTopics({ language, parts: [{ zone: 'body', text }] }, opened.value)
    .flatMap(({ id, mentions }) => mentions.map(({ surface }) => `${id}: ${surface}`))
    .sort();
}

const topic = (id: string, language: string, name: string): SourceEntry => ({ id, kind: 'topic', names: { [language]: [name] } });

describe('shortForms', () => {
  it.each([
    ['topic', 'Маланга (Индонезия) (страница отсутствует)', ['Маланга (Индонезия)', 'Маланга']],
    ['event', '2022 Istanbul bombing', ['Istanbul bombing']],
    ['event', 'Élections législatives danoises de 2022', ['Élections législatives danoises']],
    ['event', 'Вибори 2022 року', ['Вибори']],
    ['topic', 'List of Nobel laureates', ['Nobel laureates']],
    ['topic', '2022', []],
    ['person', 'Smith 2022', []],
    ['country', 'Congo (Brazzaville)', []],
    ['topic', 'Pope Benedict XVI', ['Benedict XVI']],
    ['person', 'Elizabeth II van die Verenigde Koninkryk', ['Elizabeth II']],
    ['topic', 'Type II diabetes', []],
    ['topic', 'Benedict XVI', []],
    ['person', '卡尔·巴里·沙普利斯', ['巴里·沙普利斯']],
    ['person', '保罗·沙普利斯', []],
    ['topic', 7, []],
  ] as const)('of a %s: %s', (kind, name, expected) => {
    expect(shortForms(kind, name)).toEqual(expected);
  });

  it.each([
    ['fi', '28. tammikuuta', ['28.1']],
    ['de', '3. März', ['3.3']],
    ['en', '28 January', []],
    ['fi', '28. kissaa', []],
  ])('of a day in %s: %s', (language, name, expected) => {
    expect(shortForms('topic', name, language)).toEqual(expected);
  });
});

describe('initialsOf', () => {
  it.each([
    ['topic', 'Double Asteroid Redirection Test', 'DART'],
    ['organisation', "Organisation du Traité de l'Atlantique Nord", 'OTAN'],
    ['organisation', 'Всемирная организация здравоохранения', 'ВОЗ'],
    ['topic', 'Всемирная организация здравоохранения', null],
    ['organisation', 'Ministry of Defence', null],
    ['person', 'John Quincy Public Adams', null],
    ['event', 'Summer Games Paris 2024', null],
    ['organisation', 7, null],
  ] as const)('of a %s: %s', (kind, name, expected) => {
    expect(initialsOf(kind, name)).toBe(expected);
  });
});

describe('short forms in a text', () => {
  it('count where one entry alone has them', () => {
    expect(found([topic('a', 'en', 'Mercury (planet)')], 'en', 'A probe reached Mercury.')).toEqual(['a: Mercury']);
    const two = [topic('a', 'en', 'Mercury (planet)'), topic('b', 'en', 'Mercury (metal)')];
    expect(found(two, 'en', 'A probe reached Mercury.')).toEqual([]);
    expect(found([...two, topic('c', 'en', 'Mercury')], 'en', 'A probe reached Mercury.')).toEqual(['c: Mercury']);
  });

  it('of one word keep their capital, or follow a number', () => {
    const month = [topic('m', 'fr', 'Octobre 2022'), topic('d', 'fr', '20 octobre')];
    expect(found(month, 'fr', 'Le 20 octobre, et un autre octobre.')).toEqual(['d: 20 octobre', 'm: octobre']);
    expect(found([topic('e', 'en', 'Elections 2024')], 'en', 'There will be elections.')).toEqual([]);
  });

  it('count in numbers for a day, and as initials where the text takes them for known', () => {
    expect(found([topic('d', 'fi', '28. tammikuuta')], 'fi', 'Vaalit pidettiin. (28.1.)')).toEqual(['d: 28.1']);
    const test = topic('t', 'en', 'Double Asteroid Redirection Test');
    expect(found([test], 'en', 'The DART craft hit it; a dart did not.')).toEqual(['t: DART']);
    expect(found([test], 'fr', 'La sonde DART.')).toEqual([]);
    const rival = topic('r', 'en', 'Dublin Area Rapid Transit');
    expect(found([test, rival], 'en', 'The DART craft hit it.')).toEqual([]);
  });

  it('of a name that several topics share go to those of the language of the text', () => {
    const both = [topic('sv', 'sv', 'Jair Bolsonaro'), topic('pl', 'pl', 'Jair Bolsonaro')];
    expect(found(both, 'sv', 'Han efterträder Jair Bolsonaro.')).toEqual(['sv: Jair Bolsonaro']);
    expect(found(both, 'fi', 'Jair Bolsonaro väistyi.')).toEqual(['pl: Jair Bolsonaro', 'sv: Jair Bolsonaro']);
  });
});
