import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../lib/core/topic.ts';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { ENTRIES } from './entries.ts';

const opened = openGazetteer([
  buildGazetteer([
    ...ENTRIES,
    {
      id: 'country:JP',
      kind: 'country',
      names: { en: ['Japan'], zh: ['日本'] },
      aliases: [
        { text: '日', language: 'zh', role: 'compound' },
        { text: 'Japanese', language: 'en', role: 'adjective' },
      ],
    },
    { id: 'country:SE', kind: 'country', names: { en: ['Sweden'] } },
    { id: 'country:NATO', kind: 'country', names: { en: ['NATO'] } },
    ...['EE', 'LT', 'LV'].map(
      (code): SourceEntry => ({
        id: `country:${code}`,
        kind: 'country',
        names: {},
        aliases: [{ text: 'Baltic states', language: 'en', role: 'metonym' }],
      }),
    ),
    { id: 'country:US', kind: 'country', names: { zh: ['美国'] }, aliases: [{ text: '美', language: 'zh', role: 'compound' }] },
  ]),
]);

function pairs(parts: [Zone, string][], language = 'en', main = false): string[] {
  if (!opened.ok) throw new Error(opened.error.message);
  const topics = detectTopics({ language, parts: parts.map(([zone, text]) => ({ zone, text })) }, opened.value);
  return topics
    .filter((t) => t.kind === 'relation' && (t.main || !main))
    .map((t) => t.id.slice('relation:'.length))
    .sort();
}

describe('neighbouring compounds', () => {
  it.each([
    ['zh', '中日关系和中美关系', ['CN-JP', 'CN-US']],
    ['en', 'Sino-Russian and Polish-Ukrainian talks', ['CN-RU', 'PL-UA']],
    ['en', 'the Russia–Ukraine and China–Japan disputes', ['CN-JP', 'RU-UA']],
    ['en', 'a Russia-China-Japan meeting', ['CN-JP', 'CN-RU', 'JP-RU']],
  ])('pair inside themselves only: %s %s', (language, text, expected) => {
    expect(pairs([['body', text]], language)).toEqual(expected);
  });

  it('still pair with a country outside', () => {
    expect(pairs([['body', 'Sino-Russian trade worries Poland']])).toContain('PL-RU');
  });
});

describe('pairs beside a stronger one', () => {
  const body: [Zone, string][] = [
    ['title', 'China denies that it helps Russia build missiles'],
    ['lead', 'China has denied that it sells Russia machine tools for missiles which were fired at Ukraine.'],
    [
      'body',
      'Chinese lathes stand in Russian plants, the paper wrote. China told Russia of the report. Ukraine found parts with Chinese marks.',
    ],
    ['body', 'Trade between China and Russia has doubled. Officials of China met those of Russia; Ukraine protested.'],
    ['body', 'Russia and China will speak again in May. Russian troops remain in Ukraine.'],
  ];

  it('are no main topics without a headline or a compound of their own', () => {
    expect(pairs(body, 'en', true)).toEqual(['CN-RU']);
    expect(pairs(body)).toEqual(expect.arrayContaining(['CN-RU', 'CN-UA', 'RU-UA']));
  });

  it('are two at most where none stands out', () => {
    const four = 'Poland, Germany and France spoke with Ukraine. '.repeat(3);
    expect(
      pairs(
        [
          ['title', 'A meeting'],
          ['lead', four],
          ['body', four],
        ],
        'en',
        true,
      ).length,
    ).toBeLessThanOrEqual(2);
  });

  it('are main with one', () => {
    const both: [Zone, string][] = [['title', 'China denies that it helps Russia in the war on Ukraine'], ...body.slice(1)];
    expect(pairs(both, 'en', true)).toContain('RU-UA');
  });
});

describe('items of one list', () => {
  it('are no main pairs of each other, but of what stands outside', () => {
    const text: [Zone, string][] = [['lead', 'Japan, Poland and Ukraine expel Russian diplomats.']];
    expect(pairs(text, 'en', true)).toEqual(['JP-RU', 'PL-RU', 'RU-UA']);
    expect(pairs(text)).toEqual(expect.arrayContaining(['JP-PL', 'PL-UA']));
  });

  it('of two may mean each other', () => {
    expect(pairs([['lead', 'Japan and Poland sign an agreement.']], 'en', true)).toEqual(['JP-PL']);
  });
});

describe('a possessive', () => {
  it('binds two names as a hyphen does', () => {
    const text =
      'A parliament far away, in a long sitting that went on past midnight, spoke of Japan’s Poland policy, of China and of Ukraine.';
    expect(pairs([['lead', text]], 'en', true)).toContain('JP-PL');
  });
});

describe('the way into an alliance', () => {
  it('is what the country and the alliance have to do with each other', () => {
    const text =
      'A parliament far away, in a long sitting that went on past midnight, spoke of Japan, of China, and of Sweden’s accession to NATO.';
    expect(pairs([['lead', text]], 'en', true)).toContain('NATO-SE');
  });
});

describe('a name for several states', () => {
  it('is each of them, and no pair among them', () => {
    expect(pairs([['lead', 'The Baltic states announce a ban on Russian lorries.']], 'en', true)).toEqual(['EE-RU', 'LT-RU', 'LV-RU']);
  });
});

describe('the occasion of a paragraph', () => {
  it.each([
    ['en', 'Japan beats Poland', 'Japan beats Poland and wins the medal in tennis', ['JP-PL'], []],
    ['en', 'China blames Japan', 'China blames Japan after an earthquake', ['CN-JP'], ['CN-JP']],
  ])('lowers what two teams have to do with each other: %s: %s', (language, plain, occasion, before, after) => {
    expect(pairs([['lead', `${plain}.`]], language, true)).toEqual(before);
    expect(pairs([['lead', `${occasion}.`]], language, true)).toEqual(after);
  });
});

describe('what a paragraph tells of', () => {
  it('is a relation where states deal with each other, and none where people from two countries are met', () => {
    expect(pairs([['lead', 'Drones have killed two soldiers near a village in Poland, a Ukrainian paper writes.']], 'en', true)).toEqual(
      [],
    );
    expect(pairs([['lead', 'Poland has summoned the Ukrainian ambassador over grain tariffs and wants talks.']], 'en', true)).toEqual([
      'PL-UA',
    ]);
  });

  it('is the war of two countries where the headline says so', () => {
    const report: [Zone, string][] = [
      ['title', 'Russia fires 40 drones and missiles at Ukraine'],
      ['lead', 'Russian forces have shelled a town in the east; eleven people were killed.'],
      ['body', 'The Ukrainian army said that its artillery had answered. Russia named no losses.'],
    ];
    expect(pairs(report, 'en', true)).toEqual(['RU-UA']);
  });

  it('is first of all what the countries named first have to do with each other', () => {
    const text = 'Japan has asked Poland for a treaty, after a summer in which it spoke with Russia, then with China, of gas from Ukraine.';
    const main = pairs([['lead', text]], 'en', true);
    expect(main).toContain('JP-PL');
    expect(pairs([['lead', text]])).toEqual(expect.arrayContaining(['CN-RU', 'CN-UA']));
    expect(main).not.toEqual(expect.arrayContaining(['CN-RU']));
    expect(main).not.toEqual(expect.arrayContaining(['CN-UA']));
  });
});
