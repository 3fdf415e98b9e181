import Fuse from 'fuse.js/basic';
import { fold } from '../text/fold.ts';

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

/** Items searched at most: fuse.js reads the whole list on every search. */
const MOST_ITEMS = 2_000;
const THRESHOLD = 0.35;
const MAX_TYPED = 64;
const SURE = 0.02;

/**
 * Finds items by name in a list of at most 2,000, typing errors forgiven, best first. A name that is the query, or has it as a whole
 * word, comes before any likeness; where there is such a name, mere likenesses are left out.
 */
export function searchNames(items: NamedItem[], typed: string, limit: number): NameHit[] {
  const wanted = fold(typed.slice(0, MAX_TYPED)).trim();
  if (wanted === '') return [];
  const folded = items.slice(0, MOST_ITEMS).map(({ id, names }) => ({ id, names: names.map(fold) }));
  const sure = folded.flatMap(({ id, names }) => {
    const score = Math.min(...names.map((name) => plainScore(name, wanted)), 1);
    return score < 1 ? [{ id, score }] : [];
  });
  if (sure.length > 0) return sure.sort(byScore).slice(0, limit);
  const fuse = new Fuse(folded, { keys: ['names'], threshold: THRESHOLD, ignoreLocation: true, includeScore: true });
  return fuse
    .search(wanted, { limit })
    .map(({ item, score }) => ({ id: item.id, score: Math.max(score ?? 1, 2 * SURE) }))
    .sort(byScore);
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
