import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { shortForms } from '../../../lib/topics/short-names.ts';
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
    ['topic', 7, []],
  ] as const)('of a %s: %s', (kind, name, expected) => {
    expect(shortForms(kind, name)).toEqual(expected);
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

  it('of a name that several topics share go to those of the language of the text', () => {
    const both = [topic('sv', 'sv', 'Jair Bolsonaro'), topic('pl', 'pl', 'Jair Bolsonaro')];
    expect(found(both, 'sv', 'Han efterträder Jair Bolsonaro.')).toEqual(['sv: Jair Bolsonaro']);
    expect(found(both, 'fi', 'Jair Bolsonaro väistyi.')).toEqual(['pl: Jair Bolsonaro', 'sv: Jair Bolsonaro']);
  });
});
