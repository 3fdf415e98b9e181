import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import { shownRows } from '../../../lib/ranking/rows.ts';
import { rankRelated } from '../../../lib/ranking/score.ts';
import { type Sample, statisticsOf, toDocument, toQuery } from './samples.ts';

const REPORT: Sample = {
  id: 'oreshnik-report',
  headline: 'China denies helping Russia produce Oreshnik missiles',
  text: 'Beijing has rejected a claim that machine tools from China are used to make the Oreshnik missile. The foreign ministry spokesperson said China had never fuelled the crisis. A lathe of Chinese make was seen at the Votkinsk plant, a newspaper had reported.',
  outlet: 'one',
  date: '2026-01-29',
  topics: { 'topic:oreshnik': 0.9, 'relation:CN-RU': 0.85, 'country:CN': 0.8, 'country:RU': 0.8, 'topic:votkinsk': -0.4 },
};

const PAGES: Record<string, Sample> = {
  en: {
    id: 'page-en',
    headline: 'Chinese lathes found in the plant that builds the Oreshnik',
    text: 'Analysts say that tools delivered from China reached Votkinsk, where Russia assembles its Oreshnik missile.',
    date: '2026-01-28',
    topics: { 'topic:oreshnik': 0.9, 'relation:CN-RU': 0.6, 'country:CN': 0.6, 'country:RU': 0.6, 'topic:votkinsk': -0.5 },
  },
  uk: {
    id: 'page-uk',
    headline: 'Китай заперечує участь у виробництві ракет «Орєшнік»',
    text: 'Пекін відкинув повідомлення про те, що китайські верстати допомагають Росії складати ракету «Орєшнік».',
    language: 'uk',
    date: '2026-01-30',
    topics: { 'topic:oreshnik': 0.9, 'relation:CN-RU': 0.7, 'country:CN': 0.7, 'country:RU': 0.6 },
  },
  ru: {
    id: 'page-ru',
    headline: 'Пекин ответил на сообщения о станках для «Орешника»',
    text: 'В китайском министерстве назвали необоснованными сообщения о том, что станки из Китая нужны для ракеты «Орешник».',
    language: 'ru',
    date: '2026-01-30',
    topics: { 'topic:oreshnik': 0.85, 'country:CN': 0.6 },
  },
  de: {
    id: 'page-de',
    headline: 'Oreschnik-Rakete: Peking weist Vorwürfe zurück',
    text: 'Das chinesische Außenministerium bestreitet, dass Werkzeugmaschinen aus China beim Bau der russischen Rakete Oreschnik helfen.',
    language: 'de',
    date: '2026-01-29',
    topics: { 'topic:oreshnik': 0.9, 'relation:CN-RU': 0.6, 'country:CN': 0.7 },
  },
  zh: {
    id: 'page-zh',
    headline: '中方否认协助俄罗斯生产“榛树”导弹',
    text: '中国外交部发言人表示，有关中国机床用于制造“榛树”导弹的报道没有根据。',
    language: 'zh',
    date: '2026-01-29',
    topics: { 'topic:oreshnik': 0.9, 'relation:CN-RU': 0.7, 'country:CN': 0.7, 'country:RU': 0.7 },
  },
};

const FOOTBALL: Sample = {
  id: 'page-football',
  headline: 'Late goal decides the cup final in Leipzig',
  text: 'A header two minutes from the end gave the visitors the trophy. The coach praised his young defenders after the match.',
  date: '2026-01-29',
  topics: { 'country:DE': 0.6 },
};

const SUBJECTS = ['harvest', 'railway', 'orchestra', 'vaccine', 'volcano', 'pension', 'museum', 'fishery', 'election', 'reservoir'];
const VERBS = ['opens after repairs', 'divides the council', 'draws record visitors', 'faces new rules', 'wins regional support'];
const COUNTRIES = ['DE', 'FR', 'BR', 'JP', 'CN', 'RU', 'UA', 'US'];

/** Other reports: no two alike, each about a country or two, as an index has them. */
function others(count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const subject = SUBJECTS[i % SUBJECTS.length]!;
    const first = COUNTRIES[i % COUNTRIES.length]!;
    const second = COUNTRIES[(i + 3) % COUNTRIES.length]!;
    return {
      id: `other-${i}`,
      headline: `The ${subject} of district ${i + 1} ${VERBS[i % VERBS.length]}`,
      text: `Officials spoke about the ${subject} on Monday. Residents of district ${i + 1} asked what it would cost and who would pay for it.`,
      outlet: `outlet-${i % 7}`,
      date: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}`,
      topics: { [`country:${first}`]: 0.7, [`country:${second}`]: -0.5 },
    };
  });
}

function shownFor(page: Sample, index: Sample[]): string[] {
  const stats = statisticsOf(index);
  const query = toQuery(page, stats);
  return shownRows(query, rankRelated(query, index.map(toDocument), stats, { mode: 'same-event' }), ENGLISH).map(
    ({ head }) => head.document.id,
  );
}

describe('an empty index', () => {
  it('shows nothing, and still makes terms to ask for', () => {
    const stats = statisticsOf([]);
    const query = toQuery(PAGES.en!, stats);
    expect(shownRows(query, rankRelated(query, [], stats, { mode: 'same-event' }), ENGLISH)).toEqual([]);
    expect(query.terms[0]?.term).toBe('#topic:oreshnik');
    expect(query.terms.map(({ term }) => term)).toContain('votkinsk');
  });
});

describe.each([1, 2, 10, 100])('an index of %i reports', (size) => {
  const index = [REPORT, ...others(size - 1)];

  it.each(Object.keys(PAGES))('shows the English report, and it alone, for a page in %s', (language) => {
    expect(shownFor(PAGES[language]!, index)).toEqual(['oreshnik-report']);
  });

  it('shows nothing for a page whose subject it does not hold', () => {
    expect(shownFor(FOOTBALL, index)).toEqual([]);
  });

  it('shows the report for a page about the same two countries when its words support that', () => {
    const page: Sample = {
      id: 'page-tools',
      headline: 'Russia buys its machine tools from China',
      text: 'Lathes and other machine tools of Chinese make stand in the plant at Votkinsk. Beijing rejected a claim that its tools make missiles.',
      date: '2026-01-27',
      topics: { 'relation:CN-RU': 0.9, 'country:CN': 0.9, 'country:RU': 0.9, 'topic:votkinsk': -0.4 },
    };
    expect(shownFor(page, index)).toEqual(['oreshnik-report']);
  });

  it('shows nothing for a page that shares two countries, or their relation, and nothing else', () => {
    const page: Sample = {
      id: 'page-trade',
      headline: 'China and Russia sign a deal on timber',
      text: 'The two neighbours agreed on duties for sawn wood. Exporters in Siberia had waited two years for it.',
      date: '2026-01-29',
      topics: { 'country:CN': 0.9, 'country:RU': 0.9 },
    };
    expect(shownFor(page, index)).toEqual([]);
    expect(shownFor({ ...page, topics: { ...page.topics, 'relation:CN-RU': 0.9 } }, index)).toEqual([]);
  });
});

describe('an index without the report', () => {
  it.each([1, 2, 10, 100])('of %i others shows nothing for any page', (size) => {
    for (const page of Object.values(PAGES)) expect(shownFor(page, others(size))).toEqual([]);
  });
});
