import { bare, hasParagraphs, labelOf, lineOf } from './dom-text.ts';
import { headingText } from './headline.ts';
import { isBehind, type PageDocument, type PageElement } from './page-tree.ts';

const SELECTOR =
  '[class*="lead" i],[class*="intro" i],[class*="dek" i],[class*="deck" i],[class*="chapo" i],[class*="standfirst" i],[class*="subtitle" i],[class*="sub-title" i],[class*="subhead" i],[class*="summary" i],[class*="excerpt" i],[class*="abstract" i],[class*="vorspann" i],[class*="teaser-text" i],[class*="description" i],[itemprop~="description"]';
const LABEL =
  /(?:^|[\s_-])(?:lead|leadtext|intro(?:text|duction)?|dek|deck|chapo|standfirst|sub-?title|sub-?head(?:line|ing)?|summary|excerpt|abstract|vorspann|teaser-text|description)(?:$|[\s_-])/i;
const OTHERS =
  /related|recommend|comment|sidebar|widget|newsletter|author|bio|profile|card|list|item|latest|caption|image|photo|gallery|cookie|footer|nav/i;

/** The standfirst a page shows between its headline and its text; null where nothing is labelled so. */
export function dekOf(page: PageDocument, headline: string | null): string | null {
  if (!headline) return null;
  const key = bare(headline);
  const headings = page.querySelectorAll('h1,h2,[itemprop~="headline"]');
  let heading: PageElement | null = null;
  for (let i = 0; i < headings.length && i < 60 && !heading; i++) if (bare(headingText(headings[i]!)) === key) heading = headings[i]!;
  if (!heading) return null;
  const elements = page.querySelectorAll(SELECTOR);
  for (let i = 0; i < elements.length && i < 300; i++) {
    const element = elements[i]!;
    if (!LABEL.test(labelOf(element)) || !isBehind(heading, element) || element.querySelector('h1') || hasParagraphs(element, 3)) continue;
    const text = lineOf(element, 900);
    if (
      text.length < 40 ||
      text.length > 700 ||
      bare(text) === key ||
      element.closest('a,aside,nav,footer,figure') ||
      !near(heading, element)
    )
      continue;
    const linked = lineOf(element.querySelector('a'), 900).length;
    if (linked < text.length * 0.5) return text;
  }
  return null;
}

/** Both in one header or article: a common ancestor within five levels, and nothing on the way called a teaser. */
function near(heading: PageElement, element: PageElement): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < 6; depth++, at = at.parentElement) {
    if (at.contains(heading)) return true;
    if (OTHERS.test(labelOf(at))) return false;
  }
  return false;
}
