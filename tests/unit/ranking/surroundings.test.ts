import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingTopics } from '../../../lib/ranking/missing-topics.ts';
import { timeline } from '../../../lib/ranking/timeline.ts';
import { kindOf, type Sample, statisticsOf, toDocument, toQuery } from './samples.ts';

const page: Sample = { id: 'p', headline: 'Dam', text: 'Dam.', topics: { 'country:CN': 0.9, 'country:RU': 0.5 } };
const query = toQuery(page, statisticsOf([]));
const describeTopic = (id: string) => (id === 'topic:nobody' ? null : { label: id.split(':')[1]!, kind: kindOf(id) });
const shown = (topics: Record<string, number>, id = 'r') => toDocument({ id, headline: 'Report', text: 'Text.', topics });

describe('missingTopics', () => {
  it('counts what reports are about and the page does not name, most frequent first', () => {
    const reports = [
      shown({ 'topic:lathe': 0.8, 'country:CN': 0.8 }),
      shown({ 'topic:lathe': 0.4, 'topic:rubezh': 0.9 }),
      shown({ 'topic:passing': 0.1 }),
    ];
    expect(missingTopics(query, reports, describeTopic)).toEqual([
      { id: 'topic:lathe', label: 'lathe', kind: 'product', count: 2 },
      { id: 'topic:rubezh', label: 'rubezh', kind: 'product', count: 1 },
    ]);
  });

  it('leaves out pairs of which the page names both sides, countries that stand in a listed pair, and ids nobody knows', () => {
    const reports = [shown({ 'relation:CN-RU': 0.9, 'relation:RU-UA': 0.9, 'country:UA': 0.9, 'topic:nobody': 0.9 })];
    expect(missingTopics(query, reports, describeTopic).map(({ id }) => id)).toEqual(['relation:RU-UA']);
  });
});

describe('timeline', () => {
  const index = { indexSize: 4210, outlets: 12 };

  it('counts by day, marks the page, and keeps the denominator', () => {
    const days = ['2026-01-01T05:00Z', '2026-01-01T23:00Z', '2026-01-03T00:00Z'].map(Date.parse);
    const strip = timeline(days, Date.parse('2026-01-02T12:00Z'), index)!;
    expect(strip.bins.map(({ count, hasThisPage }) => [count, hasThisPage])).toEqual([
      [2, false],
      [0, true],
      [1, false],
    ]);
    expect(strip).toMatchObject({ matching: 3, ...index });
  });

  it('shows no strip for a single report', () => expect(timeline([0], null, index)).toBeNull());

  it('covers every report once, in at most 30 bins without gaps', () => {
    const time = fc.integer({ min: -8e12, max: 8e12 });
    fc.assert(
      fc.property(fc.array(time, { minLength: 2, maxLength: 50 }), fc.option(time), (times, at) => {
        const { bins } = timeline(times, at, index)!;
        expect(bins.length).toBeLessThanOrEqual(30);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
        for (let i = 1; i < bins.length; i++) expect(bins[i]!.startMs).toBe(bins[i - 1]!.endMs);
        expect(bins.filter(({ hasThisPage }) => hasThisPage)).toHaveLength(at === null ? 0 : 1);
      }),
    );
  });
});
