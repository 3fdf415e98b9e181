import { isSmall, labelOf, lineOf } from './dom-text.ts';
import type { PageDocument, PageElement } from './page-tree.ts';
import type { RawDate, RawLine } from './raw-page.ts';

const LABELLED =
  'time,relative-time,[property*="date" i],[property*="created" i],[itemprop~="datePublished"],[class*="date" i],[id*="date" i],[class*="time" i],[class*="publi" i],[class*="posted" i],[class*="byline" i],[class*="meta" i],[class*="dateline" i],[class*="fecha" i],[class*="datum" i],[class*="pubdate" i],abbr[title],[class*="author" i],[class*="info" i],[class*="submitted" i],[class*="stand" i]';
const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|related|sidebar|widget|footer|nav|menu|promo(?!t)|popular|trending|teaser|most-?read|reply|replies|breadcrumbs?|carousel|latest|recirc|upcoming|event)/i;
/** The report's own container, whose classes often list its categories and tags. */
const REPORT = /\bhentry\b|\btype-post\b|\bstatus-publish\b/;
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
  let since = headline ? -1 : 0;
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS; i++) {
    const element = elements[i]!;
    if (element === headline) since = 0;
    else if (since >= 0) since++;
    const tag = element.nodeName.toUpperCase();
    const label = labelOf(element);
    if (tag === 'H1' || (tag === 'H2' && !/date/i.test(label))) continue;
    const text = lineOf(element, 400);
    const machine =
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? (tag === 'ABBR' ? element.getAttribute('title') : null) ?? '';
    if (!/\d/.test(text + machine) || outside(element, headline)) continue;
    const near = since >= 0 ? Math.max(0, 2 - since / 12) : i > elements.length / 2 ? 0 : 0.6;
    const itemprop = element.getAttribute('itemprop') ?? '';
    dates.push({ tag, label: element.hasAttribute('pubdate') ? `${label} pubdate` : label, itemprop, text, machine, near });
    sure ||= isSureDate(machine);
  }
  return { dates, lines: sure ? [] : plainLines(document, headline) };
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
    if (text.length >= 6 && text.length <= 70 && /\d/.test(text) && !outside(element, headline)) lines.push({ text, behind });
  }
  return lines;
}

function outside(element: PageElement, headline: PageElement | null): boolean {
  let at: PageElement | null = element;
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
