import { useEffect, useState } from 'preact/hooks';
import type { LibrarySection, SurfacePlatform } from '../surface-platform.ts';

/** Where in the library the reader is: the address's hash, `section`, `section/id`, or `/search?q=words&order=newest`. */
export interface LibraryPlace {
  section: LibrarySection;
  /** Of a report or collection; null for the section itself. */
  id: string | null;
  /** Words searched for; null where the address holds none. */
  query: string | null;
  /** Whether they are answered newest first. */
  newest: boolean;
  /** How often the page was asked to show a section, from outside. */
  asked: number;
}

/** Follows the address, back and forward included, and what other surfaces ask for. `sections`: those there are, the first one being where unknown places lead. */
export function useLibraryPlace(platform: SurfacePlatform, sections: readonly LibrarySection[]): LibraryPlace {
  const [hash, setHash] = useState(() => window.location.hash);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const onHash = (): void => setHash(window.location.hash);
    window.addEventListener('hashchange', onHash);
    const stop = platform.onSectionAsked((wanted) => {
      const [section, ...rest] = wanted.split('/');
      window.location.hash = sections.some((each) => each === section) ? [section, ...rest].join('/') : sections[0]!;
      onHash();
      setAsked((times) => times + 1);
    });
    return () => {
      window.removeEventListener('hashchange', onHash);
      stop();
    };
  }, [platform, sections]);
  const [path = '', parameters = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [name = '', ...rest] = path.split('/');
  const section = sections.find((each) => each === name) ?? sections[0]!;
  const given = new URLSearchParams(parameters);
  return { section, id: idOf(rest.join('/')), asked, query: given.get('q'), newest: given.get('order') === 'newest' };
}

/** The hash of a search. */
export function searchHash(query: string, newest: boolean): string {
  const given = new URLSearchParams({ q: query });
  if (newest) given.set('order', 'newest');
  return `#/search?${given}`;
}

function idOf(part: string): string | null {
  if (part === '') return null;
  try {
    return decodeURIComponent(part);
  } catch {
    // Written by hand and malformed: the section itself.
    return null;
  }
}
