import type { ArticleRecord, OutletRecord, PackRecord, ReporterRecord } from '../lib/packs/types.ts';
import { renderApp } from './site/app-page.ts';
import { type DemoArticle, renderArticle } from './site/article-page.ts';
import { ARTICLES } from './site/articles.ts';
import { renderFrontPage, renderGuide, type Teaser } from './site/front-page.ts';
import { renderHostile } from './site/hostile-page.ts';
import { type DemoResponse, htmlResponse, iconResponse, renderPage } from './site/page.ts';

const GUIDE_HOST = 'news.sidelight-demo.example';
const APP_HOST = 'app.sidelight-demo.example';
const HOSTILE_HOST = 'hostile.sidelight-demo.example';

/** Every host the demo answers for; all under a top-level name that is reserved (RFC 2606) and leads nowhere. */
export const demoHosts: readonly string[] = [
  GUIDE_HOST,
  APP_HOST,
  HOSTILE_HOST,
  'dengta-jishi.example',
  'farol-diario.example',
  'kurier-latarni.example',
  'lampa-i-pero.example',
  'salt-road-review.example',
  'stepnoi-fonar.example',
  'wire.meridian.example',
  'www.harbour-courier.example',
  'www.laternenbote.example',
  'www.northfield-gazette.example',
  'www.orbit-and-anvil.example',
  'www.veilleur-du-port.example',
];

/** Addresses of the demo's pages by what they show. */
export const demoPages = {
  guide: `https://${GUIDE_HOST}/`,
  first: ARTICLES.first.url,
  ukrainian: ARTICLES.ukrainian.url,
  russian: ARTICLES.russian.url,
  chinese: ARTICLES.chinese.url,
  german: ARTICLES.german.url,
  unmatched: ARTICLES.unmatched.url,
  hostile: `https://${HOSTILE_HOST}/hostile`,
  hostileLarge: `https://${HOSTILE_HOST}/hostile?links=10000&kb=5000`,
  app: ARTICLES.appFirst.url,
  appSecond: ARTICLES.appSecond.url,
  appStale: staleUrl(ARTICLES.appFirst.url),
  empty: `https://${GUIDE_HOST}/empty`,
  short: `https://${GUIDE_HOST}/short`,
} as const;

const SITE_ARTICLES: DemoArticle[] = [
  ARTICLES.first,
  ARTICLES.ukrainian,
  ARTICLES.russian,
  ARTICLES.chinese,
  ARTICLES.german,
  ARTICLES.unmatched,
];
const APP_ARTICLES: DemoArticle[] = [ARTICLES.appFirst, ARTICLES.appSecond];
const STALE_ARTICLES = APP_ARTICLES.map((article) => ({ ...article, url: staleUrl(article.url) }));

const TEASERS: Teaser[] = [
  {
    url: demoPages.first,
    headline: ARTICLES.first.headline,
    note: 'The event of the first report: topics, related reports with reasons, reporters.',
  },
  {
    url: demoPages.ukrainian,
    headline: ARTICLES.ukrainian.headline,
    note: 'The same missile in Ukrainian: reports in other languages are found.',
    language: 'uk',
  },
  { url: demoPages.russian, headline: ARTICLES.russian.headline, note: 'The same in Russian.', language: 'ru' },
  { url: demoPages.chinese, headline: ARTICLES.chinese.headline, note: 'The same in Chinese.', language: 'zh' },
  { url: demoPages.german, headline: ARTICLES.german.headline, note: 'The same in German.', language: 'de' },
  {
    url: demoPages.unmatched,
    headline: ARTICLES.unmatched.headline,
    note: 'A subject the index knows nothing of: no badge, and it says so.',
  },
  {
    url: demoPages.app,
    headline: ARTICLES.appFirst.headline,
    note: 'A single-page application: move between two articles without a reload.',
  },
  {
    url: demoPages.appStale,
    headline: ARTICLES.appFirst.headline,
    note: 'The same, but its head never changes and its text comes late.',
  },
  { url: demoPages.hostile, headline: 'A page that means no good', note: 'Broken data, scripts as addresses, direction overrides.' },
  { url: demoPages.hostileLarge, headline: 'The same with 10,000 links and 5 MB of text', note: 'Nothing should become slow.' },
  { url: demoPages.short, headline: 'A page with two sentences', note: 'Too short to be an article.' },
  { url: demoPages.empty, headline: 'An empty page', note: 'Nothing to read, and it says so.' },
  { url: 'https://www.harbour-courier.example/', headline: 'A front page', note: 'Many headlines, no article.' },
];

/**
 * The demo's answer to a request, or null for a host that is not the demo's. `path` may have a query. With the records of
 * the demo pack every report in it has a page, and every outlet a front page. Pure: a loopback server calls it.
 */
export function demoResponse(host: string, path: string, records: readonly PackRecord[] = []): DemoResponse | null {
  if (!demoHosts.includes(host)) return null;
  const url = URL.parse(path, `https://${host}`);
  if (url === null || url.host !== host) return notFound();
  if (url.pathname === '/icon.svg') return iconResponse();
  if (host === GUIDE_HOST) return guideResponse(url.pathname);
  if (host === HOSTILE_HOST)
    return url.pathname === '/hostile' ? htmlResponse(renderHostile(url.searchParams), { script: true }) : notFound();
  if (host === APP_HOST) return appResponse(url.pathname);
  const articles = [...SITE_ARTICLES, ...records.filter(isArticle).map((record) => fromRecord(record, records))].filter(
    (article) => new URL(article.url).host === host,
  );
  const article = articles.find((one) => new URL(one.url).pathname === url.pathname);
  if (article) return htmlResponse(renderArticle(article));
  const [first] = articles;
  return url.pathname === '/' && first ? htmlResponse(renderFrontPage(first.outlet, first.language, articles)) : notFound();
}

function guideResponse(path: string): DemoResponse {
  if (path === '/') return htmlResponse(renderGuide(TEASERS));
  if (path === '/empty')
    return htmlResponse('<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title></head><body></body></html>');
  if (path === '/short') {
    const main =
      '<article><h1>Ferry late</h1><p>The ferry to the outer islands is twenty minutes late. The captain blames the fog.</p></article>';
    return htmlResponse(renderPage({ language: 'en', title: 'Ferry late', outlet: 'Sidelight demo', motto: 'A very short page', main }));
  }
  return notFound();
}

function appResponse(path: string): DemoResponse {
  const stale = STALE_ARTICLES.find((article) => new URL(article.url).pathname === path);
  if (stale) return htmlResponse(renderApp(STALE_ARTICLES, stale, true), { script: true });
  const current = path === '/' ? APP_ARTICLES[0] : APP_ARTICLES.find((article) => new URL(article.url).pathname === path);
  return current ? htmlResponse(renderApp(APP_ARTICLES, current), { script: true }) : notFound();
}

/** The same story in the application that renews nothing. */
function staleUrl(url: string): string {
  return url.replace('/stories/', '/stale/');
}

function notFound(): DemoResponse {
  const main = '<h1>There is no such page</h1>';
  return htmlResponse(renderPage({ language: 'en', title: 'Not found', outlet: 'Sidelight demo', motto: 'Nothing here', main }), {
    status: 404,
  });
}

function isArticle(record: PackRecord): record is ArticleRecord {
  return record.type === 'article';
}

function fromRecord(record: ArticleRecord, records: readonly PackRecord[]): DemoArticle {
  const outlet = records.find((one): one is OutletRecord => one.type === 'outlet' && one.id === record.outletId);
  const authorId = record.authors[0]?.reporterId;
  const reporter = records.find((one): one is ReporterRecord => one.type === 'reporter' && one.id === authorId);
  return {
    url: record.url,
    language: record.language ?? 'en',
    outlet: outlet?.name ?? 'Sidelight demo',
    headline: record.headline,
    section: record.section ?? '',
    datePublished: record.datePublished ?? '',
    paragraphs: record.text.split('\n\n'),
    keywords: record.keywords,
    ...(reporter && { author: { name: reporter.name, jobTitle: reporter.jobTitle ?? '', bio: reporter.bio ?? '' } }),
  };
}
