import { isOutside, linkFor } from './byline-place.ts';
import { partsOf } from './byline-text.ts';
import { bare, cleanText, isSmall, lineOf } from './dom-text.ts';
import { isNameLike, namesOf } from './names.ts';
import { type PageDocument, PageElement, type PageNode, type PageText } from './page-tree.ts';

/** A name shown on the page as its author's, with the profile it links to. */
export interface ShownAuthor {
  name: string;
  href: string | null;
}

/** "By Jane …", "Posted by …", "Autor: …": strict, since nothing else says that the line is a byline. */
const SIGNED =
  /^(?:(?:(?:story|words|text|written|reported|posted|published|reviewed) )?by\s+|posted by\s+|(?:text|artikel|beitrag|blog beitrag|gastbeitrag|interview|verfasst|geschrieben|erstellt|veröffentlicht)?\s*von:?\s+|(?:(?:publié|écrit|rédigé|propos recueillis)\s+)?par\s*:?\s+|(?:(?:escrito|publicado|redactado)\s+)?por\s*:?\s+|(?:scritto|pubblicato|a cura)\s+d[ai]\s+|geschreven door\s+|door:?\s+|napisał[a]?:?\s+|skrev(?:et|en) a[fv]\s+|texto?:\s*|author:\s*|autore?(?:in|en|es)?:\s*|auteur\s*:\s*|автори?:?\s+|текст:\s*)\|?\s*/iu;
/** A lead-in in an element of its own; the name stands in the next one. */
const ALONE =
  /^(?:by|von|par|por|author|autor(?:in|en)?|auteur|autore|text|автор|written by|posted by|door|di|a cura di|verfasst von|publié par)\s*:?$/iu;
/** "11.12.2019 - Jane Doe", "Jane Doe | 3 May 2020": two or three capitalised words beside a date and nothing else. */
const DATED =
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:,? \d\d:\d\d(?: uhr)?)?\s*[-–—|·•,]\s*(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2})$|^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2})\s*[-–—|·•,]\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4})\b.{0,12}$/u;
/** "Verfasst von: an account | 3 May": behind words that can only name the author, a name without capitals. */
const ACCOUNT =
  /^(?:verfasst von|geschrieben von|erstellt von|eingestellt von|posted by|written by|published by|submitted by|publié par|écrit par|escrito por|publicado por|scritto da|pubblicato da|postado por|автор|опубликовал(?:а)?|автор статьи)\s*:?\s+([\p{L}\d][\p{L}\d_.-]{2,30})(?=$|\s*[|,·•(–—-]|\s+(?:on|am|le|el|em|il|um|at)\s)/iu;
/** "Filed under: News — janedoe @ 10:11", as WordPress's classic theme ends a post. */
const STAMPED = /\s[—–-]\s*([\p{L}\d][^\s@|]{1,30}(?: [^\s@|]{2,30})?)\s*@\s*\d{1,2}:\d\d/u;
/** A whole name and nothing else: two to four words that begin as names do. */
const WHOLE_NAME = /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|(?:van|von|de|der|da|di|du|la|le|el|al|bin|zu)(?= ))){1,3}$/u;
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
    const names = signature ? namesOf(signature, ACCOUNT.test(text) || STAMPED.test(text)).filter((name) => !barred.has(bare(name))) : [];
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
    const name = cleanText(after.replace(/\/.*$/, ''), 80);
    // "from … to" beside a calendar, "by" before a button.
    return after.trim().length < 80 && /^[\p{Lu}\p{Lo}]/u.test(name) ? name : null;
  }
  const account = ACCOUNT.exec(text);
  if (account) return account[1]!;
  const stamped = STAMPED.exec(text);
  if (stamped) return stamped[1]!;
  const dated = DATED.exec(text);
  // Several such lines are a list of events.
  const listed = [element.previousElementSibling, element.nextElementSibling].some(
    (other) => other !== null && /^\d{1,2}[./-]\d/.test(lineOf(other, 60)),
  );
  return dated && !listed ? (dated[1] ?? dated[2] ?? null) : null;
}

/** A name set apart (bold, italic) as the last line of the report's text. */
export function signedAtEnd(root: PageDocument, barred: Set<string>): ShownAuthor[] {
  const lines = root.querySelectorAll('p');
  for (let i = Math.min(lines.length, MAX_ELEMENTS) - 1; i > 0; i--) {
    const line = lines[i]!;
    if (!isSmall(line, 50)) continue;
    const text = lineOf(line, 60).replace(/[.,]$/, '');
    if (!WHOLE_NAME.test(text) || !isNameLike(text) || barred.has(bare(text)) || !isSetApart(line, text)) continue;
    if (isProse(beside(line, -1)) && !isProse(beside(line, 1)) && !isOutside(line, false, null))
      return [{ name: text, href: linkFor(line, text) }];
  }
  return [];
}

function isSetApart(line: PageElement, text: string): boolean {
  return line.querySelectorAll('b,strong,em,i').some((element) => bare(lineOf(element, 60)) === bare(text));
}

function beside(line: PageElement, step: -1 | 1): PageElement | null {
  let at: PageNode | null = step < 0 ? line.previousSibling : line.nextSibling;
  while (at && !(at instanceof PageElement && lineOf(at, 200).length > 0)) at = step < 0 ? at.previousSibling : at.nextSibling;
  return at as PageElement | null;
}

function isProse(element: PageElement | null): boolean {
  return element !== null && lineOf(element, 200).length > 80;
}
