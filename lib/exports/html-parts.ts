import { escapeHtml } from '../citations/rich-text.ts';
import { knownAddress } from '../core/canonical-url.ts';

/** A link, where the address is known and one of the web; else its text. A report without a headline is called by its address, as in the library. */
export function linkHtml(url: string, text: string): string {
  const shown = escapeHtml(text || url);
  return isWebAddress(url) && knownAddress(url) !== null ? `<a href="${escapeHtml(url)}" rel="noreferrer">${shown}</a>` : shown;
}

/** True for an address that a page opened from disk may lead to. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** Text whose direction ends with it. */
export function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** Where a report stands on the page. */
export function anchorOf(id: string): string {
  return escapeHtml(`r-${encodeURIComponent(id.toWellFormed())}`);
}
