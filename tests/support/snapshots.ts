import { parsePage } from '../../lib/cli/dom.ts';
import type { PageSnapshot } from '../../lib/core/snapshot.ts';
import { copyPage } from '../../lib/extract/copy-page.ts';
import type { PageCopy } from '../../lib/extract/page-parts.ts';

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

/** The same article as a page, copied as the injected script copies it; the body or more of the head may be the test's own. */
export function copiedArticle({ head = '', body = null }: { head?: string; body?: string | null } = {}): PageCopy {
  const { headline, paragraphs } = snapshotOf({});
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return copiedPage(`<!doctype html><html lang="en"><head><title>${headline}</title>
<meta property="og:type" content="article"><meta property="og:site_name" content="Harbour Courier">
<meta property="article:published_time" content="2026-01-29">${head}</head>
<body>${body ?? `<article><h1>${headline}</h1>${text}</article>`}</body></html>`);
}

/** A page's source, copied as the injected script copies it. */
export function copiedPage(source: string, address = 'https://news.example/a'): PageCopy {
  return { address, parts: copyPage(parsePage(source)) };
}
