/** Characters of a source's name at most. */
export const TITLE_MAX = 200;

/** What a source is called that nobody has named yet. */
export function nameOfHost(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
