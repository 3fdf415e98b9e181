import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { parseFeed as parseWithRowan } from '@rowanmanning/feed-parser';
import { XMLParser } from 'fast-xml-parser';
import { parseFeed, parseOpml } from 'feedsmith';
import RssParser from 'rss-parser';
import { readFeed } from '../../../lib/feeds/read-feed.ts';

/** The parsers that are compared; ours first. */
export const SUBJECTS = [
  'lib/feeds',
  'feedsmith',
  '@rowanmanning/feed-parser',
  '@extractus/feed-extractor',
  'rss-parser',
  'fast-xml-parser',
] as const;

/** One of the parsers. */
export type Subject = (typeof SUBJECTS)[number];

/** What a parser answered, in the fields of the command line's contract as far as it has them; it may throw. */
export type Answer = Record<string, unknown>;

/** How each is called on a document's text. Feeds of all kinds but fast-xml-parser, which is XML alone and stands for sitemaps. */
export const PARSE: Record<Subject, (text: string, url: string | null) => Answer | Promise<Answer>> = {
  'lib/feeds': ours,
  feedsmith: (text) => (/<opml[\s>]/i.test(text.slice(0, 2000)) ? feedsmithOpml(text) : feedsmith(text)),
  '@rowanmanning/feed-parser': rowan,
  '@extractus/feed-extractor': extractus,
  'rss-parser': rssParser,
  'fast-xml-parser': sitemap,
};

// biome-ignore lint/suspicious/noExplicitAny: other programs' answers, of many shapes
type Any = any;

function ours(text: string, url: string | null): Answer {
  const result = readFeed(text, { url });
  if (!result.ok) throw new Error(result.error.message);
  return { ...result.value.document };
}

function feedsmith(text: string): Answer {
  const { format, feed }: Any = parseFeed(text);
  const items: Any[] = feed.items ?? feed.entries ?? [];
  return {
    format: format === 'json' ? 'json-feed' : format,
    title: value(feed.title),
    language: feed.language ?? feed['xml:lang'] ?? feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    entries: items.map((item) => ({
      id: item.guid?.value ?? item.id ?? item.rdf?.about ?? null,
      title: value(item.title),
      url: item.link ?? item.url ?? item.links?.find((link: Any) => (link.rel ?? 'alternate') === 'alternate')?.href ?? null,
      authors: [...(item.authors ?? []), ...(item.dc?.creators ?? []).map((name: string) => ({ name }))],
      datePublished: item.pubDate ?? item.published ?? item.date_published ?? item.dc?.dates?.[0] ?? null,
      dateModified: item.updated ?? item.date_modified ?? null,
      summary: value(item.description ?? item.summary),
      content: value(item.contentEncoded ?? item.content?.encoded ?? item.content ?? item.content_html ?? item.content_text),
      categories: [
        ...(item.categories ?? []).map((category: Any) => category.label ?? category.term ?? category.name),
        ...(item.tags ?? []),
        ...(item.dc?.subjects ?? []),
      ],
    })),
  };
}

function feedsmithOpml(text: string): Answer {
  const { head, body }: Any = parseOpml(text);
  const walk = (outlines: Any[] = []): Any[] =>
    outlines.flatMap((outline) => [...(outline.xmlUrl ? [{ url: outline.xmlUrl }] : []), ...walk(outline.outlines)]);
  return { format: 'opml', title: head?.title ?? null, feeds: walk(body?.outlines) };
}

function rowan(text: string): Answer {
  const feed: Any = parseWithRowan(text);
  return {
    format: text.includes('rdf:RDF') ? 'rdf' : feed.meta.type,
    title: feed.title,
    language: feed.language,
    entries: feed.items.map((item: Any) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      authors: item.authors,
      datePublished: iso(item.published),
      dateModified: iso(item.updated),
      summary: item.description,
      content: item.content,
      categories: item.categories.map((category: Any) => category.label ?? category.term),
    })),
  };
}

function extractus(text: string): Answer {
  const isJson = text.trimStart().startsWith('{');
  const feed: Any = isJson ? extractFromJson(text) : extractFromXml(text, { descriptionMaxLen: 0 });
  return {
    format: isJson ? 'json-feed' : /<rdf:rdf/i.test(text) ? 'rdf' : /<(\w+:)?feed[\s>]/i.test(text) ? 'atom' : 'rss',
    title: feed.title,
    language: feed.language,
    entries: (feed.entries ?? []).map((entry: Any) => ({
      ...entry,
      url: entry.link,
      datePublished: entry.published,
      summary: entry.description,
      authors: [],
      categories: [],
    })),
  };
}

async function rssParser(text: string): Promise<Answer> {
  const feed: Any = await new RssParser().parseString(text);
  return {
    format: /<rdf:rdf/i.test(text) ? 'rdf' : /<(\w+:)?feed[\s>]/i.test(text) ? 'atom' : 'rss',
    title: feed.title,
    language: feed.language ?? null,
    entries: feed.items.map((item: Any) => ({
      id: item.guid ?? item.id,
      title: item.title,
      url: item.link,
      authors: [{ name: item.creator ?? item.author }],
      datePublished: item.isoDate ?? item.pubDate,
      summary: item.summary ?? item.content,
      content: item['content:encoded'] ?? item.content,
      categories: (item.categories ?? []).map((category: Any) =>
        typeof category === 'string' ? category : (category._ ?? category.$?.term),
      ),
    })),
  };
}

function sitemap(text: string): Answer {
  const { urlset }: Any = new XMLParser().parse(text);
  const urls: Any[] = [urlset?.url ?? []].flat();
  return {
    format: 'news-sitemap',
    entries: urls.map((url) => ({
      url: url.loc,
      dateModified: url.lastmod,
      title: url['news:news']?.['news:title'],
      datePublished: url['news:news']?.['news:publication_date'],
    })),
  };
}

function value(text: Any): string | null {
  return typeof text === 'string' ? text : (text?.value ?? null);
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
