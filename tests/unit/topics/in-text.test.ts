import { describe, expect, it } from 'vitest';
import type { TopicKind, Zone } from '../../../lib/core/topic.ts';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';

type Named = [id: string, kind: TopicKind, language: string, name: string];

const NAMES: Named[] = [
  ['bender', 'person', 'ru', 'Остап Бендер'],
  ['yeltsin', 'person', 'ru', 'Борис Ельцин'],
  ['truss', 'person', 'en', 'Liz Truss'],
  ['view', 'organisation', 'ru', 'Взгляд Москвы'],
  ['bolshoi', 'organisation', 'ru', 'Большой театр'],
  ['assembly', 'organisation', 'ru', 'Законодательное собрание Приморского края'],
  ['fas', 'organisation', 'ru', 'Федеральная антимонопольная служба'],
  ['rsf', 'organisation', 'en', 'Rapid Support Forces'],
  ['korea', 'place', 'en', 'South Korea'],
];

function found(language: string, parts: [Zone, string][], names = NAMES): Record<string, string[]> {
  const opened = openGazetteer([buildGazetteer(names.map(([id, kind, of, name]) => ({ id, kind, names: { [of]: [name] } })))]);
  if (!opened.ok) throw new Error(opened.error.message);
  const topics = detectTopics({ language, parts: parts.map(([zone, text]) => ({ zone, text })) }, opened.value);
  return Object.fromEntries(topics.map(({ id, mentions }) => [id, mentions.map(({ surface, method }) => `${surface}/${method}`)]));
}

describe('parts of a name that the text gave in full', () => {
  it.each([
    [
      'ru',
      'Потом сюда пришёл Остап Бендер. Бендер молча присел. Все давно ждали Остапа.',
      { bender: ['Остап Бендер/exact', 'Бендер/exact', 'Остапа/inflected'] },
    ],
    [
      'ru',
      'Это, конечно, был Борис Ельцин. Потом о Борисе Николаевиче забыли.',
      { yeltsin: ['Борис Ельцин/exact', 'Борисе Николаевиче/inflected'] },
    ],
    ['en', 'Liz Truss resigned. Then Prime Minister Truss left.', { truss: ['Liz Truss/exact', 'Truss/exact'] }],
    ['ru', 'Газета «Взгляд Москвы» молчит. На страницах Взгляда тихо.', { view: ['Взгляд Москвы/exact', 'Взгляда/inflected'] }],
    [
      'ru',
      'Решило Законодательное собрание Приморского края. В Законодательном собрании молчат.',
      { assembly: ['Законодательное собрание Приморского края/exact', 'Законодательном собрании/inflected'] },
    ],
  ])('count there too: %s: %s', (language, text, expected) => {
    expect(found(language, [['body', text]])).toEqual(expected);
  });

  it.each([
    ['before the full name', 'ru', 'Бендер молча присел. Потом сюда пришёл Остап Бендер.', { bender: ['Остап Бендер/exact'] }],
    ['of another first name', 'ru', 'Потом сюда пришёл Остап Бендер. Затем рядом Иван Бендер присел.', { bender: ['Остап Бендер/exact'] }],
    ['of another surname', 'ru', 'Потом сюда пришёл Остап Бендер. Затем рядом Остап Сорока присел.', { bender: ['Остап Бендер/exact'] }],
    ['of another initial', 'ru', 'Потом сюда пришёл Остап Бендер. Однако это писал И. Бендер.', { bender: ['Остап Бендер/exact'] }],
    ['in small letters', 'ru', 'Газета «Взгляд Москвы» молчит. На первый взгляд странно.', { view: ['Взгляд Москвы/exact'] }],
    ['that are adjectives', 'ru', 'Сегодня закрыт Большой театр. Сегодня у Большого много дела.', { bolshoi: ['Большой театр/exact'] }],
    ['of a place', 'en', 'He saw South Korea. He went South.', { korea: ['South Korea/exact'] }],
  ])('do not count %s', (_, language, text, expected) => {
    expect(found(language, [['body', text]])).toEqual(expected);
  });

  it('count in the headline above it', () => {
    const parts: [Zone, string][] = [
      ['title', 'Truss resigns as prime minister'],
      ['lead', 'The prime minister, Liz Truss, has resigned. Truss spoke in London.'],
    ];
    expect(found('en', parts).truss).toEqual(['Truss/exact', 'Liz Truss/exact', 'Truss/exact']);
  });

  it('mean nobody where two may be meant', () => {
    const two: Named[] = [...NAMES, ['bender-2', 'person', 'ru', 'Иван Бендер']];
    expect(found('ru', [['body', 'Здесь долго спорят Остап Бендер и Иван Бендер. Потом Бендер молча присел.']], two)).toEqual({
      bender: ['Остап Бендер/exact'],
      'bender-2': ['Иван Бендер/exact'],
    });
  });
});

describe('acronyms that a text introduces', () => {
  it.each([
    [
      'ru',
      'Решила Федеральная антимонопольная служба (ФАС). В ФАС молчат.',
      { fas: ['Федеральная антимонопольная служба/exact', 'ФАС/exact', 'ФАС/exact'] },
    ],
    ['en', 'The RSF (Rapid Support Forces) denied it. The RSF left.', { rsf: ['RSF/exact', 'Rapid Support Forces/exact', 'RSF/exact'] }],
    ['en', 'The Rapid Support Forces (WHO) denied it. The WHO left.', { rsf: ['Rapid Support Forces/exact'] }],
    ['en', 'The Rapid Support Forces met SRF. The SRF left.', { rsf: ['Rapid Support Forces/exact'] }],
  ])('%s: %s', (language, text, expected) => {
    expect(found(language, [['body', text]])).toEqual(expected);
  });

  it('hold in later paragraphs', () => {
    const mentions = found('en', [
      ['lead', 'The Rapid Support Forces (RSF) denied it.'],
      ['body', 'A spokesman of the RSF said so.'],
    ]).rsf;
    expect(mentions).toEqual(['Rapid Support Forces/exact', 'RSF/exact', 'RSF/exact']);
  });
});
