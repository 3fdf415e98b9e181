import { canonicalParts } from './canonical-url.ts';
import type { PageAuthor, PageSnapshot } from './snapshot.ts';

/**
 * The pages that a page states of one of its authors and that can be that person's own. Not the start page of a site (themes give every author the
 * outlet's), nor the page itself, nor the outlet's address: by these all who write there would be one.
 */
export function authorProfiles({ url, sameAs }: PageAuthor, page: Pick<PageSnapshot, 'url' | 'outlet'>): string[] {
  const others = [page.url, page.outlet?.url].map((address) => canonicalParts(address)?.href);
  return [...new Set(url === null ? sameAs : [url, ...sameAs])].filter((address) => {
    const parts = canonicalParts(address);
    return parts !== null && (parts.pathname !== '/' || parts.search !== '') && !others.includes(parts.href);
  });
}
