// Parameters that tell where a reader came from, never what is shown (lists published by the advertising platforms).
const TRACKING =
  /^(utm_.+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_(cid|eid)|igshid|twclid|ttclid|_hs(enc|mi)|at_(medium|campaign)|ref_?src|cmpid|ito|ocid|smid|xtor)$/i;
const MAX_URL_CHARS = 4096;
/** A fragment by which an application tells one page from another ("#/story/2", "#!story"): others are places on a page. */
const ROUTE = /^#(?:!\/?|\/)[^/]/;

/** Parses an address that may be shown and stored: absolute http(s), no credentials, not absurdly long; else null. */
export function parseWebUrl(text: unknown, base?: string): URL | null {
  if (typeof text !== 'string' || text.length > MAX_URL_CHARS) return null;
  // Not URL.parse: browsers of early 2024, which the manifest still lets in, do not have it.
  if (!URL.canParse(text.trim(), base)) return null;
  const url = new URL(text.trim(), base);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return null;
  url.username = '';
  url.password = '';
  return url;
}

/**
 * Host of the address a report gets when none is known: a name reserved for "surely no site" (RFC 2606), so that nothing
 * is claimed of any publisher.
 */
export const UNKNOWN_ADDRESS = 'https://address-unknown.invalid/';

/** A report's address as people are told it; null where it only has one because none is known. */
export function knownAddress(url: string): string | null {
  return url.startsWith(UNKNOWN_ADDRESS) ? null : url;
}

/**
 * One spelling for the addresses of one page: https, no fragment but a route of an application, no tracking parameters, parameters sorted, no trailing slash.
 * Null for anything that is no web address. For comparing and for ids; links keep the address as given.
 */
export function canonicalUrl(text: unknown, base?: string): string | null {
  return canonicalParts(text, base)?.href ?? null;
}

/** The same, in parts. */
export function canonicalParts(text: unknown, base?: string): URL | null {
  const url = parseWebUrl(text, base);
  if (url === null) return null;
  url.protocol = 'https:';
  url.hash = routeOf(url).replace(/\/+$/, '');
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '');
  return url;
}

/** The part of an address by which an application names a page behind the "#"; empty where there is none. */
export function routeOf({ hash }: URL): string {
  return ROUTE.test(hash) ? hash : '';
}
