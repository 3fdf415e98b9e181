import { canonicalParts } from '../core/canonical-url.ts';
import type { FeedEntry } from '../core/feed.ts';
import { REPORT_PARAMETER } from '../core/report-parameter.ts';
import { addressKey, entryKeys, SHARED } from './identity.ts';

/** Where an entry's report is, and what is noted of that for the next time. */
export interface EntryAddress {
  /** Canonical; the link's, or one of the entry's own where its link does not tell it from others. */
  url: string;
  /** For such a link: the key under which a source remembers it. */
  shared?: string;
}

/** A page that an application shows in place of another. */
const ROUTE = /^[^#]*#[!/]/;

/**
 * The address of each entry of a document. Links that different entries share, that differ in their fragment alone, or that lead to the start page of a
 * site tell no reports apart: a report looked for by them turned into the next one. Such an entry gets an address made of its id, else of its title and
 * day; null where it says none of these, or has no link. `known`: what the source has noted, so that a link shared before counts as shared when it stands alone.
 */
export function entryAddresses(entries: readonly FeedEntry[], known: ReadonlyMap<string, string> = new Map()): (EntryAddress | null)[] {
  const parts = entries.map(({ url }) => canonicalParts(url));
  const keys = entryKeys(entries);
  const shared = sharedAddresses(entries, parts);
  return entries.map(({ url }, at) => {
    const own = parts[at];
    if (own === null || own === undefined) return null;
    const note = addressKey(SHARED, own.href);
    const isStart = own.pathname === '/' && own.search === '';
    if (!isStart && !shared.has(own.href) && !known.has(note) && !ROUTE.test(url ?? '')) return { url: own.href };
    const key = keys[at]?.find((one) => one.startsWith('i') || one.startsWith('t'));
    if (key === undefined) return null;
    own.searchParams.set(REPORT_PARAMETER, key.slice(1));
    own.searchParams.sort();
    return { url: own.href, shared: note };
  });
}

/** Addresses that entries of different ids have, or of different titles where their ids tell nothing. */
function sharedAddresses(entries: readonly FeedEntry[], parts: (URL | null)[]): Set<string> {
  const addressOf = new Map<string, string>();
  const vague = new Set<string>();
  for (const [at, { id }] of entries.entries()) {
    const address = parts[at]?.href;
    if (id === null || address === undefined) continue;
    if ((addressOf.get(id) ?? address) !== address) vague.add(id);
    addressOf.set(id, address);
  }
  const holder = new Map<string, string>();
  const shared = new Set<string>();
  for (const [at, { id, title }] of entries.entries()) {
    const address = parts[at]?.href;
    if (address === undefined) continue;
    const own = id === null || vague.has(id) ? `t${title}` : `i${id}`;
    if ((holder.get(address) ?? own) !== own) shared.add(address);
    holder.set(address, own);
  }
  return shared;
}
