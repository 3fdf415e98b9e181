import type { ValueSource } from '../core/snapshot.ts';
import { bare, cleanText, labelOf, lineOf } from './dom-text.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import type { PageDocument, PageElement } from './page-tree.ts';

const SEPARATOR =
  /\s+[|\u2013\u2014\u00b7\u2022\u00bb\u00ab:~>\u2039\u203a/-]+\s+|\s*\|\s*|(?<=\S):\s+|\s*[_–—»](?=\s)|\s*[（(](?=[^()]*[)）]$)/;
const MAX_HEADINGS = 60;
/** The line above a headline, inside the heading itself. */
const KICKER =
  /kicker|eyebrow|over-?line|(?:over|top|pre|super|supra|sur|ante)-?_?(?:title|titel|titre|titulo|line|head)|dachzeile|ober(?:titel|zeile)|spitzmarke|roof-?line|strapline|volanta|occhiello|(?:^|[\s_-])(?:sr-only|date|category|label|badge)(?:$|[\s_-])/i;
const HIDDEN = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?)(?:\s|$)/i;
const FRONT_PAGE = /^(?:.*\/\/[^/?#]+\/?|\/|\.\.?\/?|\/?index\.\w+)(?:[?#].*)?$/i;
const SITE_LABEL = /(?:^|[\s_-])(?:(?:site|blog)-?_*(?:title|name|branding)|logo|masthead)(?:$|[\s_-])/i;

/** A headline with the element that shows it, where one does. */
export interface FoundHeadline {
  text: string | null;
  source: ValueSource | null;
  element: PageElement | null;
}

/**
 * The page's headline as readers see it: the heading that agrees with what the page states of itself (JSON-LD, Open Graph,
 * title); else the stated one, without the site's name.
 */
export function headlineOf(document: PageDocument, tags: MetaTags, linked: string, outlet: string | null): FoundHeadline {
  const title = cleanText(document.querySelector('title')?.textContent ?? '', 600);
  const social =
    firstMeta(tags, ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'headline', 'title']) ??
    '';
  const stated = [linked, social, title].filter((text) => text !== '');
  const heading = bestHeading(document, stated, bare(social || linked), outlet) ?? onlyHeading(document, outlet);
  if (heading) return { text: heading.text, source: 'visible', element: heading.element };
  const [source, text] = linked ? (['json-ld', linked] as const) : social ? (['open-graph', social] as const) : (['meta', title] as const);
  const bareTitle = withoutSite(text, outlet, title);
  return bareTitle ? { text: cleanText(bareTitle, 500), source, element: null } : { text: null, source: null, element: null };
}

function bestHeading(
  document: PageDocument,
  stated: string[],
  exact: string,
  outlet: string | null,
): { element: PageElement; text: string } | null {
  const headings = document.querySelectorAll(
    'h1, h2, h3, [itemprop~="headline"], [class*="headline" i], [class*="entry-title" i], [class*="article-title" i], [class*="post-title" i]',
  );
  const wanted = stated.map(bare).filter((text) => text !== '');
  const site = bare(outlet ?? '');
  let best: { element: PageElement; text: string } | null = null;
  let bestScore = 0;
  let firsts = 0;
  for (let i = 0; i < headings.length && i < MAX_HEADINGS; i++) {
    const element = headings[i]!;
    const text = headingText(element);
    const key = bare(text);
    if (key.length < 3 || key === site || text.length > 400) continue;
    const name = element.nodeName.toUpperCase();
    let score = agreement(key, wanted) * 4;
    if (name === 'H1') score += firsts++ === 0 ? 1.2 : 0.9;
    else if (name === 'H3') score -= 0.3;
    else if (name !== 'H2') score += 0.4;
    if (key === exact) score += 1;
    if (HIDDEN.test(labelOf(element))) score -= 1.5;
    if (isSiteLink(element) || SITE_LABEL.test(labelOf(element))) score -= 1.5;
    if (/^headline$/i.test(element.getAttribute('itemprop') ?? '')) score += 0.5;
    if (wanted.length === 0 && name === 'H1') score += 2;
    // A title of one short word names the site, not the report.
    if (name === 'H1' && stated.every((text) => text.length < 12)) score += 1.9;
    if (score > bestScore) {
      bestScore = score;
      best = { element, text };
    }
  }
  return bestScore >= 3 ? best : null;
}

/** The one first-level heading of a page that states another title (for search engines, say) than it shows. */
function onlyHeading(document: PageDocument, outlet: string | null): { element: PageElement; text: string } | null {
  const shown = document
    .querySelectorAll('h1')
    .map((element) => ({ element, text: headingText(element) }))
    .filter(
      ({ element, text }) => text !== '' && !isSiteLink(element) && !SITE_LABEL.test(labelOf(element)) && !HIDDEN.test(labelOf(element)),
    );
  const [first] = shown;
  if (!first || shown.some(({ text }) => text !== first.text) || first.element.closest('nav,footer,aside')) return null;
  return first.text.length >= 20 && first.text.length <= 300 && bare(first.text) !== bare(outlet ?? '') ? first : null;
}

/** A heading's text without the kicker or the date inside it. */
export function headingText(element: PageElement): string {
  const text = lineOf(element, 500);
  for (const part of element.querySelectorAll('span,small,div,p,time,strong,em')) {
    if (part.tagName !== 'TIME' && !KICKER.test(labelOf(part))) continue;
    const kicker = lineOf(part, 500);
    const rest = text.startsWith(kicker) ? text.slice(kicker.length).replace(/^[\s:|–—·-]+/, '') : '';
    if (kicker !== '' && rest.length >= 12) return rest;
  }
  return text;
}

/** Is the heading nothing but a link to the site's front page? */
function isSiteLink(element: PageElement): boolean {
  const link = element.querySelector('a[href]') ?? element.closest('a[href]');
  return link !== null && bare(lineOf(link, 500)) === bare(lineOf(element, 500)) && FRONT_PAGE.test(link.getAttribute('href') ?? '');
}

/** 0..1: how far a heading is what the page calls itself. A stated title may add the site's name, or shorten. */
function agreement(key: string, wanted: string[]): number {
  let best = 0;
  for (const text of wanted) {
    if (text === key) return 1;
    const [short, long] = key.length < text.length ? [key, text] : [text, key];
    const share = short.length / long.length;
    // A short beginning is the site's name.
    if (short.length >= 8 && long.startsWith(short)) best = Math.max(best, (share < 0.35 ? 0.6 : 0.75) + 0.25 * share);
    else if (short.length >= 8 && long.endsWith(` ${short}`)) best = Math.max(best, 0.7 + 0.25 * share);
    else if (short.length >= 12 && long.includes(short)) best = Math.max(best, 0.7 + 0.2 * share);
    else best = Math.max(best, overlap(key.split(' '), text.split(' ')) * 0.9);
  }
  return best;
}

function overlap(a: string[], b: string[]): number {
  const words = new Set(b);
  const shared = a.filter((word) => words.has(word)).length;
  return (2 * shared) / (a.length + b.length);
}

/** A page title without the site's name before or after it. */
export function withoutSite(title: string, outlet: string | null, pageTitle = title): string {
  const text = cleanText(title, 600);
  const parts = text.split(new RegExp(SEPARATOR.source));
  if (parts.length < 2) return text;
  const site = bare(outlet ?? '').replace(/ /g, '');
  const isSite = (part: string): boolean => {
    const key = bare(part).replace(/ /g, '');
    return key !== '' && site !== '' && (key === site || site.includes(key) || key.includes(site));
  };
  let start = 0;
  let end = parts.length;
  while (end - 1 > start && isSite(parts[end - 1]!)) end--;
  while (start + 1 < end && isSite(parts[start]!)) start++;
  if (start > 0 || end < parts.length) return sliceBetween(text, parts, start, end);
  // A page title, unlike a stated headline, ends with the site's name: drop it where it is short and something longer is left.
  if (title === pageTitle) {
    const bar = /^(.{15,}?)\s*(?:\s[|–—»·-]\s|\|)[^|]{2,40}$/.exec(text);
    if (bar?.[1]) return bar[1].trim();
  }
  return text;
}

function sliceBetween(text: string, parts: string[], start: number, end: number): string {
  const from = start === 0 ? 0 : text.indexOf(parts[start]!);
  const last = parts[end - 1]!;
  const to =
    end === parts.length
      ? text.length
      : text.lastIndexOf(last, end < parts.length ? text.lastIndexOf(parts[end]!) : undefined) + last.length;
  return from >= 0 && to > from ? text.slice(from, to).trim() : text;
}
