import { fold } from './fold.ts';

/** Characters of a name that are looked at. */
const MOST = 200;

/** A name as it can stand between quotation marks of a query: without such marks of its own, blanks single. */
export function quotableName(name: string): string {
  return name
    .replace(/[\s"“”„«»]+/gu, ' ')
    .trim()
    .slice(0, MOST)
    .trim();
}

/** What names are compared by where one of them may have been quoted; empty for a name of such marks alone. */
export function nameKey(name: string): string {
  return fold(quotableName(name)).trim();
}
