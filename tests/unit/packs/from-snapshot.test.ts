import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../lib/core/canonical-url.ts';
import { recordsFromSnapshot } from '../../../lib/packs/from-snapshot.ts';
import { parseRecord } from '../../../lib/packs/schema.ts';
import type { ArticleRecord, PackRecord } from '../../../lib/packs/types.ts';
import { runs } from '../../support/runs.ts';
import { snapshotOf } from '../../support/snapshots.ts';

const AUTHOR = { name: 'Odetta Larkspur', url: 'https://news.example/odetta', jobTitle: 'Reporter', bio: 'Covers ships.', sameAs: [] };
const BESIDE = { headline: null, text: `A crane was mended. ${'It lifts again. '.repeat(20).trim()}`, datePublished: '2026-01-29' };

function articles(records: PackRecord[]): ArticleRecord[] {
  return records.filter((record) => record.type === 'article');
}

describe('recordsFromSnapshot', () => {
  it('makes outlet, reporter, report and the report beside it, each fit for a pack', () => {
    const records = recordsFromSnapshot(snapshotOf({ authors: [AUTHOR], also: [BESIDE] }));
    expect(records.map(({ type, id }) => [type, id.replace(/:[0-9a-f]{16}$/, ':#')])).toEqual([
      ['outlet', 'outlet:news.example'],
      ['reporter', 'reporter:news.example/odetta-larkspur'],
      ['article', 'article:#'],
      ['article', 'article:#'],
    ]);
    for (const record of records) expect(parseRecord(record)).toEqual({ ok: true, value: record });
    expect(records[1]).toMatchObject({
      bio: 'Covers ships.',
      bioSource: 'author box, Harbour Courier',
      sameAs: ['https://news.example/odetta'],
    });
  });

  it('takes no page for an author’s that is a site’s start page, the outlet’s, or the report itself', () => {
    const outlet = { name: 'The Gull', url: 'https://portal.example/gull/' };
    const shared = [
      'https://news.example',
      'https://news.example/#/author/1',
      'https://portal.example/gull',
      'http://news.example/a?utm_source=x',
    ];
    const author = {
      ...AUTHOR,
      url: 'https://news.example/',
      sameAs: [...shared, 'https://social.example/odetta', 'https://news.example/?author=3'],
    };
    const records = recordsFromSnapshot(snapshotOf({ url: 'https://news.example/a', outlet, authors: [author] }));
    expect(records.find(({ type }) => type === 'reporter')).toMatchObject({
      sameAs: ['https://social.example/odetta', 'https://news.example/?author=3'],
    });
  });

  it('gives every report an address of its own, also after addresses are brought to one spelling', () => {
    const [main, first, second] = articles(recordsFromSnapshot(snapshotOf({ also: [BESIDE, BESIDE] })));
    const spelt = [main, first, second].map((article) => canonicalUrl(article?.url));
    expect(new Set(spelt).size).toBe(3);
    expect(spelt.every((url) => url?.startsWith('https://news.example/a'))).toBe(true);
    expect(new Set([main?.id, first?.id, second?.id]).size).toBe(3);
  });

  it('names a report without headline by its first words', () => {
    const headline = articles(recordsFromSnapshot(snapshotOf({ also: [BESIDE] })))[1]?.headline ?? '';
    expect(headline).toMatch(/^A crane was mended\. .*…$/);
    expect(headline.length).toBeLessThanOrEqual(120);
  });

  it('claims no publisher where no address is known', () => {
    const [reporter, article] = recordsFromSnapshot(snapshotOf({ url: null, outlet: null, authors: [AUTHOR] }));
    expect(article).toMatchObject({ url: 'https://address-unknown.invalid/2026-01-29-twelve-ships-in-the-harbour', outletId: null });
    expect(reporter?.id).toMatch(/^reporter:[0-9a-f]{16}\/odetta-larkspur$/);
  });

  it('makes what a pack cannot hold unknown, and cuts what is too long', () => {
    const [, article] = recordsFromSnapshot(
      snapshotOf({
        language: 'EN-gb',
        datePublished: 'last week',
        dateModified: '2026',
        headline: 'x'.repeat(5_000),
        keywords: ['', 'k'.repeat(900)],
      }),
    );
    expect(article).toMatchObject({ language: 'en', datePublished: null, dateModified: '2026' });
    expect(article).toMatchObject({ headline: 'x'.repeat(1_000), keywords: ['k'.repeat(300)] });
    expect(parseRecord(article).ok).toBe(true);
  });

  it('makes only records a pack can hold, whatever a page says (property)', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
    const author = fc.record({
      name: text,
      url: fc.option(url),
      jobTitle: fc.option(text),
      bio: fc.option(text),
      sameAs: fc.array(url, { maxLength: 2 }),
    });
    const page = fc.record({
      headline: text,
      url: fc.option(url),
      outlet: fc.option(fc.record({ name: text, url: fc.option(url) })),
      authors: fc.array(author, { maxLength: 2 }),
      also: fc.array(fc.record({ headline: fc.option(text), text, datePublished: fc.option(text) }), { maxLength: 2 }),
      language: fc.option(text),
      datePublished: fc.option(text),
      section: fc.option(text),
      keywords: fc.array(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(page, (fields) => {
        for (const record of recordsFromSnapshot(snapshotOf(fields))) {
          const parsed = parseRecord(record);
          expect(parsed.ok ? '' : `${record.type}: ${parsed.problem}`).toBe('');
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('makes nothing of a page without headline', () => {
    expect(recordsFromSnapshot(snapshotOf({ headline: ' ' }))).toEqual([]);
  });
});
