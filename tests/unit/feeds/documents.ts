import type { Feed, FeedDocument, FeedReading } from '../../../lib/core/feed.ts';
import { type FeedSource, readFeed } from '../../../lib/feeds/read-feed.ts';

/** Documents of our own writing, one a format, each with what real ones hold. */
export const DOCUMENTS = {
  rss: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>Harbour Courier</title><link>https://harbour.example/</link><language>en-GB</language>
  <atom:link rel="self" href="https://harbour.example/feed.xml"/>
  <item>
    <title>Dredging of the old port begins &#8211; at last</title>
    <link>/2026/01/dredging?utm_source=rss</link>
    <guid isPermaLink="false">hc-4711</guid>
    <dc:creator><![CDATA[Odetta Larkspur]]></dc:creator>
    <author>desk@harbour.example (Odetta Larkspur)</author>
    <pubDate>Thu, 29 Jan 2026 11:30:00 +0100</pubDate>
    <description><![CDATA[<p>The <b>dredger</b> came on Monday.</p><script>alert(1)</script>]]></description>
    <content:encoded>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;</content:encoded>
    <category>Ports</category><category>Ports</category><category domain="x">Sea &amp; shore</category>
    <media:credit role="photographer">Nobody Special</media:credit>
  </item>
  <item/>
</channel></rss>`,
  rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://harbour.example/"><title>Harbour Courier</title><link>https://harbour.example/</link><dc:language>de</dc:language></channel>
<item rdf:about="https://harbour.example/1"><title>Eins</title><link>https://harbour.example/1</link><dc:date>2026-01-29</dc:date><dc:subject>Hafen</dc:subject></item>
</rdf:RDF>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://quai.example/blog/">
<title type="html">Le &lt;i&gt;Quai&lt;/i&gt;</title><link href="../"/><author><name>Rédaction Exemple</name></author>
<entry><id>urn:uuid:1</id><title>Premier</title><link rel="edit" href="e"/><link rel="alternate" type="text/html" href="premier.html"/>
<published>2026-01-29T10:00:00Z</published><updated>2026-01-29T12:00:00+01:00</updated><author><name>Ana Exemple</name><email>ana@quai.example</email></author>
<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un</p><p>Deux</p></div></summary>
<category term="p" label="Ports"/><category term="mer"/></entry>
<entry xml:base="deux/"><id>urn:uuid:2</id><title>The &lt;blink&gt; tag</title><link href="page"/></entry></feed>`,
  json: JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Courier',
    home_page_url: 'https://harbour.example/',
    language: 'en',
    authors: [{ name: 'The desk' }],
    items: [
      { id: 7, url: '/7', title: 'Seven', content_html: '<p>A</p><p>B</p>', date_published: '2026-01-29T10:00:00-05:00', tags: ['sea'] },
      { id: 'x', external_url: 'https://else.example/', author: { name: 'Odetta Larkspur' }, content_text: 'Plain' },
    ],
  }),
  news: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://harbour.example/a </loc><n:news><n:publication><n:name>Courier</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2026-01-29</n:publication_date><n:title>A title</n:title><n:keywords>port, sea</n:keywords></n:news></url>
<url><loc>https://harbour.example/b</loc><lastmod>2026-01-28T08:00:00Z</lastmod></url></urlset>`,
  index: `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://harbour.example/s1.xml.gz</loc><lastmod>2026-01-29</lastmod></sitemap><sitemap><loc>ftp://harbour.example/s2.xml</loc></sitemap></sitemapindex>`,
  opml: `<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Sea"><outline type="rss" text="Courier" xmlUrl="https://harbour.example/feed.xml" htmlUrl="https://harbour.example/"/></outline></outline>
<outline text="Courier" xmlUrl="https://harbour.example/feed.xml"/><outline text="Bad" xmlUrl="javascript:alert(1)"/></body></opml>`,
  list: 'https://harbour.example/a\nhttps://harbour.example/b\n',
};

/** What is read of a document that can be read. */
export function reading(input: string | Uint8Array, source?: FeedSource): FeedReading {
  const result = readFeed(input, source);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The same, of a document with entries. */
export function feedOf(input: string | Uint8Array, source?: FeedSource): Feed {
  const document: FeedDocument = reading(input, source).document;
  if (!('entries' in document)) throw new Error(`${document.format} has no entries`);
  return document;
}

/** An RSS item of the given inside, read. */
export function itemOf(inside: string, source?: FeedSource): Feed['entries'][number] {
  const [entry] = feedOf(`<rss version="2.0"><channel><item>${inside}</item></channel></rss>`, source).entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

/** An Atom entry of the given inside, read. */
export function entryOf(inside: string, source?: FeedSource): Feed['entries'][number] {
  const [entry] = feedOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`, source).entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

/** The codes of what was wrong. */
export function problemsOf(input: string | Uint8Array, source?: FeedSource): string[] {
  return reading(input, source).problems.map(({ code }) => code);
}
