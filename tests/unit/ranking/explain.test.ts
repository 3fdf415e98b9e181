import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../lib/cli/english.ts';
import { parseDateMs } from '../../../lib/core/date.ts';
import { explain, type ReasonTexts, timeBetween } from '../../../lib/ranking/explain.ts';
import { rankRelated } from '../../../lib/ranking/score.ts';
import { spellingsOf } from '../../../lib/ranking/spellings.ts';
import { fold } from '../../../lib/text/fold.ts';
import { type Sample, statisticsOf, toDocument, toQuery } from './samples.ts';

function reasonFor(
  page: Sample,
  report: Sample,
  group: 'same-event' | 'background' | 'other-language' = 'background',
  texts: ReasonTexts = ENGLISH,
) {
  const stats = statisticsOf([report]);
  const query = toQuery(page, stats);
  const [ranked] = rankRelated(query, [toDocument(report)], stats, { mode: 'same-event' });
  const spellings = spellingsOf(
    query.text,
    ranked!.features.sharedWords.map(({ term }) => term),
  );
  return {
    reason: explain(query, ranked!.document, ranked!.features, group, { texts, spellings }),
    query,
    document: ranked!.document,
  };
}

const PAGE: Sample = {
  id: 'p',
  headline: 'Oreshnik parts shown',
  text: 'Experts showed parts.',
  date: '2026-01-29',
  topics: { 'topic:Oreshnik': 0.9 },
};

describe('explain', () => {
  it('puts what both headlines name first, then the distance in days', () => {
    const report = { ...PAGE, id: 'r', date: '2026-01-27' };
    expect(reasonFor(PAGE, report, 'same-event').reason.text).toBe('Same event: both headlines name Oreshnik; 2 days earlier.');
  });

  it('counts the days that both are shown under, whatever their zones, and none where less than a day is stated', () => {
    const { query, document } = reasonFor(PAGE, { ...PAGE, id: 'r' });
    const between = (page: string | null, report: string | null) => {
      const side = (stated: string | null) => ({ datePublished: stated, publishedAtMs: parseDateMs(stated) });
      const [ranked] = rankRelated({ ...query, ...side(page) }, [{ ...document, ...side(report) }], statisticsOf([PAGE]), {
        mode: 'same-event',
      });
      const { features } = ranked!;
      const whole = { ...ranked!.document, ...side(report) };
      const reason = explain({ ...query, ...side(page) }, whole, features, 'background', { texts: ENGLISH, spellings: new Map() });
      return [reason.days, /; ([^;]+)\.$/.exec(reason.text)?.[1]];
    };
    expect(between('2026-01-29T20:30:00-05:00', '2026-01-29T10:00:00-05:00')).toEqual([0, 'the same day']);
    expect(between('2026-01-29T00:30:00+03:00', '2026-01-28T23:00:00Z')).toEqual([-1, '1 day earlier']);
    expect(between('2026-01-29', '2026-01-29T23:59:00-11:00')).toEqual([0, 'the same day']);
    expect(between('2026-01-29', '2024')).toEqual([null, undefined]);
    expect(between('2026-01', '2026-01-03')).toEqual([null, undefined]);
    expect(between('2026-01-29', null)).toEqual([null, undefined]);
  });

  it('says "about" only where both are', () => {
    const page: Sample = { ...PAGE, topics: { 'relation:China–Russia': -0.9, 'topic:Votkinsk plant': -0.8 } };
    const report: Sample = { ...PAGE, id: 'r', topics: { 'relation:China–Russia': -0.8, 'topic:Votkinsk plant': -0.7 } };
    expect(reasonFor(page, report).reason.text).toBe('Both are about Votkinsk plant and use “Oreshnik” and “parts”; the same day.');
    const passing: Sample = { ...report, topics: { 'relation:China–Russia': -0.2 } };
    expect(reasonFor(page, passing).reason.text).toBe('Both use the words “Oreshnik”, “parts” and “Experts”; the same day.');
  });

  it('quotes shared words where no topic is shared, and says nothing of unknown dates', () => {
    const page: Sample = { id: 'p', headline: 'Lathe seen', text: 'A carousel lathe stood there.' };
    const report: Sample = { id: 'r', headline: 'Carousel lathe bought', text: 'The lathe was bought abroad.' };
    expect(reasonFor(page, report).reason.text).toBe('Both use the words “lathe” and “carousel”.');
  });

  it('takes every word from the texts it is given', () => {
    const marked = {
      ...ENGLISH,
      t: (name: string, ...values: string[]) => `[${name} ${values.join(' | ')}]`,
      n: (name: string) => `[${name}]`,
    };
    const { reason } = reasonFor(PAGE, { ...PAGE, id: 'r', date: '2026-01-27' }, 'same-event', marked);
    expect(reason.text).toBe('[reasonDated [reasonSameEvent [reasonHeadlines Oreshnik]] | [reasonDaysEarlier]]');
    const words = reasonFor({ ...PAGE, topics: {} }, { ...PAGE, id: 'r', topics: {} }, 'background', marked).reason.text;
    expect(words).toMatch(/^\[reasonDated \[reasonWords \[reasonQuoted \S+\], /);
  });

  it('says less where a language needs more words', () => {
    const long = {
      ...ENGLISH,
      t: (name: string, ...values: string[]) => (name === 'reasonUndated' ? `${values[0]}.` : `${'wordy '.repeat(12)}${values.join(' ')}`),
    };
    const named = { 'topic:Alpha plant of the northern works': 0.9, 'topic:Beta plant of the southern works': 0.9 };
    const page: Sample = { id: 'p', headline: 'Plants shut', text: 'Both plants shut.', topics: named };
    const { text } = reasonFor(page, { ...page, id: 'r' }, 'background', long).reason;
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text).toContain('Alpha plant of the northern works');
    expect(text).not.toContain('Beta');
  });

  it('never claims what the parts do not hold, in at most 120 characters', () => {
    const topicId = fc.constantFrom(
      'topic:Oreshnik',
      'country:China',
      'relation:China–Russia',
      `topic:${'a very long name of a treaty '.repeat(5).trim()}`,
    );
    const topics = fc.dictionary(
      topicId,
      fc.double({ min: -1, max: 1, noNaN: true }).filter((s) => Math.abs(s) > 0.01),
    );
    const text = fc
      .array(fc.constantFrom('lathe', 'tools', 'plant', 'the', 'missile', 'Beijing', '1000', 'harvest'), { maxLength: 12 })
      .map((w) => w.join(' '));
    const date = fc.option(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((d) => d.toISOString()),
      { nil: undefined },
    );
    const sample = fc.record({ headline: text, text, topics, date, language: fc.constantFrom('en', 'uk') });
    const make = (id: string, { date, ...rest }: Omit<Sample, 'id' | 'date'> & { date: string | undefined }): Sample => ({
      id,
      ...rest,
      ...(date && { date }),
    });
    fc.assert(
      fc.property(
        sample,
        sample,
        fc.constantFrom('same-event' as const, 'background' as const, 'other-language' as const),
        (a, b, group) => {
          const [page, report] = [make('p', a), make('r', b)];
          const { reason, query, document } = reasonFor(page, report, group);
          expect(reason.text.length).toBeLessThanOrEqual(120);
          const quotedWords = [...reason.text.matchAll(/“([^”]+)”/g)].map((m) => m[1]!);
          for (const word of quotedWords) {
            expect(query.words.some(({ term }) => term === fold(word))).toBe(true);
            expect(document.vector.some(({ term }) => term === fold(word))).toBe(true);
          }
          for (const id of new Set([...Object.keys(a.topics), ...Object.keys(b.topics)])) {
            const label = id.replace(/^\w+:/, '');
            const exact = new RegExp(`(?:name|about|and) ${label}(?:[;.,]| and)`);
            if (exact.test(reason.text)) expect(id in a.topics && id in b.topics).toBe(true);
            if (/both headlines name/i.test(reason.text) && exact.test(reason.text))
              expect((a.topics[id] ?? 0) > 0 && (b.topics[id] ?? 0) > 0).toBe(true);
          }
          const dated = /; (the same day|\d+ \w+ (?:earlier|later))\.$/.exec(reason.text)?.[1];
          expect(dated === undefined).toBe(reason.days === null);
          if (reason.days !== null) expect(dated).toBe(timeBetween(reason.days, ENGLISH));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('spellingsOf', () => {
  it('gives words as the page writes them, in small letters where it does so anywhere', () => {
    const found = spellingsOf('CRACKS FOUND. Arévalo’s pier: cracks near Łódź.', ['cracks', 'arevalo', 'łodz', 'absent']);
    expect([...found].map(([term, { surface }]) => [term, surface])).toEqual([
      ['cracks', 'cracks'],
      ['arevalo', 'Arévalo'],
      ['łodz', 'Łódź'],
    ]);
    expect(found.get('arevalo')!.at).toBe(14);
  });

  it('joins pairs of characters that overlap, and leaves out single ones', () => {
    const found = spellingsOf('本·伯南克和菲利普', ['伯南', '南克', '菲利']);
    expect(found.get('伯南')).toEqual({ surface: '伯南克', at: 2 });
    expect(found.get('南克')).toEqual({ surface: '伯南克', at: 2 });
    expect(found.has('菲利')).toBe(false);
  });
});

describe('timeBetween', () => {
  it.each([
    [0, 'the same day'],
    [1, '1 day later'],
    [-2, '2 days earlier'],
    [13, '13 days later'],
    [-14, '2 weeks earlier'],
    [-75, '2 months earlier'],
    [800, '2 years later'],
  ])('says %i days as "%s"', (days, words) => expect(timeBetween(days, ENGLISH)).toBe(words));
});
