import { plainValue } from './dom-text.ts';
import type { PageDocument, PageElement } from './page-tree.ts';

const MAX_TAGS = 600;

/** A page's meta tags by lower-case name, property or itemprop; values in the order of the page, as plain text. */
export type MetaTags = Map<string, string[]>;

/** Reads the meta tags of head and body. */
export function readMeta(document: PageDocument): MetaTags {
  const tags: MetaTags = new Map();
  const elements = document.querySelectorAll('meta');
  for (let i = 0; i < elements.length && i < MAX_TAGS; i++) {
    const element = elements[i]!;
    const value = plainValue(element.getAttribute('content') ?? element.getAttribute('value'));
    if (!value) continue;
    for (const attribute of ['name', 'property', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase().trim();
      // An itemprop inside an item of its own (a comment's, a video's) speaks of that item.
      if (!name || (attribute === 'itemprop' && foreign(element))) continue;
      const known = tags.get(name);
      if (!known) tags.set(name, [value]);
      else if (!known.includes(value)) known.push(value);
    }
  }
  return tags;
}

/** First value of the first name that has one. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0];
    if (value) return value;
  }
  return null;
}

/** All values of the first name that has any. */
export function allMeta(tags: MetaTags, names: readonly string[]): string[] {
  for (const name of names) {
    const values = tags.get(name);
    if (values) return values;
  }
  return [];
}

function foreign(element: PageElement): boolean {
  const type = element.closest('[itemscope]')?.getAttribute('itemtype') ?? '';
  return type !== '' && !/Article|BlogPosting|Report|WebPage|CreativeWork/i.test(type);
}
