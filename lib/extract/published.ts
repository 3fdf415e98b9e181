import type { ValueSource } from '../core/snapshot.ts';
import { dateOfUrl, readDate } from './dates.ts';
import { isSmall, labelOf, lineOf } from './dom-text.ts';
import type { LinkedArticle } from './linked-article.ts';
import { firstMeta, type MetaTags } from './meta.ts';

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'datepublished',
  'og:pubdate',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'published-date',
  'article_date_original',
  'article.published',
  'article.created',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'rnews:datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date.created',
  'bt:pubdate',
  'citation_publication_date',
  'citation_online_date',
  'originalpublicationdate',
  'displaydate',
  'release_date',
  'article:post_date',
  'ptime',
  'pdate',
  'date',
  'datecreated',
];
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'article:modified',
  'lastmod',
  'last-modified',
  'utime',
];
const LABELLED =
  'time,relative-time,[property*="date" i],[property*="created" i],[itemprop~="datePublished"],[class*="date" i],[id*="date" i],[class*="time" i],[class*="publi" i],[class*="posted" i],[class*="byline" i],[class*="meta" i],[class*="dateline" i],[class*="fecha" i],[class*="datum" i],[class*="pubdate" i],abbr[title],[class*="author" i],[class*="info" i],[class*="submitted" i],[class*="stand" i]';
const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|related|sidebar|widget|footer|nav|menu|promo(?!t)|popular|trending|teaser|most-?read|reply|replies|breadcrumbs?|carousel|latest|recirc|upcoming|event)/i;
/** The report's own container, whose classes often list its categories and tags. */
const REPORT = /\bhentry\b|\btype-post\b|\bstatus-publish\b/;
const UPDATED = /updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено|оновлено|更新|bijgewerkt/i;
const MAX_ELEMENTS = 500;

/** A date as ISO 8601 (a bare date stays one) and where it was read. */
export interface FoundDate {
  date: string | null;
  source: ValueSource | null;
}

/** When the page says it was published: JSON-LD, meta, microdata, time elements, labelled text near the headline, the address. */
export function publishedOf(
  document: Document,
  tags: MetaTags,
  linked: LinkedArticle | null,
  headline: Element | null,
  url: string,
  dayFirst: boolean,
): FoundDate {
  const fromUrl = dateOfUrl(url);
  const stated: [ValueSource, string | null | undefined][] = [
    ['json-ld', linked?.datePublished],
    ['meta', firstMeta(tags, PUBLISHED)],
  ];
  for (const [source, text] of stated) {
    const date = readDate(text, dayFirst);
    if (date) return { date, source };
  }
  const shown = shownDate(document, headline, dayFirst);
  if (shown.date && fromUrl && daysApart(shown.date, fromUrl) > 3 && shown.source === 'visible') return { date: fromUrl, source: 'url' };
  if (shown.date) return shown;
  return fromUrl ? { date: fromUrl, source: 'url' } : { date: null, source: null };
}

/** When the page says it was changed; null where it does not. */
export function modifiedOf(tags: MetaTags, linked: LinkedArticle | null, dayFirst: boolean): FoundDate {
  const date = readDate(linked?.dateModified, dayFirst);
  if (date) return { date, source: 'json-ld' };
  const meta = readDate(firstMeta(tags, MODIFIED), dayFirst);
  return meta ? { date: meta, source: 'meta' } : { date: null, source: null };
}

function shownDate(document: Document, headline: Element | null, dayFirst: boolean): FoundDate {
  const elements = document.querySelectorAll(`h1,h2,${LABELLED}`);
  let best: FoundDate = { date: null, source: null };
  let bestScore = 0;
  let since = headline ? -1 : 0;
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS; i++) {
    const element = elements[i]!;
    if (element === headline) since = 0;
    else if (since >= 0) since++;
    const name = element.nodeName.toUpperCase();
    if (name === 'H1' || (name === 'H2' && !/date/i.test(labelOf(element)))) continue;
    const read = dateIn(element, name, dayFirst);
    if (!read || outside(element, headline)) continue;
    let score = read.weight;
    if (since >= 0) score += Math.max(0, 2 - since / 12);
    else if (headline) score += i > elements.length / 2 ? 0 : 0.6;
    if (score > bestScore) {
      bestScore = score;
      best = { date: read.date, source: read.source };
    }
  }
  return best.date ? best : plainDate(document, headline, dayFirst);
}

/** A date in a short line without any label: the first behind the headline, else the last one before it. */
function plainDate(document: Document, headline: Element | null, dayFirst: boolean): FoundDate {
  const elements = document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,div,span,li,small,td,em,i,b,strong,dd');
  let behind = false;
  let before: string | null = null;
  for (let i = 0; i < elements.length && i < 4000; i++) {
    const element = elements[i]!;
    if (element === headline) behind = true;
    if (!isSmall(element, 120)) continue;
    const text = lineOf(element, 120);
    if (text.length < 6 || text.length > 70) continue;
    const date = readDate(text, dayFirst);
    if (!date || UPDATED.test(text) || outside(element, headline)) continue;
    if (behind) return { date, source: 'visible' };
    before = date;
  }
  return headline && before ? { date: before, source: 'visible' } : { date: null, source: null };
}

function dateIn(element: Element, name: string, dayFirst: boolean): { date: string; weight: number; source: ValueSource } | null {
  const itemprop = element.getAttribute('itemprop') ?? '';
  const text = lineOf(element, 400);
  const updated = UPDATED.test(`${labelOf(element)} ${itemprop} ${text.slice(0, 30)}`) ? -1.2 : 0;
  const machine =
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? (name === 'ABBR' ? element.getAttribute('title') : null);
  const exact = machine ? readDate(machine, dayFirst) : null;
  const label = /pub|post|entry-date|created|byline|dateline/i.test(labelOf(element)) || element.hasAttribute('pubdate') ? 0.5 : 0;
  if (/datePublished/i.test(itemprop)) {
    const date = exact ?? readDate(text, dayFirst);
    return date ? { date, weight: 4, source: 'microdata' } : null;
  }
  if (exact) return { date: exact, weight: 2.2 + label + updated, source: 'time' };
  if (text.length > 200 || text.length < 6) return null;
  const date = readDate(text, dayFirst);
  if (!date) return null;
  const short = text.length < 60 ? 0.6 : 0;
  return { date, weight: 1.2 + label + short + updated + (name === 'TIME' ? 0.6 : 0), source: name === 'TIME' ? 'time' : 'visible' };
}

function outside(element: Element, headline: Element | null): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth < 12; depth++, at = at.parentElement) {
    const name = at.nodeName.toUpperCase();
    if (name === 'BODY' || name === 'HTML' || name === 'MAIN') return false;
    if (headline && at !== headline && at.contains(headline)) return false;
    if (name === 'NAV' || name === 'FOOTER' || name === 'ASIDE') return true;
    const label = labelOf(at);
    if (REPORT.test(label)) return false;
    if (OUTSIDE.test(label) && name !== 'ARTICLE') return true;
  }
  return false;
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
}
