import { describe, expect, it } from 'vitest';
import { citedArticle } from '../../../lib/citations/cited-article.ts';
import { CITATION_FORMATS } from '../../../lib/citations/formats.ts';
import { UNKNOWN_ADDRESS } from '../../../lib/core/canonical-url.ts';
import { citedReport } from './samples.ts';

const ARTICLE = {
  id: 'article:1',
  url: `${UNKNOWN_ADDRESS}port-of-elan`,
  headline: 'Port of Élan stops its cranes',
  authors: [],
  outletId: null,
  datePublished: null,
  dateModified: null,
  language: 'en',
  section: null,
  keywords: [],
  description: null,
};

describe('a report whose address is not known', () => {
  const bare = citedArticle(ARTICLE, new Map());

  it.each(Object.entries(CITATION_FORMATS))('is cited without one as %s', (_name, format) => {
    const accessed = { year: 2026, month: 11, day: 26 };
    for (const report of [bare, citedReport({ url: null }), citedReport({ url: null, outlet: null, authors: [] })]) {
      const cited = format.write([report], { accessed });
      expect(cited).toContain('stops its cranes');
      expect(cited).not.toMatch(/address-unknown|\bnull\b|undefined|https?:|\bURL\b|2026-11-26|[ ,]\.(?:$|[\s<*])/m);
    }
  });

  it('has a key all the same', () => {
    expect(CITATION_FORMATS.bibtex.write([bare, { ...bare, title: '…' }], { accessed: null })).toMatch(/@misc\{port,[^@]*@misc\{report,/);
  });
});

it('a report without a headline is cited by its address, as lists show it', () => {
  const url = 'https://harbour.example/port';
  expect([
    citedArticle({ ...ARTICLE, url, headline: ' ' }, new Map()).title,
    citedArticle({ ...ARTICLE, headline: '' }, new Map()).title,
  ]).toEqual([url, '']);
});
