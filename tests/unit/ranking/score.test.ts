import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf } from '../../../lib/ranking/groups.ts';
import { expectedShare, idf } from '../../../lib/ranking/idf.ts';
import { buildPool, rankPool } from '../../../lib/ranking/pool.ts';
import { rankRelated, termsToCount } from '../../../lib/ranking/score.ts';
import { stem } from '../../../lib/ranking/stem.ts';
import { type Sample, statisticsOf, toDocument, toQuery } from './samples.ts';

const PAGE: Sample = {
  id: 'page',
  headline: 'Dam at Kervale cracks after record rain',
  text: 'Engineers found cracks in the Kervale dam after three days of rain. Villages below the dam were cleared.',
  date: '2026-03-10',
};
const NEAR: Sample = {
  id: 'near',
  headline: 'Kervale dam: villages cleared',
  text: 'Below the Kervale dam 2,000 people left home as cracks grew.',
  date: '2026-03-11',
};
const OLD: Sample = {
  id: 'old',
  headline: 'Kervale dam opened',
  text: 'The Kervale dam was opened to feed villages with water.',
  date: '2019-06-01',
};
const LATER: Sample = {
  id: 'later',
  headline: 'Kervale dam repaired',
  text: 'The cracks in the Kervale dam are closed.',
  date: '2026-09-01',
};
const OTHER: Sample = { id: 'other', headline: 'Orchestra tours the north', text: 'Forty musicians play in barns.', date: '2026-03-10' };
const ALL = [OTHER, OLD, LATER, NEAR];

function order(page: Sample, index: Sample[], mode: 'same-event' | 'background' = 'same-event'): string[] {
  const stats = statisticsOf(index);
  return rankRelated(toQuery(page, stats), index.map(toDocument), stats, { mode }).map(({ document }) => document.id);
}

describe('rankRelated', () => {
  it('puts the report of the same days before older and later ones, and what shares nothing last', () => {
    const ids = order(PAGE, ALL);
    expect(ids[0]).toBe('near');
    expect(ids.at(-1)).toBe('other');
  });

  it('leaves out what is later than the page in background mode', () => {
    expect(order(PAGE, ALL, 'background')).toEqual(['old', 'other']);
  });

  it('leaves out the page itself', () => {
    const stats = statisticsOf(ALL);
    const query = { ...toQuery(NEAR, stats), id: 'near' };
    expect(rankRelated(query, ALL.map(toDocument), stats, { mode: 'same-event' }).map(({ document }) => document.id)).not.toContain('near');
  });

  it('does not take a near date for a reason', () => {
    const stats = statisticsOf(ALL);
    const other = rankRelated(toQuery(PAGE, stats), [toDocument(OTHER)], stats, { mode: 'same-event' })[0]!;
    expect(other.rank).toBeLessThan(0.05);
    expect(other.score).toBeLessThan(0.05);
  });

  it('keeps scores within 0..1 and the order free of chance for any texts', () => {
    const sample = fc.record({
      id: fc.uuid(),
      headline: fc.string(),
      text: fc.string({ maxLength: 200 }),
      language: fc.constantFrom('en', 'zh'),
    });
    fc.assert(
      fc.property(sample, fc.uniqueArray(sample, { selector: ({ id }) => id, maxLength: 8 }), (page, index) => {
        const stats = statisticsOf(index);
        const query = toQuery(page, stats);
        const ranked = rankRelated(query, index.map(toDocument), stats, { mode: 'same-event' });
        for (const { score, rank } of ranked) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(Number.isFinite(rank)).toBe(true);
        }
        const backwards = rankRelated(query, index.toReversed().map(toDocument), stats, { mode: 'same-event' });
        expect(backwards.map(({ document }) => document.id)).toEqual(ranked.map(({ document }) => document.id));
      }),
      { numRuns: 60 },
    );
  });

  it('asks for the counts of both sides', () => {
    const stats = statisticsOf(ALL);
    const page = { ...PAGE, topics: { 'topic:kervale': 0.9 } };
    const terms = termsToCount(toQuery(page, stats), [toDocument(OTHER)]);
    expect(terms).toEqual(expect.arrayContaining(['kervale', 'musicians', '#topic:kervale']));
  });
});

describe('rankPool', () => {
  it('finds the same best reports among thousands as comparing each does', () => {
    const fillers = Array.from({ length: 3_000 }, (_, i) => ({
      id: `f${i}`,
      headline: `Notice ${i} of the board`,
      text: `Item ${i} was read to members ${i % 97}.`,
    }));
    const index = [...ALL, ...fillers];
    const stats = statisticsOf(index);
    const query = toQuery(PAGE, stats);
    const pool = buildPool(index.map(toDocument), stats);
    const whole = rankRelated(query, index.map(toDocument), stats, { mode: 'same-event' });
    expect(rankPool(pool, query, 3, { mode: 'same-event' }).map(({ document }) => document.id)).toEqual(
      whole.slice(0, 3).map(({ document }) => document.id),
    );
  });
});

describe('groupOf', () => {
  const features = {
    words: 0.5,
    namedWords: 0,
    topics: 0,
    specificTopics: 0,
    brevity: 0,
    names: 0,
    namesHeld: 0,
    counted: 1,
    days: 1,
    otherLanguage: false,
    sharedTopics: [],
    sharedWords: [],
  };
  it('says same event only with strong evidence and near dates', () => {
    expect(groupOf({ score: 0.99, features })).toBe('same-event');
    expect(groupOf({ score: 0.99, features: { ...features, days: 30 } })).toBe('background');
    expect(groupOf({ score: 0.65, features })).toBe('background');
  });
  it('calls a different language so, however strong', () => {
    expect(groupOf({ score: 0.99, features: { ...features, otherLanguage: true } })).toBe('other-language');
  });
});

describe('idf', () => {
  it('orders words by what is expected of them before anything was counted', () => {
    const empty = { total: 0, counts: new Map() };
    expect(idf('votkinsk', empty)).toBeGreaterThan(idf('plant', empty));
    expect(idf('plant', empty)).toBeGreaterThan(idf('the', empty));
  });
  it('lets the counts decide in a large index', () => {
    const large = {
      total: 10_000,
      counts: new Map([
        ['plant', 2],
        ['votkinsk', 9_000],
      ]),
    };
    expect(idf('plant', large)).toBeGreaterThan(idf('votkinsk', large));
  });
  it('is never negative, even where counts exceed the total', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), (term, total, count) => idf(term, { total, counts: new Map([[term, count]]) }) >= 0),
    );
    expect(expectedShare('')).toBeGreaterThan(0);
  });
});

describe('stem', () => {
  it.each([
    ['missiles', 'missile'],
    ['орешника', 'орешником'],
    ['протестов', 'протесты'],
  ])('merges %s and %s', (a, b) => expect(stem(a)).toBe(stem(b)));
  it('leaves short words and other scripts alone', () => {
    expect(stem('gas')).toBe('gas');
    expect(stem('導彈')).toBe('導彈');
  });
});
