import { fold } from '../text/fold.ts';
import type { Wanted } from './match-text.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSEGMENTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** UTF-16 ranges of a text that match words, phrases or prefix: sorted, not overlapping, touching ones joined. */
export function highlightRanges(text: string, wanted: Wanted): [number, number][] {
  const tokens = new Set([...wanted.words, ...wanted.phrases.flat()]);
  const ranges: [number, number][] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (UNSEGMENTED.test(word)) addInside(word, match.index, tokens, wanted.prefix, ranges);
    else {
      const folded = fold(word);
      if (tokens.has(folded)) ranges.push([match.index, match.index + word.length]);
      else if (wanted.prefix !== null && folded.startsWith(wanted.prefix)) ranges.push([match.index, match.index + word.length]);
    }
  }
  return joined(ranges);
}

/** Scripts without spaces: tokens are pairs of characters, found wherever they stand. */
function addInside(run: string, start: number, tokens: ReadonlySet<string>, prefix: string | null, ranges: [number, number][]): void {
  for (const token of prefix === null ? tokens : [...tokens, prefix]) {
    for (let at = run.indexOf(token); at >= 0; at = run.indexOf(token, at + 1)) ranges.push([start + at, start + at + token.length]);
  }
}

function joined(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const range of ranges.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else result.push([range[0], range[1]]);
  }
  return result;
}
