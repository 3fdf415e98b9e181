import { isAgency } from './agency-name.ts';
import { isOutside, linkFor, overlaps, SELECTOR, weightOf } from './byline-place.ts';
import { partsOf } from './byline-text.ts';
import { bare, isSmall, labelOf, lineOf } from './dom-text.ts';
import { isNameLike, namesOf, startsAsByline, withoutLeadIn } from './names.ts';
import type { PageDocument, PageElement } from './page-tree.ts';
import { type ShownAuthor, signedAtEnd, signedLine } from './signature.ts';

const PICTURE = /^[(|\s]*(?:photo|image|picture|illustration|foto|bild|video|graphic|credit)/i;
/** Who only translated the report. */
const TRANSLATOR =
  '(?:translat(?:ed|ion|or)|übersetz(?:t|ung|er)|traduit|traduction|traducci[oó]n|traducido|tradu(?:ção|zido)|traduzione|tradotto|vertaald|vertaling|tłumacz|przekład|překlad|перев[её]л|перевод|переклад|翻訳|翻译|訳)';
const TRANSLATED = new RegExp(`^[(|\\s]*${TRANSLATOR}`, 'iu');
const TRANSLATED_BY = new RegExp(`(?:^|[|\\s])${TRANSLATOR}(?:\\s+(?:by|von|par|por|da|door))?[:\\s]*$`, 'iu');
const NAME = "\\p{Lu}[\\p{L}.'’-]+(?: [\\p{L}.'’-]+){0,3} \\p{Lu}[\\p{L}.'’-]+";
const JOINED = new RegExp(`${NAME}(?:, ${NAME}){0,9}(?:,? (?:and|und|et|y|e|en|och|og|и|та|і)| &) ${NAME}(?= ?[|,.]|$)`, 'u');
const MAX_ELEMENTS = 6000;

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
    // "Keynote by Jane Doe" as a title names no author of the page.
    if (/^H1$/i.test(element.nodeName) || (headline && (headline.contains(element) || element.contains(headline)))) continue;
    if (!isSmall(element, 600)) continue;
    const text = partsOf(element, 400);
    if (text.length < 2 || text.length > 300 || PICTURE.test(text) || TRANSLATED.test(text)) continue;
    // A blog may bear its author's name: an author link says so.
    const names = namesIn(element, text, weight).filter(
      (name) => (weight === 3 || !barred.has(bare(name))) && !TRANSLATED_BY.test(text.slice(0, Math.max(0, text.indexOf(name)))),
    );
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
  // An account says less than a whole name that signs.
  if (authors.some(({ name }) => /\s|[^\p{Ll}\d._-]/u.test(name))) return authors;
  const signed = signedLine(root, headline, barred);
  if (authors.length) return signed.some(({ name }) => /\s/.test(name)) ? signed : authors;
  return signed.length ? signed : signedAtEnd(root, barred);
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
  if (inner.length) return withUnlinked(inner, text);
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
  return namesOf(blocksWithName(element, text), (weight === 3 && text.length < 60) || /\busername\b/i.test(labelOf(element)));
}

/** "By <a>Jane Doe</a> and Bo Ek": those as well whom an "and" joins to the linked names; never "Food and Drink Editor". */
function withUnlinked(linked: string[], text: string): string[] {
  const list = JOINED.exec(text)?.[0] ?? '';
  const names = namesOf(list);
  return isNameLike(list.replace(/^.*\s/, '')) && linked.every((name) => names.some((other) => overlaps(name, other))) ? names : linked;
}

/** The part of a byline's text that names someone: the line behind "By", else the first line that could be a name. */
function blocksWithName(element: PageElement, text: string): string {
  // A whole name in parts ("<i>Jane</i> <i>Doe</i>"), or a list of them, an element each.
  if (text.length <= 80 && (startsAsByline(text) || (!text.includes('|') && isNameLike(text)))) return text;
  if (/[,;&] \| /.test(text)) return text;
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
