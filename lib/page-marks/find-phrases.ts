/** Where a phrase stands in a text: its place in the list of phrases, and UTF-16 offsets. */
export interface FoundPhrase {
  phrase: number;
  start: number;
  end: number;
}

/** A letter before or after such a character is no part of the same word: these scripts write without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORD = '[\\p{L}\\p{N}\\p{M}]';

/**
 * Looks for phrases in a text as they are written, whole words, the longest first where several begin at one place. Spaces match any white
 * space: a page breaks its lines where it likes. Null where there is nothing to look for.
 */
export function phraseFinder(phrases: readonly string[]): ((text: string) => FoundPhrase[]) | null {
  const order = phrases.map((text, phrase) => ({ text: text.trim(), phrase })).filter(({ text }) => text !== '');
  if (order.length === 0) return null;
  order.sort((a, b) => b.text.length - a.text.length);
  const pattern = new RegExp(order.map(({ text }) => `(${sourceOf(text)})`).join('|'), 'gu');
  return (text) =>
    Array.from(text.matchAll(pattern), (match) => {
      const group = match.findIndex((part, index) => index > 0 && part !== undefined);
      return { phrase: order[group - 1]!.phrase, start: match.index, end: match.index + match[0].length };
    });
}

function sourceOf(phrase: string): string {
  const characters = [...phrase];
  const before = UNSPACED.test(characters[0]!) ? '' : `(?<!${WORD})`;
  const after = UNSPACED.test(characters.at(-1)!) ? '' : `(?!${WORD})`;
  const body = phrase
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&'))
    .join('\\s+');
  return before + body + after;
}
