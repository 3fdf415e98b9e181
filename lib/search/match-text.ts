import { tokenise } from '../text/tokenise.ts';

/** What a report's text must hold. */
export interface Wanted {
  words: string[];
  prefix: string | null;
  phrases: string[][];
}

/** A text with its tokens, made once for several questions. */
export interface TokenisedText {
  tokens: string[];
  distinct: ReadonlySet<string>;
}

/** Tokens of a text, for `holdsAll` and `holdsPhrase`. */
export function readTokens(text: string): TokenisedText {
  const tokens = tokenise(text);
  return { tokens, distinct: new Set(tokens) };
}

/** How many of the words (prefix included) a text holds, and how many there are. */
export function countHeld(text: TokenisedText, { words, prefix }: Wanted): { held: number; of: number } {
  let held = words.filter((word) => text.distinct.has(word)).length;
  if (prefix !== null && text.tokens.some((token) => token.startsWith(prefix))) held++;
  return { held, of: words.length + (prefix === null ? 0 : 1) };
}

/** True where the tokens of a phrase stand in the text one after the other. */
export function holdsPhrase({ tokens }: TokenisedText, phrase: string[]): boolean {
  const [first] = phrase;
  if (first === undefined) return true;
  for (let at = tokens.indexOf(first); at >= 0; at = tokens.indexOf(first, at + 1)) {
    if (phrase.every((token, i) => tokens[at + i] === token)) return true;
  }
  return false;
}
