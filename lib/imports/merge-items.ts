import { canonicalUrl } from '../core/canonical-url.ts';
import { joinedTexts } from '../core/note-text.ts';
import { reportKey } from '../core/report-key.ts';
import type { PinState } from '../core/user-data.ts';
import { uniqueTags } from './sink.ts';
import type { ImportedItem } from './types.ts';

const STATES: readonly PinState[] = ['unread', 'reading', 'read', 'archived'];

/**
 * The items of each page as one, by canonical address, in the order in which pages came first. Other forms of an address (AMP, mobile, with or without "www.") are the
 * same page; the first form stays.
 */
export function mergeItems(items: readonly ImportedItem[]): Map<string, ImportedItem> {
  const byPage = new Map<string, { address: string; item: ImportedItem }>();
  for (const item of items) {
    const address = canonicalUrl(item.url);
    const page = reportKey(item.url);
    if (address === null || page === null) continue;
    const known = byPage.get(page);
    byPage.set(page, known === undefined ? { address, item } : { address: known.address, item: mergedItem(known.item, item) });
  }
  return new Map([...byPage.values()].map(({ address, item }) => [address, item]));
}

function mergedItem(one: ImportedItem, other: ImportedItem): ImportedItem {
  return {
    url: one.url,
    title: one.title ?? other.title,
    addedAtMs: earliest(one.addedAtMs, other.addedAtMs),
    state: furthest(one.state, other.state),
    tags: uniqueTags([...one.tags, ...other.tags]),
    note: one.note === null || other.note === null ? (one.note ?? other.note) : joinedTexts(one.note, other.note),
    authors: one.authors.length > 0 ? one.authors : other.authors,
    outlet: one.outlet ?? other.outlet,
    datePublished: one.datePublished ?? other.datePublished,
    language: one.language ?? other.language,
    description: one.description ?? other.description,
  };
}

/** The earlier of two times; null for unknown. */
export function earliest(one: number | null, other: number | null): number | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}

/** The state that is further on; archived is furthest. */
export function furthest<State extends PinState | null>(one: State, other: PinState | null): State | PinState {
  if (other === null) return one;
  return one === null || STATES.indexOf(other) > STATES.indexOf(one) ? other : one;
}
