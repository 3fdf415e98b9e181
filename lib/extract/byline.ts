import { bare, labelOf, lineOf } from './dom-text.ts';
import { isAgency, isNameLike, namesOf, startsAsByline, withoutLeadIn } from './names.ts';

const PROFILE_PATH =
  /\/(?:authors?|autore?n?|auteurs?|autor(?:es|a|in)?|by|byline|contributors?|profiles?|people|persons?|reporters?|journalists?|journalistes?|columnists?|writers?|staff|user|users|redakteure?|avtor|team|bios?)(?:\/|\.|=)[^/?#]{2,}|[?&](?:author|autor|user)=|\/@[\w.-]+\/?$/i;
const LABEL =
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autore|auteur|auteurs|writer|creator|contributor|reporter|posted-?by|post-?by|submitted|vcard|fn|p-author|journalist|columnist|redakteur|verfasser|signature|entry-meta|post-meta|article-meta|meta|credit)/i;
const STRONG_LABEL = /by-?line|author|autor|auteur|writer|posted-?by|contributor|reporter|journalist|columnist|submitted/i;
const BOX_LABEL =
  /bio|about|box|desc|card|info|social|follow|avatar|image|photo|thumb|count|share|comment|related|widget|sidebar|promo|newsletter|posts|archive/i;
const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|kommentare?|disqus|related|recommended|sidebar|widget|footer|nav|menu|promo|popular|trending|teaser|most-?read|reply|replies|respond|newsletter|breadcrumbs?|carousel|more-?stories|latest|recirc|advert|pager)/i;
const SELECTOR =
  'h1,[rel~="author"],[itemprop~="author"],[itemprop~="creator"],a[href],[class*="byline" i],[class*="by-line" i],[class*="author" i],[id*="author" i],[class*="autor" i],[class*="auteur" i],[class*="writer" i],[class*="contributor" i],[class*="reporter" i],[class*="posted" i],[class*="submitted" i],[class*="credit" i],[class*="meta" i],[class*="vcard" i],[class~="fn"],[class*="journalist" i],address';
const MAX_ELEMENTS = 6000;

/** A name shown on the page as its author's, with the profile it links to. */
export interface ShownAuthor {
  name: string;
  href: string | null;
}

interface Find {
  names: string[];
  element: Element;
  score: number;
}

/**
 * Authors as the page shows them: author links, microdata, elements labelled as bylines, "By …" near the headline.
 * The likeliest place wins whole; names of comments, teasers and sidebars are left out.
 */
export function shownAuthors(root: ParentNode, headline: Element | null, notNames: string[]): ShownAuthor[] {
  const barred = new Set(notNames.map(bare).filter((text) => text !== ''));
  const elements = root.querySelectorAll(SELECTOR);
  const found: Find[] = [];
  let sinceHeadline = headline ? -1 : 0;
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS && found.length < 60; i++) {
    const element = elements[i]!;
    if (element === headline || (headline && sinceHeadline < 0 && element.contains(headline)))
      sinceHeadline = Math.max(sinceHeadline, element === headline ? 0 : -1);
    else if (sinceHeadline >= 0) sinceHeadline++;
    const weight = weightOf(element);
    if (weight === 0) continue;
    const text = lineOf(element, 400);
    if (text.length < 2 || text.length > 300) continue;
    const names = namesIn(element, text, weight).filter((name) => !barred.has(bare(name)));
    if (!names.length || isOutside(element)) continue;
    let score = weight;
    if (sinceHeadline >= 0 && sinceHeadline < 25) score += 1.5;
    else if (sinceHeadline < 0 && headline) score += 0.3;
    if (startsAsByline(text)) score += 1;
    if (text.length > 120) score -= 0.7;
    if (names.every(isAgency)) score -= 0.5;
    if (names.every((name) => !/\s/.test(name) && /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name))) score -= 0.6;
    found.push({ names, element, score });
  }
  return merged(found);
}

function weightOf(element: Element): number {
  const name = element.nodeName.toUpperCase();
  const rel = element.getAttribute('rel') ?? '';
  const itemprop = element.getAttribute('itemprop') ?? '';
  if (/(?:^|\s)author(?:\s|$)/i.test(rel) && name !== 'LINK') return 3;
  if (/(?:^|\s)(?:author|creator)(?:\s|$)/i.test(itemprop)) return 3;
  const label = labelOf(element);
  if (STRONG_LABEL.test(label)) {
    if (/by-?line|posted-?by/i.test(label)) return 3;
    return BOX_LABEL.test(label.replace(STRONG_LABEL, '')) ? 1.4 : 2.6;
  }
  if (name === 'A' && PROFILE_PATH.test(element.getAttribute('href') ?? '')) return 2.2;
  if (name === 'ADDRESS') return 1.2;
  if (LABEL.test(label)) return 0.9;
  return 0;
}

function namesIn(element: Element, text: string, weight: number): string[] {
  const labelled = element.querySelectorAll?.(
    '[itemprop~="name"],[rel~="author"],a[href*="/author"],a[href*="/autor"],a[href*="/by/"],[class~="fn"],[class*="author-name" i],[class*="author__name" i],[class*="authorname" i]',
  );
  const inner: string[] = [];
  for (let i = 0; labelled && i < labelled.length && i < 20; i++) {
    const part = lineOf(labelled[i]!, 120);
    for (const name of part.length <= 100 ? namesOf(part) : []) if (!inner.some((known) => bare(known) === bare(name))) inner.push(name);
  }
  if (inner.length) return inner;
  // A weakly labelled line ("meta") names its author only behind a "By".
  if (weight < 1.3) {
    const at = /(?:^|[|·•–—\s])((?:written |posted |published )?by|von|par|por|автор:?)\s+(?=\p{Lu})/iu.exec(text);
    if (!at) return [];
    const tail = text
      .slice(at.index)
      .replace(/\s+(?:on|in|at|am|le|el|um)\s.*$/i, '')
      .replace(/\s+[|·•–—]\s.*$/, '');
    return tail.length < 120 ? namesOf(tail) : [];
  }
  const first = blocksWithName(element, text);
  return namesOf(first);
}

/** The part of a byline's text that names someone: the line behind "By", else the first line that could be a name. */
function blocksWithName(element: Element, text: string): string {
  if (text.length <= 80 && startsAsByline(text)) return text;
  const children = element.children;
  if (children.length > 1 && children.length < 12) {
    for (let i = 0; i < children.length; i++) {
      const part = lineOf(children[i]!, 150);
      if (part.length > 2 && (startsAsByline(part) || isNameLike(withoutLeadIn(part))) && namesOf(part).length) {
        const alone = /^(?:by|von|par|por|di)$/i.test(part.trim());
        if (!alone) return part;
      }
    }
  }
  return text;
}

function isOutside(element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth < 14; depth++, at = at.parentElement) {
    const name = at.nodeName.toUpperCase();
    if (name === 'BODY' || name === 'HTML' || name === 'MAIN') return false;
    if (name === 'NAV' || name === 'FOOTER' || (name === 'ASIDE' && depth > 0)) return true;
    if (OUTSIDE.test(labelOf(at)) && !(name === 'ARTICLE')) return true;
  }
  return false;
}

/** The best place's names, with those of equal places beside it: co-authors often have an element each. */
function merged(found: Find[]): ShownAuthor[] {
  let best: Find | null = null;
  for (const find of found) if (!best || find.score > best.score) best = find;
  if (!best || best.score < 1.8) return [];
  const authors: ShownAuthor[] = [];
  for (const find of found) {
    const beside = find === best || (find.score >= best.score - 0.05 && isBeside(find.element, best.element));
    if (!beside) continue;
    for (const name of find.names) {
      if (!authors.some((known) => overlaps(known.name, name))) authors.push({ name, href: linkFor(find.element, name) });
    }
    if (authors.length >= 30) break;
  }
  return authors;
}

function isBeside(a: Element, b: Element): boolean {
  if (a.contains(b) || b.contains(a)) return true;
  const holder = a.parentElement?.parentElement ?? a.parentElement;
  return (
    holder !== null &&
    holder !== undefined &&
    holder.nodeName.toUpperCase() !== 'BODY' &&
    holder.contains(b) &&
    lineOf(holder, 600).length < 400
  );
}

function overlaps(a: string, b: string): boolean {
  const [x, y] = [` ${bare(a)} `, ` ${bare(b)} `];
  return x.includes(y) || y.includes(x);
}

function linkFor(element: Element, name: string): string | null {
  if (element.nodeName.toUpperCase() === 'A') return element.getAttribute('href');
  const links = element.querySelectorAll('a[href]');
  for (let i = 0; i < links.length && i < 20; i++) {
    if (overlaps(lineOf(links[i]!, 120), name)) return links[i]!.getAttribute('href');
  }
  return null;
}
