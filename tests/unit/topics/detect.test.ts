import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DetectedTopic, ZonedText } from '../../../lib/core/topic.ts';
import { type DetectOptions, detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { zonesOfText } from '../../../lib/topics/zones.ts';
import { ENTRIES } from './entries.ts';
import { REPORT } from './fixture.ts';

function open(entries: SourceEntry[]) {
  const opened = openGazetteer([buildGazetteer(entries)]);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

const gazetteer = open(ENTRIES);

function find(text: string, language: string | null = 'en', options: DetectOptions = {}): Record<string, string[]> {
  const topics = detectTopics({ language, parts: [{ zone: 'body', text }] }, gazetteer, options);
  return Object.fromEntries(topics.map((t) => [t.id, t.mentions.map((m) => `${m.surface}/${m.method}`)]));
}

function byId(topics: DetectedTopic[]): Map<string, DetectedTopic> {
  return new Map(topics.map((t) => [t.id, t]));
}

describe('detectTopics', () => {
  it.each([
    ['ru', 'Ракета «Орешника» и удар Орешником', 'topic:oreshnik', ['Орешника/inflected', 'Орешником/inflected']],
    ['uk', 'Удар Орєшніком по Львову', 'topic:lviv', ['Львову/inflected']],
    ['ru', 'власти России и российского МИДа', 'country:RU', ['России/inflected', 'российского/inflected']],
    ['ru', 'заявление МИДа', 'topic:mfa', ['МИДа/inflected']],
    ['pl', 'Mówiono o Niemczech', 'country:DE', ['Niemczech/exact']],
    ['tr', 'Rusya’nın açıklaması', 'country:RU', ['Rusya/exact']],
    ['ar', 'قالت وروسيا', 'country:RU', ['روسيا/exact']],
    ['ko', '러시아의 발표', 'country:RU', ['러시아/inflected']],
    ['zh', '俄羅斯發射榛樹導彈', 'topic:oreshnik', ['榛樹導彈/exact']],
    ['ru', 'президент Ибрагим Траоре', 'topic:traore', ['Ибрагим Траоре/exact']],
    ['uk', 'міністр Денис Монастирський', 'topic:traore', ['Денис Монастирський/exact']],
  ])('%s: %s', (language, text, id, mentions) => {
    expect(find(text, language)[id]).toEqual(mentions);
  });

  it('maps names through other spellings and scripts', () => {
    expect(find('Die Oreschnik wurde gestartet', 'de')['topic:oreshnik']).toEqual(['Oreschnik/transliterated']);
    expect(find('a missile called Orešnik', 'en')['topic:oreshnik']).toEqual(['Orešnik/transliterated']);
  });

  it('reads Latin look-alikes inside Cyrillic words, stress marks and soft hyphens', () => {
    expect(find('ракета Oрешник', 'ru')['topic:oreshnik']).toEqual(['Oрешник/exact']);
    expect(find('ракета Оре\u0301шник', 'ru')['topic:oreshnik']).toEqual(['Оре\u0301шник/exact']);
    expect(find('the Oresh\u00adnik missile')['topic:oreshnik']).toEqual(['Oresh\u00adnik/exact']);
  });

  it('takes capitals, longer names, blockers and prices into account', () => {
    expect(find('it hit us and made us wait')).not.toHaveProperty('country:US');
    expect(find('US troops and the U.S. envoy')['country:US']).toEqual(['US/exact', 'U.S./exact']);
    expect(find('paid 300 U.S. dollars')).not.toHaveProperty('country:US');
    expect(find('a town in Northern Ireland')).not.toHaveProperty('country:IE');
    expect(find('a town in Ireland')).toHaveProperty('country:IE');
    expect(find('a small Island there')).not.toHaveProperty('country:IS');
  });

  it('wants more than a sentence-opening capital of a common word', () => {
    expect(find('Nature is cruel. Nature wins.')).not.toHaveProperty('topic:nature');
    expect(find('the journal Nature wrote. Nature added')['topic:nature']).toEqual(['Nature/exact', 'Nature/exact']);
  });

  it('finds a place inside an institution, and the institution', () => {
    const found = find('said the Ministry of Culture of Ukraine');
    expect(found).toHaveProperty('topic:mfa');
    expect(found['country:UA']).toEqual(['Ukraine/exact']);
  });

  it('finds a place that a name tells another by, and names with a slash', () => {
    const named = open([
      { id: 'topic:everett', kind: 'place', names: { en: ['Everett, Washington'] } },
      { id: 'topic:washington', kind: 'place', names: { en: ['Washington'] } },
      { id: 'topic:comet', kind: 'product', names: { en: ['C/2022 E3'] } },
    ]);
    const text = 'In Everett, Washington, people saw the comet C/2022 E3 (ZTF).';
    const found = byId(detectTopics({ language: 'en', parts: [{ zone: 'body', text }] }, named));
    expect([...found.keys()].sort()).toEqual(['topic:comet', 'topic:everett', 'topic:washington']);
  });

  it('takes a typing error for weak evidence: inside a long capitalised word, never main alone', () => {
    for (const text of [
      'parts of the "Oreshnkik" missile',
      'parts of the Orshenik missile',
      'the Oreshnk missile',
      'the Oresjnik missile',
    ]) {
      const topics = detectTopics({ language: 'en', parts: [{ zone: 'title', text }] }, gazetteer);
      const found = byId(topics).get('topic:oreshnik');
      if (text.includes('Orshenik')) expect(found).toBeUndefined();
      else expect(found).toMatchObject({ main: false, mentions: [{ method: 'fuzzy' }] });
    }
    expect(find('the oreshnkik missile')).toEqual({});
    expect(find('the Oreshnkik missile', 'en', { isKnownWord: (word) => word === 'oreshnkik' })).toEqual({});
  });

  it('gives a shared surname to the one whom the text also names in full', () => {
    const people = open([
      { id: 'p1', kind: 'person', names: { en: ['Anna Novak', 'Novak'] } },
      { id: 'p2', kind: 'person', names: { en: ['Peter Novak', 'Novak'] } },
    ]);
    const read = (text: string) =>
      detectTopics({ language: 'en', parts: [{ zone: 'body', text }] }, people).map((t) => [t.id, t.mentions.length]);
    expect(read('said Anna Novak. Then Novak left')).toEqual([['p1', 2]]);
    expect(read('said Novak')).toEqual([
      ['p1', 1],
      ['p2', 1],
    ]);
  });

  it('pairs countries named together or in one compound, not in long lists, not far apart', () => {
    expect(find('China and Russia signed')['relation:CN-RU']).toEqual(['China and Russia/co-mention']);
    expect(find('Sino-Russian trade')['relation:CN-RU']).toEqual(['Sino-Russian/co-mention']);
    expect(find('российско-китайский договор', 'ru')).toHaveProperty('relation:CN-RU');
    expect(find('中俄关系', 'zh')).toHaveProperty('relation:CN-RU');
    expect(find('中美不足', 'zh')).toEqual({});
    expect(
      Object.keys(find('Ireland, Germany, France, Italy, Spain, Poland and China')).filter((id) => id.startsWith('relation:')),
    ).toEqual([]);
    expect(find(`China ${'and so on '.repeat(20)} Russia`)).not.toHaveProperty('relation:CN-RU');
    expect(find('China and Russia', 'en', { relations: false })).not.toHaveProperty('relation:CN-RU');
  });

  it('labels pairs from their countries, in the language of the text', () => {
    const topics = detectTopics({ language: 'uk', parts: [{ zone: 'title', text: 'Росія та Китай' }] }, gazetteer);
    expect(byId(topics).get('relation:CN-RU')).toMatchObject({ kind: 'relation', label: 'Китай–Росія' });
  });

  it('knows what our own report is about', () => {
    const found = byId(detectTopics(REPORT, gazetteer));
    for (const id of ['topic:oreshnik', 'relation:CN-RU', 'country:CN', 'country:RU']) expect(found.get(id)?.main, id).toBe(true);
    for (const id of ['country:UA', 'topic:votkinsk', 'topic:rs-26', 'topic:dnipro', 'topic:lviv', 'topic:tass'])
      expect(found.has(id), id).toBe(true);
    expect(found.get('country:PL')?.main).toBe(false);
    const misspelt = found.get('topic:oreshnik')?.mentions.find((m) => m.surface === 'Oreshnkik');
    expect(misspelt).toMatchObject({ method: 'fuzzy', zone: 'caption', part: 1 });
  });

  it('gives offsets into the parts, order by salience and id, the same answer twice', () => {
    const topics = detectTopics(REPORT, gazetteer);
    for (const { mentions } of topics) for (const m of mentions) expect(REPORT.parts[m.part]!.text.slice(m.start, m.end)).toBe(m.surface);
    const order = topics.map((t) => [t.salience, t.id] as const);
    expect(order).toEqual([...order].sort((a, b) => b[0] - a[0] || (a[1] < b[1] ? -1 : 1)));
    expect(detectTopics(REPORT, gazetteer)).toEqual(topics);
  });

  it('counts a name once that two layers have, alone, shared or within a longer one', () => {
    const oreshnik: SourceEntry = { id: 'topic:oreshnik', kind: 'product', names: { en: ['Oreshnik'] } };
    const russia: SourceEntry = { id: 'country:RU', kind: 'country', names: { en: ['Russia'] } };
    const sigma: SourceEntry[] = ['t1', 't2'].map((id) => ({ id, kind: 'product', names: { en: ['Sigma'] } }));
    const ministry: SourceEntry = { id: 'ministry', kind: 'organisation', names: { en: ['Ministry of Culture of Russia'] } };
    const first = buildGazetteer([oreshnik, russia, ...sigma, ministry]);
    const layers = [[first], [first, buildGazetteer([oreshnik, russia, ...sigma])]].map((bytes) => {
      const opened = openGazetteer(bytes);
      if (!opened.ok) throw new Error(opened.error.message);
      return opened.value;
    });
    const text: ZonedText = {
      language: 'en',
      parts: [
        {
          zone: 'body',
          text: 'The Oreshnik and the Sigma were shown in Russia by the Ministry of Culture of Russia. China and Russia met.',
        },
      ],
    };
    const [one, two] = layers.map((gazetteer) => detectTopics(text, gazetteer));
    expect(one?.find(({ id }) => id === 'country:RU')?.mentions).toHaveLength(3);
    expect(two).toEqual(one);
  });

  it('reads several layers as one and needs none', () => {
    const layers = openGazetteer([
      buildGazetteer([{ id: 'a', kind: 'topic', names: { en: ['Alpha Centre'] } }]),
      buildGazetteer([{ id: 'a', kind: 'topic', names: { en: ['Beta House'] } }]),
    ]);
    const text: ZonedText = { language: 'en', parts: [{ zone: 'body', text: 'Alpha Centre, Beta House' }] };
    expect(layers.ok && detectTopics(text, layers.value).map((t) => [t.id, t.mentions.length])).toEqual([['a', 2]]);
    const none = openGazetteer([]);
    expect(none.ok && detectTopics(text, none.value)).toEqual([]);
  });

  it('finds a name whose stem is one or two letters', () => {
    const amman = open([{ id: 'a', kind: 'place', names: { en: ['Amman'] } }]);
    expect(detectTopics({ language: 'en', parts: [{ zone: 'body', text: 'a road to Amman' }] }, amman).map((t) => t.id)).toEqual(['a']);
  });

  it('is total: any text, lone surrogates and bidi marks included', () => {
    const text = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 400 });
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'ru', 'ar', null), (random, language) => {
        const source = `${random}Russia${random}`;
        for (const { mentions } of detectTopics({ language, parts: [{ zone: 'body', text: source }] }, gazetteer)) {
          for (const m of mentions) expect(source.slice(m.start, m.end)).toBe(m.surface);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to hostile text', () => {
    const hostile = [
      'Russia China '.repeat(1_000),
      'А'.repeat(12_000),
      '\u202e"'.repeat(5_000),
      'U.S.'.repeat(3_000),
      '中俄'.repeat(5_000),
    ];
    // Processor time of this thread, and the least of three: what a busy machine and other tests add says nothing.
    const spentMs = (text: string, times: number): number =>
      Math.min(
        ...Array.from({ length: 3 }, () => {
          const before = process.threadCpuUsage();
          for (let n = 0; n < times; n += 1) detectTopics({ language: 'en', parts: [{ zone: 'body', text }] }, gazetteer);
          const { user, system } = process.threadCpuUsage(before);
          return (user + system) / 1000;
        }),
      );
    // One text of sixteen times the length takes what sixteen texts take, were it not for noise; sixteen times that, were it the square.
    for (const text of hostile) expect(spentMs(text.repeat(16), 1)).toBeLessThan(4 * spentMs(text, 16) + 50);
  }, 60_000);
});

const SEED = new URL('../../../../shared/data/seed/000_d1744c4c22ebfbca.txt', import.meta.url);
const BUILTIN = new URL('../../../public/data/builtin.gaz', import.meta.url);
const missing = [!existsSync(SEED) && SEED, !existsSync(BUILTIN) && 'public/data/builtin.gaz (npm run data)'].filter(Boolean);

describe.skipIf(missing.length > 0)(
  `the first report with the built-in topics${missing.length ? ` (left out: no ${missing.join(', ')})` : ''}`,
  () => {
    it('yields its topics', () => {
      const opened = openGazetteer([new Uint8Array(readFileSync(BUILTIN))]);
      if (!opened.ok) throw new Error(opened.error.message);
      const text = readFileSync(SEED, 'utf8');
      const found = byId(
        detectTopics(
          { language: 'en', parts: zonesOfText(text, 'China denies helping Russia produce Oreshnik missiles').parts },
          opened.value,
        ),
      );
      for (const id of ['topic:oreshnik', 'relation:CN-RU']) expect(found.get(id)?.main, id).toBe(true);
      expect(found.get('country:PL')?.main).toBe(false);
      expect(found.has('country:UA')).toBe(true);
      expect(found.get('topic:oreshnik')?.mentions.some((m) => m.surface === 'Oreshnkik' && m.method === 'fuzzy')).toBe(true);
    });
  },
);
