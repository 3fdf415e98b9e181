/** What the library's address says: the section, and for the search its words and order. */
export interface LibraryRoute {
  section: string;
  /** Null where the address holds no words. */
  query: string | null;
  newest: boolean;
}

/** Reads a hash: `#pins`, `#search`, `#/search?q=words&order=newest`. Total: any text may come. */
export function readRoute(hash: string): LibraryRoute {
  const [path = '', parameters = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const given = new URLSearchParams(parameters);
  return { section: path, query: given.get('q'), newest: given.get('order') === 'newest' };
}

/** The hash of a search. */
export function searchHash(query: string, newest: boolean): string {
  const given = new URLSearchParams({ q: query });
  if (newest) given.set('order', 'newest');
  return `#/search?${given}`;
}
