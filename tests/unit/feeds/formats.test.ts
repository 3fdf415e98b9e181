import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../lib/feeds/read-feed.ts';
import { DOCUMENTS, entryOf, feedOf, itemOf, reading } from './documents.ts';

const BASE = { url: 'https://harbour.example/feed.xml' };

describe('RSS', () => {
  it('gives every field, plain and resolved', () => {
    const feed = feedOf(DOCUMENTS.rss, BASE);
    expect(feed).toMatchObject({ format: 'rss', title: 'Harbour Courier', language: 'en-GB', siteUrl: 'https://harbour.example/' });
    expect(feed.entries[0]).toEqual({
      id: 'hc-4711',
      title: 'Dredging of the old port begins – at last',
      url: 'https://harbour.example/2026/01/dredging?utm_source=rss',
      authors: [{ name: 'Odetta Larkspur' }],
      datePublished: '2026-01-29T11:30:00+01:00',
      dateModified: null,
      summary: 'The dredger came on Monday.',
      content: 'One.\n\nTwo & three.',
      categories: ['Ports', 'Sea & shore'],
    });
  });

  it('keeps an item that says nothing', () => {
    expect(feedOf(DOCUMENTS.rss).entries).toHaveLength(2);
    expect(feedOf(DOCUMENTS.rss).entries[1]).toMatchObject({ id: null, title: null, url: null, authors: [], categories: [] });
  });

  it('takes a permanent id for an address, another not', () => {
    expect(itemOf('<guid>https://a.example/1</guid>').url).toBe('https://a.example/1');
    expect(itemOf('<guid isPermaLink="false">https://a.example/1</guid>').url).toBeNull();
    expect(itemOf('<guid>tag:a</guid>', BASE)).toMatchObject({ id: 'tag:a', url: null });
  });

  it('prefers what a link was before a counter replaced it', () => {
    const inside =
      '<link>https://counter.example/1</link><f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://a.example/1</f:origLink>';
    expect(itemOf(inside).url).toBe('https://a.example/1');
    expect(entryOf(`<link href="https://counter.example/1"/>${inside}`).url).toBe('https://a.example/1');
  });

  it('knows vocabularies by their address, whatever the prefix, and by their usual prefix where none is declared', () => {
    expect(itemOf('<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">Ada</x:creator>').authors).toEqual([{ name: 'Ada' }]);
    expect(itemOf('<dc:creator>Ada</dc:creator>').authors).toEqual([{ name: 'Ada' }]);
    expect(
      itemOf('<dc:creator xmlns:dc="http://else.example/">Ada</dc:creator><y:title xmlns:y="http://else.example/">No</y:title>').title,
    ).toBeNull();
  });

  it('names authors of podcasts and media only where nobody else is named', () => {
    const podcast = '<itunes:author>The show</itunes:author>';
    expect(itemOf(podcast).authors).toEqual([{ name: 'The show' }]);
    expect(itemOf(`${podcast}<author>Ada</author>`).authors).toEqual([{ name: 'Ada' }]);
    expect(itemOf('<media:credit role="author">Ada</media:credit><media:credit role="photographer">Bo</media:credit>').authors).toEqual([
      { name: 'Ada' },
    ]);
  });

  it.each([
    ['ada@a.example (Ada Example)', ['Ada Example']],
    ['Ada Example &lt;ada@a.example&gt;', ['Ada Example']],
    ['ada@a.example', []],
    ['https://a.example/ada', []],
    ['Ada &amp; Bo', ['Ada & Bo']],
  ])('reads the author %s', (stated, names) => {
    expect(itemOf(`<author>${stated}</author>`).authors.map(({ name }) => name)).toEqual(names);
  });

  it('takes the description for the report where there is a summary as well', () => {
    expect(itemOf('<description>Long</description><atom:summary>Short</atom:summary>')).toMatchObject({
      summary: 'Short',
      content: 'Long',
    });
  });
});

describe('RDF', () => {
  it('reads items beside the channel', () => {
    const feed = feedOf(DOCUMENTS.rdf);
    expect(feed).toMatchObject({ format: 'rdf', title: 'Harbour Courier', language: 'de' });
    expect(feed.entries).toMatchObject([
      {
        id: 'https://harbour.example/1',
        title: 'Eins',
        url: 'https://harbour.example/1',
        datePublished: '2026-01-29',
        categories: ['Hafen'],
      },
    ]);
  });

  it('reads RSS 0.90', () => {
    const old = DOCUMENTS.rdf.replace('http://purl.org/rss/1.0/', 'http://my.netscape.com/rdf/simple/0.9/');
    expect(feedOf(old).entries[0]?.title).toBe('Eins');
  });
});

describe('Atom', () => {
  it('gives every field, with bases and authors inherited', () => {
    const feed = feedOf(DOCUMENTS.atom);
    expect(feed).toMatchObject({ format: 'atom', title: 'Le Quai', language: 'fr', siteUrl: 'https://quai.example/' });
    expect(feed.entries[0]).toEqual({
      id: 'urn:uuid:1',
      title: 'Premier',
      url: 'https://quai.example/blog/premier.html',
      authors: [{ name: 'Ana Exemple' }],
      datePublished: '2026-01-29T10:00:00Z',
      dateModified: '2026-01-29T12:00:00+01:00',
      summary: 'Un\n\nDeux',
      content: null,
      categories: ['Ports', 'mer'],
    });
    expect(feed.entries[1]).toMatchObject({
      title: 'The <blink> tag',
      url: 'https://quai.example/blog/deux/page',
      authors: [{ name: 'Rédaction Exemple' }],
    });
  });

  it('reads Atom 0.3 with its modes', () => {
    const feed =
      feedOf(`<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#"><a:title mode="escaped" type="text/html">&lt;b&gt;T&lt;/b&gt;</a:title>
      <a:entry><a:content mode="base64" type="text/html">${btoa('<p>One</p>')}</a:content><a:issued>2003-12-13T08:29:29-04:00</a:issued></a:entry></a:feed>`);
    expect(feed).toMatchObject({ format: 'atom', title: 'T', entries: [{ content: 'One', datePublished: '2003-12-13T08:29:29-04:00' }] });
  });

  it('does not print the content of a picture', () => {
    expect(entryOf('<content type="image/png">iVBORw0KGgoAAAANSUhEUg==</content>').content).toBeNull();
  });
});

describe('JSON Feed', () => {
  it('reads 1.1 and 1.0', () => {
    const feed = feedOf(DOCUMENTS.json, BASE);
    expect(feed).toMatchObject({ format: 'json-feed', title: 'Courier', language: 'en' });
    expect(feed.entries).toMatchObject([
      {
        id: '7',
        url: 'https://harbour.example/7',
        authors: [{ name: 'The desk' }],
        content: 'A\n\nB',
        datePublished: '2026-01-29T10:00:00-05:00',
        categories: ['sea'],
      },
      { id: 'x', url: 'https://else.example/', authors: [{ name: 'Odetta Larkspur' }], content: 'Plain' },
    ]);
  });

  it('is not misled by keys of objects', () => {
    const feed = feedOf(
      '{"version":"https://jsonfeed.org/version/1","__proto__":{"title":"x"},"items":[{"__proto__":{"id":"y"},"constructor":1}, null, 3]}',
    );
    expect(feed.title).toBeNull();
    expect(feed.entries).toHaveLength(3);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });
});

describe('sitemaps', () => {
  it('reads news', () => {
    const feed = feedOf(DOCUMENTS.news);
    expect(feed).toMatchObject({ format: 'news-sitemap', language: 'en' });
    expect(feed.entries).toMatchObject([
      { url: 'https://harbour.example/a', title: 'A title', datePublished: '2026-01-29', categories: ['port', 'sea'] },
      { url: 'https://harbour.example/b', title: null, dateModified: '2026-01-28T08:00:00Z' },
    ]);
  });

  it('reads an index, and a plain list of addresses', () => {
    expect(reading(DOCUMENTS.index).document).toEqual({
      format: 'sitemap-index',
      sitemaps: [
        { url: 'https://harbour.example/s1.xml.gz', dateModified: '2026-01-29' },
        { url: null, dateModified: null },
      ],
    });
    expect(feedOf(DOCUMENTS.list)).toMatchObject({
      format: 'sitemap',
      entries: [{ url: 'https://harbour.example/a' }, { url: 'https://harbour.example/b' }],
    });
  });
});

describe('OPML', () => {
  it('keeps order, repetitions and folders', () => {
    expect(reading(DOCUMENTS.opml).document).toEqual({
      format: 'opml',
      title: 'Mine',
      feeds: [
        { title: 'Courier', url: 'https://harbour.example/feed.xml', siteUrl: 'https://harbour.example/', folders: ['News', 'Sea'] },
        { title: 'Courier', url: 'https://harbour.example/feed.xml', siteUrl: null, folders: [] },
        { title: 'Bad', url: null, siteUrl: null, folders: [] },
      ],
    });
  });
});

describe('what is no feed', () => {
  it.each([
    ['nothing', ''],
    ['text', 'Hello'],
    ['a list with a sentence', 'https://a.example/\nand more'],
    ['a page', '<!doctype html><html><body><rss><item/></rss></body></html>'],
    ['CDF', '<CHANNEL HREF="http://a.example/"><ITEM HREF="http://a.example/1"/></CHANNEL>'],
    ['RSS in JSON', '{"rss":{"version":"2.0","channel":{"item":[]}}}'],
    ['broken JSON', '{"version":"https://jsonfeed.org/version/1",'],
    ['a JSON list', '[1]'],
    ['other XML', '<note><to>Ada</to></note>'],
  ])('%s', (_name, text) => {
    expect(readFeed(text)).toMatchObject({ ok: false, error: { code: 'not-a-feed' } });
  });
});
