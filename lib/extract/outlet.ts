import { parseWebUrl } from '../core/canonical-url.ts';
import type { PageSnapshot, ValueSource } from '../core/snapshot.ts';
import type { LinkedArticle } from './linked-article.ts';
import { firstMeta, type MetaTags } from './meta.ts';

/** Who publishes the page, and where that was read. */
export interface OutletFound {
  outlet: PageSnapshot['outlet'];
  source: ValueSource | null;
}

/** The outlet: the name the page states of its site or publisher, else its host without "www."; its front page as address. */
export function outletOf(tags: MetaTags, linked: LinkedArticle | null, url: string | null): OutletFound {
  const at = parseWebUrl(url);
  const home = at ? `${at.origin}/` : null;
  const site = firstMeta(tags, ['og:site_name']);
  if (site) return { outlet: { name: site, url: home }, source: 'open-graph' };
  if (linked?.outlet) return { outlet: { name: linked.outlet, url: linked.outletUrl ?? home }, source: 'json-ld' };
  const meta = firstMeta(tags, ['application-name', 'cre', 'dc.publisher', 'dcterms.publisher', 'publisher', 'apple-mobile-web-app-title']);
  if (meta && meta.length < 80 && !/^https?:/.test(meta)) return { outlet: { name: meta, url: home }, source: 'meta' };
  return at ? { outlet: { name: at.hostname.replace(/^www\./, ''), url: home }, source: 'url' } : { outlet: null, source: null };
}
