import { decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { parseWebUrl } from '../core/canonical-url.ts';
import type { PageFeed } from '../core/snapshot.ts';

const MAX_FEEDS = 20;
/** The head of any page; what comes after it declares nothing. */
const MAX_CHARS = 500_000;
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)$/;
/** Where sites have their feeds and news sitemaps, most likely first: looked at only when the user asks. */
const USUAL_PATHS = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/index.xml', '/news-sitemap.xml', '/sitemap-news.xml'];

/**
 * Feeds that an HTML page declares (`<link rel=alternate>`), in its order, each once, at most 20. `url` is the page's address after
 * redirects. Total: for what is no HTML the answer is empty.
 */
export function feedsOfHtml(html: string, url: string): PageFeed[] {
  const text = html.slice(0, MAX_CHARS);
  const found = new LinkReader(text, parseWebUrl(url)?.href);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, found);
  tokenizer.write(text);
  tokenizer.end();
  return [...new Map(found.feeds.map((feed) => [feed.url, feed])).values()].slice(0, MAX_FEEDS);
}

/** Addresses on a site at which a feed or news sitemap may lie, though no page says so. */
export function usualFeedAddresses(siteUrl: string): string[] {
  const site = parseWebUrl(siteUrl);
  return site === null ? [] : USUAL_PATHS.map((path) => new URL(path, site).href);
}

class LinkReader implements TokenizerCallbacks {
  readonly feeds: PageFeed[] = [];
  private readonly text: string;
  private base: string | undefined;
  private tag = '';
  private name = '';
  private value = '';
  private attributes = new Map<string, string>();

  constructor(text: string, base: string | undefined) {
    this.text = text;
    this.base = base;
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.text.slice(start, end).toLowerCase();
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.name = this.text.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.text.slice(start, end);
  }

  onattribend(): void {
    if (!this.attributes.has(this.name)) this.attributes.set(this.name, decodeHTMLAttribute(this.value).trim());
  }

  onopentagend(): void {
    if (this.tag === 'base') this.base = parseWebUrl(this.attributes.get('href'), this.base)?.href ?? this.base;
    if (this.tag !== 'link' || !/(?:^|\s)alternate(?:\s|$)/i.test(this.attributes.get('rel') ?? '')) return;
    const type = (this.attributes.get('type') ?? '').toLowerCase().replace(/;.*$/, '').trim();
    const href = this.attributes.get('href') ?? '';
    const url = href === '' ? null : parseWebUrl(href, this.base);
    if (url === null || !FEED_TYPE.test(type)) return;
    // WordPress declares its API and oEmbed as JSON; a JSON feed says so in its type or its address.
    if (type === 'application/json' && !/feed/i.test(url.href)) return;
    url.hash = '';
    this.feeds.push({ url: url.href, title: this.attributes.get('title')?.replace(/\s+/g, ' ').slice(0, 200) || null, type });
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  oncdata(): void {}
  onclosetag(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
  onattribentity(): void {}
}
