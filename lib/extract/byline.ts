import { bare, cleanText, isSmall, labelOf, lineOf } from './dom-text.ts';
import { isAgency, isNameLike, namesOf, startsAsByline, withoutLeadIn } from './names.ts';
import type { PageDocument, PageElement, PageNode, PageText } from './page-tree.ts';

const PROFILE_PATH =
  /\/(?:authors?|autore?n?|auteurs?|autor(?:es|a|in)?|by|byline|contributors?|profiles?|people|persons?|reporters?|journalists?|journalistes?|columnists?|writers?|staff|user|users|redakteure?|avtor|team|bios?)(?:\/|\.|=)[^/?#]{2,}|[?&](?:author|autor|user)=|\/@[\w.-]+\/?$/i;
const LABEL =
  /(?:^|[\s_-])(?:by-?line|author|authors|autor|autore|auteur|auteurs|writer|creator|contributor|reporter|posted-?by|post-?by|submitted|vcard|fn|p-author|journalist|columnist|redakteur|verfasser|signature|entry-meta|post-?meta|article-meta|meta|credit|info)/i;
const STRONG_LABEL = /by-?line|author|autor|auteur|writer|posted-?by|contributor|reporter|journalist|columnist|submitted/i;
const BOX_LABEL =
  /bio|about|box|desc|card|info|social|follow|avatar|image|photo|thumb|count|share|comment|related|widget|sidebar|promo|newsletter|posts|archive/i;
const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|kommentare?|disqus|related|recommended|sidebar|widget|footer|nav|menu|promo|popular|trending|teaser|most-?read|reply|replies|respond|newsletter|breadcrumbs?|carousel|more-?stories|latest|recirc|advert|pager)/i;
/** "By Jane …", "Posted by …", "Autor: …": strict, since nothing else says that the line is a byline. */
const SIGNED =
  /^(?:(?:(?:story|words|text|written|reported|posted|published|reviewed) )?by\s+|posted by\s+|(?:text|artikel|beitrag|blog beitrag|interview)?\s*von:?\s+|par\s+|por\s+|texto?:\s*|author:\s*|autore?(?:in|en|es)?:\s*|auteur\s*:\s*|автори?:?\s+|текст:\s*)\|?\s*/iu;
/** A lead-in in an element of its own; the name stands in the next one. */
const ALONE = /^(?:by|von|par|por|author|autor(?:in|en)?|auteur|autore|text|автор|written by|posted by)\s*:?$/iu;
/** "11.12.2019 - Jane Doe", "Jane Doe | 3 May 2020": two or three capitalised words beside a date and nothing else. */
const DATED =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:,? \d\d:\d\d(?: uhr)?)?\s*[-–—|·•,]\s*(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2})$|^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2})\s*[-–—|·•,]\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4})\b.{0,12}$/u;
const PICTURE = /^[(|\s]*(?:photo|image|picture|illustration|foto|bild|video|graphic|credit)/i;
const OTHERS = /comment|kommentar|related|recommend|disqus|popular|trending|teaser|most-?read|latest/i;
/** The report's own container, whose classes often list its categories and tags. */
const REPORT = /\bhentry\b|\btype-post\b|\bstatus-publish\b/;
const SELECTOR =
  'h1,[rel~="author"],[itemprop~="author"],[itemprop~="creator"],a[href],[class*="byline" i],[class*="by-line" i],[class*="author" i],[id*="author" i],[class*="autor" i],[class*="auteur" i],[class*="writer" i],[class*="contributor" i],[class*="reporter" i],[class*="posted" i],[class*="submitted" i],[class*="credit" i],[class*="meta" i],[class*="vcard" i],[class~="fn"],[class~="username"],[class*="journalist" i],address';
const BLOCK = /^(?:div|p|li|ul|br|h[1-6]|header|section|address|dd|dt|td|tr)$/i;
const MAX_ELEMENTS = 6000;

/** A name shown on the page as its author's, with the profile it links to. */
export interface ShownAuthor {
  name: string;
  href: string | null;
}

/** Two inline elements side by side without a space ("Jane Doe", "Staff Writer") are two parts of a byline. */
function partsOf(element: PageElement, max: number): string {
  const parts: string[] = [];
  let length = 0;
  let node: PageNode | null = element;
  while (node && length <= max) {
    if (node.nodeType === 3 && (node as PageText).data !== '') {
      const { data } = node as PageText;
      const before = parts[parts.length - 1];
      if (before && /\S$/.test(before) && /^\s*[\p{Lu}\p{Lo}]/u.test(data)) parts.push(/^\S/.test(data) ? ' | ' : ' ');
      parts.push(data);
      length += data.trim().length;
    }
    const inside: PageNode | null = /^(?:script|style|noscript|svg|template)$/i.test(node.nodeName) ? null : node.firstChild;
    if (inside) {
      node = inside;
      continue;
    }
    while (node && node !== element && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== element && BLOCK.test(node.nodeName)) parts.push(' | ');
    }
    if (!node || node === element) break;
    if (BLOCK.test(node.nodeName) || BLOCK.test(node.nextSibling!.nodeName)) parts.push(' | ');
    node = node.nextSibling;
  }
  return cleanText(parts.join(''), max)
    .replace(/(?:\s*\|\s*)+/g, ' | ')
    .replace(/^ ?\| | \| ?$/g, '');
}

interface Find {
  names: string[];
  element: PageElement;
  score: number;
}

/**
 * Authors as the page shows them: author links, microdata, elements labelled as bylines, "By …" near the headline.
 * The likeliest place wins whole; names of comments, teasers and sidebars are left out.
 */
export function shownAuthors(root: PageDocument, headline: PageElement | null, notNames: string[]): ShownAuthor[] {
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
    if (!isSmall(element, 600)) continue;
    const text = partsOf(element, 400);
    if (text.length < 2 || text.length > 300 || PICTURE.test(text)) continue;
    // A blog may bear its author's name: an author link says so.
    const names = namesIn(element, text, weight).filter((name) => weight === 3 || !barred.has(bare(name)));
    if (!names.length || isOutside(element, weight === 3, headline)) continue;
    let score = weight;
    if (sinceHeadline >= 0 && sinceHeadline < 25) score += 1.5;
    else if (sinceHeadline < 0 && headline) score += 0.3;
    if (startsAsByline(text)) score += 1;
    if (text.length > 120) score -= 0.7;
    if (names.every(isAgency)) score -= 0.5;
    if (names.every((name) => !/\s/.test(name) && /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(name))) score -= 0.6;
    found.push({ names, element, score });
  }
  const authors = merged(found);
  return authors.length ? authors : signedLine(root, headline, barred);
}

/** A short line without any label that begins as bylines do: the first one behind the headline, else the last one of the page. */
function signedLine(root: PageDocument, headline: PageElement | null, barred: Set<string>): ShownAuthor[] {
  const elements = root.querySelectorAll('h1,p,div,span,em,i,small,li,h4,h5,h6,strong,b');
  let behind = headline === null;
  let last: ShownAuthor[] = [];
  for (let i = 0; i < elements.length && i < MAX_ELEMENTS; i++) {
    const element = elements[i]!;
    if (element === headline) behind = true;
    if (!isSmall(element, 140)) continue;
    const text = partsOf(element, 160);
    if (text.length < 2 || text.length > 140) continue;
    const signature = signatureIn(element, text);
    const names = signature ? namesOf(signature).filter((name) => !barred.has(bare(name))) : [];
    if (!names.length || isOutside(element, false, headline)) continue;
    const authors = names.map((name) => ({ name, href: linkFor(element, name) }));
    if (behind) return authors;
    last = authors;
  }
  return last;
}

/** The part of a line that names its author: behind a lead-in, behind a lead-in that stands alone, or beside a date. */
function signatureIn(element: PageElement, text: string): string | null {
  const lead = SIGNED.exec(text)?.[0];
  if (lead && /^[\p{Lu}\p{Lo}]/u.test(text.slice(lead.length))) return text.replace(/\s+(?:on|in|at|am|le|el|um|@)\s.*$/i, '');
  if (ALONE.test(text)) {
    const next = element.nextSibling;
    const after =
      next?.nodeType === 3 && (next as PageText).data.trim()
        ? (next as PageText).data
        : element.nextElementSibling
          ? partsOf(element.nextElementSibling, 100)
          : '';
    return after.trim().length < 80 ? cleanText(after.replace(/\/.*$/, ''), 80) : null;
  }
  const dated = DATED.exec(text);
  return dated ? (dated[1] ?? dated[2] ?? null) : null;
}

function weightOf(element: PageElement): number {
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
  if (/\busername\b/i.test(label)) return 1.85;
  if (name === 'ADDRESS') return 1.2;
  if (LABEL.test(label)) return 0.9;
  return 0;
}

function namesIn(element: PageElement, text: string, weight: number): string[] {
  const labelled = element.querySelectorAll(
    '[itemprop~="name"],[rel~="author"],a[href*="/author"],a[href*="/autor"],a[href*="/by/"],[class~="fn"],[class*="author-name" i],[class*="author__name" i],[class*="authorname" i]',
  );
  const inner: string[] = [];
  for (let i = 0; labelled && i < labelled.length && i < 20; i++) {
    const part = partsOf(labelled[i]!, 120);
    for (const name of part.length <= 100 ? namesOf(part, true) : [])
      if (!inner.some((known) => bare(known) === bare(name))) inner.push(name);
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
  return namesOf(blocksWithName(element, text), weight === 3 && text.length < 60);
}

/** The part of a byline's text that names someone: the line behind "By", else the first line that could be a name. */
function blocksWithName(element: PageElement, text: string): string {
  if (text.length <= 80 && startsAsByline(text)) return text;
  const children = element.children;
  if (children.length > 1 && children.length < 12) {
    for (let i = 0; i < children.length; i++) {
      const part = partsOf(children[i]!, 150);
      if (part.length > 2 && (startsAsByline(part) || isNameLike(withoutLeadIn(part))) && namesOf(part).length) {
        const alone = /^(?:by|von|par|por|di)$/i.test(part.trim());
        if (!alone) return part;
      }
    }
  }
  return text;
}

/** Does the element belong to comments, teasers, menus, and not to the report? What holds the headline is never outside. */
function isOutside(element: PageElement, sure: boolean, headline: PageElement | null): boolean {
  let at: PageElement | null = element;
  for (let depth = 0; at && depth < 14; depth++, at = at.parentElement) {
    const name = at.nodeName.toUpperCase();
    if (name === 'BODY' || name === 'HTML' || name === 'MAIN') return false;
    if (headline && at !== headline && at.contains(headline)) return false;
    const label = labelOf(at);
    if (REPORT.test(label)) return false;
    if (depth === 0 && STRONG_LABEL.test(label) && !OTHERS.test(label)) continue;
    if (!sure && (name === 'NAV' || name === 'FOOTER' || (name === 'ASIDE' && depth > 0))) return true;
    // "post-footer" and "entry-footer" belong to the report.
    if (
      OUTSIDE.test(label) &&
      name !== 'ARTICLE' &&
      !(sure
        ? /\b(?:post|entry|article)-?(?:footer|nav|meta)/i.test(label) || (depth < 3 && !OTHERS.test(label))
        : /\bpost-footer/i.test(label))
    )
      return true;
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

function isBeside(a: PageElement, b: PageElement): boolean {
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

function linkFor(element: PageElement, name: string): string | null {
  if (element.nodeName.toUpperCase() === 'A') return element.getAttribute('href');
  const links = element.querySelectorAll('a[href]');
  for (let i = 0; i < links.length && i < 20; i++) {
    if (overlaps(lineOf(links[i]!, 120), name)) return links[i]!.getAttribute('href');
  }
  return null;
}
