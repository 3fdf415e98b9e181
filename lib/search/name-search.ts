import Fuse from 'fuse.js/basic';
import { nameKey } from '../text/name-key.ts';

/** Something with names in a short list: an outlet, a reporter, a topic. */
export interface NamedItem {
  id: string;
  names: string[];
}

/** A found item; `score` 0 (exact) to 1. */
export interface NameHit {
  id: string;
  score: number;
}

/** Items searched for a likeness at most: fuse.js reads the whole list on every search. */
const MOST_ITEMS = 2_000;
const THRESHOLD = 0.35;
const MAX_TYPED = 64;
const SURE = 0.02;

/** Lists as they were folded when first searched: a query may ask one for many names. */
const keyed = new WeakMap<NamedItem[], NamedItem[]>();

/**
 * Finds items by name, typing errors forgiven among the first 2,000, best first. A name that is the query, or has it as a whole
 * word, comes before any likeness; where there is such a name, mere likenesses are left out. Quotation marks and repeated blanks make no
 * difference. At most `limit`, but all whose name is just the query.
 */
export function searchNames(items: NamedItem[], typed: string, limit: number): NameHit[] {
  const sure = sureNames(items, typed, limit);
  return sure.length > 0 ? sure : likeNames(items, typed, limit);
}

/** Of what `searchNames` finds what is no mere likeness. */
export function sureNames(items: NamedItem[], typed: string, limit: number): NameHit[] {
  const wanted = nameKey(typed);
  if (wanted === '') return [];
  const sure = keysOf(items).flatMap(({ id, names }) => {
    const score = Math.min(...names.map((name) => plainScore(name, wanted)), 1);
    return score < 1 ? [{ id, score }] : [];
  });
  return sure.sort(byScore).filter(({ score }, i) => i < limit || score === 0);
}

/** Items with a name like the one typed, best first. */
export function likeNames(items: NamedItem[], typed: string, limit: number): NameHit[] {
  const wanted = nameKey(typed);
  if (wanted === '') return [];
  const folded = keysOf(items.slice(0, MOST_ITEMS));
  const fuse = new Fuse(folded, { keys: ['names'], threshold: THRESHOLD, ignoreLocation: true, includeScore: true });
  return fuse
    .search(wanted.slice(0, MAX_TYPED), { limit })
    .map(({ item, score }) => ({ id: item.id, score: Math.max(score ?? 1, 2 * SURE) }))
    .sort(byScore);
}

function keysOf(items: NamedItem[]): NamedItem[] {
  const keys = keyed.get(items) ?? items.map(({ id, names }) => ({ id, names: names.map(nameKey) }));
  keyed.set(items, keys);
  return keys;
}

/** True for a hit whose name is what was typed, holds it as a whole word or begins with it; false for a likeness. */
export function isSure({ score }: NameHit): boolean {
  return score <= SURE;
}

function plainScore(name: string, wanted: string): number {
  if (name === wanted) return 0;
  return ` ${name} `.includes(` ${wanted} `) ? 0.01 : name.startsWith(wanted) ? SURE : 1;
}

function byScore(a: NameHit, b: NameHit): number {
  return a.score - b.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
