import { fold } from '../text/fold.ts';
import { holdsPhrase, type Wanted, type WantedPhrase } from './match-text.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

type Range = [start: number, end: number];

/** UTF-16 ranges of a text that match words, phrases or prefixes: sorted, not overlapping, touching ones joined. The words of a phrase only where they follow one another. */
export function highlightRanges(text: string, wanted: Wanted): Range[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    folded: fold(word),
    range: [index, index + word.length] as Range,
  }));
  const tokens = new Set(wanted.words);
  const ranges: Range[] = [];
  for (const { word, folded, range } of words) {
    if (UNSEGMENTED.test(word)) addInside(word, range[0], wanted, ranges);
    else if (tokens.has(folded) || wanted.prefixes.some((prefix) => folded.startsWith(prefix))) ranges.push(range);
  }
  for (const phrase of wanted.phrases) {
    const length = phrase.tokens.length;
    for (let from = 0; length > 0 && from + length <= words.length; from++) {
      const stretch = words.slice(from, from + length);
      if (holdsPhrase({ tokens: stretch.map(({ folded }) => folded) }, phrase)) ranges.push(...stretch.map(({ range }) => range));
    }
  }
  return joined(ranges);
}

/** Scripts without spaces: tokens are pairs of characters, found wherever they stand; of a phrase the pairs overlap. */
function addInside(run: string, start: number, { words, prefixes, phrases }: Wanted, ranges: Range[]): void {
  for (const part of [...words, ...prefixes, ...phrases.map(runOf)]) {
    if (part === '') continue;
    for (let at = run.indexOf(part); at >= 0; at = run.indexOf(part, at + 1)) ranges.push([start + at, start + at + part.length]);
  }
}

function runOf({ tokens: [first = '', ...others] }: WantedPhrase): string {
  return UNSEGMENTED.test(first) ? first + others.map((pair) => [...pair].slice(1).join('')).join('') : '';
}

function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else result.push([range[0], range[1]]);
  }
  return result;
}
