import type { Feed, FeedEntry } from '../core/feed.ts';
import { dateField, labels, languageTag, lineField, textField, webAddress } from './fields.ts';
import { MAX_ENTRIES } from './limits.ts';
import { authorsOf } from './people.ts';
import type { ProblemLog } from './problems.ts';

/** Brackets open at once, before parsing. */
const MAX_JSON_DEPTH = 10_000;

/** JSON Feed 1.0 or 1.1; null for any other JSON, and for none. */
export function jsonFeed(text: string, base: string | null, problems: ProblemLog): Feed | null {
  const feed = record(parseJson(text));
  const isStated = /jsonfeed\.org\//.test(words(feed.version));
  if (!isStated && !(Array.isArray(feed.items) && ['version', 'home_page_url', 'feed_url'].some((key) => words(feed[key]) !== '')))
    return null;
  const items = list(feed.items);
  if (items.length > MAX_ENTRIES) problems.add('too-many-entries');
  const authors = authorsOfItem(feed);
  return {
    format: 'json-feed',
    title: lineField(words(feed.title), 'plain', problems),
    language: languageTag(words(feed.language)),
    siteUrl: webAddress(words(feed.home_page_url), base, problems),
    entries: items.slice(0, MAX_ENTRIES).map((item) => entryOf(record(item), authors, base, problems)),
  };
}

function entryOf(item: Record<string, unknown>, feedAuthors: { name: string }[], base: string | null, problems: ProblemLog): FeedEntry {
  const authors = authorsOfItem(item);
  return {
    id: words(item.id) || null,
    title: lineField(words(item.title), 'plain', problems),
    url: webAddress(words(item.url), base, problems) ?? webAddress(words(item.external_url), base, problems),
    authors: authors.length > 0 ? authors : feedAuthors,
    datePublished: dateField(stated(item.date_published), problems),
    dateModified: dateField(stated(item.date_modified), problems),
    summary: textField(words(item.summary), 'plain', problems),
    content: textField(words(item.content_html), 'html', problems) ?? textField(words(item.content_text), 'plain', problems),
    categories: labels(list(item.tags).map(words), problems),
  };
}

/** `authors` (1.1), else `author` (1.0). */
function authorsOfItem(item: Record<string, unknown>): { name: string }[] {
  const people = list(item.authors).length > 0 ? list(item.authors) : [item.author];
  return authorsOf(people.map((person) => words(typeof person === 'string' ? person : record(person).name)));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Numbers stand for text in many feeds' ids. */
function words(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function stated(value: unknown): string[] {
  const text = words(value);
  return text === '' ? [] : [text];
}

function parseJson(text: string): unknown {
  try {
    return isTooDeep(text) ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Nested by the million, brackets keep JSON.parse busy for seconds. Those in strings are counted too: they come in pairs, or are few. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b || unit === 0x7b) depth++;
    else if (unit === 0x5d || unit === 0x7d) depth--;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}
