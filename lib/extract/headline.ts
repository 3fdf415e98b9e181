import type { ValueSource } from '../core/snapshot.ts';
import { bare, cleanText, lineOf } from './dom-text.ts';
import { firstMeta, type MetaTags } from './meta.ts';
import type { PageDocument, PageElement } from './page-tree.ts';

const SEPARATOR =
  /\s+[|\u2013\u2014\u00b7\u2022\u00bb\u00ab:~>\u2039\u203a/-]+\s+|\s*\|\s*|(?<=\S):\s+|\s*[_–—»](?=\s)|\s*[（(](?=[^()]*[)）]$)/;
const MAX_HEADINGS = 60;

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
  const heading = bestHeading(document, stated, outlet);
  if (heading) return { text: heading.text, source: 'visible', element: heading.element };
  const [source, text] = linked ? (['json-ld', linked] as const) : social ? (['open-graph', social] as const) : (['meta', title] as const);
  const bareTitle = withoutSite(text, outlet, title);
  return bareTitle ? { text: cleanText(bareTitle, 500), source, element: null } : { text: null, source: null, element: null };
}

function bestHeading(document: PageDocument, stated: string[], outlet: string | null): { element: PageElement; text: string } | null {
  const headings = document.querySelectorAll(
    'h1, h2, [itemprop~="headline"], [class*="headline" i], [class*="entry-title" i], [class*="article-title" i], [class*="post-title" i]',
  );
  const wanted = stated.map(bare).filter((text) => text !== '');
  const site = bare(outlet ?? '');
  let best: { element: PageElement; text: string } | null = null;
  let bestScore = 0;
  let firsts = 0;
  for (let i = 0; i < headings.length && i < MAX_HEADINGS; i++) {
    const element = headings[i]!;
    const text = lineOf(element, 500);
    const key = bare(text);
    if (key.length < 3 || key === site || text.length > 400) continue;
    const name = element.nodeName.toUpperCase();
    let score = agreement(key, wanted) * 4;
    if (name === 'H1') score += firsts++ === 0 ? 1.2 : 0.9;
    else if (name !== 'H2') score += 0.4;
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

/** 0..1: how far a heading is what the page calls itself. A stated title may add the site's name, or shorten. */
function agreement(key: string, wanted: string[]): number {
  let best = 0;
  for (const text of wanted) {
    if (text === key) return 1;
    const [short, long] = key.length < text.length ? [key, text] : [text, key];
    if (short.length >= 8 && long.startsWith(short)) best = Math.max(best, 0.75 + 0.25 * (short.length / long.length));
    else if (short.length >= 12 && long.includes(short)) best = Math.max(best, 0.7 + 0.2 * (short.length / long.length));
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
