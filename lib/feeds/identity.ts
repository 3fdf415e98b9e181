import { canonicalUrl } from '../core/canonical-url.ts';
import type { FeedEntry } from '../core/feed.ts';
import { shortHash } from '../core/hash.ts';

/** Words a title must have to tell two entries apart by itself and its day: "Live" is the title of many. */
const TITLE_MIN_WORDS = 4;

/**
 * What each entry of one document can be recognised by, most trusted first: its id, its canonical address, its title with its day. What
 * several different entries of the document share recognises none of them (a feed that gives every item one guid, or the home page as
 * link). An entry that stands there twice is one.
 */
export function entryKeys(entries: readonly FeedEntry[]): string[][] {
  const all = entries.map(keysOf);
  const counts = new Map<string, number>();
  const different = new Map(all.map((keys) => [keys.join(), keys]));
  for (const keys of different.values()) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return all.map((keys) => keys.filter((key) => counts.get(key) === 1));
}

/**
 * For each entry of a document: the one it is of those known from before (`known`: key → name, of all their keys), or null where it is new.
 * Order does not matter; a changed id, address or title alone does not make an entry new, and no two different entries are found to be
 * the same known one.
 */
export function recognise(entries: readonly FeedEntry[], known: ReadonlyMap<string, string>): (string | null)[] {
  const keys = entryKeys(entries);
  const found: (string | null)[] = entries.map(() => null);
  /** Names that are given away, and to which keys. */
  const taken = new Map<string, string>();
  // By kind of key over all entries: an id that is still right goes before an address that may be another's by now.
  for (const kind of KINDS) {
    for (const [at, own] of keys.entries()) {
      if (found[at] !== null) continue;
      const name = own.filter((key) => key.startsWith(kind) && !known.has(`${SHARED}${key.slice(1)}`)).map((key) => known.get(key))[0];
      if (name === undefined || (taken.get(name) ?? own.join()) !== own.join()) continue;
      found[at] = name;
      taken.set(name, own.join());
    }
  }
  return found;
}

const KINDS = ['i', 'u', 't'] as const;
/** Kind of the key of an address, by which its entry is recognised. */
const ADDRESS = 'u';
/** Kind of the key of an address that entries shared: it recognises none of them any more. */
export const SHARED = 's';

/** What an entry's address, canonical, is noted as. */
export function addressKey(kind: typeof ADDRESS | typeof SHARED, address: string): string {
  return `${kind}${shortHash(address)}`;
}

function keysOf({ id, url, title, datePublished, dateModified }: FeedEntry): string[] {
  const address = canonicalUrl(url);
  const words =
    (title ?? '')
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const day = utcDay(datePublished ?? dateModified);
  return [
    ...(id === null ? [] : [`i${shortHash(id)}`]),
    ...(address === null ? [] : [addressKey(ADDRESS, address)]),
    ...(day === undefined || words.length < TITLE_MIN_WORDS ? [] : [`t${shortHash(`${day} ${words.join(' ')}`)}`]),
  ];
}

/** The day in UTC, as keys that are stored were made; of a date without an offset as it is stated. */
function utcDay(date: string | null): string | undefined {
  return date !== null && /[+-]\d\d:\d\d$/.test(date) ? new Date(date).toISOString().slice(0, 10) : date?.slice(0, 10);
}
