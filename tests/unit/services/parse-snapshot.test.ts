import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SNAPSHOT_MAX_CHARS } from '../../../lib/core/snapshot.ts';
import { parseSnapshot } from '../../../lib/services/parse-snapshot.ts';
import { snapshotOf } from '../../support/snapshots.ts';

describe('parseSnapshot', () => {
  it('hands a well-formed snapshot through, its address canonical', () => {
    const parsed = parseSnapshot(snapshotOf({ url: 'http://news.example/a?utm_source=x' }));
    expect(parsed.ok && parsed.value).toEqual(snapshotOf({ url: 'https://news.example/a' }));
  });

  it('drops addresses that are no web addresses', () => {
    const parsed = parseSnapshot({
      ...snapshotOf({}),
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
      ...snapshotOf({}),
      paragraphs: Array(100).fill('x'.repeat(1000)),
      keywords: Array(999).fill('k'),
      headline: 'h'.repeat(10_000),
    });
    expect(parsed.ok && parsed.value.paragraphs.join('').length).toBe(SNAPSHOT_MAX_CHARS);
    expect(parsed.ok && parsed.value.keywords.length).toBe(50);
    expect(parsed.ok && parsed.value.headline?.length).toBe(2000);
  });

  it('refuses anything else with an error value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void expect(parseSnapshot(value).ok).toBe(false)));
  });

  it('never throws on a snapshot with one field spoilt', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(snapshotOf({}))), fc.jsonValue(), (field, value) => {
        expect(() => parseSnapshot({ ...snapshotOf({}), [field]: value })).not.toThrow();
      }),
    );
  });
});
