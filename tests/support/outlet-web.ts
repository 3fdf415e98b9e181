import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { renderArticle } from '../../demo/site/article-page.ts';
import { renderFrontPage } from '../../demo/site/front-page.ts';
import { htmlResponse, iconResponse } from '../../demo/site/page.ts';
import type { WebAnswer, WebAsk, WebHandler } from './loopback-web.ts';
import { atomOf, type FeedHead, type FeedItem, jsonFeedOf, newsSitemapOf, rssBegin, rssItem, rssOf } from './outlet-feeds.ts';
import { AGENCY_STORIES, type OutletStory, OWN_STORIES, STORIES_ABROAD } from './outlet-stories.ts';

/** What an invented outlet does when its feed is asked for. Each way has a host of its own: `outlet-01.example` and so on, in this order. */
export const OUTLET_WAYS = [
  'rss',
  'atom',
  'json-feed',
  'news-sitemap',
  /** 304 to the ETag it sent. */
  'etag',
  /** 304 to the date it sent. */
  'last-modified',
  /** 301 to another address of the same origin. */
  'moved-here',
  /** 301 to `MOVED_TO`. */
  'moved-away',
  /** 410. */
  'gone',
  /** 429 with Retry-After. */
  'too-many',
  /** 500. */
  'error',
  /** Answers late. */
  'slow',
  /** Sends an item at a time and never ends. */
  'endless',
  /** Ends within an item. */
  'truncated',
  /** Content-Encoding: gzip. */
  'gzip',
  /** A gzip file, as sitemaps often are. */
  'gz-file',
  /** UTF-8 that is said to be ISO 8859-1. */
  'wrong-charset',
  /** Redirects in a circle. */
  'loop',
  /** A page where the feed should be; the page says where the feed is. */
  'page',
  /** Calls every item by another id at every fetch. */
  'new-ids',
  /** Turns the order round at every other fetch. */
  'reordered',
  /** 302 to an address of this computer. */
  'to-private',
] as const;

/** See `OUTLET_WAYS`. */
export type OutletWay = (typeof OUTLET_WAYS)[number];

/** Where the feed of `moved-away` went. */
export const MOVED_TO = 'outlet-23.example';

/** Every host of the web of outlets. */
export const OUTLET_HOSTS: readonly string[] = [...OUTLET_WAYS.map((_, index) => hostOf(index)), MOVED_TO];

/** An invented outlet. */
export interface PlayedOutlet {
  way: OutletWay;
  host: string;
  name: string;
  language: string;
  /** Front page; says where the feed is. */
  home: string;
  /** What a reader would add; for `page` the feed itself is `/news/rss.xml`. */
  feedUrl: string;
  /** Its reports, newest first: one of its own, before it what was published, after it two that others print as well. Each has a page. */
  articles: (FeedItem & { text: string[] })[];
}

/** A web of outlets, to be answered by `startLoopbackWeb`, which records the requests. */
export interface OutletWeb {
  handler: WebHandler;
  outlet(way: OutletWay): PlayedOutlet;
  /** An outlet in English prints one more report, of the agency: it has four that are new to it. */
  publish(way: OutletWay): void;
}

/** How the outlets behave. */
export interface OutletOptions {
  /** Default https. */
  scheme?: 'http' | 'https';
  /** Clock of the dates; default the machine's. */
  nowMs?: () => number;
  /** How long `slow` takes, and the pause between two items of `endless`; default 3 s and 50 ms. */
  slowMs?: number;
  dripMs?: number;
  /** Of `too-many`; default 120. */
  retryAfterSeconds?: number;
}

const NAMES =
  'Anvil,Bugle,Compass,Dispatch,Examiner,Forum,Gazette,Herald,Inquirer,Journal,Kestrel,Ledger,Mercury,Narrator,Observer,Post,Quill,Record,Sentinel,Times,Upland,Voice'.split(
    ',',
  );
const LANGUAGES: Partial<Record<OutletWay, string>> = { atom: 'de', 'wrong-charset': 'uk' };
const RSS_TYPE = { 'content-type': 'application/rss+xml; charset=utf-8' };
const FEED_PATHS: Partial<Record<OutletWay, string>> = {
  'json-feed': '/feed.json',
  'news-sitemap': '/news-sitemap.xml',
  'gz-file': '/sitemap.xml.gz',
};

/** Twenty-two outlets, one for each way. Everything they do follows from the options, what was published and how often they were asked. */
export function outletWeb(options: OutletOptions = {}): OutletWeb {
  const { scheme = 'https', nowMs = Date.now, slowMs = 3_000, dripMs = 50, retryAfterSeconds = 120 } = options;
  const outlets = OUTLET_WAYS.map((way, index) => newOutlet(way, index, scheme, nowMs()));
  const asked = new Map<OutletWay, number>();

  async function feedOf(outlet: PlayedOutlet, path: string, { headers, signal }: WebAsk): Promise<WebAnswer | null> {
    const { way, articles } = outlet;
    const head: FeedHead = { title: outlet.name, home: outlet.home, language: outlet.language };
    const times = (asked.get(way) ?? 0) + 1;
    const rss = (items: readonly FeedItem[] = articles) => ok(rssOf(head, items), RSS_TYPE);
    if (path !== new URL(outlet.feedUrl).pathname) {
      const here = { 'moved-here': '/rss/latest.xml', page: '/news/rss.xml' } as Partial<Record<OutletWay, string>>;
      if (way === 'loop' && path === '/feed-2.xml') return redirect(301, '/feed.xml');
      return path === here[way] ? rss() : null;
    }
    asked.set(way, times);
    switch (way) {
      case 'atom':
        return ok(atomOf(head, articles), { 'content-type': 'application/atom+xml' });
      case 'json-feed':
        return ok(jsonFeedOf(head, articles), { 'content-type': 'application/feed+json' });
      case 'news-sitemap':
        return ok(newsSitemapOf(head, articles), { 'content-type': 'application/xml' });
      case 'etag': {
        const answer = rss();
        const etag = `W/"${createHash('sha256').update(String(answer.body)).digest('hex').slice(0, 16)}"`;
        return headers['if-none-match'] === etag ? unchanged({ etag }) : { ...answer, headers: { ...answer.headers, etag } };
      }
      case 'last-modified': {
        const date = new Date(articles[0]!.datePublished).toUTCString();
        const stated = { 'last-modified': date };
        return headers['if-modified-since'] === date ? unchanged(stated) : { ...rss(), headers: { ...RSS_TYPE, ...stated } };
      }
      case 'moved-here':
        return redirect(301, '/rss/latest.xml');
      case 'moved-away':
        return redirect(301, `${scheme}://${MOVED_TO}/feed.xml`);
      case 'gone':
        return { status: 410, headers: { 'content-type': 'text/plain' }, body: 'Gone' };
      case 'too-many':
        return {
          status: 429,
          headers: { 'content-type': 'text/plain', 'retry-after': String(retryAfterSeconds) },
          body: 'Too many requests',
        };
      case 'error':
        return { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Internal server error' };
      case 'slow':
        await pause(slowMs, undefined, { signal });
        return rss();
      case 'endless':
        return { status: 200, headers: RSS_TYPE, body: endless(head, articles, dripMs, signal) };
      case 'truncated': {
        const whole = rssOf(head, articles);
        return ok(whole.slice(0, whole.lastIndexOf('<description>') + 20), RSS_TYPE);
      }
      case 'gzip':
        return ok(gzipSync(rssOf(head, articles)), { ...RSS_TYPE, 'content-encoding': 'gzip' });
      case 'gz-file':
        return ok(gzipSync(newsSitemapOf(head, articles)), { 'content-type': 'application/gzip' });
      case 'wrong-charset':
        return ok(rssOf(head, articles).replace(' encoding="UTF-8"', ''), { 'content-type': 'application/rss+xml; charset=iso-8859-1' });
      case 'loop':
        return redirect(301, '/feed-2.xml');
      case 'page':
        return frontPage(outlet);
      case 'new-ids':
        return rss(articles.map((article) => ({ ...article, id: `${article.id}:${times}` })));
      case 'reordered':
        return rss(times % 2 === 0 ? articles.toReversed() : articles);
      case 'to-private':
        return redirect(302, 'http://127.0.0.1/feed.xml');
      default:
        return rss();
    }
  }

  return {
    handler: (host, path, ask) => {
      const { pathname } = new URL(path, `${scheme}://${host}`);
      const moved = outlets[OUTLET_WAYS.indexOf('moved-away')]!;
      if (host === MOVED_TO) {
        const head = { title: moved.name, home: moved.home, language: moved.language };
        return pathname === '/feed.xml' ? ok(rssOf(head, moved.articles), RSS_TYPE) : null;
      }
      const outlet = outlets.find((one) => one.host === host);
      if (outlet === undefined) return null;
      if (pathname === '/') return frontPage(outlet);
      if (pathname === '/icon.svg') return iconResponse();
      const article = outlet.articles.find(({ url }) => new URL(url).pathname === pathname);
      return article ? htmlResponse(renderArticle(pageOf(outlet, article))) : feedOf(outlet, pathname, ask);
    },
    outlet: (way) => outlets[OUTLET_WAYS.indexOf(way)]!,
    publish: (way) => {
      const outlet = outlets[OUTLET_WAYS.indexOf(way)]!;
      const unused = AGENCY_STORIES.find(({ slug }) => outlet.articles.every(({ url }) => !url.endsWith(slug)));
      if (unused === undefined) throw new Error(`${outlet.name} has printed all the agency has.`);
      outlet.articles.unshift(articleOf(unused, outlet, nowMs()));
    },
  };
}

function hostOf(index: number): string {
  return `outlet-${String(index + 1).padStart(2, '0')}.example`;
}

function newOutlet(way: OutletWay, index: number, scheme: string, nowMs: number): PlayedOutlet {
  const host = hostOf(index);
  const home = `${scheme}://${host}/`;
  const feedUrl = `${home.slice(0, -1)}${FEED_PATHS[way] ?? '/feed.xml'}`;
  const outlet: PlayedOutlet = {
    way,
    host,
    name: `The Daily ${NAMES[index]}`,
    language: LANGUAGES[way] ?? 'en',
    home,
    feedUrl,
    articles: [],
  };
  const others = STORIES_ABROAD[outlet.language] ?? [0, 1].map((at) => AGENCY_STORIES[(index + at) % AGENCY_STORIES.length]!);
  outlet.articles = [OWN_STORIES[index]!, ...others].map((story, at) =>
    articleOf(story, outlet, nowMs - (1 + 3 * at) * 3_600_000 - index * 60_000),
  );
  return outlet;
}

function articleOf(story: OutletStory, { host, home }: PlayedOutlet, atMs: number): PlayedOutlet['articles'][number] {
  const { slug, headline, reporter, section, paragraphs } = story;
  const datePublished = new Date(Math.floor(atMs / 1000) * 1000).toISOString();
  return {
    id: `tag:${host},2026:${slug}`,
    url: `${home}2026/${slug}`,
    headline,
    summary: paragraphs[0]!,
    reporter,
    section,
    datePublished,
    text: paragraphs,
  };
}

function pageOf(
  { name, language, feedUrl }: PlayedOutlet,
  { url, headline, reporter, section, datePublished, text }: PlayedOutlet['articles'][number],
) {
  const author = { name: reporter, jobTitle: 'Correspondent', bio: `${reporter} writes for ${name}.` };
  return { url, language, outlet: name, headline, section, datePublished, author, paragraphs: text, feed: feedUrl };
}

function frontPage(outlet: PlayedOutlet): WebAnswer {
  const feed = outlet.way === 'page' ? '/news/rss.xml' : outlet.feedUrl;
  const type =
    outlet.way === 'json-feed' ? 'application/feed+json' : outlet.way === 'atom' ? 'application/atom+xml' : 'application/rss+xml';
  const link = `<link rel="alternate" type="${type}" title="All reports" href="${feed}">`;
  return htmlResponse(
    renderFrontPage(
      outlet.name,
      outlet.language,
      outlet.articles.map((article) => pageOf(outlet, article)),
      link,
    ),
  );
}

async function* endless(head: FeedHead, articles: readonly FeedItem[], dripMs: number, signal: AbortSignal): AsyncGenerator<string> {
  yield rssBegin(head);
  for (let at = 0; ; at++) {
    const article = articles[at % articles.length]!;
    yield rssItem({ ...article, id: `${article.id}:${at}`, url: `${article.url}?part=${at}` });
    await pause(dripMs, undefined, { signal });
  }
}

function ok(body: string | Uint8Array, headers: Record<string, string>): WebAnswer {
  return { status: 200, headers, body };
}

function unchanged(headers: Record<string, string>): WebAnswer {
  return { status: 304, headers, body: '' };
}

function redirect(status: 301 | 302, location: string): WebAnswer {
  return { status, headers: { location }, body: '' };
}
