import { canonicalParts } from './canonical-url.ts';

/** First labels of hosts that serve the same pages in another form. */
const FORM_LABEL = /^(?:www\d?|m|mobile|touch|wap|amp)$/;
/** What asks a site, or an AMP viewer, for another form of the same page. */
const FORM_PARAMETER = /^(?:amp|_?amp_.+|amp[_-]?js_v|usqp|outputtype|output|mobile)$/i;
const FORM_VALUE = /^(?:|amp|amp-html|1|true|yes|mobile|0\.\d+|mq\d.*)$/i;
/** Pages of search engines that show an AMP page under their own host: `/amp/s/host/path`. */
const AMP_VIEWER = /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$|^(?:www\.)?bing-amp\.com$/;
/** The Google AMP cache: `host.cdn.ampproject.org/c/s/host/path`; the CDN of Bing and Cloudflare have the same form. */
const AMP_CACHE = /(?:^|\.)(?:cdn\.ampproject\.org|amp\.cloudflare\.com|bing-amp\.com)$/;
const CACHED = /^\/(?:amp|[cvia]|wp)(?:\/s)?\/([^/]+\.[^/]+)(\/.*)?$/;

/**
 * One key for the forms in which sites serve one report: AMP pages, caches of AMP pages, mobile hosts, with and without "www.". For comparing only:
 * it is no address, is stored nowhere and names nothing. Ids and unique keys stay those of `canonicalUrl`, so that what is pinned, saved or marked is
 * found as before. Null for what is no web address.
 */
export function reportKey(text: unknown): string | null {
  const given = canonicalParts(text);
  if (given === null) return null;
  const url = uncached(given);
  if (url.search === '') return bareHost(url.host) + barePath(url.pathname) + url.hash;
  for (const [name, value] of [...url.searchParams]) {
    if (FORM_PARAMETER.test(name) && FORM_VALUE.test(value)) url.searchParams.delete(name);
  }
  return bareHost(url.host) + barePath(url.pathname) + url.search + url.hash;
}

/** The page behind a cache's address; any other address as it is. */
function uncached(url: URL): URL {
  const [, host, path = '/'] = (AMP_VIEWER.test(url.host) || AMP_CACHE.test(url.host) ? CACHED.exec(url.pathname) : null) ?? [];
  return (host === undefined ? null : canonicalParts(`https://${host}${path}${url.search}${url.hash}`)) ?? url;
}

/** A host without what names a form of its pages: "en.m.encyclopedia.example" has the label behind the language. A host keeps two labels, as "m.example" is a name of its own. */
export function bareHost(host: string): string {
  const labels = host.split('.');
  while (labels.length > 2 && FORM_LABEL.test(labels[0]!)) labels.shift();
  if (labels.length > 3 && /^(?:m|mobile)$/.test(labels[1]!)) labels.splice(1, 1);
  return labels.join('.');
}

/** "/amp/story", "/story/amp", "/story.amp", "/story.amp.html". "/amp" alone may be a page about amplifiers. */
function barePath(path: string): string {
  const bare = path
    .replace(/^\/amp(?=\/[^/])/i, '')
    .replace(/(?<=[^/])\/amp(?:\/index\.html?|\.html?)?$/i, '')
    .replace(/(?<=[^/])[.]amp(\.html?)?$/i, '$1');
  return bare.length > 1 ? bare.replace(/\/+$/, '') : bare;
}
