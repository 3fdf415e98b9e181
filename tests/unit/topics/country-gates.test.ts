import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../lib/core/topic.ts';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { ENTRIES } from './entries.ts';

function country(code: string, name: string, adjective: string, capital: string): SourceEntry {
  const aliases: SourceEntry['aliases'] = [
    { text: adjective, language: 'en', role: 'adjective' },
    { text: capital, language: 'en', role: 'metonym' },
  ];
  return { id: `country:${code}`, kind: 'country', names: { en: [name] }, aliases };
}

const COUNTRIES = [
  country('TR', 'Turkey', 'Turkish', 'Ankara'),
  country('JO', 'Jordan', 'Jordanian', 'Amman'),
  country('TD', 'Chad', 'Chadian', "N'Djamena"),
  country('GE', 'Georgia', 'Georgian', 'Tbilisi'),
  country('IL', 'Israel', 'Israeli', 'Tel Aviv'),
  country('AM', 'Armenia', 'Armenian', 'Yerevan'),
];
const opened = openGazetteer([buildGazetteer([...ENTRIES, ...COUNTRIES])]);

function find(parts: string | [Zone, string][], language = 'en'): string[] {
  if (!opened.ok) throw new Error(opened.error.message);
  const zones = typeof parts === 'string' ? ([['body', parts]] as [Zone, string][]) : parts;
  const topics = detectTopics({ language, parts: zones.map(([zone, text]) => ({ zone, text })) }, opened.value);
  return topics.map((t) => t.id).sort();
}

describe('countries whose names are surnames or given names too', () => {
  const named = [
    country('GB', 'England', 'British', 'London'),
    country('KE', 'Kenya', 'Kenyan', 'Nairobi'),
    country('FR', 'France', 'French', 'Paris'),
  ];
  const layer = openGazetteer([buildGazetteer([...named, country('TD', 'Chad', 'Chadian', "N'Djamena")])]);
  if (!layer.ok) throw new Error(layer.error.message);
  const idsIn = (text: string) =>
    detectTopics({ language: 'en', parts: [{ zone: 'body', text }] }, layer.value, { relations: false }).map(({ id }) => id.slice(8));

  it.each([
    ['Steve England told reporters that bread was dear. England sells bread.', []],
    ['The judge, Amy France, told the court that she would rule on it later.', []],
    ['The singer Kenya Moore told a paper that she was tired of the road.', []],
    ['Chad said he was sorry, and Chad’s wife agreed that he should be.', []],
    ['After a long night Air France flew home, and all of Vichy France slept.', ['FR']],
    ['The ministers of England and France met in the rain near the coast.', ['FR', 'GB']],
    ['Kenya Forest Service wardens have found the elephants that were lost.', ['KE']],
    ['Police in Kenya Monday found the elephants that were lost.', ['KE']],
  ])('are told from the people: %s', (text, ids) => expect(idsIn(text).sort()).toEqual(ids));
});

describe('countries whose names are words', () => {
  it.each([
    ['Turkey closes its border to lorries', ['country:TR']],
    ['Jordan and Chad open embassies', ['country:JO', 'country:TD', 'relation:JO-TD']],
    ['Turkey Closes Border To Foreign Lorries', ['country:TR']],
    ['Rain fell. Turkey sent help.', ['country:TR']],
  ])('are believed where a sentence or a headline begins: %s', (text, ids) => {
    expect(find(text)).toEqual(ids);
    expect(find([['title', text]])).toEqual(ids);
  });

  it.each(['Polish your boots before winter', 'Polish the brass. It shines.', 'How To Polish Your Old Boots At Home'])(
    'are not: %s',
    (text) => {
      expect(find(text)).toEqual([]);
    },
  );

  it('leaves an adjective alone that describes something', () => {
    expect(find('Polish farmers blocked a road')).toEqual(['country:PL']);
    expect(find('the Polish president spoke')).toEqual(['country:PL']);
  });
});

describe('countries whose names people bear', () => {
  it.each([
    'the painter Jordan Smithers shows new work',
    'a goal by Israel Ocampo decided it',
    'the singer Peter Jordan sings on; Jordan also plays the harp',
    'it was Chad B. Millbrook who won. Chad then smiled',
  ])('are persons here: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it.each([
    ['envoys met Jordan King Abdullah at noon', 'country:JO'],
    ['talks with Israel Foreign Minister Mandel went on', 'country:IL'],
    ['the Prime Minister of Georgia Irakli Beridze spoke', 'country:GE'],
    ['it happened in Jordan Monday Club rooms', 'country:JO'],
    ['the road to Israel was closed', 'country:IL'],
    ['the guide Jordan Smithers lives in Amman, and loves Jordan', 'country:JO'],
    ['troops from Jordan, Chad and Poland', 'country:JO'],
  ])('are states here: %s', (text, id) => {
    expect(find(text)).toContain(id);
  });

  it('reads a headline in title case by the text below it', () => {
    const title: [Zone, string] = ['title', 'Jordan Smithers Wins Prize In Leeds'];
    expect(find([title, ['lead', 'The young painter Jordan Smithers took a prize on Monday.']])).toEqual([]);
    expect(
      find([
        ['title', 'Jordan Backs Truce Plan In Gaza'],
        ['lead', 'The kingdom of Jordan backs a truce.'],
      ]),
    ).toEqual(['country:JO']);
  });
});

describe('Georgia', () => {
  it.each([
    'a court in Fulton County, Georgia, heard the case',
    'He drove to Atlanta, Georgia, at night. Georgia was cold.',
    'Voters in Georgia and Alabama chose senators',
  ])('is the state of the Union: %s', (text) => {
    expect(find(text)).not.toContain('country:GE');
  });

  it.each([
    'Georgia and Armenia opened a bridge',
    'Marches went on in Tbilisi. Georgia recalled an envoy from Atlanta.',
    'Georgia holds an election',
  ])('is the country: %s', (text) => {
    expect(find(text)).toContain('country:GE');
  });
});

describe('money', () => {
  it.each(['a plan of US$280 billion', 'it cost US$ 3 million', 'for US $40 a month'])('is no country: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('does not hide a country beside it', () => {
    expect(find('the US spent $40 more')).toEqual(['country:US']);
    expect(find('they gave Ukraine $3 billion')).toEqual(['country:UA']);
  });
});
