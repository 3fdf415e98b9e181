import { tokenise } from '../text/tokenise.ts';

/** Beginnings of a name's words are found from this many letters on; a whole word always is. */
const LEAST_LETTERS = 3;
/** A longer beginning is looked up by so many of its letters; what it finds is compared in full. */
const MOST_LETTERS = 6;

/** Pseudo-terms by which a report is found by its author's name, with or without a reporter behind it: each word, and its beginnings. */
export function authorTerms(name: string): string[] {
  const terms = new Set<string>();
  for (const word of tokenise(name)) {
    const letters = [...word];
    for (let end = Math.min(LEAST_LETTERS, letters.length); end <= Math.min(MOST_LETTERS, letters.length); end++)
      terms.add(`@=${letters.slice(0, end).join('')}`);
  }
  return [...terms];
}

/** The pseudo-terms of which a report must have all, for its author may be called as typed. Empty where nothing nameable was typed. */
export function typedAuthorTerms(typed: string): string[] {
  return [...new Set(tokenise(typed).map((word) => `@=${[...word].slice(0, MOST_LETTERS).join('')}`))];
}

/** True where every word typed is a word of the name or the beginning of one: folded, in any order. */
export function isAuthorNamed(name: string, typed: string): boolean {
  const words = tokenise(name);
  const wanted = tokenise(typed);
  return (
    wanted.length > 0 &&
    wanted.every((part) => words.some((word) => word === part || (part.length >= LEAST_LETTERS && word.startsWith(part))))
  );
}
