/** Vocabularies by their address, as `vocabularyOf` shortens it. An empty name: the words of feeds and sitemaps themselves. */
const VOCABULARIES = new Map<string, string>([
  ['', ''],
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns', 'atom'],
  ['purl.org/rss/1.0', ''],
  ['purl.org/net/rss1.1', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['sitemaps.org/schemas/sitemap/0.9', ''],
  ['google.com/schemas/sitemap/0.84', ''],
  ['google.com/schemas/sitemap/0.9', ''],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['google.com/schemas/sitemap-news/0.9', 'news'],
  ['w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['w3.org/xml/1998/namespace', 'xml'],
]);

/**
 * Our prefix for the vocabulary at a namespace address ('' for the words of feeds themselves), or null for one that is not read.
 * Case, scheme, "www." and an ending "/" or "#" are not compared: feeds get them wrong.
 */
export function vocabularyOf(address: string): string | null {
  if (address.length > 200) return null;
  const short = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/[/#]+$/, '');
  return VOCABULARIES.get(short) ?? null;
}
