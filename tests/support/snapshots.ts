import type { PageSnapshot } from '../../lib/core/snapshot.ts';

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
