import { useEffect, useState } from 'preact/hooks';
import { readRoute } from '../library/route.ts';
import type { LibrarySection, SurfacePlatform } from '../surface-platform.ts';

/** Where in the library the reader is: the address's hash, `section`, `section/id` or a search (`route.ts`). */
export interface LibraryPlace {
  section: LibrarySection;
  /** Of a report or collection; null for the section itself. */
  id: string | null;
  /** The words of a search that stands in the address, and whether its newest results come first. */
  query: string | null;
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
  const { section: path, query, newest } = readRoute(hash);
  const [name = '', ...rest] = path.split('/');
  const section = sections.find((each) => each === name) ?? sections[0]!;
  return { section, id: idOf(rest.join('/')), query, newest, asked };
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
