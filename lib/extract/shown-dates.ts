import { isSmall, labelOf, lineOf, placeLabel } from './dom-text.ts';
import { isBehind, type PageDocument, type PageElement } from './page-tree.ts';
import type { RawDate, RawLine } from './raw-page.ts';

const LABELLED =
  'time,relative-time,[property*="date" i],[property*="created" i],[itemprop~="datePublished"],[class*="date" i],[id*="date" i],[class*="time" i],[class*="publi" i],[class*="posted" i],[class*="byline" i],[class*="meta" i],[class*="dateline" i],[class*="fecha" i],[class*="datum" i],[class*="pubdate" i],abbr[title],[class*="author" i],[class*="info" i],[class*="submitted" i],[class*="stand" i]';
const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|related|sidebar|widget|footer|nav|menu|promo(?!t)|popular|trending|teaser|most-?read|reply|replies|breadcrumbs?|carousel|latest|recirc|upcoming|event)/i;
/** The report's own container, whose classes often list its categories and tags. */
const REPORT = /\bhentry\b|\btype-post\b|\bstatus-publish\b/;
/** Where templates date and sign a report below its text. */
const OWN_FOOTER = /(?:^|[\s_-])(?:post|entry|article|story|node)-footer(?=\s|$)/i;
const HEADER = /(?:^|[\s_-])(?:head-?line|article-?head(?:er)?|post-?head(?:er)?|entry-?head(?:er)?)/i;
const MAX_ELEMENTS = 500;
/** A day that `readDate` surely reads: where the page states one to machines, no line is searched for another. */
const SURE = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;

/** Is the text a day, or a moment, in ISO 8601? */
export function isSureDate(text: string | null | undefined): boolean {
  return SURE.test(text ?? '');
}

/** Elements that may date the page: time elements, microdata, labelled text; and, where none states a date surely, short lines with a number. */
export function shownDates(document: PageDocument, headline: PageElement | null): { dates: RawDate[]; lines: RawLine[] } {
  const elements = document.querySelectorAll(`h1,h2,${LABELLED}`);
  const dates: RawDate[] = [];
  let sure = false;
  const at = headline ? elements.findIndex((element) => element === headline || isBehind(headline, element)) : 0;
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS; i++) {
    const element = elements[i]!;
    const tag = element.nodeName.toUpperCase();
    const label = labelOf(element);
    if (tag === 'H1' || (tag === 'H2' && !/date/i.test(label))) continue;
    const text = lineOf(element, 400);
    const machine =
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? (tag === 'ABBR' ? element.getAttribute('title') : null) ?? '';
    if (!/\p{Nd}/u.test(text + machine) || outside(element, headline)) continue;
    const near = nearness(i, at, elements.length);
    const itemprop = element.getAttribute('itemprop') ?? '';
    dates.push({ tag, label: element.hasAttribute('pubdate') ? `${label} pubdate` : label, itemprop, text, machine, near });
    sure ||= isSureDate(machine);
  }
  return { dates, lines: sure ? [] : plainLines(document, headline) };
}

/** Behind the headline, or just before it in its header: about 2 beside it, 0 far away. */
function nearness(place: number, headline: number, count: number): number {
  if (headline >= 0 && place >= headline) return Math.max(0, 2 - (place - headline) / 12);
  if (headline >= 0 && headline - place <= 8) return 2.1 - (headline - place) / 8;
  return place > count / 2 ? 0 : 0.6;
}

/** Short lines without any label that hold a number. */
function plainLines(document: PageDocument, headline: PageElement | null): RawLine[] {
  const elements = document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,div,span,li,small,td,em,i,b,strong,dd');
  const lines: RawLine[] = [];
  let behind = false;
  for (let i = 0; i < elements.length && i < 4000; i++) {
    const element = elements[i]!;
    if (element === headline) behind = true;
    if (!isSmall(element, 120)) continue;
    const text = lineOf(element, 120);
    if (text.length >= 6 && text.length <= 70 && /\p{Nd}/u.test(text) && !outside(element, headline)) lines.push({ text, behind });
  }
  return lines;
}

function outside(element: PageElement, headline: PageElement | null): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < 12; depth++, at = at.parentElement) {
    const name = at.nodeName.toUpperCase();
    if (name === 'BODY' || name === 'HTML' || name === 'MAIN') return false;
    if (headline && at !== headline && at.contains(headline)) return false;
    const label = placeLabel(at);
    const own = OWN_FOOTER.test(label) || (name === 'FOOTER' && isOfReport(at, headline));
    if (name === 'NAV' || (name === 'FOOTER' && !own) || (name === 'ASIDE' && lineOf(at, 200).length > 150)) return true;
    if (REPORT.test(label)) return false;
    // What holds a heading of its own class is the report's header, what holds a first heading the page's frame.
    if (OUTSIDE.test(label) && name !== 'ARTICLE' && !own && !HEADER.test(label) && at.querySelector('h1') === null) return true;
  }
  return false;
}

/** Is a footer the article's own, and that article the report? */
function isOfReport(footer: PageElement, headline: PageElement | null): boolean {
  const article = footer.closest('article');
  return article !== null && (headline ? article.contains(headline) : REPORT.test(placeLabel(article)));
}
