import { tokenise } from '../text/tokenise.ts';

/** Words that follow one another; with `prefix` the last one is only the beginning of a word. */
export interface WantedPhrase {
  tokens: string[];
  prefix: boolean;
}

/** What a report's text should hold: to rank headlines, mark and cut out. */
export interface Wanted {
  words: string[];
  prefixes: string[];
  phrases: WantedPhrase[];
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

/** How many of the words (prefixes and words of phrases included) a text holds, and how many there are. */
export function countHeld(text: TokenisedText, { words, prefixes, phrases }: Wanted): { held: number; of: number } {
  const whole = new Set([...words, ...phrases.flatMap(({ tokens, prefix }) => (prefix ? tokens.slice(0, -1) : tokens))]);
  const begun = new Set([...prefixes, ...phrases.flatMap(({ tokens, prefix }) => (prefix ? tokens.slice(-1) : []))]);
  let held = 0;
  for (const word of whole) if (text.distinct.has(word)) held++;
  for (const beginning of begun) if (text.tokens.some((token) => token.startsWith(beginning))) held++;
  return { held, of: whole.size + begun.size };
}

/** True where the tokens of a phrase stand in the text one after the other. */
export function holdsPhrase({ tokens }: Pick<TokenisedText, 'tokens'>, phrase: WantedPhrase): boolean {
  return phrase.tokens.length === 0 || !phraseStarts(tokens, phrase).next().done;
}

/** Where a phrase begins among tokens. */
export function* phraseStarts(tokens: string[], { tokens: wanted, prefix }: WantedPhrase): Generator<number> {
  const [first] = wanted;
  const last = wanted.length - 1;
  if (first === undefined) return;
  for (let from = 0; from + last < tokens.length; from++) {
    if (last > 0 && tokens[from] !== first) continue;
    let at = 1;
    while (at < last && tokens[from + at] === wanted[at]) at++;
    const token = tokens[from + last]!;
    if (at >= last && (prefix ? token.startsWith(wanted[last]!) : token === wanted[last])) yield from;
  }
}
