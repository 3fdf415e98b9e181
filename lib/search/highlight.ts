import { fold } from '../text/fold.ts';
import { WRITTEN_WORD } from '../text/tokenise.ts';
import { phraseStarts, type Wanted, type WantedPhrase } from './match-text.ts';

const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

type Range = [start: number, end: number];

/** UTF-16 ranges of a text that match words, phrases or prefixes: sorted, not overlapping, touching ones joined. The words of a phrase only where they follow one another. */
export function highlightRanges(text: string, wanted: Wanted): Range[] {
  const words = new Set(wanted.words);
  const ranges: Range[] = [];
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: word, index } of text.matchAll(WRITTEN_WORD)) {
    const end = index + word.length;
    const plain = fold(word);
    if (UNSEGMENTED.test(word)) addInside(word, index, wanted, ranges);
    else if (words.has(plain) || wanted.prefixes.some((prefix) => plain.startsWith(prefix))) ranges.push([index, end]);
    folded.push(plain);
    starts.push(index);
    ends.push(end);
  }
  for (const phrase of wanted.phrases) {
    for (const from of phraseStarts(folded, phrase)) {
      for (let at = from; at < from + phrase.tokens.length; at++) ranges.push([starts[at]!, ends[at]!]);
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
