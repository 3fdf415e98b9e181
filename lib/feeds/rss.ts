import { parseWebUrl } from '../core/canonical-url.ts';
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

const PUBLISHED = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:published',
  'published',
  'issued',
  'created',
  'dcterms:available',
];
const MODIFIED = ['dcterms:modified', 'atom:updated', 'lastbuilddate', 'updated', 'modified'];
const OTHER_SUMMARIES = ['itunes:summary', 'itunes:subtitle', 'media:description', 'dc:description'];
const FULL_TEXT = ['content:encoded', 'xhtml:body', 'body', 'fullitem', 'content:items', 'atom:content', 'content', 'xhtml:div'];

/** An item of RSS 0.90 to 2.0 or of RDF, with what the usual modules add. `docs/feeds.md` says where each field is looked for. */
export function rssEntry(item: XmlElement, problems: ProblemLog): FeedEntry {
  const summary = firstFilled(item, ['atom:summary', 'summary']);
  const description = firstFilled(item, ['description']);
  // Where there is a summary as well, the description is the report.
  const content = firstFilled(item, FULL_TEXT) ?? (summary && description);
  const about = attribute(item, 'rdf:about');
  return {
    id: rawTexts(item, ['guid', 'atom:id', 'id', 'dc:identifier'])[0] ?? (about || null),
    title: titleOf(item, problems),
    url: urlOf(item, about, problems),
    authors: authorsOfItem(item),
    datePublished: dateField(rawTexts(item, PUBLISHED), problems),
    dateModified: dateField(rawTexts(item, MODIFIED), problems),
    summary: textField(summary ?? description ?? firstFilled(item, OTHER_SUMMARIES) ?? mediaDescription(item), 'html', problems),
    content: textField(content, 'html', problems),
    categories: labels(categoriesOf(item), problems),
  };
}

/** The feed around the items; `entries` are already read. */
export function rssFeed(root: XmlElement, entries: FeedEntry[], problems: ProblemLog): Feed {
  const channel = child(root, 'channel') ?? root;
  const link = siteAddresses(channel)[0];
  return {
    format: root.name === 'rdf' ? 'rdf' : 'rss',
    title: titleOf(channel, problems),
    language: languageTag(rawTexts(channel, ['language', 'dc:language'])[0] ?? channel.language),
    siteUrl: link === undefined ? null : webAddress(link.text, link.base, problems),
    entries,
  };
}

function titleOf(element: XmlElement, problems: ProblemLog): string | null {
  return lineField(firstFilled(element, ['title', 'dc:title', 'media:title', 'itunes:title', 'atom:title']), 'html', problems);
}

/** The item's own link, what it was before a link counter took its place, a permanent id, its subject. */
function urlOf(item: XmlElement, about: string, problems: ProblemLog): string | null {
  const original = rawText(child(item, 'feedburner:origlink'));
  const guid = child(item, 'guid');
  const permanent = attribute(guid, 'ispermalink').toLowerCase() !== 'false' ? rawText(guid) : '';
  const candidates = [{ text: original, base: item.base }, ...siteAddresses(item)];
  for (const { text, base } of candidates.slice(0, 10)) {
    const url = text === '' ? null : webAddress(text, base, problems);
    if (url !== null) return url;
  }
  // Without a scheme these two are names, not addresses.
  return parseWebUrl(permanent)?.href ?? parseWebUrl(about)?.href ?? null;
}

function siteAddresses(element: XmlElement): { text: string; base: string | null }[] {
  const own = children(element, 'link').map((link) => ({ text: rawText(link) || hrefOf(link), base: link.base }));
  const atom = children(element, 'atom:link').map((link) => ({ text: hrefOf(link), base: link.base }));
  return [...own, ...atom].filter(({ text }) => text !== '');
}

function hrefOf(link: XmlElement): string {
  const rel = attribute(link, 'rel').toLowerCase();
  return rel === '' || rel === 'alternate' ? attribute(link, 'href') : '';
}

/** Who wrote it; only where nobody says that: whose podcast it is, or who is credited as author of the medium. */
function authorsOfItem(item: XmlElement): { name: string }[] {
  const names = rawTexts(item, ['dc:creator', 'dc:author', 'author', 'creator']);
  const atom = children(item, 'atom:author').flatMap((author) => rawTexts(author, ['atom:name', 'name']));
  const found = authorsOf([...names, ...atom]);
  if (found.length > 0) return found;
  const credits = children(item, 'media:credit').filter((credit) => /^(?:author|writer|reporter)$/i.test(attribute(credit, 'role')));
  return authorsOf([...rawTexts(item, ['itunes:author']), ...credits.map(rawText)]);
}

function categoriesOf(item: XmlElement): string[] {
  const own = [...children(item, 'category'), ...children(item, 'media:category'), ...children(item, 'atom:category')].map(
    (category) => attribute(category, 'label') || rawText(category) || attribute(category, 'term'),
  );
  const subjects = rawTexts(item, ['dc:subject']);
  const itunes = children(item, 'itunes:category').flatMap((category) => [
    attribute(category, 'text'),
    ...children(category, 'itunes:category').map((inner) => attribute(inner, 'text')),
  ]);
  const keywords = rawTexts(item, ['itunes:keywords', 'media:keywords', 'tags']).flatMap((list) => list.split(','));
  return [...own, ...subjects, ...itunes, ...keywords];
}
