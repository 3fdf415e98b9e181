import { bare, labelOf, lineOf, plainValue } from './dom-text.ts';
import { type LinkedNode, listOf, ownField } from './json-ld.ts';
import type { PageDocument, PageElement } from './page-tree.ts';
import type { RawPage } from './raw-page.ts';

const OTHERS = /comment|kommentar|teaser|card|related|recommend|promo|reply|review/i;
const MAX_REPORTS = 20;
const MAX_UPDATES = 50;
const MAX_CHARS = 6000;
/** Characters of prose that make an article of an element. */
const LEAST_PROSE = 400;

type Report = RawPage['also'][number];

/**
 * Takes the further whole reports of a page out of it, as pages that go on with the next article hold them: elements like the one that
 * holds the headline, with a heading and prose of their own. The text of the first is then not mixed with theirs.
 */
export function takeFurtherReports(page: PageDocument, headline: PageElement | null): Report[] {
  const own = headline?.closest('article') ?? null;
  if (!own || paragraphsOf(own).join('').length < LEAST_PROSE) return [];
  const reports: Report[] = [];
  for (const element of page.querySelectorAll('article')) {
    if (reports.length >= MAX_REPORTS) break;
    if (element.contains(own) || own.contains(element) || !element.parentNode || OTHERS.test(labelOf(element))) continue;
    const title = element.querySelector('h1,h2');
    const paragraphs = title ? paragraphsOf(element) : [];
    if (paragraphs.join('').length < LEAST_PROSE) continue;
    const time = element.querySelector('time');
    reports.push({
      headline: lineOf(title, 300) || null,
      text: paragraphs.join('\n\n').slice(0, MAX_CHARS),
      date: time?.getAttribute('datetime') ?? lineOf(time, 100),
    });
    element.remove();
  }
  return reports;
}

function paragraphsOf(element: PageElement): string[] {
  return element
    .querySelectorAll('p')
    .slice(0, 400)
    .map((paragraph) => lineOf(paragraph, 5000))
    .filter((text) => text.length >= 60);
}

/** The entries of a live blog as its JSON-LD states them, newest as the page lists them. */
export function liveUpdates(nodes: LinkedNode[]): Report[] {
  const reports: Report[] = [];
  for (const { types, fields } of nodes) {
    if (!types.includes('LiveBlogPosting')) continue;
    for (const update of listOf(ownField(fields, 'liveBlogUpdate'))) {
      const text = plainValue(ownField(update, 'articleBody'), MAX_CHARS);
      const headline = plainValue(ownField(update, 'headline'), 300);
      if (text.length < 20 || reports.length >= MAX_UPDATES || reports.some((known) => bare(known.text) === bare(text))) continue;
      reports.push({ headline: headline || null, text, date: plainValue(ownField(update, 'datePublished'), 60) });
    }
  }
  return reports;
}
