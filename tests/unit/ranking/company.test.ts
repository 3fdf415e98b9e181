import { describe, expect, it } from 'vitest';
import { companyOf } from '../../../lib/ranking/company.ts';
import { aboveThreshold } from '../../../lib/ranking/rows.ts';
import { rankRelated } from '../../../lib/ranking/score.ts';
import { prepareDocument, preparePageAsReport } from '../../../lib/ranking/vectors.ts';
import { SHOW_FROM, SUBJECT_HELD_FROM } from '../../../lib/ranking/weights.ts';
import { type Sample, statisticsOf, toDocument, toQuery } from './samples.ts';

const PAGE: Sample = {
  id: 'page',
  headline: 'Ferry aground off Kervale',
  text: 'Divers freed a ferry that ran aground off Kervale in fog.',
};
const SAME: Sample = {
  id: 'same',
  headline: 'Kervale ferry freed by divers',
  text: 'The ferry that ran aground off Kervale floats again.',
};
/** Four reports of one other event, nearer to each other than to the page. */
const CROWD: Sample[] = ['', ' today', ' at noon', ' again'].map((ending, i) => ({
  id: `crowd-${i}`,
  headline: `Ferry on fire in Norholm${ending}`,
  text: `Passengers left the burning ferry in Norholm harbour${ending}; smoke covered Norholm.`,
}));

function companies(index: Sample[]) {
  const stats = statisticsOf(index);
  const rows = index.map((sample) => prepareDocument(toDocument(sample), stats));
  return companyOf(preparePageAsReport(toQuery(PAGE, stats), stats), rows);
}

describe('companyOf', () => {
  it('finds reports of another event nearer to their own than to the page', () => {
    const [same, ...crowd] = companies([SAME, ...CROWD]);
    for (const { toThird, toPage } of crowd) expect(toThird).toBeGreaterThan(toPage);
    expect(same!.toPage).toBeGreaterThan(same!.toThird);
  });

  it('knows no neighbours where there are too few, or only such in another language', () => {
    expect(companies([SAME])[0]).toMatchObject({ toThird: 0, toBest: 0 });
    const foreign = CROWD.map((sample) => ({ ...sample, language: 'de' }));
    expect(companies([SAME, ...foreign])[0]).toMatchObject({ toThird: 0, toBest: 0 });
  });

  it('measures cosines: a text stands at 1 to its own copy', () => {
    expect(companies([{ ...PAGE, id: 'copy' }])[0]!.toPage).toBeCloseTo(1, 10);
  });
});

describe('aboveThreshold', () => {
  const index = [SAME, ...CROWD];
  const stats = statisticsOf(index);
  const ranked = rankRelated(toQuery(PAGE, stats), index.map(toDocument), stats, { mode: 'same-event' });
  const withEvidence = (evidence: number) => ranked.map((row) => ({ ...row, evidence, score: SHOW_FROM }));

  it('shows nothing, however likely the rows, unless one says by itself that the subject is held', () => {
    expect(aboveThreshold(withEvidence(SUBJECT_HELD_FROM - 0.01))).toEqual([]);
    expect(aboveThreshold(withEvidence(SUBJECT_HELD_FROM))).toHaveLength(ranked.length);
  });

  it('shows the report of the event and not those of a look-alike', () => {
    expect(aboveThreshold(ranked).map(({ document }) => document.id)).toEqual(['same']);
  });
});
