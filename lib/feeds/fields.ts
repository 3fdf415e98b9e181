import { parseWebUrl } from '../core/canonical-url.ts';
import type { FeedEntry } from '../core/feed.ts';
import { cleanLine } from '../text/clean-text.ts';
import { feedDate } from './dates.ts';
import { MAX_CHARS, MAX_ITEMS } from './limits.ts';
import { textOfElement, textOfHtml, textOfPlain } from './plain-text.ts';
import type { ProblemLog } from './problems.ts';
import type { XmlElement } from './xml.ts';

/** The element children of a name, in their order. */
export function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
}

/** The first child element of a name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => typeof child !== 'string' && child.name === name) as XmlElement | undefined;
}

/** The first child that holds anything, by the order of the names. */
export function firstFilled(element: XmlElement, names: readonly string[]): XmlElement | undefined {
  for (const name of names) {
    const found = children(element, name).find(isFilled);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What Media RSS says of the entry's medium or group of media. */
export function mediaDescription(entry: XmlElement): XmlElement | undefined {
  const media = [child(entry, 'media:group'), child(entry, 'media:content')];
  return media.flatMap((element) => (element && firstFilled(element, ['media:description'])) ?? [])[0];
}

/** The text an element and those within it hold, as written, without white space around it. */
export function rawText(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const [only] = element.children;
  if (element.children.length <= 1 && typeof only !== 'object') return (only ?? '').trim();
  return element.children
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('')
    .trim();
}

/** An attribute's value without white space around it; '' where there is none. */
export function attribute(element: XmlElement | undefined, name: string): string {
  return element?.attributes.get(name)?.trim() ?? '';
}

/** The raw texts of all children of the given names, empty ones left out: first all of the first name. */
export function rawTexts(element: XmlElement, names: readonly string[]): string[] {
  return names.flatMap((name) => children(element, name).map(rawText)).filter((text) => text !== '');
}

/** How a text is written: `html` where tags and entities mean what they say, `plain` where they should not. */
export type Writing = 'html' | 'plain';

/** Running text as plain text within its limit, whether its markup is inline or escaped; null for nothing. */
export function textField(value: XmlElement | string | undefined, writing: Writing, problems: ProblemLog): string | null {
  return value === undefined ? null : cut(plainText(value, writing, MAX_CHARS.text), MAX_CHARS.text, problems) || null;
}

/** As `textField`, on one line. */
export function lineField(value: XmlElement | string | undefined, writing: Writing, problems: ProblemLog): string | null {
  return value === undefined ? null : cut(cleanLine(plainText(value, writing, MAX_CHARS.line)), MAX_CHARS.line, problems) || null;
}

/** An http(s) address, resolved; null for none, and for one that is neither (counted as a problem). */
export function webAddress(text: string, base: string | null, problems: ProblemLog): string | null {
  if (text === '') return null;
  const url = parseWebUrl(text, base ?? undefined)?.href ?? null;
  if (url === null) problems.add('bad-address');
  return url;
}

/** The first date that can be read; the others are counted as problems. */
export function dateField(texts: string[], problems: ProblemLog): string | null {
  for (const text of texts.slice(0, MAX_ITEMS)) {
    const date = feedDate(text);
    if (date !== null) return date;
    problems.add('bad-date');
  }
  return null;
}

/** Labels on one line each, each once. */
export function labels(texts: string[], problems: ProblemLog): string[] {
  const found = new Set<string>();
  for (const text of texts.slice(0, MAX_ITEMS)) {
    const label = lineField(text, 'plain', problems);
    if (label !== null) found.add(label);
  }
  return [...found];
}

/** A language as stated, in the spelling of BCP 47; null for none. */
export function languageTag(stated: string | null | undefined): string | null {
  return stated?.trim().replaceAll('_', '-').slice(0, 35) || null;
}

/** An entry that says nothing. */
export function emptyEntry(): FeedEntry {
  return {
    id: null,
    title: null,
    url: null,
    authors: [],
    datePublished: null,
    dateModified: null,
    summary: null,
    content: null,
    categories: [],
  };
}

/** Markup takes room, but not more than three times that of the text. */
function plainText(value: XmlElement | string, writing: Writing, maxChars: number): string {
  if (typeof value !== 'string' && value.children.some((part) => typeof part !== 'string')) return textOfElement(value);
  const text = (typeof value === 'string' ? value : rawText(value)).slice(0, 4 * maxChars);
  return writing === 'html' ? textOfHtml(text) : textOfPlain(text);
}

function isFilled(element: XmlElement): boolean {
  return element.children.some((part) => typeof part !== 'string' || part.trim() !== '');
}

function cut(text: string, max: number, problems: ProblemLog): string {
  if (text.length <= max) return text;
  problems.add('text-cut');
  return text
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
