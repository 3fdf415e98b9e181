import { fold } from './fold.ts';

/**
 * A word of a text as it is written, with the marks upon its letters: signs of vowels carry it on. Not in scripts that write no spaces, where
 * pieces between such signs are all that there is of words. With `g`: for `match` and `replace` alone.
 */
export const WRITTEN_WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\u0640\u200d]|(?![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])\p{M})*/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const MARKED_WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}]|(?![\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Inherited}])\p{M})*/gu;
const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const HAS_UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const IS_SPECIAL = /[\p{M}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Index tokens of a text in reading order: folded runs of letters, their marks and digits; runs of Han, Kana and Thai as overlapping
 * bigrams (a run of one character as itself), so that words of two characters match without a segmenter.
 */
export function tokenise(text: string): string[] {
  const folded = fold(text);
  if (!IS_SPECIAL.test(folded)) return folded.match(WORD) ?? [];
  return (folded.match(MARKED_WORD) ?? []).flatMap(segment);
}

function segment(word: string): string[] {
  if (!HAS_UNSEGMENTED.test(word)) return [word];
  const tokens: string[] = [];
  let end = 0;
  for (const run of word.matchAll(UNSEGMENTED)) {
    if (run.index > end) tokens.push(word.slice(end, run.index));
    pushBigrams(run[0], tokens);
    end = run.index + run[0].length;
  }
  if (end < word.length) tokens.push(word.slice(end));
  return tokens;
}

function pushBigrams(run: string, tokens: string[]): void {
  const characters = [...run];
  if (characters.length === 1) tokens.push(run);
  for (let i = 0; i + 1 < characters.length; i++) tokens.push(`${characters[i]}${characters[i + 1]}`);
}
