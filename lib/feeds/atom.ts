import type { Feed, FeedEntry } from '../core/feed.ts';
import {
  attribute,
  child,
  children,
  dateField,
  firstFilled,
  labels,
  languageTag,
  lineField,
  mediaDescription,
  rawText,
  rawTexts,
  textField,
  webAddress,
} from './fields.ts';
import { authorsOf } from './people.ts';
import type { ProblemLog } from './problems.ts';
import type { XmlElement } from './xml.ts';

/** An entry of Atom 0.3 or 1.0. `docs/feeds.md` says where each field is looked for. */
export function atomEntry(entry: XmlElement, problems: ProblemLog): FeedEntry {
  return {
    id: rawText(child(entry, 'id')) || rawText(child(entry, 'guid')) || null,
    title: construct(firstFilled(entry, ['title', 'dc:title', 'media:title']), lineField, problems),
    url: linkOf(entry, problems),
    authors: authorsOfElement(entry),
    datePublished: dateField(rawTexts(entry, ['published', 'issued', 'created', 'dcterms:issued', 'dcterms:created', 'dc:date']), problems),
    dateModified: dateField(rawTexts(entry, ['updated', 'modified', 'dcterms:modified']), problems),
    summary: construct(firstFilled(entry, ['summary', 'description', 'media:description']) ?? mediaDescription(entry), textField, problems),
    content: construct(firstFilled(entry, ['content', 'content:encoded']), textField, problems),
    categories: labels(
      [
        ...children(entry, 'category').map((category) => attribute(category, 'label') || attribute(category, 'term') || rawText(category)),
        ...rawTexts(entry, ['dc:subject']),
      ],
      problems,
    ),
  };
}

/** The feed around the entries; an entry without author is by the feed's (RFC 4287, 4.2.1). */
export function atomFeed(root: XmlElement, entries: FeedEntry[], problems: ProblemLog): Feed {
  const authors = authorsOfElement(root);
  return {
    format: 'atom',
    title: construct(firstFilled(root, ['title', 'dc:title']), lineField, problems),
    language: languageTag(root.language ?? rawTexts(root, ['language', 'dc:language'])[0]),
    siteUrl: linkOf(root, problems),
    entries: entries.map((entry) => (entry.authors.length > 0 ? entry : { ...entry, authors })),
  };
}

/** A text construct: plain, escaped HTML, or inline XHTML, as `type` (Atom 0.3: and `mode`) says. */
function construct(element: XmlElement | undefined, read: typeof lineField, problems: ProblemLog): string | null {
  if (element === undefined) return null;
  const type = attribute(element, 'type').toLowerCase();
  const mode = attribute(element, 'mode').toLowerCase();
  const isPacked = mode === 'base64' || (mode === '' && isBinary(type));
  const writing = /html/.test(type) || mode === 'escaped' || element.name.includes(':') ? 'html' : 'plain';
  return read(isPacked ? fromBase64(element) : element, writing, problems);
}

/** RFC 4287, 4.1.3.3: what is neither text nor XML is in base64. */
function isBinary(type: string): boolean {
  return /^(?!text\/)[\w.-]+\/[\w.+-]+$/.test(type) && !/[+/]xml$/.test(type);
}

/** The text behind base64, or as it stands where it is no base64. Nobody reads the bytes of a picture. */
function fromBase64(element: XmlElement): string {
  const text = rawText(element);
  const bytes = bytesOf(text.replace(/\s+/g, ''));
  if (bytes === null) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return element.name === 'content' ? '' : text;
  }
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The page: what its link was before a link counter took its place, the first alternate link that is a web page, any alternate link. */
function linkOf(element: XmlElement, problems: ProblemLog): string | null {
  const original = firstFilled(element, ['feedburner:origlink']);
  if (original !== undefined) return webAddress(rawText(original), original.base, problems);
  const links = children(element, 'link').filter(
    (link) => /^(?:alternate|)$/i.test(attribute(link, 'rel')) && attribute(link, 'href') !== '',
  );
  const page = links.find((link) => /html/i.test(attribute(link, 'type') || 'html')) ?? links[0];
  if (page !== undefined) return webAddress(attribute(page, 'href'), page.base, problems);
  const written = child(element, 'link');
  const text = rawText(written);
  if (text !== '') return webAddress(text, written?.base ?? null, problems);
  const source = child(element, 'content');
  const src = attribute(source, 'src');
  return src === '' ? null : webAddress(src, source?.base ?? null, problems);
}

function authorsOfElement(element: XmlElement): { name: string }[] {
  const stated = children(element, 'author').flatMap(
    (author) => rawTexts(author, ['name'])[0] ?? (author.children.length === 1 ? rawText(author) : []),
  );
  return authorsOf([...stated, ...rawTexts(element, ['dc:creator'])]);
}
