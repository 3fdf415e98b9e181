import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SNAPSHOT_MAX_CHARS } from '../../../lib/core/snapshot.ts';
import { parseSnapshot } from '../../../lib/services/parse-snapshot.ts';
import { rawPageOf, snapshotOf } from '../../support/snapshots.ts';

describe('parseSnapshot', () => {
  it('makes the snapshot of a well-formed page, its address canonical', () => {
    const parsed = parseSnapshot(rawPageOf({ url: 'http://news.example/a?utm_source=x' }));
    expect(parsed.ok && parsed.value).toEqual(
      snapshotOf({
        url: 'https://news.example/a',
        provenance: { url: 'url', headline: 'visible', datePublished: 'meta', language: 'meta', outlet: 'open-graph' },
      }),
    );
  });

  it('drops addresses that are no web addresses', () => {
    const parsed = parseSnapshot({
      ...rawPageOf({}),
      url: 'javascript:alert(1)',
      authors: [{ name: 'A', url: 'data:text/html,x', jobTitle: null, bio: null, sameAs: ['javascript:0', 'https://a.example/'] }],
      feeds: [{ url: 'file:///x', title: null, type: 'application/rss+xml' }],
    });
    expect(parsed.ok && [parsed.value.url, parsed.value.authors[0]?.url, parsed.value.authors[0]?.sameAs, parsed.value.feeds]).toEqual([
      null,
      null,
      ['https://a.example/'],
      [],
    ]);
  });

  it('cuts text to its budget and lists to their length', () => {
    const parsed = parseSnapshot({
      ...rawPageOf({}),
      blocks: Array(100).fill({ text: 'x'.repeat(1000), linked: 0, tag: 'P' }),
      facts: {
        description: '',
        section: '',
        keywords: Array.from({ length: 999 }, (_, at) => `keyword ${at}`),
        datePublished: '',
        dateModified: '',
      },
      headline: 'h'.repeat(10_000),
    });
    expect(parsed.ok && parsed.value.paragraphs.join('\n\n').length).toBeLessThanOrEqual(SNAPSHOT_MAX_CHARS);
    expect(parsed.ok && parsed.value.paragraphs.length).toBeGreaterThan(50);
    expect(parsed.ok && parsed.value.keywords.length).toBe(40);
    expect(parsed.ok && parsed.value.headline?.length).toBe(2000);
  });

  it('verifies the declared language on the text', () => {
    const text =
      'Die Brücke bleibt nach Angaben der Stadt ein Jahr lang gesperrt, weil die Pfeiler nicht mehr sicher sind und der Neubau sich verzögert. '.repeat(
        4,
      );
    const parsed = parseSnapshot(rawPageOf({ blocks: [{ text, linked: 0, tag: 'P' }] }));
    expect(parsed.ok && [parsed.value.language, parsed.value.provenance.language]).toEqual(['de', 'text']);
  });

  it('refuses anything else with an error value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(parseSnapshot(value).ok).toBe(false)));
  });

  it('never throws on a snapshot with one field spoilt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(rawPageOf({}))), fc.jsonValue(), (field, value) => {
        expect(() => parseSnapshot({ ...rawPageOf({}), [field]: value })).not.toThrow();
      }),
    );
  });
});
