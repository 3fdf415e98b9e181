import type { Reporter } from './reporter.ts';

/** What somebody said of a reporter, and when it came into the index. */
export interface StatedBio {
  text: string;
  /** Who stated it, as `Reporter.bioSource`. */
  source: string;
  /** Epoch ms. */
  atMs: number;
  /** The pack that brought it, and takes it away with it. */
  holder?: string;
}

/** Kept beside a reporter's own; what is older is dropped. */
const OTHERS_MAX = 5;

/** Every bio of a reporter, the newest first. */
export function biosOf({ bio, bioSource, provenance, otherBios = [] }: Reporter): StatedBio[] {
  const own = bio === null ? [] : [{ text: bio, source: bioSource ?? provenance.source, atMs: provenance.addedAtMs }];
  return [...otherBios, ...own].sort((a, b) => b.atMs - a.atMs);
}

/** The reporter with a bio that came later beside those that are known; null where it says nothing new. */
export function withBio(reporter: Reporter, bio: StatedBio): Reporter | null {
  const said = words(bio.text);
  if (said === '' || biosOf(reporter).some(({ text }) => words(text) === said)) return null;
  return { ...reporter, otherBios: [bio, ...(reporter.otherBios ?? [])].slice(0, OTHERS_MAX) };
}

/** The reporter without what a pack said of them; null where it said nothing. */
export function withoutBiosOf(holder: string, reporter: Reporter): Reporter | null {
  const { otherBios = [], ...rest } = reporter;
  const left = otherBios.filter((bio) => bio.holder !== holder);
  if (left.length === otherBios.length) return null;
  return left.length === 0 ? rest : { ...rest, otherBios: left };
}

function words(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(' ');
}
