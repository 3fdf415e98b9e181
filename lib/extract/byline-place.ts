import { bare, labelOf, lineOf, placeLabel } from './dom-text.ts';
import type { PageElement } from './page-tree.ts';

const PROFILE_PATH =
  /\/(?:authors?|autore?n?|auteurs?|autor(?:es|a|in)?|by|byline|contributors?|profiles?|people|persons?|reporters?|journalists?|journalistes?|columnists?|writers?|staff|user|users|redakteure?|redaktion|editors?|collaborat(?:or|eur)s?|journalistes?|avtor|avtory|autorzy|team|bios?)(?:\/|\.|=)[^/?#]{2,}|[?&](?:author|autor|user)=|\/@[\w.-]+\/?$/i;
const LABEL =
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autore|auteur|auteurs|writer|creator|contributor|reporter|posted-?by|post-?by|submitted|vcard|fn|p-author|journalist|columnist|redakteur|verfasser|signature|entry-meta|post-?meta|article-meta|meta|credit|info)/i;
const STRONG_LABEL = /by-?line|author|autor|auteur|writer|posted-?by|contributor|reporter|journalist|columnist|submitted/i;
const BOX_LABEL =
  /bio|about|box|desc|card|info|social|follow|avatar|image|photo|thumb|count|share|comment|related|widget|sidebar|promo|newsletter|posts|archive/i;
const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|kommentare?|disqus|related|recommended|sidebar|widget|footer|nav|menu|promo|popular|trending|teaser|most-?read|reply|replies|respond|newsletter|breadcrumbs?|carousel|more-?stories|latest|recirc|advert|pager)/i;
const OTHERS = /comment|kommentar|related|recommend|disqus|popular|trending|teaser|most-?read|latest/i;
/** A box about one author; boxes of several posts and of comments name others. */
const AUTHOR_BOX =
  /(?:^|\s)(?:post-|entry-|article-|single-|about-(?:the-)?)?author-?_*(?:bio|box|info|about|card|profile|description)(?=\s|$)/i;
/** The report's own container, whose classes often list its categories and tags. */
const REPORT = /\bhentry\b|\btype-post\b|\bstatus-publish\b/;
/** Elements that may name an author. */
export const SELECTOR =
  'h1,[rel~="author"],[itemprop~="author"],[itemprop~="creator"],a[href],[class*="byline" i],[class*="by-line" i],[id*="byline" i],[class*="author" i],[id*="author" i],[class*="autor" i],[class*="auteur" i],[class*="writer" i],[class*="contributor" i],[class*="reporter" i],[class*="posted" i],[class*="submitted" i],[class*="credit" i],[class*="meta" i],[class*="vcard" i],[class~="fn"],[class~="username"],[data-testid*="byline" i],[class*="journalist" i],address';

/** How surely an element names the author: 3 for sure (author links, microdata, hCard, bylines), 0 not at all; from 1.3 without a lead-in. */
export function weightOf(element: PageElement): number {
  const name = element.nodeName.toUpperCase();
  const rel = element.getAttribute('rel') ?? '';
  const itemprop = element.getAttribute('itemprop') ?? '';
  if (/(?:^|\s)author(?:\s|$)/i.test(rel) && name !== 'LINK') return 3;
  if (/(?:^|\s)(?:author|creator)(?:\s|$)/i.test(itemprop)) return 3;
  if (name === 'A' && /(?:^|\s)tag(?:\s|$)/i.test(rel)) return 0;
  // Where classes are hashes, names for tests tell what is what.
  const label = `${labelOf(element)} ${element.getAttribute('data-testid') ?? ''}`;
  // hCard and h-entry: the class is a promise, not a guess.
  if (/(?:^|\s)(?:vcard\s+author|author\s+vcard|p-author)(?:\s|$)/.test(label)) return 3;
  if (STRONG_LABEL.test(label)) {
    if (/by-?line|posted-?by/i.test(label)) return 3;
    return BOX_LABEL.test(label.replace(STRONG_LABEL, '')) ? 1.4 : 2.6;
  }
  if (name === 'A' && PROFILE_PATH.test(element.getAttribute('href') ?? '')) return isInProse(element) ? 0 : 2.2;
  if (/\busername\b/i.test(label)) return 1.85;
  if (name === 'ADDRESS') return 1.2;
  if (LABEL.test(label)) return 0.9;
  return 0;
}

/** A link to someone the report speaks of. */
function isInProse(element: PageElement): boolean {
  const holder = element.closest('p,li,blockquote');
  return holder !== null && lineOf(holder, 400).length > lineOf(element, 200).length + 150;
}

/** Does the element belong to comments, teasers, menus, and not to the report? What holds the headline is never outside. */
export function isOutside(element: PageElement, sure: boolean, headline: PageElement | null): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < 14; depth++, at = at.parentElement) {
    const name = at.nodeName.toUpperCase();
    if (name === 'BODY' || name === 'HTML' || name === 'MAIN') return false;
    if (headline && at !== headline && at.contains(headline)) return false;
    const label = placeLabel(at);
    if (REPORT.test(label)) return false;
    // The box about the report's author may stand beside or below it.
    if (AUTHOR_BOX.test(label)) return false;
    if (depth === 0 && STRONG_LABEL.test(label) && !OTHERS.test(label)) continue;
    if (!sure && (name === 'NAV' || name === 'FOOTER' || (name === 'ASIDE' && depth > 0))) return true;
    // "post-footer" and "entry-footer" belong to the report.
    if (
      OUTSIDE.test(label) &&
      name !== 'ARTICLE' &&
      !(sure
        ? /\b(?:post|entry|article)-?(?:footer|nav|meta)/i.test(label) || (depth < 3 && !OTHERS.test(label))
        : /\b(?:post|entry|article|story|node)-footer/i.test(label))
    )
      return true;
  }
  return false;
}

/** Does one of two names hold the other, by whole words? */
export function overlaps(a: string, b: string): boolean {
  const [x, y] = [` ${bare(a)} `, ` ${bare(b)} `];
  return x.includes(y) || y.includes(x);
}

/** Where the page links the name in an element to. */
export function linkFor(element: PageElement, name: string): string | null {
  if (element.nodeName.toUpperCase() === 'A') return element.getAttribute('href');
  const links = element.querySelectorAll('a[href]');
  for (let i = 0; i < links.length && i < 20; i++) {
    if (overlaps(lineOf(links[i]!, 120), name)) return links[i]!.getAttribute('href');
  }
  return null;
}
