import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SNAPSHOT_MAX_CHARS } from '../../../lib/core/snapshot.ts';
import { parseSnapshot } from '../../../lib/services/parse-snapshot.ts';
import { copiedArticle, snapshotOf } from '../../support/snapshots.ts';

const article = (about: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...about })}</script>`;

describe('parseSnapshot', () => {
  it('makes the snapshot of a copied page, its address canonical', () => {
    const parsed = parseSnapshot({ ...copiedArticle(), address: 'http://news.example/a?utm_source=x' });
    expect(parsed.ok && parsed.value).toEqual(
      snapshotOf({
        confidence: expect.any(Number) as number,
        url: 'https://news.example/a',
        outlet: { name: 'Harbour Courier', url: 'http://news.example/' },
        provenance: { url: 'url', headline: 'visible', datePublished: 'meta', language: 'meta', outlet: 'open-graph', text: 'visible' },
      }),
    );
  });

  it('drops addresses that are no web addresses', () => {
    const head = `<link rel="canonical" href="javascript:alert(1)"><link rel="alternate" type="application/rss+xml" href="file:///x">
${article({ author: { '@type': 'Person', name: 'Ann Example', url: 'data:text/html,x', sameAs: ['javascript:0', 'https://a.example/'] } })}`;
    const parsed = parseSnapshot({ ...copiedArticle({ head }), address: 'about:blank' });
    expect(parsed.ok && [parsed.value.url, parsed.value.authors[0]?.url, parsed.value.authors[0]?.sameAs, parsed.value.feeds]).toEqual([
      null,
      null,
      ['https://a.example/'],
      [],
    ]);
  });

  it('cuts text to its budget and lists to their length', () => {
    const keywords = Array.from({ length: 999 }, (_, at) => `keyword ${at}`);
    const body = `<h1>${'h'.repeat(10_000)}</h1>${`<p>${'A long sentence, and another one. '.repeat(15)}</p>`.repeat(300)}`;
    const parsed = parseSnapshot(copiedArticle({ head: article({ headline: 'h'.repeat(10_000), keywords }), body }));
    expect(parsed.ok && parsed.value.paragraphs.join('\n\n').length).toBeLessThanOrEqual(SNAPSHOT_MAX_CHARS);
    expect(parsed.ok && parsed.value.paragraphs.length).toBeGreaterThan(50);
    expect(parsed.ok && parsed.value.keywords.length).toBe(40);
    expect(parsed.ok && parsed.value.headline?.length).toBeLessThanOrEqual(500);
  });

  it('verifies the declared language on the text', () => {
    const text =
      'Die Brücke bleibt nach Angaben der Stadt ein Jahr lang gesperrt, weil die Pfeiler nicht mehr sicher sind und der Neubau sich verzögert. '.repeat(
        4,
      );
    const parsed = parseSnapshot(copiedArticle({ body: `<article><h1>Die Brücke bleibt gesperrt</h1><p>${text}</p></article>` }));
    expect(parsed.ok && [parsed.value.language, parsed.value.provenance.language]).toEqual(['de', 'text']);
  });

  it('refuses anything else with an error value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(parseSnapshot(value).ok).toBe(false)));
    expect(parseSnapshot({ address: 'https://a.example/', parts: Array(40).fill('x'.repeat(100_000)) }).ok).toBe(false);
  });

  it('takes any parts for a page, and never throws', () => {
    const token = fc.oneof(fc.constantFrom(0, 'text', ['div'], ['p', 'class', 'x'], ['html'], ['body'], ['meta', 'name']), fc.jsonValue());
    const part = fc.oneof(
      fc.string(),
      fc.array(token).map((tokens) => JSON.stringify(tokens)),
    );
    fc.assert(
      fc.property(fc.array(part), fc.oneof(fc.string(), fc.webUrl()), (parts, address) => {
        expect(parseSnapshot({ address, parts }).ok).toBe(true);
      }),
    );
  }, 30_000);
});
