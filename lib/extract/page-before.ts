import { reportKey } from '../core/report-key.ts';
import { bare, plainValue } from './dom-text.ts';
import { headingText } from './headline.ts';
import { type LinkedData, type LinkedNode, listOf, ownField } from './json-ld.ts';
import { webLink } from './links.ts';
import type { PageDocument } from './page-tree.ts';

/** Meta tags that speak of the site, whichever of its pages is shown. */
const OF_SITE = /site_name|application-name|app-title|publisher|^cre$|locale|lang|^og:type$|charset/i;
const MAX_HEADINGS = 60;
const LEAST_SHARE = 0.4;

/**
 * Whether a page went on inside its document, to another address than it was loaded at: its head and its JSON-LD may then be those of the page before.
 * Nothing inside a document leaves its origin; what does is a redirect.
 */
export function wentOn(loadedAt: string | null, url: string): boolean {
  if (loadedAt === null || reportKey(loadedAt) === reportKey(url)) return false;
  return URL.canParse(loadedAt) && URL.canParse(url) && new URL(loadedAt).origin === new URL(url).origin;
}

/**
 * Takes from a page that went on what it says of the page before: JSON-LD of another address, or of a headline that is not shown; where its canonical
 * link or og:url is another page's too, or its og:title where neither says whose it is, these and all of its head that is not of the site. What names another page by address and by the
 * headline that is shown stays: text below text, or text that has yet to be renewed. Answers the JSON-LD that is left.
 */
export function withoutPageBefore(page: PageDocument, data: LinkedData, url: string, base: string | undefined): LinkedData {
  const here = reportKey(url);
  const shown = shownHeadlines(page);
  const isShown = (headline: string): boolean => {
    const key = bare(headline);
    return shown.some((text) => isPartOf(text, key) || isPartOf(key, text));
  };
  /** Other pages whose headline is the one that is shown. */
  const vouched = new Set<string | null>();
  const nodes = data.nodes.filter((node) => {
    const keys = addressesOf(node, base).map(reportKey);
    const headline = plainValue(ownField(node.fields, 'headline')) || plainValue(ownField(node.fields, 'name'));
    if (keys.includes(here)) return true;
    if (keys.length === 0) return ownField(node.fields, 'headline') === undefined || isShown(headline);
    if (!isShown(headline)) return false;
    for (const key of keys) vouched.add(key);
    return true;
  });
  const isOthers = (value: string | null): boolean => {
    const key = reportKey(webLink(value, base));
    return key !== null && key !== here && !vouched.has(key);
  };
  const isHere = (value: string | null): boolean => reportKey(webLink(value, base)) === here;
  const canonical = page.querySelectorAll('link[rel~="canonical" i]');
  const meta = page.querySelectorAll('meta');
  const contents = (property: string): string[] =>
    meta.filter((one) => one.getAttribute('property') === property).map((one) => one.getAttribute('content') ?? '');
  const stated = [...canonical.map((link) => link.getAttribute('href')), ...contents('og:url')];
  // A head that names this page may word its headline otherwise.
  const stale = stated.some(isOthers) || (!stated.some(isHere) && shown.length > 0 && !contents('og:title').every(isShown));
  if (stale) {
    for (const link of canonical) if (isOthers(link.getAttribute('href'))) link.remove();
    for (const one of meta) {
      const name = one.getAttribute('property') ?? one.getAttribute('name') ?? one.getAttribute('http-equiv') ?? '';
      if (one.closest('head') && !OF_SITE.test(name)) one.remove();
    }
  }
  return { ...data, nodes };
}

/** A stated headline may lack a kicker, or add the site's name; a word in it is no headline. */
function isPartOf(short: string, long: string): boolean {
  return short !== '' && short.length >= long.length * LEAST_SHARE && long.includes(short);
}

/** First-level headings, bare; the document's title where there is none. */
function shownHeadlines(page: PageDocument): string[] {
  const headings = page
    .querySelectorAll('h1')
    .slice(0, MAX_HEADINGS)
    .map((heading) => bare(headingText(heading)))
    .filter((text) => text !== '');
  return headings.length > 0 ? headings : [bare(page.title)].filter((text) => text !== '');
}

/** Addresses of the page that a node says it describes. */
function addressesOf({ fields }: LinkedNode, base: string | undefined): string[] {
  const main = listOf(ownField(fields, 'mainEntityOfPage'));
  const stated = [...listOf(ownField(fields, 'url')), ...main, ...main.flatMap((page) => [ownField(page, '@id'), ownField(page, 'url')])];
  return stated.flatMap((value) => (typeof value === 'string' ? (webLink(value, base) ?? []) : []));
}
