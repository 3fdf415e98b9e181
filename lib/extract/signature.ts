import { isOutside, linkFor } from './byline-place.ts';
import { partsOf } from './byline-text.ts';
import { bare, cleanText, isSmall } from './dom-text.ts';
import { namesOf } from './names.ts';
import type { PageDocument, PageElement, PageText } from './page-tree.ts';

/** A name shown on the page as its author's, with the profile it links to. */
export interface ShownAuthor {
  name: string;
  href: string | null;
}

/** "By Jane …", "Posted by …", "Autor: …": strict, since nothing else says that the line is a byline. */
const SIGNED =
  /^(?:(?:(?:story|words|text|written|reported|posted|published|reviewed) )?by\s+|posted by\s+|(?:text|artikel|beitrag|blog beitrag|interview)?\s*von:?\s+|par\s+|por\s+|texto?:\s*|author:\s*|autore?(?:in|en|es)?:\s*|auteur\s*:\s*|автори?:?\s+|текст:\s*)\|?\s*/iu;
/** A lead-in in an element of its own; the name stands in the next one. */
const ALONE = /^(?:by|von|par|por|author|autor(?:in|en)?|auteur|autore|text|автор|written by|posted by)\s*:?$/iu;
/** "11.12.2019 - Jane Doe", "Jane Doe | 3 May 2020": two or three capitalised words beside a date and nothing else. */
const DATED =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:,? \d\d:\d\d(?: uhr)?)?\s*[-–—|·•,]\s*(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2})$|^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2})\s*[-–—|·•,]\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4})\b.{0,12}$/u;
const MAX_ELEMENTS = 6000;

/** A short line without any label that begins as bylines do: the first one behind the headline, else the last one of the page. */
export function signedLine(root: PageDocument, headline: PageElement | null, barred: Set<string>): ShownAuthor[] {
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
