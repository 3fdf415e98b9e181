import type { PageSnapshot } from '../../lib/core/snapshot.ts';
import type { RawPage } from '../../lib/extract/raw-page.ts';

/** A small article as the extractor hands it over, with some fields of the test's own. */
export function snapshotOf(fields: Partial<PageSnapshot>): PageSnapshot {
  const paragraphs = fields.paragraphs ?? ['The harbour office counted twelve ships on Monday. '.repeat(8).trim()];
  return {
    isArticle: true,
    confidence: 0.9,
    url: 'https://news.example/a',
    headline: 'Twelve ships in the harbour',
    description: null,
    authors: [],
    datePublished: '2026-01-29',
    dateModified: null,
    language: 'en',
    outlet: { name: 'Harbour Courier', url: 'https://news.example/' },
    section: null,
    keywords: [],
    feeds: [],
    captions: [],
    also: [],
    wordCount: paragraphs.join(' ').split(' ').length,
    provenance: {},
    ...fields,
    paragraphs,
  };
}

/** The same article as the injected extractor hands it over: `snapshotOf({})`, not yet finished. */
export function rawPageOf(fields: Partial<RawPage>): RawPage {
  const { isArticle, confidence, url, headline, outlet, paragraphs } = snapshotOf({});
  return {
    isArticle,
    confidence,
    address: 'https://news.example/a',
    base: 'https://news.example/a',
    url,
    urlFrom: 'url',
    headline,
    headlineFrom: 'visible',
    headlineShown: true,
    outlet,
    outletFrom: 'open-graph',
    tags: [['article:published_time', '2026-01-29']],
    facts: null,
    authors: [],
    authorsFrom: null,
    boxes: [],
    dates: [],
    lines: [],
    declared: 'en',
    feeds: [],
    blocks: paragraphs.map((text) => ({ text, linked: 0, tag: 'P' })),
    dek: null,
    captions: [],
    also: [],
    ...fields,
  };
}
