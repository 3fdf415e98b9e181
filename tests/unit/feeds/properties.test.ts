import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDateMs } from '../../../lib/core/date.ts';
import type { FeedDocument } from '../../../lib/core/feed.ts';
import { readFeed } from '../../../lib/feeds/read-feed.ts';
import { runs } from '../../support/runs.ts';
import { DOCUMENTS } from './documents.ts';

const NASTY = [
  '<',
  '>',
  '&',
  '"',
  '<script>alert(1)</script>',
  '&lt;script&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  'javascript:alert(1)',
  ' href="javascript:x"',
  '<item>',
  '</item>',
  '<entry>',
  '\u202e',
  '\ud800',
  '\0',
  '<!DOCTYPE a [<!ENTITY b "c">',
  '&b;',
  '<b>',
  'xmlns="x"',
];

/** A document with pieces cut out, doubled and put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...Object.values(DOCUMENTS)),
    fc.array(
      fc.record({
        at: fc.nat(3000),
        cut: fc.nat(40),
        insert: fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })),
      }),
      { maxLength: 12 },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((now, { at, cut, insert }) => {
      const from = now.length === 0 ? 0 : at % now.length;
      return now.slice(0, from) + insert + now.slice(from + cut);
    }, text),
  );

function addresses(document: FeedDocument): (string | null)[] {
  if ('entries' in document) return [document.siteUrl, ...document.entries.map(({ url }) => url)];
  return 'feeds' in document ? document.feeds.flatMap(({ url, siteUrl }) => [url, siteUrl]) : document.sitemaps.map(({ url }) => url);
}

function texts(document: FeedDocument): string[] {
  if (!('entries' in document)) return [];
  const fields = document.entries.flatMap(({ title, summary, content, categories, authors }) => [
    title,
    summary,
    content,
    ...categories,
    ...authors.map(({ name }) => name),
  ]);
  return [document.title, ...fields].filter((text) => text !== null);
}

describe('any document', () => {
  it('is answered, with web addresses, plain text and ISO dates only', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const result = readFeed(text, { url: 'https://harbour.example/feed.xml' });
        if (!result.ok) return;
        const { document } = result.value;
        for (const url of addresses(document)) expect(url ?? 'https://').toMatch(/^https?:\/\//);
        for (const said of texts(document)) {
          expect(said).not.toMatch(/<\/?(?:script|img|b|p|a|div|style|iframe)[\s/>]|<!--|\p{Bidi_Control}/iu);
          expect(said.isWellFormed() && said.trim() === said && said !== '').toBe(true);
        }
        if ('entries' in document)
          for (const { datePublished, dateModified } of document.entries)
            for (const date of [datePublished, dateModified]) expect(date === null || parseDateMs(date) !== null).toBe(true);
      }),
      { numRuns: runs(1500) },
    );
  });

  it('may be any bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      mutated.map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, fc.option(fc.string({ maxLength: 60 })), fc.option(fc.webUrl()), (data, contentType, url) => {
        expect(typeof readFeed(data, { contentType, url }).ok).toBe('boolean');
      }),
      { numRuns: runs(1000) },
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(readFeed(text)).toEqual(readFeed(text));
      }),
      { numRuns: runs(100) },
    );
  });
});
