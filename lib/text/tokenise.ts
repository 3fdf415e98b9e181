import { fold } from './fold.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const HAS_UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Index tokens of a text in reading order: folded runs of letters and digits; runs of Han, Kana and Thai as overlapping
 * bigrams (a run of one character as itself), so that words of two characters match without a segmenter.
 */
export function tokenise(text: string): string[] {
  const folded = fold(text);
  const words: string[] = folded.match(WORD) ?? [];
  return HAS_UNSEGMENTED.test(folded) ? words.flatMap(segment) : words;
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
