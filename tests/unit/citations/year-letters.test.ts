import { describe, expect, it } from 'vitest';
import { APA_LETTERS } from '../../../lib/citations/apa.ts';
import { CHICAGO_LETTERS } from '../../../lib/citations/chicago.ts';
import { CITATION_FORMATS, type CitationFormatName } from '../../../lib/citations/formats.ts';
import type { CitedReport } from '../../../lib/citations/source.ts';
import { yearLetters } from '../../../lib/citations/year-letters.ts';
import { citedReport, person } from './samples.ts';

const day = (month: number | null, date: number | null, year = 2026) => ({ year, month, day: date });
const report = (id: string, title: string, published: CitedReport['published'], over: Partial<CitedReport> = {}) =>
  citedReport({ id, title, published, authors: [person('Ann Exemplar')], ...over });

/** In the order chosen, which is no order of theirs. */
const REPORTS = [
  report('late', 'A crane falls', day(3, 2)),
  report('early', 'The storm', day(1, 29)),
  report('year', 'Wind', day(null, null)),
  report('same', '“Beacons” go out', day(1, 29)),
  report('other-year', 'A crane falls', day(3, 2, 2025)),
  report('other-author', 'A crane falls', day(3, 2), { authors: [person('Zoe Exemplar')] }),
  report('undated', 'Zinc', null),
  report('undated-too', 'An anchor', null),
];

const written = (format: CitationFormatName): string[] => CITATION_FORMATS[format].write(REPORTS, { accessed: null }).trim().split('\n');

describe('letters behind the year', () => {
  it('go by date and then by title in APA, undated reports too', () => {
    expect(Object.fromEntries(yearLetters(REPORTS, APA_LETTERS))).toEqual({
      year: 'a',
      same: 'b',
      early: 'c',
      late: 'd',
      'undated-too': 'a',
      undated: 'b',
    });
  });

  it('go by title in Chicago, without articles and quotes', () => {
    expect(Object.fromEntries(yearLetters(REPORTS, CHICAGO_LETTERS))).toEqual({ same: 'a', late: 'b', early: 'c', year: 'd' });
  });

  it('stand in the references, which keep their order, and in no other style', () => {
    expect(written('apa').map((line) => /\(([^)]*)\)/.exec(line)?.[1])).toEqual([
      '2026d, March 2',
      '2026c, January 29',
      '2026a',
      '2026b, January 29',
      '2025, March 2',
      '2026, March 2',
      'n.d.-b',
      'n.d.-a',
    ]);
    expect(written('chicago-author-date').map((line) => /Exemplar, \w+\. (\S+)\.? /.exec(line)?.[1])).toEqual([
      '2026b.',
      '2026c.',
      '2026d.',
      '2026a.',
      '2025.',
      '2026.',
      'n.d.',
      'n.d.',
    ]);
    for (const format of ['chicago', 'chicago-note', 'mla', 'gost', 'gost-2018'] as const)
      expect(written(format).join()).not.toMatch(/20\d\d[a-d]/);
  });

  it('are doubled after z', () => {
    const many = Array.from({ length: 54 }, (_, at) => report(String(at).padStart(2, '0'), 'The same', day(1, 1)));
    const letters = [...yearLetters(many, APA_LETTERS).values()];
    expect([letters[25], letters[26], letters[51], letters[52]]).toEqual(['z', 'aa', 'az', 'ba']);
  });
});
